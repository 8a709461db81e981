"""Answers as a file: what is saved, what is taken in, and what is refused and why."""

import copy
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from .answers_page import KEPT, NOW, SOME, answer, compact, file_of, load, mount, status
from .wording import grade, sentences

pytestmark = pytest.mark.browser

DAY = 86_400_000
WAY_OUT = "Choose a file that you saved on this page. Nothing was changed."
DAMAGED = "This file is damaged."
FOREIGN = "This file does not come from this course."
OTHER_KIND = "This file is damaged, or it is of another kind."
WHOLE = file_of(SOME)


def with_answer(**changes: object) -> str:
    return file_of({**SOME, "item:roof": {**SOME["item:roof"], **changes}})


def at(key: str) -> str:
    return f'This file is damaged at "{key}".'


REFUSED = {
    "nothing": (b"", "This file is empty."),
    "blank": (b" \n\t", "This file is empty."),
    "cut short": (WHOLE[:-30], OTHER_KIND),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff", OTHER_KIND),
    "very deep": ("[" * 400_000, OTHER_KIND),
    "null": ("null", FOREIGN),
    "a number": ("7", FOREIGN),
    "a list": (json.dumps([SOME]), FOREIGN),
    "answers alone": (json.dumps(SOME), FOREIGN),
    "another course": (WHOLE.replace("Pearl", "Mole"), FOREIGN),
    "course hidden in a prototype": ('{"__proto__": {"course": "Pearl or Pimple?"}}', FOREIGN),
    "a later version": (
        WHOLE.replace('"version": 1', '"version": 2'),
        "This file comes from a newer version of this course. Load it there.",
    ),
    "no version": (WHOLE.replace('"version": 1, ', ""), DAMAGED),
    "an odd version": (WHOLE.replace('"version": 1', '"version": {}'), DAMAGED),
    "answers as a list": (file_of([SOME]), DAMAGED),
    "answers missing": (file_of(None), DAMAGED),
    "no answers": (file_of({}), "There are no answers in this file."),
    "prototype": (file_of({}).replace("{}", '{"__proto__": {"polluted": 1}}'), at("__proto__")),
    "constructor": (file_of({**SOME, "constructor": answer("a")}), at("constructor")),
    "the colours": (file_of({**SOME, "colours": "dark"}), at("colours")),
    "capitals": (file_of({"item:A": answer("a")}), at("item:A")),
    "a long key": (file_of({"x" * 500: answer("a")}), at("x" * 60)),
    "markup": (file_of({"<img src=x>": answer("a")}), at("<img src=x>")),
    "no response": (with_answer(response=[]), at("item:roof")),
    "response as text": (with_answer(response="b"), at("item:roof")),
    "response of numbers": (with_answer(response=[1]), at("item:roof")),
    "response of markup": (with_answer(response=["<b>"]), at("item:roof")),
    "unknown surety": (with_answer(sure="maybe"), at("item:roof")),
    "no attempt": (with_answer(attempt=0), at("item:roof")),
    "half an attempt": (with_answer(attempt=1.5), at("item:roof")),
    "time as text": (with_answer(at=str(NOW)), at("item:roof")),
    "before time": (with_answer(at=-1), at("item:roof")),
    "no first": (with_answer(first=None), at("item:roof")),
    "one answer null": (file_of({**SOME, "item:roof": None}), at("item:roof")),
    "a megabyte": (WHOLE + " " * 1_000_000, "This file is too large to hold answers."),
}


def test_a_file_is_refused_with_a_reason_and_changes_nothing(page: Page) -> None:
    mount(page, SOME)
    before = page.evaluate(KEPT)
    for fault, (text, reason) in REFUSED.items():
        page.evaluate("document.querySelector('.milia-my-answers-status').textContent = ''")
        load(page, text)
        expect(status(page), fault).to_have_text(f"{reason} {WAY_OUT}")
        assert page.evaluate(KEPT) == before, fault
        assert page.evaluate("({}).polluted") is None, fault
        expect(page.locator("img"), fault).to_have_count(0)


def test_the_reason_is_in_sight_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 420})
    mount(page, SOME)
    load(page, "null")
    expect(status(page)).to_have_text(f"{FOREIGN} {WAY_OUT}")
    expect(status(page)).to_be_in_viewport(ratio=1)


def test_a_file_that_vanished_is_refused(page: Page) -> None:
    mount(page, SOME)
    gone = "loadAnswers({ size: 9, text: () => Promise.reject(new DOMException('gone')) })"
    assert page.evaluate(gone) == f"This file could not be read. {WAY_OUT}"


def test_a_mended_file_of_the_same_name_can_be_loaded_next(page: Page) -> None:
    mount(page)
    load(page, WHOLE[:-30])
    expect(status(page)).to_have_text(f"{OTHER_KIND} {WAY_OUT}")
    expect(page.get_by_label("Load from a file")).to_have_value("")  # or no change would be seen
    load(page, WHOLE)
    expect(status(page)).to_have_text("5 answers loaded.")


# -- what is saved comes back ----------------------------------------------------------------


def saved(page: Page) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    assert download.value.suggested_filename == "pearl-or-pimple-answers.json"
    return download.value.path()


def test_what_is_saved_comes_back_as_it_was(page: Page) -> None:
    mount(page, SOME)
    assert page.evaluate("isSecureContext") is False
    before = page.evaluate(KEPT)
    text = saved(page).read_text("utf-8")
    expect(status(page)).to_have_text("Your answers are in the file pearl-or-pimple-answers.json.")
    assert text.startswith('{\n  "course": "Pearl or Pimple?",\n  "version": 1,\n  "saved": "')
    file = json.loads(text)
    assert file["answers"] == SOME
    assert date.fromisoformat(file["saved"])
    page.evaluate("localStorage.clear()")
    load(page, text)
    expect(status(page)).to_have_text("5 answers loaded.")
    assert page.evaluate(KEPT) == before
    expect(page.locator(".milia-my-answers-entry")).to_have_count(5)
    load(page, "\ufeff" + text)  # some editors put a mark in front
    expect(status(page)).to_have_text("This file holds nothing new. 5 were here before.")


def test_only_answers_are_saved_and_nothing_else_that_is_kept(page: Page) -> None:
    damaged = "localStorage.setItem('milia:item:torn', '{'); localStorage.setItem('other', '1');"
    mount(page, SOME, before=damaged + "localStorage.setItem('milia:colours', 'dark');")
    assert json.loads(saved(page).read_text("utf-8"))["answers"] == SOME


def test_a_file_is_chosen_by_keyboard(fresh_page: Page) -> None:
    # Caught from the start: the key must not come first.
    fresh_page.on("filechooser", lambda _: None)
    mount(fresh_page, SOME)
    fresh_page.get_by_role("button", name="Save to a file").focus()
    fresh_page.keyboard.press("Tab")
    ring = "getComputedStyle(document.activeElement.closest('label')).outlineStyle"
    assert fresh_page.evaluate(ring) == "solid"
    with fresh_page.expect_file_chooser() as chooser:
        fresh_page.keyboard.press("Enter")
    name = {"name": "a.json", "mimeType": "application/json", "buffer": WHOLE.encode()}
    chooser.value.set_files(name)
    expect(status(fresh_page)).to_have_text("This file holds nothing new. 5 were here before.")


# -- the newer of two answers ----------------------------------------------------------------


def kept_at(page: Page, key: str) -> int:
    return page.evaluate("key => record.read(key).at", key)


def test_the_newer_of_two_answers_wins_and_both_are_counted(page: Page) -> None:
    mount(page, SOME)
    file = {
        "item:pearl": answer("c", at=1_000),  # newer
        "item:plug": answer("c", at=-1_000),  # older
        "item:roof": SOME["item:roof"],  # the same
        "item:gone": answer("a"),  # only there
    }
    load(page, file_of(file, more="unknown things are left alone"))
    expect(status(page)).to_have_text(
        "2 answers loaded. 1 was here before. 1 newer answer here was kept."
    )
    kept = page.evaluate("record.all()")
    changed = {"item:pearl": file["item:pearl"], "item:gone": file["item:gone"]}
    assert kept == {**SOME, **changed}
    expect(
        page.get_by_text("You also answered 1 question no longer in this course.")
    ).to_be_visible()


def test_only_what_is_known_of_an_answer_is_taken_over(page: Page) -> None:
    mount(page)
    odd = with_answer(secret="x" * 1000, first={**SOME["item:roof"]["first"], "more": {}})
    load(page, odd.replace('"secret"', '"__proto__": {"polluted": 1}, "secret"'))
    expect(status(page)).to_have_text("5 answers loaded.")
    text = page.evaluate("localStorage.getItem('milia:item:roof')")
    assert text == compact(SOME["item:roof"])


def test_when_an_item_was_first_answered_comes_along_if_it_can_be_so(page: Page) -> None:
    mount(page)
    began = SOME["item:roof"]["at"] - DAY
    firsts = {"item:roof": began, "item:pearl": "soon", "item:plug": -3, "item:hunch": NOW + DAY}
    file = {
        key: {**SOME[key], "first": {**SOME[key]["first"], "at": at}} for key, at in firsts.items()
    }
    load(page, file_of(file))
    expect(status(page)).to_have_text("4 answers loaded.")
    kept = {key: page.evaluate("key => record.read(key).first.at", key) for key in firsts}
    assert kept.pop("item:hunch") == SOME["item:hunch"]["at"]  # no later than its newest
    assert kept == {"item:roof": began, "item:pearl": None, "item:plug": None}


def test_an_answer_from_the_future_does_not_win_for_ever(page: Page) -> None:
    mount(page)
    load(page, file_of({"item:pearl": answer("c", at=400 * DAY)}))
    expect(status(page)).to_have_text("1 answer loaded.")
    assert kept_at(page, "item:pearl") <= page.evaluate("Date.now()")
    load(page, file_of({"item:pearl": answer("a", at=800 * DAY)}))
    expect(status(page)).to_have_text("1 answer loaded.")
    assert page.evaluate("record.read('item:pearl').response") == ["a"]


def test_a_clock_that_ran_ahead_here_does_not_lose_what_is_here(page: Page) -> None:
    mount(page, {"item:pearl": answer("a", at=DAY)})
    load(page, file_of({"item:pearl": answer("c", at=2 * DAY)}))
    expect(status(page)).to_have_text("This file holds nothing new. 1 newer answer here was kept.")
    assert page.evaluate("record.read('item:pearl').response") == ["a"]


# -- no room ---------------------------------------------------------------------------------

NO_ROOM = "This browser has no room for these answers. Load the file in another one."
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } });"


@pytest.mark.parametrize("writes", [0, 1, 3])
def test_all_answers_come_in_or_none(page: Page, writes: int) -> None:
    kept = {"item:pearl": answer("b", at=-1_000)}
    mount(page, kept)
    before = page.evaluate(KEPT)
    page.evaluate(
        """left => {
          const set = Storage.prototype.setItem;
          Storage.prototype.setItem = function (key, text) {
            const isAnswer = /^milia:(item|pre-test):/.test(key);
            if (isAnswer && left-- === 0) throw new DOMException("full", "QuotaExceededError");
            set.call(this, key, text);
          };
        }""",
        writes,
    )
    load(page, WHOLE)
    expect(status(page)).to_have_text(f"{NO_ROOM} Nothing was changed.")
    assert page.evaluate(KEPT) == before


def test_in_a_storage_that_is_really_full_nothing_is_lost(page: Page) -> None:
    fill = """for (let size = 4_000_000, n = 0; size >= 1;) {
      try { localStorage.setItem(`full-${n++}`, "x".repeat(size)); } catch { size = size >> 1; }
    }"""
    mount(page, {"item:pearl": answer("b", at=-1_000)}, before=fill)
    before = page.evaluate(KEPT)
    load(page, WHOLE)
    expect(status(page)).to_have_text(f"{NO_ROOM} Nothing was changed.")
    assert page.evaluate(KEPT) == before
    expect(page.get_by_text("You have answered 1 of 6 questions.")).to_be_visible()


def test_where_storage_is_forbidden_a_good_file_is_not_kept(page: Page) -> None:
    mount(page, before=FORBIDDEN)
    load(page, WHOLE)
    expect(status(page)).to_have_text(
        "This browser cannot keep answers. Load the file in another one. Nothing was changed."
    )


# -- any file at all -------------------------------------------------------------------------

KEY = re.compile(r"(item|pre-test):[a-z0-9]+(-[a-z0-9]+)*")
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 3), st.just(10**17), st.just(0.5), st.just([]),
    st.just({}), st.sampled_from(["", "guess", "item:x", "__proto__", "<b>", "Pearl or Pimple?"]),
)  # fmt: skip
NAMES = ["__proto__", "item:x", "item:", "at", "response", "course", "pre-test:y", "prototype"]


def places(node: object, path: tuple = ()) -> list[tuple]:
    """Every place in a file, from its root down."""
    inner = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node if isinstance(node, list) else [])
    )
    return [path, *(place for key, value in inner for place in places(value, (*path, key)))]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A whole file with one or two faults; some of them leave it whole."""
    file = copy.deepcopy(json.loads(WHOLE))
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from(places(file)[1:] or [()]))
        if not path:
            break
        node = file
        for step in path[:-1]:
            node = node[step]
        match draw(st.sampled_from(["drop", "change", "rename", "add"])):
            case "drop":
                del node[path[-1]]
            case "change":
                node[path[-1]] = draw(SCALARS)
            case "rename" if isinstance(node, dict):
                node[draw(st.sampled_from(NAMES))] = node.pop(path[-1])
            case _ if isinstance(node, dict):
                node[draw(st.sampled_from(NAMES))] = draw(SCALARS)
    text = json.dumps(file)
    return text[: draw(st.integers(0, len(text)))] if draw(st.integers(0, 7)) == 7 else text


def is_said(said: object) -> bool:
    return (
        isinstance(said, dict)
        and isinstance(said.get("response"), list)
        and 0 < len(said["response"]) <= 40
        and all(isinstance(i, str) and re.fullmatch(r"[\w:-]{1,120}", i) for i in said["response"])
        and said.get("sure") in ("", "guess", "fairly", "very")
    )


def is_count(number: object) -> bool:
    return type(number) is int and 0 < number < 2**53


def is_whole(text: str) -> bool:
    """The rules of the file once more, in Python."""
    try:
        file = json.loads(text)
    except ValueError:
        return False
    answers = file.get("answers") if isinstance(file, dict) else None
    return (
        isinstance(answers, dict)
        and file.get("course") == "Pearl or Pimple?"
        and file.get("version") == 1
        and file.get("version") is not True
        and bool(answers)
        and all(map(KEY.fullmatch, answers))
        and all(
            is_said(a) and is_said(a.get("first")) and is_count(a.get("at"))
            and is_count(a.get("attempt"))
            for a in answers.values()
        )
    )  # fmt: skip


def test_no_mutated_file_is_taken_in_unless_it_is_whole_and_none_refused_changes_a_thing(
    page: Page,
) -> None:
    texts: list[str] = []

    @settings(max_examples=300, derandomize=True, database=None, deadline=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(mutated())
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    mount(page, {"item:kept": answer("a")})
    outcomes = page.evaluate(
        """async (texts) => {
          const kept = () => JSON.stringify(Object.entries(localStorage).sort());
          const before = kept(), outcomes = [];
          for (const text of texts) {
            const words = await loadAnswers(new Blob([text]));
            outcomes.push([words, kept() !== before]);
            for (const key of Object.keys(localStorage)) {
              if (key !== "milia:item:kept") localStorage.removeItem(key);
            }
          }
          return outcomes;
        }""",
        texts,
    )
    assert len(outcomes) >= 200
    for text, (words, changed) in zip(texts, outcomes, strict=True):
        assert words.endswith("loaded.") == changed == is_whole(text), (words, text)
        assert changed or words.endswith(WAY_OUT)
    accepted = sum(changed for _, changed in outcomes)
    assert 10 <= accepted <= len(outcomes) - 100, accepted
    assert len({words for words, _ in outcomes}) > 8  # many reasons, not one for all


def test_every_sentence_is_short_and_plain() -> None:
    said = [f"{reason} {WAY_OUT}" for _, reason in REFUSED.values() if '"' not in reason]
    said += [f"{NO_ROOM} Nothing was changed.", "2 answers loaded. 1 newer answer here was kept."]
    assert grade(" ".join(said)) <= 6
    assert max(len(s.split()) for words in said for s in sentences(words)) <= 18
