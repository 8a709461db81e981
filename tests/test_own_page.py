"""The learner's own page: what is known, what was a surprise, and when a question comes back."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from milia import MyAnswers
from milia.content import find, load
from milia.widgets.my_answers import key_of

from .answers_page import NOW, PLAIN, SOME, answer, item, laid_out, mount, part, unfolded
from .browser.checks import axe_violations, sideways, small_targets
from .conftest import Watched

MINE = MyAnswers()
EMPTY = {words["id"]: words["empty"] for words in MINE.parts}
DAY = 86_400_000

# -- what Python lays out --------------------------------------------------------------------


def test_every_pair_of_the_tests_stands_under_the_wrong_ideas_it_reveals() -> None:
    pairs = {
        (belief["id"], pair["before"]): pair for belief in MINE.beliefs for pair in belief["pairs"]
    }
    bank = load().items.values()
    for before in (each for each in bank if each.pre_test):
        (after,) = [each for each in bank if each.parallel == before.id]
        for belief in {choice.reveals for choice in before.choices if choice.reveals}:
            pair = pairs.pop((belief, key_of(before)))
            assert pair["after"] == key_of(after)
            for key, of in (("then", before), ("now", after)):
                assert pair[key] == [c.id for c in of.choices if c.reveals == belief]
    assert pairs == {}


def test_a_wrong_idea_is_worded_as_in_the_content() -> None:
    for belief in MINE.beliefs:
        words = find("misconception", belief["id"])
        assert (belief["belief"], belief["correction"]) == (words.belief, words.correction)
        assert not any(key.startswith("pre-test:") for key in belief["told"])


# -- when a question comes back ---------------------------------------------------------------

FIRST = "2026-03-06T22:30"  # two days before a night of 23 hours in New York
CASES = [  # first answer, newest answer, now; what waits, or in how many days the next one does
    (FIRST, FIRST, "2026-03-06T23:59", {"next": 1}),
    (FIRST, FIRST, "2026-03-07T00:01", {"due": 1}),
    (FIRST, "2026-03-07T08:00", "2026-03-07T09:00", {"next": 3}),
    (FIRST, "2026-03-07T08:00", "2026-03-08T23:59", {"next": 3}),
    (FIRST, "2026-03-07T08:00", "2026-03-09T00:01", {"due": 3}),  # 47 hours after day 1 began
    (FIRST, "2026-03-08T08:00", "2026-03-09T00:01", {"due": 3}),
    (FIRST, FIRST, "2026-03-12T08:00", {"due": 3}),  # what was missed waits once
    (FIRST, "2026-03-09T08:00", "2026-03-12T08:00", {"next": 7}),
    (FIRST, "2026-03-09T08:00", "2026-03-13T00:01", {"due": 7}),
    (FIRST, "2026-03-09T08:00", "2027-03-13T00:01", {"due": 7}),
    (FIRST, "2026-03-13T00:01", "2027-03-13T00:01", {}),  # then it rests
    (FIRST, FIRST, "2026-03-01T08:00", {"next": -4}),  # the clock was put back: as if given today
    (FIRST, "2026-03-20T08:00", "2026-03-07T08:00", {"next": 3}),  # and for the newest answer
    ("2026-10-31T12:00", "2026-10-31T12:00", "2026-11-01T23:30", {"due": 1}),  # 25 hours
    ("2026-10-31T12:00", "2026-11-01T12:00", "2026-11-02T23:30", {"next": 3}),
]


@pytest.mark.browser
@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Kiritimati"])
def test_a_question_comes_back_after_1_3_and_7_days_of_the_calendar(
    watched: Watched, zone: str
) -> None:
    page = watched.open(timezone_id=zone)
    mount(page)

    def at(text: str) -> int:
        return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)

    for first, last, now, wanted in CASES:
        times = [at(first), at(last), at(now)]
        found, began = page.evaluate(
            """([first, at, now]) =>
              [comesBack({ at, first: { at: first } }, dayOf(now)), dayOf(first)]""",
            times,
        )
        if "next" in found:
            found = {"next": found["next"] - began}
        assert found == wanted, (first, last, now)
    # An answer kept before its first time was kept too counts from its newest.
    told = "([at, now]) => comesBack({ at, first: {} }, dayOf(now))"
    assert page.evaluate(told, [at(FIRST), at("2026-03-07T08:00")]) == {"due": 1}


def given(days: int, *response: str, sure: str = "", **more: object) -> dict:
    """An answer of some days ago, its first time kept with it."""
    made = answer(*response, sure=sure, at=-days * DAY, **more)
    return made | {"first": made["first"] | {"at": made["at"]}}


@pytest.mark.browser
def test_what_waits_today_can_be_asked_again_and_what_is_not_clear_stands_first(
    page: Page,
) -> None:
    kept = {
        "item:pearl": given(3, "a"),
        "item:roof": given(8, "b"),
        "item:plug": given(0, "a"),
        "item:hunch": given(5, "c"),
        "pre-test:first": given(9, "c"),
    }
    mount(page, kept)
    again = part(page, "look-again")
    expect(again.get_by_text("Today: 2 questions. Take as many as you like.")).to_be_visible()
    expect(again.get_by_role("listitem")).to_contain_text(
        ["Day 7. Idea of roof", "Day 3. Idea of pearl"]
    )
    expect(again.get_by_text("Next: 1 question tomorrow.")).to_be_visible()
    ask = again.get_by_role("link", name="Ask me again: What is true of roof?")
    expect(ask).to_have_attribute("href", "01_bumps.ipynb#ask-roof")
    read = again.get_by_role("link", name="Two white bumps").first
    expect(read).to_have_attribute("href", "01_bumps.ipynb#Side-by-side")


@pytest.mark.browser
def test_a_page_left_open_overnight_shows_the_new_day(page: Page) -> None:
    mount(page, {"item:pearl": given(0, "a")})
    again = part(page, "look-again")
    expect(again.get_by_text(EMPTY["look-again"])).to_be_visible()
    page.evaluate(f"Date.now = () => {NOW + DAY}")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(again.get_by_text("Today: 1 question.")).to_be_visible()


# -- what is known, and what was a surprise ----------------------------------------------------


@pytest.mark.browser
def test_an_idea_stands_as_the_worst_of_its_answers_stands(page: Page) -> None:
    items = [item(name, "01_bumps", key="a", idea=idea) for name, idea in
             (("one", "inside"), ("two", "inside"), ("three", "inside"), ("four", "outside"),
              ("five", "above"), ("six", "below"))]  # fmt: skip
    kept = {
        "item:one": answer("a"),
        "item:two": answer("b"),
        "item:four": answer("a", first="b", attempt=2),
        "item:six": answer("a"),
    }
    mount(page, kept, **laid_out(*items))
    knows = part(page, "what-i-know")
    expect(
        knows.get_by_text("3 ideas: 1 clear, 1 clear after another try and 1 to look at again.")
    ).to_be_visible()
    rows = ["Inside↻ Look again (2 of 3 questions answered)", "Outside✓ Clear after another try",
            "Below✓ Clear", "Above○ Not answered yet"]  # fmt: skip
    expect(knows.get_by_role("listitem")).to_have_text(rows[:3])
    expect(knows.locator("summary")).to_have_text("1 idea not answered yet")
    expect(unfolded(page).locator("[data-idea]")).to_have_text(rows)
    link = knows.get_by_role("link", name="Inside")
    expect(link).to_have_attribute("href", "01_bumps.ipynb#Side-by-side")


@pytest.mark.browser
def test_sure_but_not_so_tells_of_the_first_answer_alone_and_leads_back(page: Page) -> None:
    kept = SOME | {
        "item:pearl": answer("a", first="b", sure="fairly", attempt=2),
        "item:roof": answer("b", sure="very"),
        "item:plug": answer("c", sure="guess"),
        "item:hunch": answer("c", sure="very"),
        "pre-test:first": answer("c", sure="very"),
    }
    mount(page, kept)
    rows = part(page, "sure-but").get_by_role("listitem")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("You felt very sure, and said: Choice b")
    expect(rows.first).to_contain_text("Look again")
    expect(rows.last).to_contain_text("You felt fairly sure, and said: Choice b")
    expect(rows.last).to_contain_text("Clear after another try")
    link = rows.last.get_by_role("link", name="Two white bumps, “Side by side”")
    expect(link).to_have_attribute("href", "01_bumps.ipynb#Side-by-side")


# -- before and after ---------------------------------------------------------------------------

PAIRED = laid_out(
    item("was", "00_start", key="a", pre_test=True),
    item("then", "00_start", key="a", pre_test=True),
    item("is", "01_bumps", key="a", parallel="was"),
    item("now", "01_bumps", key="a", parallel="then"),
)


def belief(name: str, was: list[str], now: list[str], other: bool = False) -> dict:
    pair = {"before": "pre-test:was", "then": was, "after": "item:is", "now": now}
    more = {"before": "pre-test:then", "then": ["c"], "after": "item:now", "now": []}
    said = {"id": name, "belief": f"Belief {name}.", "correction": f"What is so of {name}."}
    return said | {"told": [], "pairs": [pair, more] if other else [pair]}


BELIEFS = [belief("left", ["b"], ["c"]), belief("came", ["c"], ["b"]),
           belief("still", ["b"], ["b"], other=True), belief("never", ["c"], ["c"])]  # fmt: skip


@pytest.mark.browser
def test_before_and_after_waits_for_both_and_then_tells_each_wrong_idea(page: Page) -> None:
    kept = {"pre-test:was": answer("c", first="b"), "pre-test:then": answer("a")}
    mount(page, kept, **PAIRED, beliefs=BELIEFS)
    told = part(page, "before-and-after")
    expect(told.get_by_text(EMPTY["before-and-after"])).to_be_visible()
    expect(told.get_by_text("0 of 2 answered in Two white bumps.")).to_be_visible()
    expect(told.get_by_text("What is so")).to_have_count(0)  # what was held back stays so

    mount(page, kept | {"item:is": answer("b", first="a")}, **PAIRED, beliefs=BELIEFS)
    expect(told.get_by_text("1 of 2 answered in Two white bumps.")).to_be_visible()
    changes = "rows => rows.map((row) => [row.dataset.belief, row.dataset.change])"
    found = unfolded(page).locator("[data-belief]").evaluate_all(changes)
    assert found == [["left", "left"], ["came", "came"], ["never", "never"]]  # "still" asks more

    mount(page, kept | {"item:is": answer("b"), "item:now": answer("b")}, **PAIRED, beliefs=BELIEFS)
    expect(told.get_by_text("answered in")).to_have_count(0)
    still = unfolded(page).locator("[data-belief=still]")
    expect(still).to_have_text(
        "“Belief still.”Then. You thought so. You said: “Choice b”"
        "Now. You think so. You said: “Choice b”What is so. What is so of still."
        "Worth another look"
    )
    never = page.locator("[data-belief=never]")
    expect(never).to_contain_text("Then. You thought otherwise. You said: “Choice b”")
    expect(told.locator("summary")).to_have_text("1 more idea you did not hold, then or now")


# -- every kind of item --------------------------------------------------------------------------

SORTED = {"places": [{"id": "in", "text": "Inside"}, {"id": "out", "text": "Outside"}]}
PLACED = [{"id": c, "text": f"Thing {c}", "feedback": f"Said of {c}.", "place": p}
          for c, p in (("a", "in"), ("b", "out"))]  # fmt: skip


@pytest.mark.browser
def test_what_was_placed_is_told_with_its_places(page: Page) -> None:
    items = laid_out(
        item("line", "01_bumps", type="order"),
        item("bins", "01_bumps", type="sort", choices=PLACED, **SORTED),
        item("pairs", "01_bumps", type="match", choices=PLACED, **SORTED),
    )
    kept = {
        "item:line": answer("a", "b", "c"),
        "item:bins": answer("a:in", "b:in"),
        "item:pairs": answer("a:in", "b:out", first="a:out b:in", sure="very", attempt=2),
    }
    mount(page, kept, **items)
    said = [
        ["1. Choice a", "2. Choice b", "3. Choice c"],
        ["Thing a: Inside", "Thing b: Inside"],
        ["Thing a: Inside", "Thing b: Outside"],
    ]
    entries = unfolded(page).locator(".milia-my-answers-entry")
    for entry, texts in zip(entries.all(), said, strict=True):
        expect(entry.get_by_role("listitem")).to_have_text(texts)
    states = "n => n.map((each) => each.querySelector('[data-standing]').dataset.standing)"
    assert entries.evaluate_all(states) == ["clear", "again", "cleared"]
    expect(part(page, "sure-but")).to_contain_text("Thing a: Outside")


# -- the real course ------------------------------------------------------------------------------


def full_record() -> dict:
    """An answer to every item of the course: right, wrong and mended in turn."""
    found = {}
    for at, each in enumerate(each for each in load().items.values() if each.lesson):
        if each.type == "order":
            right = [choice.id for choice in each.choices]
            wrong = right[1:] + right[:1]
        elif each.places:
            right = [f"{choice.id}:{choice.place}" for choice in each.choices]
            wrong = [f"{choice.id}:{each.places[0].id}" for choice in each.choices]
            if each.rules:
                right, wrong = [[*said, f"{each.id}:{each.key}"] for said in (right, wrong)]
        elif not each.right:
            right = [f"{choice.id}:{choice.id}" for choice in each.choices]
            *_, last, end = each.choices
            wrong = [*right[:-2], f"{last.id}:{end.id}", f"{end.id}:{last.id}"]
        else:
            right = list(each.right)
            wrong = [next(choice.id for choice in each.choices if choice.id not in right)]
        first = wrong if at % 3 else right
        said = {"response": right if at % 2 else first, "sure": ["", "fairly", "very"][at % 3]}
        found[key_of(each)] = {
            **said, "attempt": 1 + at % 2, "at": NOW - at % 9 * DAY,
            "first": {"response": first, "sure": said["sure"], "at": NOW - at % 9 * DAY},
        }  # fmt: skip
    return found


REAL = {name: getattr(MINE, name) for name in (*PLAIN, "beliefs")}


@pytest.mark.browser
def test_a_full_record_of_the_course_fits_every_screen_and_axe_finds_nothing(page: Page) -> None:
    kept = full_record()
    mount(page, kept, **REAL)
    expect(
        page.get_by_text(f"You have answered {len(kept)} of {len(kept)} questions.")
    ).to_be_visible()
    strange = ("not offered any more", "undefined", "NaN", "has changed since", "[object")
    text = unfolded(page).locator(".milia-my-answers").inner_text()
    assert [words for words in strange if words in text] == []
    found = {}
    for width in (320, 390, 1200):
        page.set_viewport_size({"width": width, "height": 800})
        found |= {f"{width} sideways": sideways(page), f"{width} small": small_targets(page)}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found[f"axe {scheme}"] = axe_violations(page)
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


@pytest.mark.browser
def test_the_contents_lead_by_keyboard_and_a_fold_stays_open_when_an_answer_comes(
    page: Page,
) -> None:
    mount(page, full_record(), **REAL)
    page.get_by_role("navigation").get_by_role("link", name="Look again").press("Enter")
    expect(page.get_by_role("heading", name="Look again")).to_be_focused()
    fold = part(page, "look-again").locator("details")
    fold.locator("summary").press("Enter")
    expect(fold).to_have_attribute("open", "")
    text = json.dumps(answer("zz"))
    page.evaluate("text => record.write({ 'item:new': JSON.parse(text) })", text)
    expect(page.get_by_text("1 question no longer in this course")).to_be_visible()
    expect(fold).to_have_attribute("open", "")


@pytest.mark.browser
def test_erasing_empties_every_part(page: Page) -> None:
    mount(
        page,
        full_record(),
        before="localStorage.setItem('milia:own-questions', 'Mine alone');",
        **REAL,
    )
    page.get_by_role("button", name="Erase my answers").click()
    page.get_by_role("dialog").get_by_role("button", name="Erase").click()
    for words in MINE.parts:
        expect(part(page, words["id"])).to_contain_text(words["empty"])
    expect(page.locator("[data-standing]")).to_have_count(0)
    expect(page.get_by_label("Your own questions")).to_have_value("")
