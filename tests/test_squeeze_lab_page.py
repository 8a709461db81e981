"""The squeeze lab in a page with no kernel: drawn as Python solves it, for every hand and ear."""

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import SqueezeLab
from milia.anatomy.mechanics import reader
from milia.widgets.base import js
from milia.widgets.squeeze_lab import reading, sentences

from .browser.checks import faults_on_screens, sideways, sideways_when_doubled
from .conftest import Watched
from .mounted import mount

pytestmark = pytest.mark.browser

LAB = sentences.words()
HEADING = """const heading = document.createElement("h2");
heading.textContent = "Why squeezing fails";
document.querySelector("main").append(heading);"""
PLACES = [0, 1, 300, 777, 1570]
TRIANGLES = [0, 41, 333, 800, 1200]
PINCHES = [0.0025, 0.0111, 0.03, 0.0475, 0.06]
EVALUATED = """([places, triangles, pinches]) => {
  const laid = laidOut(window.models[0].get("data"), 2), found = {};
  for (const name of Object.keys(laid.head.cases)) {
    found[name] = pinches.map((pinch) => {
      const moved = fieldAt(laid, name, "moved", pinch, laid.points);
      const at = places.map((i) => moved[i]), times = timesAt(laid, name, pinch);
      return [at, triangles.map((k) => times[k])];
    });
  }
  return found;
}"""
INKS = """(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const key = data.slice(i, i + 4).join();
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return { inks: [...seen.values()].filter((count) => count > 400).length,
    sum: data.reduce((all, each, i) => (all * 31 + each) % 1000003, 7) };
}"""
FRAME = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"


def opened(page: Page) -> None:
    mount(page, SqueezeLab(), script=HEADING)


def slider(page: Page) -> Locator:
    return page.get_by_role("slider", name=LAB.slider)


def drawn(page: Page, place: int) -> dict:
    """How many inks a drawing has, and a sum that differs when it does."""
    page.evaluate(FRAME)
    return page.locator(".milia-squeeze-panel canvas").nth(place).evaluate(INKS)


def pinch(page: Page) -> float:
    return page.evaluate("window.models[0].get('pinch')")


def said(percent: float, *states: tuple[int, int]) -> str:
    """What is said at a pinch of these panels and their states."""
    told = (reading.state_said(LAB.panels[p], LAB.panels[p].states[s], percent) for p, s in states)
    return " ".join([f"{sentences.level(percent)}.", *told])


# -- the model --------------------------------------------------------------------------------


def test_the_page_reads_the_solution_as_python_does(page: Page) -> None:
    opened(page)
    page.add_script_tag(content=js("squeeze_lab/field", "squeeze_lab/slice"))
    found = page.evaluate(EVALUATED, [PLACES, TRIANGLES, PINCHES])
    assert set(found) == set(LAB.cases)
    for case, at in found.items():
        for percent, (moved, times) in zip(PINCHES, at, strict=True):
            assert moved == pytest.approx(reader.field_at(case, "moved", percent, PLACES), abs=1e-5)
            right = reader.times_healthy(case, percent, TRIANGLES)
            assert times == pytest.approx(right, abs=1e-3), (case, percent)


def test_every_level_says_and_counts_what_python_does(page: Page) -> None:
    opened(page)
    for percent in (0, 0.25, 3, 6):
        slider(page).fill(str(percent))
        expect(slider(page)).to_have_attribute("aria-valuetext", sentences.level(percent))
        for place, panel in enumerate(LAB.panels):
            here = page.locator(".milia-squeeze-panel").nth(place)
            for line in reading.measured(LAB, panel.states[0].case, percent):
                expect(here.get_by_text(line)).to_be_visible()
            heard = (
                f"{sentences.level(percent)}. {reading.state_said(panel, panel.states[0], percent)}"
            )
            expect(here.get_by_role("img", name=heard, exact=True)).to_be_visible()
    expect(page.get_by_text(LAB.beside)).to_be_visible()
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_drawings_bend_with_the_pinch_and_show_stress_beside_layers(page: Page) -> None:
    opened(page)
    calm = [drawn(page, place) for place in range(4)]
    slider(page).fill("6")
    bent = [drawn(page, place) for place in range(4)]
    assert all(a["sum"] != b["sum"] for a, b in zip(calm, bent, strict=True))
    page.get_by_label(LAB.stress).check()
    expect(page.get_by_text(LAB.legend)).to_be_visible()
    for name in LAB.scale:
        expect(page.locator(".milia-squeeze-view").get_by_text(name, exact=True)).to_be_visible()
    stressed = [drawn(page, place) for place in range(4)]
    assert stressed[1]["inks"] > stressed[0]["inks"], "healthy skin is like itself"
    page.emulate_media(color_scheme="dark")
    assert drawn(page, 2)["sum"] != stressed[2]["sum"]


# -- every hand -------------------------------------------------------------------------------


def test_the_keyboard_is_enough_and_its_keys_stay_inside(page: Page) -> None:
    opened(page)
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    page.get_by_label(LAB.tissue).focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label(LAB.stress)).to_be_checked()
    page.keyboard.press("Tab")
    expect(slider(page)).to_be_focused()
    page.keyboard.press("End")
    assert pinch(page) == 6
    page.keyboard.press("ArrowLeft")
    assert pinch(page) == 5.75
    everyone = [(place, 0) for place in range(4)]
    spoken = page.locator("[aria-live=polite]")
    expect(spoken).to_have_text(said(5.75, *everyone))
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Play")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name=LAB.panels[3].states[1].choice)).to_be_checked()
    expect(spoken).to_have_text(said(5.75, (0, 0), (1, 0), (2, 0), (3, 1)))
    for heading in (LAB.sure_title, LAB.leaves_out_title):
        page.keyboard.press("Tab")
        expect(page.locator("summary", has_text=heading)).to_be_focused()
        page.keyboard.press("Enter")
    expect(page.get_by_text(LAB.leaves_out[0])).to_be_visible()
    assert page.evaluate("window.leaked") is None
    assert page.evaluate("window.models[0].saved.length") > 0


def test_on_a_phone_one_slice_at_a_time_and_two_fingers_pinch_it(watched: Watched) -> None:
    page = watched.open(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    opened(page)
    expect(page.locator(".milia-squeeze-panel:visible")).to_have_count(1)
    page.get_by_text(LAB.panels[2].name, exact=True).first.tap()
    slice_ = page.locator(".milia-squeeze-panel:visible canvas")
    expect(slice_).to_have_accessible_name(said(0, (2, 0)))
    slice_.evaluate("""(node) => {
      const { left, top, width } = node.getBoundingClientRect();
      const touch = (kind, id, x) => node.dispatchEvent(new PointerEvent(kind, { bubbles: true,
        pointerId: id, pointerType: "touch", clientX: left + x * width, clientY: top + 40 }));
      touch("pointerdown", 1, 0.1); touch("pointerdown", 2, 0.9);
      touch("pointermove", 2, 0.7); touch("pointerup", 1, 0.1); touch("pointerup", 2, 0.7);
    }""")
    assert pinch(page) == pytest.approx(2.25, abs=0.01)
    expect(page.locator("[aria-live]")).to_have_text(said(pinch(page), (2, 0)))
    assert drawn(page, 2)["inks"] > 3


# -- play, and less motion --------------------------------------------------------------------


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_play_goes_there_and_back_once_and_only_when_asked(watched: Watched, motion: str) -> None:
    page = watched.open(reduced_motion=motion, viewport={"width": 390, "height": 800})
    page.clock.install()
    opened(page)
    page.clock.run_for(3000)
    assert pinch(page) == 0, "nothing plays by itself"
    page.evaluate("""() => { window.seen = []; const model = window.models[0];
      model.on("change:pinch", () => window.seen.push(model.get("pinch"))); }""")
    play = page.get_by_role("button", name="Play")
    play.click()
    page.clock.run_for(7200)
    expect(play).to_be_visible()
    seen = page.evaluate("window.seen")
    assert max(seen) == 6
    assert seen[-1] == pinch(page) == 0
    assert (seen == [2, 4, 6, 4, 2, 0]) == (motion == "reduce")
    play.click()
    page.clock.run_for(2500)
    page.get_by_role("button", name="Pause").click()
    stopped = pinch(page)
    assert 0 < stopped < 6
    page.clock.run_for(1000)
    assert pinch(page) == stopped


# -- for every eye, and on paper --------------------------------------------------------------


def test_axe_finds_nothing_and_all_is_within_reach_on_every_screen(page: Page) -> None:
    opened(page)
    slider(page).fill("6")
    page.get_by_label(LAB.stress).check()
    for summary in page.locator("summary").all():
        summary.click()
    wrong = {"screens": faults_on_screens(page), "doubled": sideways_when_doubled(page)}
    assert {place: found for place, found in wrong.items() if found} == {}


def test_two_on_one_page_do_not_mix(page: Page) -> None:
    mount(page, SqueezeLab(), SqueezeLab(), script=HEADING)
    one, two = page.locator(".milia-squeeze").all()
    one.get_by_role("slider").fill("4")
    one.get_by_label(LAB.stress).check()
    expect(two.get_by_role("slider")).to_have_value("0")
    expect(two.get_by_label(LAB.tissue)).to_be_checked()
    ids = page.locator("[id]").evaluate_all("ns => ns.map(n => n.id)")
    assert len(ids) == len(set(ids))


def test_forced_colours_keep_the_scale_and_its_lines(watched: Watched) -> None:
    page = watched.open(forced_colors="active")
    opened(page)
    page.get_by_label(LAB.stress).check()
    looks = page.locator(".milia-squeeze-scale i").evaluate_all(
        "ns => ns.map(getComputedStyle).map((s) => s.backgroundColor + s.backgroundImage)"
    )
    assert len(set(looks)) == len(LAB.scale)
    assert ["gradient" in look for look in looks] == [False, False, False, True, True]
    bar = page.locator(".milia-squeeze-bar")
    assert bar.evaluate("n => getComputedStyle(n).borderTopStyle") == "solid"


def test_paper_shows_every_case_at_three_pinches_and_all_that_is_folded(page: Page) -> None:
    opened(page)
    page.emulate_media(media="print", color_scheme="dark")
    frames = page.locator(".milia-squeeze-print canvas")
    expect(frames).to_have_count(len(LAB.cases) * (len(reading.STILLS) + 2))
    assert frames.nth(2).evaluate(INKS) != frames.nth(0).evaluate(INKS)
    seen = page.locator("body").inner_text()
    folded = (*LAB.sure, LAB.again, *LAB.leaves_out, LAB.leaves_out_title)
    for text in (LAB.beside, LAB.legend, *LAB.scale, *LAB.tissues, *folded):
        assert text in seen
    expect(slider(page)).to_be_hidden()
    assert sideways(page) == []
