"""Ten skin tones on a page without a kernel, under its strict policy, with a drawing below."""

import pytest
from playwright.sync_api import Page, expect

from milia import SkinTones
from milia.content import find

from .browser.checks import faults_on_screens
from .conftest import Watched
from .toned import toned, visit

pytestmark = pytest.mark.browser

WORDS = find("skin-tones", "skin-tones")
NAMES = [tone["name"] for tone in SkinTones().tones]
PAINTED = """kind => [...document.querySelectorAll(`.milia-tones-${kind} canvas`)]
  .every((one) => one.dataset.shown && one.dataset.shown === one.dataset.wanted)"""
MIDDLE_OF = """(canvas) => [...canvas.getContext("2d").getImageData(20, 128, 1, 1).data]"""
BEYOND = """all => all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 90))"""
SURFACE = """() => getComputedStyle(document.querySelector(".milia-section"))
  .getPropertyValue("--behind2")"""


def radio(page: Page, number: int):
    return page.get_by_role("radio", name=NAMES[number - 1], exact=True)


def swatch(page: Page, number: int):
    return page.locator(".milia-tones-choice label").nth(number - 1)


def shows(page: Page, number: int, chosen: bool = True) -> None:
    """All six pictures are painted in this tone, and the page wears it if it is chosen."""
    expect(page.locator(".milia-tones h4").first).to_have_text(f"In tone {number}")
    page.wait_for_function(PAINTED, arg="six")
    for state in WORDS.states:
        name = f"{state.name}, tone {number}. {WORDS.caption}"
        expect(page.locator(".milia-tones-six").get_by_role("img", name=name)).to_be_visible()
    expect(page.locator(".milia-tones-choice :checked")).to_have_count(int(chosen))
    worn = page.evaluate("document.documentElement.dataset.tone ?? null")
    assert worn == (str(number) if chosen else None)


def test_a_first_visit_shows_a_middle_tone_and_fetches_no_other(page: Page) -> None:
    fetched = visit(page)
    assert page.evaluate(PAINTED, "six")  # when all has come, as for a handout
    shows(page, 6, chosen=False)
    expect(page.get_by_text(WORDS.none)).to_be_visible()
    assert len([name for name in fetched if "tone-picture-state" in name]) == 1
    plain = page.evaluate(SURFACE)
    expect(page.get_by_text(WORDS.states[-1].dark)).to_be_hidden()
    swatch(page, 9).click()
    shows(page, 9)
    expect(page.get_by_text(WORDS.states[-1].dark)).to_be_visible()
    assert page.evaluate(SURFACE) != plain  # the drawing below wears it at once
    edges = page.locator(".milia-section g:has(> .milia-halo)")
    expect(edges.first).to_have_css("clip-path", "none")  # a leader has its edge all the way
    expect(page.locator(".milia-spoken").first).to_contain_text(NAMES[8])
    page.get_by_role("button", name=WORDS.forget).click()
    shows(page, 6, chosen=False)
    assert page.evaluate("localStorage.getItem('milia:tone')") is None
    assert page.evaluate(SURFACE) == plain
    expect(radio(page, 6)).to_be_focused()


def test_it_is_remembered_followed_by_other_pages_and_erased(page: Page) -> None:
    visit(page)
    swatch(page, 3).click()
    shows(page, 3)
    other = page.context.new_page()
    fetched = visit(other)
    shows(other, 3)
    assert len([name for name in fetched if "tone-picture-state" in name]) == 1
    swatch(other, 8).click()
    shows(page, 8)
    page.evaluate("localStorage.setItem('milia:tone', '11')")  # nobody's tone
    page.evaluate("void dispatchEvent(new Event('milia:record'))")
    shows(page, 6, chosen=False)
    swatch(page, 2).click()
    shows(other, 2)
    page.evaluate("localStorage.clear()")
    page.evaluate("void dispatchEvent(new Event('milia:record'))")  # as "Erase my answers" does
    for tab in (page, other):
        shows(tab, 6, chosen=False)


def test_arrow_keys_choose_a_tone_and_stay_in_the_widget(page: Page) -> None:
    visit(page)
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    radio(page, 1).focus()
    page.keyboard.press("Space")
    shows(page, 1)
    page.keyboard.press("ArrowRight")
    shows(page, 2)
    expect(radio(page, 2)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    shows(page, 10)
    assert page.evaluate("window.leaked") is None


def test_touch_compares_one_state_in_ten_tones_fetched_only_then(watched: Watched) -> None:
    page = watched.open(has_touch=True, viewport={"width": 390, "height": 844})
    fetched = visit(page)
    swatch(page, 4).tap()
    shows(page, 4)
    page.get_by_text(WORDS.compare).tap()
    for state in (WORDS.states[3], WORDS.states[1]):
        page.get_by_label(WORDS.compare_ask, exact=False).select_option(state.id)
        page.wait_for_function(PAINTED, arg="all")
        shades = [
            sum(page.locator(".milia-tones-all canvas").nth(at).evaluate(MIDDLE_OF))
            for at in range(10)
        ]
        assert shades == sorted(shades, reverse=True)
        last = page.locator(".milia-tones-all canvas").last
        expect(last).to_have_accessible_name(f"{state.name}, tone 10. {WORDS.caption}")
    tones = [name for name in fetched if "tone-picture-state" in name]
    assert len(tones) == len(set(tones)) == 10
    expect(page.locator("[data-chosen]")).to_have_text("Tone 4")


def test_axe_finds_nothing_and_all_is_within_reach(page: Page) -> None:
    visit(page)
    swatch(page, 10).click()
    for summary in (WORDS.compare, WORDS.teachers):
        page.locator(".milia-tones summary", has_text=summary).click()
    page.wait_for_function(PAINTED, arg="all")
    wrong = {"open": faults_on_screens(page, (320, 1200))}
    page.evaluate("void (document.documentElement.style.fontSize = '200%')")  # the policy's way
    for width in (320, 1200):
        page.set_viewport_size({"width": width, "height": 800})
        found = page.locator(".milia-tones *").evaluate_all(BEYOND)
        wrong[f"doubled, {width} px"] = found
    assert {place: found for place, found in wrong.items() if found} == {}
    bars = page.locator("td .milia-tones-bar").evaluate_all("all => all.map((b) => b.clientWidth)")
    assert bars[1::2] == sorted(bars[1::2], reverse=True)


def test_paper_shows_the_chosen_tone_and_no_controls(page: Page) -> None:
    visit(page)
    swatch(page, 7).click()
    shows(page, 7)
    page.emulate_media(media="print")
    seen = page.locator(".milia-tones").inner_text()
    for words in ("In tone 7", WORDS.caption, WORDS.redness_says, WORDS.redness_limit):
        assert words in seen
    assert all(state.says in seen for state in WORDS.states)
    for words in (WORDS.choose, WORDS.forget, WORDS.compare):
        assert words not in seen


def test_where_more_contrast_is_asked_for_drawings_stay_bold_and_swatches_colored(
    watched: Watched,
) -> None:
    page = watched.open(forced_colors="active")
    visit(page)
    bold = page.evaluate(SURFACE)
    swatch(page, 7).click()
    shows(page, 7)
    assert page.evaluate(SURFACE) == bold
    colors = page.locator(".milia-tones-swatch").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert len(set(colors)) == 10


def test_a_browser_that_keeps_nothing_says_so_and_wears_it_all_the_same(watched: Watched) -> None:
    page = watched.open()
    visit(page, "Storage.prototype.setItem = Storage.prototype.getItem = () => { throw 1; };")
    swatch(page, 5).click()
    shows(page, 5)
    expect(page.locator(".milia-tones-status")).to_have_text(WORDS.not_kept)
    page.evaluate("void dispatchEvent(new Event('milia:record'))")
    shows(page, 5)
    assert toned().needs_kernel == ()
