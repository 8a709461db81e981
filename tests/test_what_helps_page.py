"""What helps? in a page with no kernel: by pointer, keyboard and ear, and on paper."""

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import WhatHelps
from milia.content.models import SITUATIONS, WEEKS
from milia.widgets.what_helps.options import bad, of_situation, of_week, options, words

from .browser.checks import axe_violations, faults_on_screens, sideways, sideways_when_doubled
from .conftest import Watched
from .mounted import mount

pytestmark = pytest.mark.browser

WORDS = words()
OPTIONS = options()
LABELS = {situation.id: situation.label for situation in WORDS.situations}
HEADING = """const heading = document.createElement("h2");
heading.textContent = "What helps";
document.querySelector("main").append(heading);"""
LOOK = """(node) => JSON.stringify([node, ...node.querySelectorAll("h4, h5, li")].map((part) => {
  const look = getComputedStyle(part);
  return [part.tagName, look.color, look.fontSize, look.fontWeight, look.backgroundColor,
    look.borderTopColor, look.opacity].join();
}).filter((look, place, all) => all.indexOf(look) === place))"""
HEAR = """() => {
  window.heard = [];
  const region = document.querySelector('[role="status"]');
  new MutationObserver(() => region.textContent && window.heard.push(region.textContent))
    .observe(region, { childList: true });
}"""


def opened(page: Page, about: str = "") -> None:
    mount(page, WhatHelps(about), script=HEADING)


def card(page: Page, way) -> Locator:
    return page.get_by_role("group", name=way.explored.short, exact=True)


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name=WORDS.week)


def bold(page: Page) -> list[str]:
    """What is set apart as being so in the week that is chosen."""
    return page.locator("[data-now] > span:last-child").all_inner_texts()


# -- the options ------------------------------------------------------------------------------


def test_every_option_shows_good_beside_bad_in_one_shape(watched: Watched) -> None:
    page = watched.open(viewport={"width": 1200, "height": 900})
    opened(page)
    looks = set()
    for way in OPTIONS:
        here = card(page, way)
        for text in (fact.text for fact in way.explored.benefits):
            expect(here.get_by_text(text).first).to_be_visible()
        for text in bad(way):
            expect(here.get_by_text(text).first).to_be_visible()
        expect(here.get_by_text(way.evidence.why)).to_be_visible()
        looks.add(here.evaluate(LOOK))
        columns = here.locator("> div").evaluate_all("ns => ns.map(n => n.getBoundingClientRect())")
        assert len({round(box["y"]) for box in columns}) == 1, "side by side"
        assert len({round(box["width"]) for box in columns[1:3]}) == 1, "of one width"
    assert len(looks) == 1


def test_on_a_phone_each_option_unfolds_good_beside_bad(watched: Watched) -> None:
    page = watched.open(viewport={"width": 390, "height": 800})
    opened(page, "baby")
    for way in OPTIONS:
        here = card(page, way)
        fold = here.get_by_role("button", name="Good and bad")
        expect(fold).to_have_attribute("aria-expanded", "false")
        expect(here.locator(".milia-helps-marks li")).to_be_visible()
        expect(here.get_by_text(way.evidence.why)).to_be_visible()
        expect(here.locator("summary")).to_be_hidden()
        fold.click()
        expect(fold).to_have_attribute("aria-expanded", "true")
        expect(here.locator("summary")).to_be_visible()
        _, good, harm, expected = here.locator("> div").evaluate_all(
            "ns => ns.map(n => n.getBoundingClientRect())"
        )
        assert round(good["y"]) == round(harm["y"])
        assert expected["y"] > good["y"]
    first = card(page, OPTIONS[0])
    first.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(first.locator("summary")).to_be_hidden()


def test_a_wide_screen_has_no_fold(page: Page) -> None:
    opened(page)
    expect(page.get_by_role("button")).to_have_count(0)


def test_the_rest_of_an_option_opens_beneath_it(page: Page) -> None:
    opened(page)
    for way in OPTIONS:
        here, told = card(page, way), way.explored
        here.locator("summary").click()
        shown = here.inner_text()
        for text in (way.who, way.how_long, way.where, told.stop, *way.not_for):
            assert (text or "").casefold() in shown.casefold()
        for fact in (*told.steps, *told.ask):
            assert fact.text.casefold() in shown.casefold()


@pytest.mark.parametrize("about", SITUATIONS)
def test_an_option_that_is_not_for_somebody_stays_and_says_why(page: Page, about: str) -> None:
    opened(page)
    before = [card(page, way).locator("> div").nth(1).inner_text() for way in OPTIONS]
    page.get_by_label(LABELS[about]).check()
    for way, text in zip(OPTIONS, before, strict=True):
        answer, here = way.explored.answers.of(about), card(page, way)
        mark = here.locator(".milia-helps-marks li")
        expect(mark).to_have_count(1)
        expect(mark).to_contain_text(f"{WORDS.verdicts.of(answer.verdict)}. {answer.reason}")
        expect(mark).to_be_visible()
        assert here.locator("> div").nth(1).inner_text() == text
        assert here.evaluate("node => getComputedStyle(node).opacity") == "1"
    page.get_by_label(LABELS[about]).uncheck()
    expect(page.locator(".milia-helps-marks li")).to_have_count(0)


def test_two_situations_are_both_answered(page: Page) -> None:
    opened(page, "pregnant")
    expect(page.get_by_label(LABELS["pregnant"])).to_be_checked()
    page.get_by_label(LABELS["eyelid"]).check()
    for way in OPTIONS:
        expect(card(page, way).locator(".milia-helps-marks li")).to_have_count(2)
    assert page.evaluate("window.models[0].saved") == []  # it tells of somebody's health
    assert page.evaluate("localStorage.length") == 0


# -- the weeks --------------------------------------------------------------------------------


def test_every_week_sets_apart_what_python_says_of_it(page: Page) -> None:
    opened(page)
    for week in range(WEEKS + 1):
        slider(page).fill(str(week))
        expect(slider(page)).to_have_attribute("aria-valuetext", f"Week {week} of {WEEKS}")
        expect(page.get_by_text(f"Week {week}: what may be so")).to_be_visible()
        said = [s.text for way in OPTIONS for s in way.explored.course if s.covers(week)]
        assert bold(page) == said
    assert page.evaluate("window.models[0].get('week')") == WEEKS


def test_python_moves_the_page(page: Page) -> None:
    opened(page)
    page.evaluate("window.models[0].set('week', 12)")
    expect(slider(page)).to_have_value("12")


def test_the_chart_says_that_it_is_no_promise_before_any_band(page: Page) -> None:
    opened(page)
    promise = page.get_by_text(WORDS.no_promise)
    expect(promise).to_be_visible()
    first = page.locator(".milia-helps-chart li").first
    assert promise.bounding_box()["y"] < first.bounding_box()["y"]
    for band in page.locator(".milia-helps-chart li").all():
        look = band.evaluate("node => getComputedStyle(node, '::before').backgroundImage")
        assert "gradient" in look
        assert look.rstrip(")").endswith("rgba(0, 0, 0, 0"), "its end is soft"


# -- for every eye, ear and hand --------------------------------------------------------------


def test_what_changed_is_said_once(page: Page) -> None:
    opened(page)
    page.evaluate(HEAR)
    spoken = page.get_by_role("status")
    page.get_by_label(LABELS["baby"]).check()
    expect(spoken).to_have_text(of_situation("baby"))
    page.get_by_label(LABELS["baby"]).uncheck()
    expect(spoken).to_have_text(f"{LABELS['baby']}: no longer ticked.")
    slider(page).focus()
    page.keyboard.press("ArrowRight")
    expect(spoken).to_have_text(of_week(1))
    assert page.evaluate("window.heard") == [
        of_situation("baby"),
        f"{LABELS['baby']}: no longer ticked.",
        of_week(1),
    ]
    expect(page.locator("[aria-live], [role=status]")).to_have_count(1)


def test_axe_finds_nothing_and_all_is_within_reach_on_every_screen(page: Page) -> None:
    opened(page, "pregnant")
    wrong = {"folded": faults_on_screens(page)}
    for label in LABELS.values():
        page.get_by_label(label).check()
    page.set_viewport_size({"width": 390, "height": 800})  # a wide screen has no fold
    for fold in page.get_by_role("button", name="Good and bad").all():
        fold.click()
    for summary in page.locator("summary").all():
        summary.click()
    slider(page).fill("12")
    wrong["unfolded"] = faults_on_screens(page)
    wrong["doubled"] = sideways_when_doubled(page)
    assert {place: found for place, found in wrong.items() if found} == {}


def test_the_keyboard_is_enough_and_its_keys_stay_inside(page: Page) -> None:
    opened(page)
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    page.get_by_label(LABELS["pregnant"]).focus()
    page.keyboard.press("Space")
    expect(page.locator(".milia-helps-marks li")).to_have_count(len(OPTIONS))
    for label in list(LABELS.values())[1:]:
        page.keyboard.press("Tab")
        expect(page.get_by_label(label)).to_be_focused()
    for way in OPTIONS:
        page.keyboard.press("Tab")
        expect(card(page, way).locator("summary")).to_be_focused()
        page.keyboard.press("Enter")
        expect(card(page, way).locator("details")).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    expect(slider(page)).to_be_focused()
    page.keyboard.press("End")
    expect(slider(page)).to_have_value(str(WEEKS))
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(slider(page)).to_have_value("1")
    assert page.evaluate("window.leaked") is None


def test_a_finger_is_enough(watched: Watched) -> None:
    page = watched.open(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 700})
    opened(page)
    page.get_by_text(LABELS["eyelid"], exact=True).first.tap()
    expect(page.locator(".milia-helps-marks li")).to_have_count(len(OPTIONS))
    slider(page).scroll_into_view_if_needed()
    box = slider(page).bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(slider(page)).to_have_value("12")


def test_a_screen_reader_meets_options_as_named_groups(page: Page) -> None:
    opened(page, "baby")
    heard = page.locator(".milia-helps").aria_snapshot()
    assert f'group "{WORDS.who}"' in heard
    places = [heard.index(f'heading "{way.explored.short}" [level=4]') for way in OPTIONS]
    assert places == sorted(places)
    assert heard.count('heading "May be good" [level=5]') == len(OPTIONS)
    assert "About week 0 to 4:" in heard
    assert 'slider "Choose a week"' in heard


def test_two_on_one_page_do_not_mix(page: Page) -> None:
    mount(page, WhatHelps(), WhatHelps("baby"), script=HEADING)
    one, two = page.locator(".milia-helps").all()
    one.get_by_label(LABELS["eyelid"]).check()
    expect(two.get_by_label(LABELS["eyelid"])).not_to_be_checked()
    one.get_by_role("slider").fill("9")
    expect(two.get_by_role("slider")).to_have_value("0")
    assert axe_violations(page) == []


def test_nothing_moves_and_nothing_is_stored(watched: Watched) -> None:
    page = watched.open(reduced_motion="reduce")
    opened(page)
    page.get_by_label(LABELS["baby"]).check()
    slider(page).fill("5")
    assert page.evaluate("document.getAnimations().length") == 0
    moving = page.locator(".milia-helps, .milia-helps *").evaluate_all(
        "ns => ns.filter(n => parseFloat(getComputedStyle(n).transitionDuration) > 0).length"
    )
    assert moving == 0
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_forced_colours_leave_every_edge(watched: Watched) -> None:
    page = watched.open(forced_colors="active")
    opened(page, "baby")
    edges = {
        ".milia-helps-option": "borderTopStyle",
        "fieldset label": "borderTopStyle",
        ".milia-helps-marks li": "borderTopStyle",
    }
    for part, edge in edges.items():
        style = page.locator(part).first.evaluate(f"n => getComputedStyle(n).{edge}")
        assert style != "none", part
    band = page.locator(".milia-helps-chart li").first
    assert band.evaluate("n => getComputedStyle(n, '::before').borderTopStyle") == "solid"


# -- on paper ---------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [390, 1200])
def test_paper_shows_everything_open(watched: Watched, width: int) -> None:
    page = watched.open(viewport={"width": width, "height": 800})
    opened(page)
    page.emulate_media(media="print")
    seen = page.locator("body").inner_text().casefold()
    for way in OPTIONS:
        told = way.explored
        facts = (*told.benefits, *told.costs, *told.steps, *told.ask, *told.course)
        reasons = (told.answers.of(name).reason for name in SITUATIONS)
        for text in (*(fact.text for fact in facts), *reasons, *way.harms, *way.not_for):
            assert text.casefold() in seen
        for stretch in told.course:
            if stretch.weeks[0] != stretch.weeks[1]:
                assert "about week {} to {}:".format(*stretch.weeks) in seen
    assert WORDS.no_promise.casefold() in seen
    expect(slider(page)).to_be_hidden()
    expect(page.get_by_label(LABELS["baby"])).to_be_hidden()
    assert sideways(page) == []
