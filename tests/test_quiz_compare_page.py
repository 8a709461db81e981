"""Two cases compared in a page with no kernel: same first, then different, then the rule."""

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import Quiz
from milia.content import find
from milia.content.models import Idea, Item

from .browser.checks import axe_violations, sideways, small_targets
from .conftest import Watched
from .mounted import mount
from .test_quiz import case_item

pytestmark = pytest.mark.browser

PAIR = case_item("pair")
BARE = PAIR.model_copy(
    update={
        "id": "bare",
        "choices": PAIR.choices[:2],
        "places": PAIR.places[:2],
    }
)
IDEA = Idea(id="x", name="What is inside", lesson="01_one", heading="What is in it?")
REAL = "two-calm-dots"
RIGHT = ["a:same", "b:different", "c:untold", "pair:s"]
HEADINGS = [
    "Step 1 of 3. What is the same in both?",
    "Step 2 of 3. What is different?",
    "Step 3 of 3. So what is the rule?",
]


@pytest.fixture(autouse=True)
def bank(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pair of plain cases beside the course's own items."""
    plain = {"pair": PAIR, "bare": BARE, "x": IDEA}
    for module in ("quiz", "reading"):
        monkeypatch.setattr(
            f"milia.widgets.quiz.{module}.find", lambda kind, n: plain.get(n) or find(kind, n)
        )


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def shown_steps(page: Page) -> Locator:
    return page.locator(".milia-compare-step:visible > legend")


def at_step(page: Page, number: int) -> None:
    """This step alone is open, and its heading has the focus."""
    expect(shown_steps(page)).to_have_count(1)
    expect(shown_steps(page)).to_contain_text(HEADINGS[number - 1])
    expect(shown_steps(page)).to_be_focused()


def box(page: Page, text: str) -> Locator:
    return page.get_by_role("checkbox", name=text)


def told(page: Page) -> list[str] | None:
    return page.evaluate("window.models[0].saved.at(-1)?.response")


def feedback(page: Page) -> Locator:
    return page.locator(".milia-quiz-feedback")


def test_three_steps_lead_to_one_answer_and_the_way_back_keeps_the_marks(page: Page) -> None:
    mount(page, Quiz("pair"))
    expect(page.get_by_text("Text of one.")).to_be_visible()
    check = page.get_by_role("button", name="Check answer")
    expect(check).to_have_count(0)
    expect(page.get_by_role("button", name="Back a step")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_have_count(3)
    box(page, "Text of a").check()
    box(page, "Text of b").check()
    press(page, "Next step")
    at_step(page, 2)
    expect(page.get_by_text("What you leave unmarked counts as: Not told.")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(1)
    press(page, "Back a step")
    at_step(page, 1)
    expect(box(page, "Text of b")).to_be_checked()
    box(page, "Text of b").uncheck()
    press(page, "Next step")
    box(page, "Text of b").check()
    press(page, "Next step")
    at_step(page, 3)
    expect(page.get_by_role("button", name="Next step")).to_have_count(0)
    press(page, "Check answer")
    expect(feedback(page)).to_have_text("Something is still open here. Mark it first.")
    expect(page.get_by_role("radio", name="Text of r")).to_be_focused()
    assert told(page) is None
    page.get_by_role("radio", name="Text of s").check()
    press(page, "Check answer")
    assert told(page) == RIGHT
    expect(feedback(page).locator("strong").first).to_have_text("Yes, each is where it belongs.")
    expect(feedback(page).locator("li")).to_have_text(
        [
            "Text of a: The same. Feedback of a.",
            "Text of b: Different. Feedback of b.",
            "Text of c: Not told. Feedback of c.",
            "Text of s. Feedback of s.",
        ]
    )


def test_steps_may_be_passed_and_what_was_wrong_is_marked_in_words(page: Page) -> None:
    mount(page, Quiz("pair"))
    press(page, "Next step")
    at_step(page, 2)
    box(page, "Text of c").check()
    press(page, "Next step")
    page.get_by_role("radio", name="Text of r").check()
    press(page, "Check answer")
    assert told(page) == ["c:different", "a:untold", "b:untold", "pair:r"]
    expect(feedback(page)).to_contain_text("Not yet. 0 of 4 are where they belong.")
    expect(feedback(page)).to_contain_text("Text of a: Not told (look again). Feedback of a.")
    expect(shown_steps(page)).to_have_count(3)
    expect(box(page, "Look again. Text of c")).to_be_checked()
    expect(page.get_by_role("radio", name="Look again. Text of r")).to_be_checked()
    # All is open now, and changed in place; a mark goes with what it was about.
    page.locator(".milia-compare-step").first.get_by_label("Text of a").check()
    expect(page.get_by_role("checkbox", name="Look again. Text of a")).to_have_count(0)
    expect(page.locator(".milia-compare-step").nth(1).get_by_text("Text of a")).to_be_hidden()
    page.get_by_role("radio", name="Text of s").check()
    press(page, "Check answer")
    assert told(page) == ["a:same", "c:different", "b:untold", "pair:s"]
    expect(feedback(page)).to_contain_text("Not yet. 2 of 4 are where they belong.")
    expect(box(page, "Fits. Text of a")).to_be_checked()


def test_an_answer_comes_back_with_all_steps_open_and_goes_when_it_is_erased(page: Page) -> None:
    mount(page, Quiz("pair"))
    keep = """localStorage.setItem("milia:item:pair", JSON.stringify({ response: %s, sure: "",
      attempt: 1, at: 5, first: { response: %s, sure: "" } }));"""
    mount(page, Quiz("pair"), script=keep % (RIGHT, RIGHT))
    expect(shown_steps(page)).to_have_count(3)
    expect(box(page, "Fits. Text of a")).to_be_checked()
    expect(page.get_by_role("radio", name="Fits. Text of s")).to_be_checked()
    expect(page.get_by_role("button", name="Next step")).to_have_count(0)
    expect(feedback(page)).to_contain_text("Yes, each is where it belongs.")
    page.evaluate("localStorage.clear(); localStorage.setItem('milia:erased', 6)")
    page.evaluate("dispatchEvent(new Event('milia:record'))")
    expect(shown_steps(page)).to_have_count(1)
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)


def test_where_all_must_be_the_same_or_different_nothing_stays_unmarked(page: Page) -> None:
    mount(page, Quiz("bare"))
    box(page, "Text of a").check()
    press(page, "Next step")
    press(page, "Next step")
    page.get_by_role("radio", name="Text of s").check()
    press(page, "Check answer")
    expect(feedback(page)).to_have_text("Something is still open here. Mark it first.")
    expect(box(page, "Text of b")).to_be_focused()
    box(page, "Text of b").check()
    press(page, "Next step")
    press(page, "Check answer")
    assert told(page) == ["a:same", "b:different", "bare:s"]


def test_the_keyboard_alone_answers_and_enter_goes_on(page: Page) -> None:
    mount(page, Quiz("pair"))
    page.keyboard.press("Tab")
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    for key in ("Space", "Enter"):  # Enter in a box is the way on, not yet the answer
        page.keyboard.press(key)
    at_step(page, 2)
    for key in ("Tab", "Space", "Tab", "Tab", "Tab", "Enter"):  # a mark; past the other, and Back
        page.keyboard.press(key)
    at_step(page, 3)
    for key in ("Tab", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(feedback(page)).to_contain_text("1 of 4 is where it belongs")
    assert len(told(page)) == 4
    assert page.evaluate("window.leaked") is None


def test_it_works_by_touch(watched: Watched) -> None:
    page = watched.open(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    mount(page, Quiz("pair"))
    page.get_by_text("Text of a", exact=True).first.tap()
    page.get_by_role("button", name="Next step").tap()
    page.locator("label:visible", has_text="Text of b").tap()
    page.get_by_role("button", name="Next step").tap()
    page.locator("label:visible", has_text="Text of s").tap()
    page.get_by_role("button", name="Check answer").tap()
    expect(feedback(page)).to_contain_text("Yes, each is where it belongs.")


def test_no_complaint_in_any_state_width_or_scheme(page: Page) -> None:
    mount(page, Quiz(REAL, ask_sure=True), script='document.querySelector("h1").id = "top";')

    def checked() -> None:
        for scheme, width in (("light", 320), ("dark", 1200)):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert axe_violations(page) == []
            assert sideways(page) == []
            assert small_targets(page) == []

    checked()
    page.get_by_role("checkbox").first.check()
    press(page, "Next step")
    page.get_by_role("checkbox").first.check()
    checked()
    press(page, "Next step")
    page.get_by_role("radio").first.check()
    press(page, "Check answer")
    checked()


def test_the_cases_stand_side_by_side_only_where_there_is_room(page: Page) -> None:
    mount(page, Quiz(REAL))
    tops = "[...document.querySelectorAll('.milia-compare-cases > div')].map((n) => n.offsetTop)"
    page.set_viewport_size({"width": 1000, "height": 800})
    assert len(set(page.evaluate(tops))) == 1
    page.set_viewport_size({"width": 390, "height": 800})
    assert len(set(page.evaluate(tops))) == 2


def test_on_paper_a_table_to_tick_stands_for_the_steps_before_the_rule(page: Page) -> None:
    mount(page, Quiz("pair"))
    box(page, "Text of a").check()
    page.emulate_media(media="print")
    expect(page.get_by_role("row")).to_have_text(
        ["The sameDifferentNot told", "Text of c", "Text of a", "Text of b"]
    )
    expect(page.locator(".milia-quiz-box")).to_have_count(9)
    expect(shown_steps(page)).to_have_count(1)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect(page.get_by_role("radio").first).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("legend").first).to_contain_text("Tick one box in each row.")
    answers = page.locator(".milia-answers-quiz li")
    expect(answers).to_have_text(
        [
            "Text of a: The same: Feedback of a.",
            "Text of b: Different: Feedback of b.",
            "Text of c: Not told: Feedback of c.",
            "Text of s: Feedback of s.",
        ]
    )
    page.emulate_media(media="screen")
    expect(page.get_by_role("row")).to_have_count(0)
    expect(box(page, "Text of a")).to_be_checked()


@pytest.mark.parametrize("ids", [["different", "same", "untold"], ["same", "untold", "different"]])
def test_a_compare_without_same_and_different_is_refused(ids: list[str]) -> None:
    places = [{"id": id_, "text": id_} for id_ in ids]
    with pytest.raises(ValueError, match="places in 'same', in 'different'"):
        Item.model_validate_json(
            PAIR.model_copy(update={"places": ()})
            .model_dump_json()
            .replace('"places":[]', f'"places":{places}'.replace("'", '"'))
        )
