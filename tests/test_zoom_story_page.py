"""The zoom story in a page with no kernel: by pointer, touch, keyboard, ear, still, on paper."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import ZoomStory
from milia.content import load

from .browser.checks import faults_on_screens, sideways_when_doubled
from .conftest import Watched
from .mounted import mount, state_of

pytestmark = pytest.mark.browser

WORDS = load().zooming["milium-and-pustule"]
WAYS = {way.id: way for way in WORDS.stories}
LAST = len(WORDS.stories[0].steps)
HEADING = """const heading = document.createElement("h2");
heading.textContent = "All the way down";
document.querySelector("main").append(heading);"""
SEEN = """() => [...document.querySelectorAll(".milia-zoom figure svg[role=img]")]
  .filter((node) => getComputedStyle(node).visibility === "visible").length"""
COLOUR = """() => {
  const canvas = document.querySelector(".milia-zoom canvas");
  return [...canvas.getContext("2d").getImageData(10, 10, 1, 1).data].join();
}"""
FACE = """() => getComputedStyle(document.querySelector(".milia-face"))
  .getPropertyValue("--face-base")"""
PAINTED = "[...document.querySelectorAll('.milia-zoom canvas')].every((c) => c.width === 256)"


def opened(page: Page, motion: str = "reduce", script: str = "") -> None:
    page.emulate_media(reduced_motion=motion)
    story = ZoomStory()
    held = json.dumps({each.model_id: state_of(each) for each in story.surfaces})
    manager = f"""const held = {held};
    window.asked = [];
    Model.prototype.widget_manager = {{ get_model: async (name) => {{
      asked.push(held[name].number);
      return new Model(held[name]);
    }} }};"""
    mount(page, story, script=HEADING + manager + script)
    page.wait_for_function(PAINTED)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def radio(page: Page, name: str) -> Locator:
    return page.get_by_role("radio", name=name, exact=True)


def at(page: Page, story: str, number: int) -> None:
    """Nothing but this view is seen, heard and marked."""
    step = WAYS[story].steps[number - 1]
    shown = page.locator(".milia-zoom figure[data-shown]")
    expect(shown).to_have_count(1)
    for words in (f"Step {number} of {LAST}", step.name, step.looking, step.says):
        expect(shown).to_contain_text(words)
    expect(page.locator("svg[role=img]:visible")).to_have_count(1)
    expect(page.get_by_role("img", name=f"{step.name} {step.alt}", exact=True)).to_be_visible()
    expect(radio(page, f"{number} {step.name}")).to_be_checked()
    expect(radio(page, WAYS[story].name)).to_be_checked()
    expect(button(page, "Back")).to_have_attribute("aria-disabled", str(number == 1).lower())
    expect(button(page, "Next")).to_have_attribute("aria-disabled", str(number == LAST).lower())
    state = page.evaluate("[window.models[0].get('story'), window.models[0].get('step')]")
    assert state == [story, number]


def test_next_back_and_the_list_lead_through_both_stories_by_pointer(page: Page) -> None:
    opened(page)
    for number in range(1, LAST + 1):
        at(page, "milium", number)
        button(page, "Next").click(force=True)
    at(page, "milium", LAST)
    page.locator("label", has_text=WAYS["pustule"].name).click()
    at(page, "pustule", LAST)
    for number in range(LAST - 1, 0, -1):
        button(page, "Back").click()
        at(page, "pustule", number)
    button(page, "Back").click(force=True)
    at(page, "pustule", 1)
    radio(page, f"3 {WAYS['pustule'].steps[2].name}").click()
    at(page, "pustule", 3)
    page.evaluate("window.cleanups[0]()")
    assert page.locator(".milia-zoom").count() == 0
    heard = page.evaluate("Object.values(window.models[0].heard).flat().length")
    assert heard == 0


def test_the_keyboard_goes_down_and_the_step_is_said_once(page: Page) -> None:
    opened(page, script="addEventListener('keydown', () => { window.leaked = true; });")
    page.keyboard.press("Tab")
    expect(radio(page, WAYS["milium"].name)).to_be_focused()
    page.evaluate("delete window.leaked")  # that key came from the page itself
    page.keyboard.press("ArrowRight")
    at(page, "pustule", 1)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(button(page, "Next")).to_be_focused()
    page.keyboard.press("Enter")
    at(page, "pustule", 2)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    at(page, "pustule", 4)
    step = WAYS["pustule"].steps[3]
    said = f"A pustule. Step 4 of 4. {step.name}. {step.looking} {step.says}"
    expect(page.locator(".milia-spoken")).to_have_text(said)
    assert page.evaluate("window.leaked") is None


def test_touch_goes_down_too(watched: Watched) -> None:
    page = watched.open(has_touch=True, viewport={"width": 390, "height": 844})
    opened(page)
    for number in range(1, LAST):
        button(page, "Next").tap()
        at(page, "milium", number + 1)


def test_one_even_zoom_leads_into_the_square_and_ends(page: Page) -> None:
    opened(page, motion="no-preference")
    steps = ZoomStory().stories[0]["steps"]
    for came, number in ((1, 2), (2, 3), (3, 4), (4, 3)):
        name = "Next" if number > came else "Back"
        frames = page.evaluate(
            """(name) => {
              [...document.querySelectorAll(".milia-zoom button")]
                .find(({ textContent }) => textContent === name).click();
              const moves = document.getAnimations();
              moves.forEach((move) => move.pause());
              return moves.slice(0, 2).map((move) => [move.effect.getTiming().duration,
                move.effect.getKeyframes().map(({ transform, transformOrigin }) =>
                  [Number(transform.match(/\\(([\\d.e-]+)/)[1]), transformOrigin])]);
            }""",
            name,
        )
        (duration, outer), (_, inner) = frames
        assert duration == 600
        side = steps[min(number, came) - 1]["next"][2]
        assert {origin for _, origin in outer} == {origin for _, origin in inner}
        for (wide, _), (near, _) in zip(outer, inner, strict=True):
            assert near / wide == pytest.approx(side, rel=0.01)
        assert outer[0 if name == "Next" else -1][0] == pytest.approx(1)
        assert inner[-1 if name == "Next" else 0][0] == pytest.approx(1)
        assert page.evaluate(SEEN) == 2
        page.evaluate("document.getAnimations().forEach((move) => move.finish())")
        expect(page.locator("[data-leaving]")).to_have_count(0)
        at(page, "milium", number)


def test_nothing_moves_where_less_motion_is_asked_for_or_steps_are_left_out(page: Page) -> None:
    opened(page)
    button(page, "Next").click()
    assert page.evaluate("document.getAnimations().length") == 0
    page.emulate_media(reduced_motion="no-preference")
    radio(page, f"4 {WAYS['milium'].steps[3].name}").click()
    assert page.evaluate("document.getAnimations().length") == 0
    at(page, "milium", 4)


def test_the_surface_has_the_tone_that_was_chosen_and_follows_it(page: Page) -> None:
    opened(page)
    usual, face = page.evaluate(COLOUR), page.evaluate(FACE)
    for kept, tone in (("9", "9"), ("77", "6"), ("nonsense", "6")):
        page.evaluate("tone => localStorage.setItem('milia:tone', tone)", kept)
        page.evaluate("void dispatchEvent(new Event('milia:record'))")
        expect(page.locator(".milia-zoom")).to_have_attribute("data-tone", tone)
        page.wait_for_function(f"({COLOUR})() {'!==' if tone == '9' else '==='} {usual!r}")
        assert (page.evaluate(FACE) == face) == (tone == "6")
    assert page.evaluate("window.asked") == [6, 9, 6]  # no other is fetched
    page.evaluate("document.documentElement.dataset.tone = 2")
    page.evaluate("void dispatchEvent(new Event('milia:tone'))")
    expect(page.locator(".milia-zoom")).to_have_attribute("data-tone", "2")


def test_axe_finds_nothing_and_all_is_within_reach(page: Page) -> None:
    opened(page)
    wrong = {"first": faults_on_screens(page, (320, 1200))}
    radio(page, WAYS["pustule"].name).click()
    radio(page, f"4 {WAYS['pustule'].steps[3].name}").click()
    wrong["last"] = faults_on_screens(page, (320, 1200))
    wrong["doubled"] = sideways_when_doubled(page)
    assert {place: found for place, found in wrong.items() if found} == {}


def test_paper_shows_all_views_of_both_stories_side_by_side(page: Page) -> None:
    opened(page)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 760, "height": 1000})
    assert page.evaluate(SEEN) == 2 * LAST
    seen = page.locator("main").inner_text()
    for way in WORDS.stories:
        for step in way.steps:
            assert step.says in seen
    assert "Next" not in seen
    boxes = [node.bounding_box() for node in page.locator(".milia-zoom-frame").all()]
    assert len({round(box["y"]) for box in boxes}) == 2  # a row for each story
    assert len({round(box["x"]) for box in boxes}) == LAST
