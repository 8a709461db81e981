"""Put together a milium in a page with no kernel: by pointer, touch, keyboard, ear, on paper."""

from itertools import permutations

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import BuildAMilium
from milia.content import load

from .browser.checks import faults_on_screens, sideways_when_doubled
from .conftest import Watched
from .mounted import mount

pytestmark = pytest.mark.browser

BUILDING = load().building["milium"]
RIGHT = {part.id: part for part in BUILDING.belonging}
WRONG = [part for part in BUILDING.parts if not part.belongs]
STATES = BuildAMilium().states
HEADING = """const heading = document.createElement("h2");
heading.textContent = "What is inside";
document.querySelector("main").append(heading);"""
SEEN = """() => [...document.querySelectorAll(".milia-build-slice [data-layer]")]
  .filter((node) => getComputedStyle(node).visibility === "visible")
  .map((node) => node.dataset.layer)"""


def opened(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    mount(page, BuildAMilium(), script=HEADING + "localStorage.clear();")


def button(page: Page, part) -> Locator:
    return page.get_by_role("button", name=f"{part.name}: {part.word}", exact=True)


def card(page: Page, part) -> Locator:
    return page.get_by_role("listitem").filter(has=button(page, part))


def spoken(page: Page) -> Locator:
    return page.locator(".milia-spoken")


def on(page: Page, *placed: str) -> None:
    """The slice shows and says these parts, a broken line for each other one, and no more."""
    order = [name for name in RIGHT if name in placed]
    expect(page.locator(".milia-build-state")).to_have_text(STATES[" ".join(order)])
    wanted = {"roof" if "roof" in placed else "flat", *(set(order) - {"roof"})}
    wanted |= {f"mark-{name}" for name in order}
    wanted |= {f"missing-{name}" for name in RIGHT if name not in placed}
    wanted |= {"empty"} if "wall" in placed and "keratin" not in placed else set()
    assert set(page.evaluate(SEEN)) - {"beside"} == wanted
    for part in RIGHT.values():
        used = str(part.id in placed).lower()
        expect(button(page, part)).to_have_attribute("aria-disabled", used)


def test_the_parts_that_belong_go_in_in_any_order(page: Page) -> None:
    opened(page)
    on(page)
    again = page.get_by_role("button", name="Start again")
    expect(again).to_have_attribute("aria-disabled", "true")
    for order in permutations(RIGHT):
        for count, name in enumerate(order, 1):
            button(page, RIGHT[name]).click()
            on(page, *order[:count])
            number = list(RIGHT).index(name) + 1
            expect(card(page, RIGHT[name])).to_contain_text(f"On the slice, number {number}.")
        expect(page.get_by_role("img", name=BUILDING.done_alt)).to_be_visible()
        again.click()
        on(page)
    assert page.evaluate("window.models[0].get('placed')") == []


def test_a_wrong_part_comes_back_with_its_reason_and_never_goes_in(page: Page) -> None:
    opened(page)
    button(page, RIGHT["wall"]).click()
    beside = page.locator("[data-slot] > *")
    for part in WRONG:
        button(page, part).click()
        on(page, "wall")
        expect(spoken(page)).to_have_text(f"Came back: {part.name}. {part.reason}")
        expect(button(page, part)).to_be_focused()
        expect(button(page, part)).to_have_accessible_description(f"Came back. {part.reason}")
        expect(beside.first).to_be_attached()
        bump = page.locator("[data-layer='missing-roof']").bounding_box()
        plate = page.locator(".milia-beside").bounding_box()
        assert plate["x"] > bump["x"] + bump["width"]
        assert plate["y"] + plate["height"] < bump["y"] + bump["height"]  # over the skin
    for part in WRONG:  # every reason still stands there to be read
        expect(card(page, part).locator("p")).to_be_visible()
        expect(card(page, part).locator("p")).to_have_text(f"Came back. {part.reason}")
    button(page, RIGHT["roof"]).click()
    expect(beside).to_have_count(0)
    on(page, "wall", "roof")
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".milia-build li p:visible")).to_have_count(0)


def test_the_keyboard_is_enough_focus_stays_and_keys_stay_inside(page: Page) -> None:
    opened(page)
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    for at, part in enumerate(BUILDING.parts):
        if at == 0:
            button(page, part).focus()
        else:
            page.keyboard.press("Tab")
        expect(button(page, part)).to_be_focused()
        page.keyboard.press("Enter" if at % 2 else "Space")
        expect(button(page, part)).to_be_focused()
        start = "Put in" if part.belongs else "Came back"
        expect(spoken(page)).to_contain_text(f"{start}: {part.name}. {part.reason}")
    on(page, *RIGHT)
    expect(page.locator(".milia-build-state")).to_have_text(BUILDING.done)
    button(page, RIGHT["roof"]).press("Enter")
    expect(spoken(page)).to_have_text(f"Already on the slice: {RIGHT['roof'].name}.")
    page.get_by_role("button", name="Start again").press("Space")
    expect(spoken(page)).to_have_text(f"The slice is blank again. {BUILDING.blank}")
    expect(page.get_by_role("button", name="Start again")).to_be_focused()
    assert page.evaluate("window.leaked") is None


def test_touch_puts_parts_in_while_the_slice_stays_in_sight(watched: Watched) -> None:
    page = watched.open(has_touch=True, viewport={"width": 390, "height": 844})
    opened(page)
    for part in BUILDING.parts:
        button(page, part).tap()
        expect(page.locator(".milia-build-slice > svg")).to_be_in_viewport(ratio=0.95)
    on(page, *RIGHT)
    for _ in BUILDING.parts[1:]:
        page.keyboard.press("Shift+Tab")
        focused = page.locator(":focus").bounding_box()
        slice_ = page.locator(".milia-build-slice").bounding_box()
        assert focused["y"] >= slice_["y"] + slice_["height"] - 1  # not behind the slice


def test_what_is_on_the_slice_outlasts_a_reload_until_answers_are_erased(page: Page) -> None:
    opened(page)
    for name in ("roof", "keratin"):
        button(page, RIGHT[name]).click()
    mount(page, BuildAMilium(), script=HEADING)
    on(page, "keratin", "roof")
    page.evaluate("localStorage.removeItem('milia:build')")
    page.evaluate("void dispatchEvent(new Event('milia:record'))")
    on(page)
    page.evaluate("() => localStorage.setItem('milia:build', 'pus nonsense wall')")
    mount(page, BuildAMilium(), script=HEADING)
    on(page, "wall")
    page.evaluate("window.cleanups[0]()")
    assert page.evaluate("window.models[0].heard['change:placed']") == []
    refuse = "Storage.prototype.setItem = Storage.prototype.getItem = () => { throw 1; };"
    mount(page, BuildAMilium(), script=HEADING + refuse)
    button(page, RIGHT["wall"]).click()
    page.evaluate("void dispatchEvent(new Event('milia:record'))")
    on(page, "wall")


def test_axe_finds_nothing_and_all_is_within_reach_in_every_state(page: Page) -> None:
    opened(page)
    wrong = {"open": faults_on_screens(page, (320, 1200))}
    for part in (WRONG[0], RIGHT["wall"], WRONG[-1]):
        button(page, part).click()
    wrong["partly"] = faults_on_screens(page, (320, 1200))
    for name in ("keratin", "roof"):
        button(page, RIGHT[name]).click()
    wrong["done"] = faults_on_screens(page, (320, 1200))
    wrong["doubled"] = sideways_when_doubled(page)
    assert {place: found for place, found in wrong.items() if found} == {}
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_part_comes_back_without_moving_where_less_motion_is_asked_for(page: Page) -> None:
    opened(page)
    button(page, WRONG[0]).click()
    assert page.evaluate("document.getAnimations().length") == 0
    page.emulate_media(reduced_motion="no-preference")
    button(page, WRONG[1]).click()
    assert page.evaluate("document.getAnimations().length") > 0


def test_forced_colours_keep_an_edge_round_every_part(watched: Watched) -> None:
    page = watched.open(forced_colors="active")
    opened(page)
    for part in (WRONG[0], RIGHT["wall"]):
        button(page, part).click()
    for part, line in ((WRONG[0], "dashed"), (RIGHT["wall"], "solid")):
        style = card(page, part).evaluate("node => getComputedStyle(node).borderTopStyle")
        assert style == line
    style = button(page, WRONG[1]).evaluate("node => getComputedStyle(node).borderTopStyle")
    assert style == "solid"


def test_paper_shows_the_finished_slice_with_its_numbers_and_every_reason(page: Page) -> None:
    opened(page)
    for part in (WRONG[0], RIGHT["wall"]):
        button(page, part).click()
    page.emulate_media(media="print")
    finished = {"roof", "wall", "keratin", *(f"mark-{name}" for name in RIGHT)}
    assert set(page.evaluate(SEEN)) == finished
    seen = page.locator("main").inner_text()
    for part in BUILDING.parts:
        assert f"{part.name}. {part.reason}" in seen
    for words in (BUILDING.belong, BUILDING.come_back, BUILDING.done, BUILDING.caption):
        assert words in seen
    for words in ("Start again", "Came back", "Still missing"):
        assert words not in seen
    numbered = page.locator(".milia-build-paper ol li strong").all_inner_texts()
    assert numbered == [f"{part.name}." for part in RIGHT.values()]
