"""Step by step in a page with no kernel: by pointer, keyboard and ear, playing, and on paper."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import StepByStep
from milia.content import load

from .browser.checks import WIDTHS, axe_violations, faults_on_screens, sideways_when_doubled
from .conftest import Watched
from .mounted import mount

pytestmark = pytest.mark.browser

STORIES = load().stories
STORY = STORIES["pore-to-pimple"]
LAST = len(STORY.steps)
LONG = 7000  # ms: as in step_by_step.js
HEADING = """const heading = document.createElement("h2");
heading.textContent = "How it comes about";
document.querySelector("main").append(heading);"""


def opened(page: Page, *names: str) -> None:
    mount(page, *map(StepByStep, names or [STORY.id]), script=HEADING)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def press(page: Page, name: str) -> None:
    button(page, name).click(force=True)  # also where it has nothing to do


def at_step(page: Page, number: int) -> None:
    """Nothing but this step is seen, heard and marked."""
    expect(page.locator(".milia-steps-page[data-shown] h4")).to_have_text(
        STORY.steps[number - 1].name
    )
    expect(page.locator("h4:visible")).to_have_count(1)
    expect(page.locator("[aria-current='step']")).to_have_text(
        f"{number} {STORY.steps[number - 1].name}"
    )


def spoken(page: Page) -> Locator:
    return page.locator(".milia-spoken")


# -- one step at a time -----------------------------------------------------------------------


def test_next_and_back_go_one_step_and_stop_at_the_ends(page: Page) -> None:
    opened(page)
    expect(button(page, "Back")).to_have_attribute("aria-disabled", "true")
    for number in range(1, LAST + 1):
        at_step(page, number)
        press(page, "Next")
    at_step(page, LAST)
    expect(button(page, "Next")).to_have_attribute("aria-disabled", "true")
    press(page, "Back")
    at_step(page, LAST - 1)
    expect(button(page, "Next")).to_have_attribute("aria-disabled", "false")
    assert page.evaluate("window.models[0].get('step')") == LAST - 1


def test_each_step_shows_its_picture_its_count_and_its_words(page: Page) -> None:
    opened(page)
    for number, step in enumerate(STORY.steps, 1):
        shown = page.locator(".milia-steps-page[data-shown]")
        expect(shown).to_contain_text(f"Step {number} of {LAST}")
        expect(shown).to_contain_text(step.says)
        expect(shown.get_by_role("img", name=step.name)).to_be_visible()
        press(page, "Next")


def test_the_list_leads_to_any_step(page: Page) -> None:
    opened(page)
    for number in (4, 2, 5, 1):
        press(page, STORY.steps[number - 1].name)
        at_step(page, number)


def test_python_moves_the_page_too(page: Page) -> None:
    opened(page)
    page.evaluate("window.models[0].set('step', 3)")
    at_step(page, 3)


def test_the_ear_hears_each_step_once_and_nothing_on_opening(page: Page) -> None:
    opened(page)
    expect(spoken(page)).to_be_empty()
    page.evaluate(
        """() => { window.heard = [];
        new MutationObserver(() => {
          const text = document.querySelector(".milia-spoken").textContent;
          if (text) window.heard.push(text);
        }).observe(document.querySelector(".milia-spoken"), { childList: true }); }"""
    )
    press(page, "Next")
    press(page, STORY.steps[1].name)  # it is shown already
    said = StepByStep(STORY.id).describe(2)
    expect(spoken(page)).to_have_text(said)
    assert page.evaluate("window.heard") == [said]
    expect(spoken(page)).to_have_attribute("aria-live", "polite")


def test_the_keyboard_is_enough_and_its_keys_stay_inside(page: Page) -> None:
    opened(page)
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    button(page, STORY.steps[0].name).focus()
    for key, number in (
        ("ArrowRight", 2),
        ("ArrowDown", 3),
        ("ArrowLeft", 2),
        ("End", LAST),
        ("ArrowRight", LAST),
        ("ArrowUp", LAST - 1),
        ("Home", 1),
        ("ArrowLeft", 1),
    ):
        page.keyboard.press(key)
        at_step(page, number)
        expect(button(page, STORY.steps[number - 1].name)).to_be_focused()
    button(page, "Next").focus()
    page.keyboard.press("Enter")
    at_step(page, 2)
    page.keyboard.press("Space")
    at_step(page, 3)
    expect(button(page, "Next")).to_be_focused()
    assert page.evaluate("window.leaked") is None


def test_two_on_one_page_do_not_mix(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # no fade half-way, which axe would find too pale
    opened(page, *STORIES)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids))
    first, second = page.locator(".milia-steps").all()
    first.get_by_role("button", name="Next").click()
    expect(first.locator("[data-shown]")).to_contain_text("Step 2")
    expect(second.locator("[data-shown]")).to_contain_text("Step 1")
    assert axe_violations(page) == []


def test_a_widget_that_is_gone_listens_and_plays_no_more(fresh_page: Page) -> None:
    playing(fresh_page)
    fresh_page.evaluate("window.cleanups[0]()")
    fresh_page.clock.run_for(3 * LONG)
    assert fresh_page.evaluate("window.models[0].get('step')") == 1
    assert fresh_page.evaluate("window.models[0].heard['change:step']") == []


# -- playing ----------------------------------------------------------------------------------


def stopped_clock(page: Page) -> None:
    """Open the story where time goes on only when a test says so."""
    page.clock.install(time=datetime(2026, 1, 1, tzinfo=UTC))
    opened(page)
    page.clock.pause_at(datetime(2026, 1, 2, tzinfo=UTC))


def playing(page: Page) -> None:
    stopped_clock(page)
    press(page, "Play")


def test_nothing_moves_before_play_is_pressed(fresh_page: Page) -> None:
    stopped_clock(fresh_page)
    fresh_page.clock.run_for(10 * LONG)
    at_step(fresh_page, 1)


def test_play_goes_on_step_by_step_and_stops_at_the_end(fresh_page: Page) -> None:
    playing(fresh_page)
    for number in range(1, LAST):
        at_step(fresh_page, number)
        expect(button(fresh_page, "Pause")).to_be_visible()
        fresh_page.clock.run_for(LONG)
    at_step(fresh_page, LAST)
    expect(button(fresh_page, "Play")).to_be_visible()
    fresh_page.clock.run_for(5 * LONG)
    at_step(fresh_page, LAST)
    press(fresh_page, "Play")
    at_step(fresh_page, 1)


def test_each_step_that_plays_is_said(fresh_page: Page) -> None:
    playing(fresh_page)
    fresh_page.clock.run_for(LONG + 100)
    expect(spoken(fresh_page)).to_have_text(StepByStep(STORY.id).describe(2))


def test_pause_stops_it_and_play_goes_on_from_there(fresh_page: Page) -> None:
    playing(fresh_page)
    fresh_page.clock.run_for(LONG)
    at_step(fresh_page, 2)
    press(fresh_page, "Pause")
    fresh_page.clock.run_for(5 * LONG)
    at_step(fresh_page, 2)
    press(fresh_page, "Play")
    fresh_page.clock.run_for(LONG)
    at_step(fresh_page, 3)


@pytest.mark.parametrize("control", ["Next", "Back", STORY.steps[2].name, "ArrowRight"])
def test_any_other_control_stops_it(fresh_page: Page, control: str) -> None:
    playing(fresh_page)
    fresh_page.clock.run_for(LONG)
    at_step(fresh_page, 2)
    if control == "ArrowRight":
        button(fresh_page, STORY.steps[1].name).focus()
        fresh_page.keyboard.press(control)
    else:
        press(fresh_page, control)
    expect(button(fresh_page, "Play")).to_be_visible()
    there = fresh_page.evaluate("window.models[0].get('step')")
    fresh_page.clock.run_for(5 * LONG)
    at_step(fresh_page, there)


def test_where_less_motion_is_asked_for_words_stand_in_place_of_play(watched: Watched) -> None:
    page = watched.open(reduced_motion="reduce")
    stopped_clock(page)
    expect(button(page, "Play")).to_be_hidden()
    expect(page.get_by_text("Your device asks for less motion")).to_be_visible()
    press(page, "Next")
    assert page.evaluate("document.getAnimations().length") == 0
    at_step(page, 2)
    page.clock.run_for(5 * LONG)
    at_step(page, 2)


def test_asking_for_less_motion_while_it_plays_stops_it(fresh_page: Page) -> None:
    playing(fresh_page)
    fresh_page.emulate_media(reduced_motion="reduce")
    expect(button(fresh_page, "Pause")).to_be_hidden()
    fresh_page.clock.run_for(5 * LONG)
    at_step(fresh_page, 1)
    fresh_page.emulate_media(reduced_motion="no-preference")
    expect(button(fresh_page, "Play")).to_be_visible()
    expect(fresh_page.get_by_text("Your device asks for less motion")).to_be_hidden()


# -- for every eye, and on paper --------------------------------------------------------------


def test_axe_finds_nothing_and_all_is_within_reach_on_every_screen(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    wrong = {}
    for story in STORIES.values():
        opened(page, story.id)
        for step in story.steps:
            press(page, step.name)
            wrong[step.name] = faults_on_screens(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            shown = page.locator("[data-shown] svg").bounding_box()
            assert shown["width"] >= min(width - 70, 500), (story.id, width)
    wrong["doubled"] = sideways_when_doubled(page)
    assert {place: found for place, found in wrong.items() if found} == {}


def test_the_buttons_stay_where_they_are(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    opened(page)
    places = set()
    for step in STORY.steps:
        press(page, step.name)
        places.add(button(page, "Next").evaluate("node => node.offsetTop"))
    assert len(places) == 1


def test_forced_colours_leave_every_edge(watched: Watched) -> None:
    page = watched.open(forced_colors="active")
    opened(page)
    for part in ("ol button", ".milia-steps-ways button"):
        style = page.locator(part).first.evaluate("n => getComputedStyle(n).borderTopStyle")
        assert style in ("solid", "dashed"), part
    outline = page.locator("[aria-current]").evaluate("n => getComputedStyle(n).outlineStyle")
    assert outline == "solid"


@pytest.mark.parametrize("story", STORIES.values(), ids=lambda story: story.id)
def test_paper_shows_every_step_one_under_another(page: Page, story) -> None:
    opened(page, story.id)
    page.emulate_media(media="print")
    seen = page.locator("main").inner_text()
    for words in (story.title, story.lead, story.caption):
        assert words in seen
    for step in story.steps:
        assert step.name in seen
        assert step.says in seen
    for word in ("Next", "Play"):
        assert word not in seen
    tops = page.locator(".milia-steps-page svg").evaluate_all(
        "nodes => nodes.map((node) => node.getBoundingClientRect().top)"
    )
    assert tops == sorted(set(tops))
    assert len(tops) == len(story.steps)
    for part in page.locator(".milia-steps-page").all():
        assert part.evaluate("node => getComputedStyle(node).breakInside") == "avoid"
        assert (
            part.locator("svg").evaluate("node => getComputedStyle(node).visibility") == "visible"
        )
