"""The Quiz in a page with no kernel, as a learner meets it: by pointer, by keyboard, by ear."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import Quiz
from milia.content.models import Idea, Item
from milia.widgets.quiz import table_of_parts

from .browser.checks import faults_on_screens, sideways_when_doubled
from .conftest import Watched
from .mounted import ADDRESS, mount
from .test_quiz import SHARED, case_item

pytestmark = pytest.mark.browser

MARK = "<b>&amp;</b>"  # words are text, whatever they hold


def choices(*ids: str) -> list[dict]:
    return [{"id": i, "text": f"Text of {i}", "feedback": f"Feedback of {i}."} for i in ids]


def item(name: str, kind: str = "single-choice", **fields: object) -> Item:
    whole = {"id": name, "type": kind, "stem": f"Stem of {name}? {MARK}", "claims": ["x"]}
    whole |= {"choices": choices("a", "b", "c"), "idea": "inside"} | fields
    return Item.model_validate_json(json.dumps(whole))


AFTER = {1: "inside", 2: "outside", 3: "inside"}
BANK = {
    i.id: i
    for i in [
        item("single", key="b", hint="Hint of single."),
        item("second", key="a", idea="outside"),
        item("several", "multiple-choice", choices=choices("a", "b", "c", "d"), keys=["a", "d"]),
        item("guess", "predict", key="c", reveal="What is so.", idea="outside"),
        item("post", "spot-error", by=f"A made-up post {MARK}", keys=["a", "c"]),
        *(item(f"post-{n}", key="b", parallel=f"pre-{n}", idea=i) for n, i in AFTER.items()),
        *(item(f"pre-{n}", key="a", pre_test=True, lesson="01_one") for n in (1, 2, 3)),
    ]
}
IDEAS = {
    "inside": Idea(id="inside", name="What is inside", lesson="01_one", heading="What is in it?"),
    "outside": Idea(id="outside", name="What is outside"),
}


@pytest.fixture(autouse=True)
def bank(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bank of plain items, so that no test turns on the course's own words."""
    shelves = {"item": BANK, "idea": IDEAS}
    for module in ("quiz", "reading"):
        monkeypatch.setattr(f"milia.widgets.quiz.{module}.find", lambda kind, n: shelves[kind][n])


def choose(root: Page | Locator, *ids: str) -> None:
    form = root.locator(".milia-quiz-item:visible")
    for choice in ids:
        form.locator(f"input[value={choice}]").check()
    form.locator("button[type=submit]").click()


def feedback(root: Page | Locator) -> Locator:
    return root.locator(".milia-quiz-item:visible .milia-quiz-feedback")


def kept(page: Page) -> dict:
    """What the browser keeps, by key."""
    return page.evaluate(
        "Object.fromEntries(Object.entries(localStorage).map(([k, v]) => [k, JSON.parse(v)]))"
    )


def told(page: Page, name: str, at: int = 0) -> object:
    return page.evaluate(f"window.models[{at}].saved.at(-1)?.{name}")


# -- scoring ---------------------------------------------------------------------------------


def test_the_page_scores_the_shared_cases_as_python_does(page: Page) -> None:
    items = {
        found["id"]: {
            "id": found["id"],
            "type": found["type"],
            "choices": found["choices"],
            "parts": [vars(part) for part in table_of_parts(case_item(found["id"]))],
        }
        for found in SHARED["items"]
    }
    mount(page)
    scored = page.evaluate(
        """async ({ script, items, cases }) => {
          const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
          const { outcomeOf } = await import(url);
          return cases.map(({ item, response }) => {
            const outcome = outcomeOf(items[item], response);
            return outcome && { points: outcome.points, possible: outcome.possible,
              feedback: outcome.parts.map((part) => part.feedback).filter(Boolean) };
          });
        }""",
        {
            "script": Quiz._esm + "\nexport { outcomeOf };",
            "items": items,
            "cases": SHARED["cases"],
        },
    )
    assert scored == [case["outcome"] for case in SHARED["cases"]]
    assert len(scored) > 20


# -- one item ---------------------------------------------------------------------------------


def test_each_choice_is_answered_in_its_own_words(page: Page) -> None:
    mount(page, Quiz("single"))
    for choice, verdict in [("a", "Not this one."), ("b", "Yes."), ("c", "Not this one.")]:
        choose(page, choice)
        expect(feedback(page)).to_contain_text(f"{verdict} Feedback of {choice}.")
        radio = page.get_by_role("radio", name=f"{verdict} Text of {choice}")
        expect(radio).to_be_checked()
    assert told(page, "attempt") == 3
    assert (told(page, "item"), told(page, "response")) == ("single", ["c"])


def test_nothing_is_checked_before_something_is_chosen(page: Page) -> None:
    mount(page, Quiz("single"))
    page.get_by_role("button", name="Check answer").click()
    expect(feedback(page)).to_have_text("Choose an answer first.")
    expect(page.get_by_role("radio").first).to_be_focused()
    assert kept(page) == {}
    assert told(page, "attempt") is None


def test_words_are_text_and_never_markup(page: Page) -> None:
    mount(page, Quiz("single"))
    expect(page.get_by_text(f"Stem of single? {MARK}")).to_be_visible()
    assert page.locator("legend b").count() == 0


def test_several_are_chosen_and_each_is_answered(page: Page) -> None:
    mount(page, Quiz("several"))
    expect(page.get_by_text("Choose all that fit.")).to_be_visible()
    choose(page, "a", "b")
    expect(feedback(page)).to_contain_text("Not yet. 1 of your choices does not fit. 1 more fits.")
    expect(feedback(page)).to_contain_text("Text of a: fits. Feedback of a.")
    expect(feedback(page)).to_contain_text("Text of b: does not fit. Feedback of b.")
    expect(feedback(page)).not_to_contain_text("Feedback of d.")
    page.locator("input[value=b]").uncheck()
    choose(page)
    expect(feedback(page)).to_contain_text("Not yet. What you chose fits. 1 more fits.")
    choose(page, "d")
    expect(feedback(page)).to_contain_text("Yes, that is all of them.")
    expect(page.get_by_role("checkbox", name="Fits. Text of d")).to_be_checked()
    assert told(page, "response") == ["a", "d"]


def test_a_guess_is_met_with_what_is_so_whatever_it_was(page: Page) -> None:
    for choice, verdict in [("a", "Your guess was different."), ("c", "Your guess fits.")]:
        mount(page, Quiz("guess"))
        page.evaluate("localStorage.clear()")
        mount(page, Quiz("guess"))
        expect(page.get_by_text("What is so.")).to_have_count(0)
        page.locator(f"input[value={choice}]").check()
        page.get_by_role("button", name="See the answer").click()
        expect(feedback(page)).to_contain_text(f"{verdict} Feedback of {choice}.")
        expect(feedback(page)).to_contain_text("What is so.")


def test_a_hint_waits_until_it_is_asked_for(page: Page) -> None:
    mount(page, Quiz("single"))
    hint = page.get_by_text("Hint of single.")
    expect(hint).to_be_hidden()
    page.get_by_text("Hint", exact=True).click()
    expect(hint).to_be_visible()


def test_who_was_sure_and_wrong_hears_more_and_is_led_back(page: Page) -> None:
    mount(page, Quiz("single", ask_sure=True))
    sure = page.get_by_text("You felt very sure")
    page.get_by_role("radio", name="Very sure").check()
    choose(page, "a")
    expect(sure).to_be_visible()
    link = page.get_by_role("link", name="Read again: What is in it?")
    expect(link).to_have_attribute("href", "01_one.ipynb#What-is-in-it?")
    assert kept(page)["milia:item:single"]["sure"] == "very"
    choose(page, "b")
    expect(sure).to_have_count(0)
    expect(link).to_have_count(0)
    page.get_by_role("radio", name="Guessing").check()
    choose(page, "c")
    expect(feedback(page)).to_contain_text("Feedback of c.")
    expect(sure).to_have_count(0)
    first = kept(page)["milia:item:single"]["first"]
    assert first.pop("at") < kept(page)["milia:item:single"]["at"]
    assert first == {"response": ["a"], "sure": "very"}  # the first try stays on record


def test_where_the_passage_is_on_this_page_the_link_goes_there(page: Page) -> None:
    heading = """const taught = Object.assign(document.createElement("h2"),
      { id: "What-is-in-it?", textContent: "What is in it?", style: "margin-top: 200vh" });
      document.querySelector("main").append(taught);"""
    mount(page, Quiz("single"), script=heading)
    choose(page, "a")
    page.get_by_role("link", name="Read again").click()
    expect(page.get_by_role("heading", name="What is in it?")).to_be_in_viewport()
    assert page.url == ADDRESS + "#What-is-in-it?"


def test_the_same_wrong_answer_twice_is_two_attempts_and_is_said_twice(page: Page) -> None:
    mount(page, Quiz("single"))
    feedback(page).evaluate(
        """node => { window.said = [];
          new MutationObserver(() => said.push(node.textContent))
            .observe(node, { childList: true, characterData: true, subtree: true }); }"""
    )
    for times in (1, 3):
        choose(page, "a")
        page.wait_for_function("times => window.said.length === times", arg=times)
    said = "Not this one. Feedback of a.Read again: What is in it?"
    assert page.evaluate("said") == [said, "", said]  # emptied between, or no ear hears it again
    assert told(page, "attempt") == kept(page)["milia:item:single"]["attempt"] == 2


def test_keys_typed_in_a_quiz_stay_in_it(page: Page) -> None:
    mount(page, Quiz("single"))
    page.evaluate("void (document.onkeydown = (event) => { window.leaked = event.key; })")
    page.get_by_role("radio").first.focus()
    for key in ("d", "d", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(feedback(page)).to_contain_text("Feedback of b.")
    assert page.evaluate("window.leaked") is None


def test_two_views_of_one_quiz_show_the_same(page: Page) -> None:
    quiz = Quiz("single")
    mount(page, quiz)
    page.evaluate(
        """async () => {
          const widget = (await import("/widget-0.js")).default;
          const el = document.querySelector("main").appendChild(document.createElement("div"));
          widget.render({ model: window.models[0], el });
        }"""
    )
    first, second = page.locator(".milia-quiz").all()
    choose(first, "b")
    expect(feedback(second)).to_contain_text("Feedback of b.")
    expect(second.locator("input[value=b]")).to_be_checked()
    choose(second, "a")
    expect(feedback(first)).to_contain_text("Feedback of a.")


def test_a_quiz_that_is_taken_away_leaves_nothing_behind(page: Page) -> None:
    mount(page, Quiz("single"))
    page.evaluate("window.cleanups[0]()")
    assert page.locator(".milia-quiz").count() == 0
    assert page.evaluate("window.models[0].heard['change:answers']") == []
    page.evaluate("dispatchEvent(new Event('milia:record'))")


# -- a set ------------------------------------------------------------------------------------

SET = ("single", "several", "second")


def count(page: Page) -> Locator:
    return page.locator(".milia-quiz-count")


def test_a_set_asks_one_by_one_and_ends_with_the_ideas(page: Page) -> None:
    mount(page, Quiz(*SET))
    expect(count(page)).to_have_text("Question 1 of 3")
    expect(page.get_by_role("button", name="Back")).to_be_hidden()
    choose(page, "a")
    page.get_by_role("button", name="Next question").click()
    expect(count(page)).to_have_text("Question 2 of 3")
    expect(page.locator("legend:focus")).to_contain_text("Stem of several?")
    page.get_by_role("button", name="Skip for now").click()
    choose(page, "a")
    page.get_by_role("button", name="See how it went").click()
    expect(page.get_by_role("heading", name="How it went")).to_be_focused()
    rows = page.locator(".milia-quiz-summary li")
    expect(rows).to_have_count(2)  # two ideas, three items
    expect(rows.nth(0)).to_contain_text("What is inside: look again.")
    expect(rows.nth(1)).to_have_text("What is outside: clear.")
    assert "%" not in page.locator(".milia-quiz").inner_text()
    rows.nth(0).get_by_role("button", name="Go to question 1").click()
    expect(page.locator("legend:focus")).to_contain_text("Stem of single?")
    choose(page, "b")
    for button in ("Next question", "Skip for now", "See how it went"):
        page.get_by_role("button", name=button).click()
    expect(rows.nth(0)).to_contain_text("What is inside: not answered yet. Go to question 2")


def test_a_set_goes_on_where_the_learner_left_off(page: Page) -> None:
    mount(page, Quiz(*SET))
    choose(page, "b")
    mount(page, Quiz(*SET))
    expect(count(page)).to_have_text("Question 2 of 3")
    assert page.evaluate("document.activeElement === document.body")  # a page opens at its top
    page.get_by_role("button", name="Back").click()
    expect(feedback(page)).to_contain_text("Feedback of b.")


def test_a_set_can_be_answered_by_keyboard_alone(page: Page) -> None:
    mount(page, Quiz("single", "several", ask_sure=True))
    press = page.keyboard.press
    for key in ("Tab", "ArrowDown", "Tab", "Tab", "Space", "ArrowRight", "Tab", "Enter"):
        press(key)  # a choice, past the hint, how sure, check
    expect(feedback(page)).to_contain_text("Feedback of b.")
    assert kept(page)["milia:item:single"]["sure"] == "fairly"
    press("Tab")
    press("Enter")  # on
    expect(page.locator("legend:focus")).to_contain_text("Stem of several?")
    for key in ("Tab", "Space", "Tab", "Tab", "Tab", "Space", "Enter"):
        press(key)
    expect(feedback(page)).to_contain_text("Yes, that is all of them.")


def test_wrong_sentences_of_a_post_are_marked_and_every_sentence_is_answered(page: Page) -> None:
    mount(page, Quiz("post"))
    expect(page.get_by_role("group")).to_contain_text("Mark each sentence that is wrong.A made-up")
    expect(page.locator(".milia-quiz-by")).to_have_text(f"A made-up post {MARK}")
    page.get_by_role("button", name="Check the post").click()
    expect(feedback(page)).to_have_text("Mark at least one sentence first.")
    choose(page, "a", "b")
    expect(feedback(page)).to_contain_text("Not yet. You found 1 of the 2 wrong sentences.")
    said = feedback(page).locator("li")
    expect(said.nth(0)).to_contain_text("Wrong, as you say. Feedback of a.")
    expect(said.nth(1)).to_contain_text("You marked it, but it is true. Feedback of b.")
    expect(said.nth(2)).to_contain_text("Wrong, and not marked yet. Feedback of c.")
    page.get_by_label("Text of b").uncheck()
    choose(page, "c")
    expect(feedback(page)).to_contain_text("Yes, those are the wrong ones, and no other.")
    expect(said.nth(1)).to_contain_text("True. Feedback of b.")
    assert kept(page)["milia:item:post"]["response"] == ["a", "c"]


# -- a pre-test -------------------------------------------------------------------------------

PRE = ("pre-1", "pre-2", "pre-3")


def test_a_pre_test_keeps_answers_and_says_nothing_of_right_and_wrong(page: Page) -> None:
    mount(page, Quiz(*PRE, pre_test=True, ask_sure=True))
    page.get_by_role("radio", name="Very sure").check()
    page.locator(".milia-quiz-item:visible input[value=b]").check()
    page.get_by_role("button", name="Keep and go on").click()
    expect(page.locator("legend:focus")).to_contain_text("Stem of pre-2?")
    page.get_by_role("button", name="Skip for now").click()
    choose(page, "a")
    expect(page.get_by_role("heading", name="Thank you")).to_be_focused()
    expect(page.locator(".milia-quiz-summary")).to_contain_text("You answered 2 of 3.")
    for _ in range(3):
        page.get_by_role("button", name="Back").click()
    assert "Feedback" not in page.locator("main").inner_text()
    assert page.locator("[data-outcome=success], [data-outcome=retry]").count() == 0
    expect(page.locator(".milia-quiz-item:visible input[value=b]")).to_be_checked()
    assert set(kept(page)) == {"milia:pre-test:pre-1", "milia:pre-test:pre-3"}


def test_a_test_item_practised_later_is_kept_apart(page: Page) -> None:
    mount(page, Quiz("pre-1", pre_test=True), Quiz("pre-1"))
    choose(page.locator(".milia-quiz").nth(0), "b")
    choose(page.locator(".milia-quiz").nth(1), "a")
    records = kept(page)
    assert records["milia:pre-test:pre-1"]["response"] == ["b"]
    assert records["milia:item:pre-1"]["response"] == ["a"]


# -- a post-test ------------------------------------------------------------------------------

POST = ("post-1", "post-2", "post-3")


def test_a_post_test_ends_with_then_and_now(page: Page) -> None:
    mount(page, Quiz(*PRE, pre_test=True))
    choose(page, "a")  # fits
    choose(page, "b")  # does not; the third is left open
    mount(page, Quiz(*POST, post_test=True))
    choose(page, "b")
    page.get_by_role("button", name="Next question").click()
    choose(page, "c")
    for button in ("Next question", "Skip for now"):
        page.get_by_role("button", name=button).click()
    rows = page.locator(".milia-quiz-summary > ul > li")
    expect(rows.nth(0)).to_have_text("1. What is insideBefore the course: you had it.Now: clear.")
    expect(rows.nth(1)).to_contain_text("Before the course: you thought otherwise.Now: look again.")
    expect(rows.nth(2)).to_contain_text("Before the course: not answered.Now: not answered yet.")
    page.get_by_text("What you said before the course").click()
    said = page.locator(".milia-quiz-summary details li")
    expect(said).to_have_count(2)
    expect(said.nth(0)).to_contain_text("You said: Text of aFeedback of a.")
    expect(said.nth(1)).to_contain_text("You said: Text of bFeedback of b.What fits: Text of a.")
    rows.nth(1).get_by_role("button", name="Go to question 2").click()
    expect(page.locator("legend:focus")).to_contain_text("Stem of post-2?")
    assert "%" not in page.locator(".milia-quiz").inner_text()


def test_a_post_test_without_a_pre_test_says_so(page: Page) -> None:
    mount(page, Quiz(*POST, post_test=True))
    for _ in POST:
        page.get_by_role("button", name="Skip for now").click()
    expect(page.locator(".milia-quiz-summary")).to_contain_text("there is no before to show")
    assert page.locator(".milia-quiz-summary details").count() == 0


# -- the learner's record ---------------------------------------------------------------------


def test_an_answer_stays_after_a_reload_with_its_feedback(page: Page) -> None:
    mount(page, Quiz("single"), Quiz("several"))
    choose(page.locator(".milia-quiz").nth(0), "a")
    choose(page.locator(".milia-quiz").nth(1), "a", "d")
    mount(page, Quiz("single"), Quiz("several"))
    expect(feedback(page).nth(0)).to_contain_text("Not this one. Feedback of a.")
    expect(feedback(page).nth(1)).to_contain_text("Yes, that is all of them.")
    assert told(page, "attempt") == 1


def test_the_newer_of_record_and_saved_notebook_wins(page: Page) -> None:
    said = {"response": ["a"], "sure": ""}
    saved = {"item": "single", **said, "attempt": 1, "at": 1000, "first": said}
    quiz = Quiz("single")
    quiz.answers = [saved]
    mount(page, quiz)  # an empty browser: what there is comes from the notebook, and is kept
    expect(feedback(page)).to_contain_text("Feedback of a.")
    assert kept(page)["milia:item:single"]["at"] == 1000
    choose(page, "b")
    quiz.answers = [saved]
    mount(page, quiz)
    expect(feedback(page)).to_contain_text("Feedback of b.")
    quiz.answers = [saved | {"at": 9_999_999_999_999}]
    mount(page, quiz)
    expect(feedback(page)).to_contain_text("Feedback of a.")


def test_erasing_is_not_undone_by_a_saved_notebook(page: Page) -> None:
    quiz = Quiz("single")
    said = {"response": ["a"], "sure": ""}
    quiz.answers = [{"item": "single", **said, "attempt": 1, "at": 1000, "first": said}]
    mount(page, quiz)
    page.evaluate("localStorage.setItem('milia:erased', '2000')")
    page.evaluate("localStorage.removeItem('milia:item:single')")
    mount(page, quiz)
    expect(feedback(page)).to_be_empty()
    assert told(page, "answers") == []


ANSWER = {
    "response": ["a"],
    "sure": "",
    "attempt": 1,
    "at": 5,
    "first": {"response": ["a"], "sure": ""},
}


def test_a_sound_record_is_shown(page: Page) -> None:
    mount(page)
    page.evaluate("text => localStorage.setItem('milia:item:single', text)", json.dumps(ANSWER))
    mount(page, Quiz("single"))
    expect(feedback(page)).to_contain_text("Feedback of a.")


JUNK = [
    "not json",
    "null",
    "[]",
    '{"response": "a"}',
    json.dumps(ANSWER | {"response": ["zz"]}),
    json.dumps(ANSWER | {"attempt": -1}),
    json.dumps(ANSWER | {"at": "5"}),
    json.dumps(ANSWER | {"first": None}),
]


def test_a_damaged_record_is_as_good_as_none(page: Page) -> None:
    mount(page)
    for junk in JUNK:
        page.evaluate("localStorage.clear()")
        page.evaluate("junk => localStorage.setItem('milia:item:single', junk)", junk)
        mount(page, Quiz("single"))
        expect(page.locator("input:checked"), junk).to_have_count(0)
        choose(page, "b")
        expect(feedback(page), junk).to_contain_text("Feedback of b.")
        assert kept(page)["milia:item:single"]["attempt"] == 1, junk


def test_another_tab_is_followed_when_it_answers_and_when_it_erases(page: Page) -> None:
    mount(page, Quiz("single"))
    other = page.context.new_page()
    mount(other, Quiz("single"))
    choose(other, "b")
    expect(feedback(page)).to_contain_text("Feedback of b.")
    erase = "localStorage.clear(); localStorage.setItem('milia:erased', Date.now())"
    other.evaluate(erase)
    expect(feedback(page)).to_be_empty()
    expect(page.locator("input:checked")).to_have_count(0)
    assert told(page, "attempt") == 0


FAULTS = {
    "forbidden": """Object.defineProperty(window, "localStorage",
        { get() { throw new DOMException("no", "SecurityError"); } });""",
    "full": """Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError"); };""",
    "missing": 'Object.defineProperty(window, "localStorage", { value: null });',
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_where_nothing_can_be_kept_it_works_and_says_so(fresh_page: Page, fault: str) -> None:
    fresh_page.add_init_script(fault)
    mount(fresh_page, Quiz(*SET))
    choose(fresh_page, "a")
    expect(feedback(fresh_page)).to_contain_text("Feedback of a.")
    note = fresh_page.get_by_text("This browser cannot keep your answers.")
    expect(note).to_be_visible()
    choose(fresh_page, "b")
    expect(feedback(fresh_page)).to_contain_text("Feedback of b.")
    fresh_page.get_by_role("button", name="Next question").click()
    choose(fresh_page, "a", "d")
    expect(feedback(fresh_page)).to_contain_text("Yes, that is all of them.")
    expect(note).to_be_visible()
    assert told(fresh_page, "attempt") == 3


def test_a_really_full_storage_is_survived(page: Page) -> None:
    mount(page, Quiz("single"))
    page.evaluate(
        """() => { let size = 1 << 22, count = 0;
          while (size >= 1) try { localStorage.setItem("x" + count++, "y".repeat(size)); }
            catch { size = Math.floor(size / 2); }
        }"""
    )
    choose(page, "b")
    expect(feedback(page)).to_contain_text("Feedback of b.")
    expect(page.get_by_text("This browser cannot keep your answers.")).to_be_visible()
    page.evaluate("Object.keys(localStorage).forEach((k) => localStorage.removeItem(k))")
    choose(page, "b")
    expect(page.get_by_text("This browser cannot keep your answers.")).to_have_count(0)


def test_a_browser_that_cleared_the_record_by_itself_is_noticed(page: Page) -> None:
    mount(page, Quiz("single"))
    choose(page, "a")
    page.evaluate("localStorage.clear()")
    choose(page, "b")
    expect(page.get_by_text("This browser has cleared older answers by itself.")).to_be_visible()
    assert set(kept(page)) == {"milia:item:single"}


# -- for every eye, ear and hand --------------------------------------------------------------


def answered_pages(page: Page) -> None:
    """A page with everything a quiz can show at once."""
    quizzes = [Quiz("single", ask_sure=True), Quiz("several"), Quiz("guess"), Quiz(*SET)]
    mount(page, *quizzes)
    first, several, guess, _ = page.locator(".milia-quiz").all()
    first.get_by_text("Hint", exact=True).click()
    first.get_by_role("radio", name="Very sure").check()
    choose(first, "a")
    choose(several, "a", "b")
    choose(guess, "a")
    mount(page, *quizzes, Quiz(*PRE, pre_test=True))
    expect(feedback(page).first).to_contain_text("Feedback")


def test_axe_finds_nothing_and_all_is_within_reach_on_every_screen(page: Page) -> None:
    answered_pages(page)
    assert faults_on_screens(page) == {}
    assert sideways_when_doubled(page) == {}


def test_a_screen_reader_hears_group_choices_and_verdict(page: Page) -> None:
    mount(page, Quiz("single", ask_sure=True))
    choose(page, "a")
    expect(feedback(page)).to_contain_text("Feedback of a.")
    heard = page.locator(".milia-quiz").aria_snapshot()
    assert 'group "Stem of single?' in heard
    assert 'radio "Not this one. Text of a" [checked]' in heard
    assert 'group "How sure are you? (You may leave this out.)"' in heard
    assert heard.index("status:") < heard.index("Not this one. Feedback of a.")


def test_a_finger_is_enough(watched: Watched) -> None:
    page = watched.open(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 700})
    mount(page, Quiz(*SET, ask_sure=True))
    page.get_by_text("Text of a").first.tap()
    page.get_by_text("Very sure").first.tap()
    page.get_by_role("button", name="Check answer").tap()
    expect(feedback(page)).to_contain_text("Feedback of a.")
    expect(page.get_by_text("You felt very sure")).to_be_visible()
    page.get_by_role("button", name="Next question").tap()
    expect(count(page)).to_have_text("Question 2 of 3")


def test_forced_colours_leave_every_edge_and_verdict(watched: Watched) -> None:
    page = watched.open(forced_colors="active")
    mount(page, Quiz("single"))
    choose(page, "a")
    label = page.locator("label[data-outcome=retry]")
    style = label.evaluate("n => [getComputedStyle(n).borderTopStyle, n.innerText]")
    assert style == ["dashed", "Not this one. Text of a"]
    button = page.get_by_role("button", name="Check answer")
    assert button.evaluate("n => getComputedStyle(n).borderTopWidth") == "2px"


def test_nothing_moves_by_itself(page: Page) -> None:
    mount(page, Quiz(*SET))
    choose(page, "a")
    expect(feedback(page)).to_contain_text("Feedback of a.")
    assert page.evaluate("document.getAnimations().length") == 0


# -- asked again -----------------------------------------------------------------------------


def test_my_answers_leads_to_an_item_that_is_asked_afresh_the_next_day(page: Page) -> None:
    mount(page, Quiz("single", "several", "second", ask_sure=True))
    page.get_by_role("button", name="Skip for now").click()
    choose(page, "a", "b")
    before = kept(page)
    quiz = Quiz("single", "several", "second", ask_sure=True)
    tomorrow = "const now = Date.now; Date.now = () => now() + 86_400_000;"
    mount(page, quiz, path="#ask-several")  # today it stands as it was answered
    expect(page.get_by_text("Question 2 of 3")).to_be_visible()
    expect(page.locator(".milia-quiz-item:visible :checked")).to_have_count(2)
    page.goto("about:blank")
    mount(page, quiz, path="#ask-several", script=tomorrow)
    legend = page.locator(".milia-quiz-item:visible legend").first
    expect(legend).to_be_focused()
    expect(legend).to_be_in_viewport()
    expect(page.locator(".milia-quiz-item:visible :checked")).to_have_count(0)
    expect(feedback(page)).to_be_empty()
    assert kept(page) == before
    choose(page, "a", "d")
    expect(feedback(page)).to_contain_text("Yes, that is all of them.")
    answer = kept(page)["milia:item:several"]
    assert (answer["attempt"], answer["first"]) == (2, before["milia:item:several"]["first"])
    assert answer["at"] - answer["first"]["at"] >= 86_400_000


def test_what_is_asked_again_stays_in_sight_while_the_page_grows_until_the_learner_acts(
    page: Page,
) -> None:
    mount(page, Quiz("single"), path="#ask-single")
    legend = page.locator("legend").first
    expect(legend).to_be_focused()
    grow = """() => {
      document.documentElement.style.overflowAnchor = "none"; // not every browser has anchors
      const more = document.createElement("div");
      more.style.height = "3000px";
      document.querySelector("main").prepend(more);
    }"""
    page.evaluate(grow)
    expect(legend).to_be_in_viewport()
    page.keyboard.press("Shift")
    page.evaluate(grow)
    expect(legend).not_to_be_in_viewport()


def test_a_pre_test_and_any_other_address_are_left_as_they_stand(page: Page) -> None:
    mount(page, Quiz("pre-1", "pre-2", pre_test=True), path="#ask-pre-2")
    expect(page.get_by_text("Question 1 of 2")).to_be_visible()
    page.goto("about:blank")
    mount(page, Quiz("single", "several"), path="#ask-nothing")
    expect(page.get_by_text("Question 1 of 2")).to_be_visible()


# -- on paper ---------------------------------------------------------------------------------


def test_on_paper_boxes_are_empty_and_answers_stand_at_the_end(page: Page) -> None:
    mount(page, Quiz("single"), Quiz(*SET[1:]), Quiz("guess"), Quiz(*PRE, pre_test=True))
    choose(page.locator(".milia-quiz").nth(0), "a")
    page.emulate_media(media="print")
    forms = page.locator(".milia-quiz-item")
    expect(forms).to_have_count(7)
    for form in forms.all():
        assert form.is_visible()
        for box in form.locator("input").all():
            assert box.evaluate("n => getComputedStyle(n).appearance") == "none"
            assert box.evaluate("n => getComputedStyle(n).backgroundColor") == "rgba(0, 0, 0, 0)"
    for hidden in page.locator(".milia-quiz :is(button, output, .milia-quiz-mark)").all():
        assert hidden.is_hidden()
    answers = page.locator("main > :last-child")
    expect(answers.get_by_role("heading", level=2)).to_have_text("Answers")
    stems = answers.get_by_role("heading", level=3).all_inner_texts()
    assert [stem.split("?")[0] for stem in stems] == [
        f"Stem of {name}" for name in ("single", "several", "second", "guess")
    ]
    expect(answers).to_contain_text("Text of b: Feedback of b.")
    expect(answers).not_to_contain_text("pre-")
    assert answers.get_by_role("listitem").count() == 5
    page.emulate_media(media="screen")
    expect(page.locator(".milia-answers")).to_have_count(0)


def test_a_printed_file_holds_the_answers(page: Page, tmp_path) -> None:
    mount(page, Quiz("single"))
    page.evaluate(
        "addEventListener('beforeprint', () => { window.printed = document.body.textContent; })"
    )
    page.pdf(path=tmp_path / "page.pdf")
    assert "Feedback of b." in page.evaluate("window.printed")
    expect(page.locator(".milia-answers")).to_have_count(0)
