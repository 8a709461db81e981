"""The face map in a page with no kernel: by pointer, touch, keyboard, ear, and on paper."""

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import FaceMap
from milia.anatomy.face import skin
from milia.content import load

from .browser.checks import faults_on_screens, sideways_when_doubled
from .conftest import Watched
from .mounted import mount

pytestmark = pytest.mark.browser

WORDS = load().face_map["face"]
ADULT, BABY = WORDS.faces
HEADING = """const heading = document.createElement("h2");
heading.textContent = "Where";
document.querySelector("main").append(heading);"""


def opened(page: Page, script: str = "localStorage.clear();") -> None:
    mount(page, FaceMap(), script=HEADING + script)


def region(page: Page, face, place) -> Locator:
    view = page.get_by_role("img", name=face.alt)
    return view.locator(f"[data-region='{place.id}'] .milia-face-edge > path")


def radio(page: Page, name: str) -> Locator:
    return page.get_by_role("radio", name=name, exact=True)


def shown(page: Page, face, place) -> None:
    """This place of this face is chosen on the drawing, in the list, in words and in the model."""
    assert page.evaluate("window.models[0].get('chosen')") == f"{face.id}/{place.id}"
    expect(radio(page, place.name)).to_be_checked()
    expect(page.locator("[data-chosen]")).to_have_count(1)
    edge = page.locator(f"[data-chosen][data-region='{place.id}'] .milia-face-edge")
    assert edge.get_attribute("fill").startswith("url(#")
    said = page.locator(".milia-facemap-says")
    expect(said.locator("h4")).to_have_text(place.name)
    assert said.locator("li").all_inner_texts() == [told.text for told in place.says]
    expect(said).to_contain_text(f"{WORDS.heading_often} {WORDS.unknown}")


def spot(locator: Locator) -> tuple[float, float]:
    """Somewhere on the screen where this outline is what a finger meets."""
    locator.scroll_into_view_if_needed()
    found = locator.evaluate(
        """path => {
          const { x, y, width, height } = path.getBBox(), toScreen = path.getScreenCTM();
          for (let at = 0; at < 900; at++) {
            const across = x + width * ((at % 30) + 0.5) / 30;
            const point = new DOMPoint(across, y + height * (Math.floor(at / 30) + 0.5) / 30);
            const seen = point.matrixTransform(toScreen);
            const top = document.elementFromPoint(seen.x, seen.y);
            if (path.isPointInFill(point) && top === path) return [seen.x, seen.y];
          }
          throw new Error("no place to press");
        }"""
    )
    return found[0], found[1]


def test_every_place_is_chosen_on_the_face_and_the_list_says_so(page: Page) -> None:
    page.set_viewport_size({"width": 1200, "height": 1200})
    opened(page)
    expect(page.locator(".milia-facemap-says")).to_have_text(WORDS.none)
    for face in (ADULT, BABY):
        radio(page, face.name).check()
        for place in face.places:
            page.mouse.click(*spot(region(page, face, place)))
            shown(page, face, place)
    x, y = spot(region(page, BABY, next(p for p in BABY.places if p.id == "cheeks")))
    box = page.get_by_role("img", name=BABY.alt).bounding_box()
    page.mouse.click(2 * box["x"] + box["width"] - x, y)  # the other cheek
    shown(page, BABY, next(place for place in BABY.places if place.id == "cheeks"))


def test_a_place_stays_with_the_other_face_if_it_has_it(page: Page) -> None:
    opened(page)
    radio(page, "Nose").check()
    radio(page, BABY.name).check()
    shown(page, BABY, next(place for place in BABY.places if place.id == "nose"))
    radio(page, ADULT.name).check()
    radio(page, "Chin and jaw").check()
    radio(page, BABY.name).check()
    expect(page.locator(".milia-facemap-says")).to_have_text(WORDS.none)
    expect(page.locator(".milia-spoken")).to_have_text(f"{BABY.name}. {WORDS.none}")
    expect(page.get_by_role("img", name=ADULT.alt)).to_be_hidden()


def test_the_keyboard_is_enough_and_each_place_is_said_once(page: Page) -> None:
    opened(page)
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    radio(page, ADULT.name).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for at, place in enumerate(ADULT.places):
        if at:
            page.keyboard.press("ArrowDown")
        expect(radio(page, place.name)).to_be_focused()
        shown(page, ADULT, place)
        says = " ".join(told.text for told in place.says)
        words = f"{place.name}. {says} {WORDS.heading_often} {WORDS.unknown}"
        expect(page.locator(".milia-spoken")).to_have_text(words)
    assert page.evaluate("window.leaked") is None


def test_a_finger_chooses_and_reads_without_scrolling_past_a_list(watched: Watched) -> None:
    page = watched.open(has_touch=True, viewport={"width": 390, "height": 844})
    opened(page)
    nose = next(place for place in ADULT.places if place.id == "nose")
    page.touchscreen.tap(*spot(region(page, ADULT, nose)))
    shown(page, ADULT, nose)
    face, says, places = (
        page.locator(name).first.bounding_box()["y"]
        for name in (".milia-facemap-picture", ".milia-facemap-says", ".milia-facemap-places")
    )
    assert face < says < places


def test_the_faces_wear_the_tone_that_was_chosen_and_follow_a_change(page: Page) -> None:
    base = """() => [...document.querySelectorAll(".milia-face")]
      .map((svg) => svg.style.getPropertyValue("--face-base"))"""
    for kept, tone in (("", 6), ("'3'", 3), ("'11'", 6), ("'no'", 6)):
        keep = f"localStorage.setItem('milia:tone', {kept});" if kept else "localStorage.clear();"
        opened(page, keep)
        assert page.evaluate(base) == [skin(tone)["--face-base"]] * 2
    page.evaluate("() => { document.documentElement.dataset.tone = '10'; }")
    page.evaluate("void dispatchEvent(new Event('milia:tone'))")
    assert page.evaluate(base) == [skin(10)["--face-base"]] * 2
    page.evaluate("window.cleanups[0]()")
    assert page.evaluate("window.models[0].heard['change:chosen']") == []
    refuse = "Storage.prototype.getItem = () => { throw 1; };"
    opened(page, refuse)
    assert page.evaluate(base) == [skin(6)["--face-base"]] * 2


def test_axe_finds_nothing_and_colour_is_never_alone(page: Page) -> None:
    opened(page)
    wrong = {"open": faults_on_screens(page, (320, 1200))}
    page.evaluate("window.models[0].set('chosen', 'baby/mouth')")
    wrong["chosen"] = faults_on_screens(page, (320, 1200))
    wrong["doubled"] = sideways_when_doubled(page)
    assert {place: found for place, found in wrong.items() if found} == {}
    page.emulate_media(forced_colors="active")
    width = "node => parseFloat(getComputedStyle(node).strokeWidth)"
    chosen = page.locator("[data-chosen] .milia-face-edge").evaluate(width)
    assert chosen > page.locator("[data-region='nose'] .milia-face-edge").last.evaluate(width)


def test_paper_shows_both_faces_with_every_place_numbered(page: Page) -> None:
    opened(page)
    radio(page, "Nose").check()
    page.emulate_media(media="print")
    seen = page.locator("main").inner_text()
    for face in (ADULT, BABY):
        view = page.get_by_role("img", name=face.alt)
        expect(view).to_be_visible()
        numbers = view.locator(".milia-face-number:visible text").all_text_contents()
        assert numbers == [str(count) for count, _ in enumerate(face.places, 1)]
        for place in face.places:
            assert f"{place.name}. {' '.join(told.text for told in place.says)}" in seen
        for fact in (face.often, *face.facts):
            assert fact.text in seen
    assert WORDS.none not in seen
    expect(page.get_by_role("radio")).to_have_count(0)
