"""The cross-section explorer as a learner uses it: by pointer, finger, keyboard and ear."""

import re

import pytest
from playwright.sync_api import Page, expect

from milia import CrossSection
from milia.anatomy.skin import SITES
from milia.content import load
from milia.widgets.cross_section import choices
from milia.widgets.cross_section.cross_section import OFFERED
from milia.widgets.cross_section.drawings import VIEWS

from .browser.checks import WIDTHS, axe_violations, faults_on_screens, sideways
from .conftest import Watched
from .mounted import mount

pytestmark = pytest.mark.browser

KINDS = choices.KINDS
STATES = [
    {"part": part, "site": site, "size": size, "view": view, "companions": companions}
    for site in SITES
    for size in choices.fitting(site)
    for view in VIEWS
    for companions in (False, True)
    for part in OFFERED["part"]()
]

# Set every state as Python would, and read what the page then says and shows.
SAID = """async (states) => {
  const found = [], model = window.models[0];
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  for (const state of states) {
    for (const [name, value] of Object.entries(state)) model.set(name, value);
    await frame();
    found.push({
      spoken: document.querySelector(".milia-cross output").textContent,
      shown: [...document.querySelectorAll(".milia-cross figcaption")].map((n) => n.textContent),
    });
  }
  return found;
}"""


def text_of(part: str, kind: str) -> str:
    return load().cross_section_roles[part or choices.WHOLE].sentence(kind).text


def marked(page: Page) -> list[str]:
    """The bumps in which a part is outlined."""
    return page.evaluate(
        """[...document.querySelectorAll(".milia-cross figure")]
          .filter((figure) => figure.querySelector(".milia-cross-line > *"))
          .map((figure) => figure.dataset.kind)"""
    )


def drawings_done(page: Page) -> None:
    """Wait until every bump has had its frame."""
    page.evaluate(
        """async () => { for (let i = 0; i < 4; i++)
          await new Promise((next) => requestAnimationFrame(next)); }"""
    )


def at(page: Page, kind: str, selector: str) -> tuple[float, float]:
    """The middle of a part in the drawing of a bump."""
    node = page.locator(f"figure[data-kind={kind}] {selector}").first
    node.scroll_into_view_if_needed()
    box = node.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_python_and_the_page_say_the_same_in_every_state(page: Page) -> None:
    explorer = CrossSection("skin", site="nose")
    mount(page, explorer)
    page.add_style_tag(content=".milia-cross svg { display: none }")  # what is said is read here
    for state, found in zip(STATES, page.evaluate(SAID, STATES), strict=True):
        assert found["spoken"] == explorer.describe(**state), state
        assert found["shown"] == [text_of(state["part"], kind) for kind in KINDS]
    assert len(STATES) == 8 * 7 * 2 * 2


def test_nothing_is_spoken_before_anything_is_chosen(page: Page) -> None:
    mount(page, CrossSection("roof"))
    drawings_done(page)
    expect(page.get_by_role("status")).to_have_text("")


def test_pointing_at_a_part_marks_its_counterparts_and_says_where_there_is_none(
    page: Page,
) -> None:
    mount(page, CrossSection())
    page.mouse.click(*at(page, "closed-comedone", "[data-part=closed-comedone-opening]"))
    expect(page.get_by_label("The opening")).to_be_checked()
    drawings_done(page)
    assert marked(page) == ["closed-comedone", "pustule"]
    empty = page.locator("figure[data-kind=milium]")
    expect(empty).to_have_attribute("data-none", "")
    expect(empty.locator("figcaption")).to_have_text(
        "There is none here: a common milium has no hole to the surface."
    )
    assert page.evaluate("window.models[0].saved.at(-1).part") == "opening"


@pytest.mark.parametrize(
    ("kind", "selector", "part"),
    [
        ("milium", "[data-part=milium-contents]", "contents"),
        ("milium", "[data-part=milium-roof]", "roof"),
        ("pustule", "[data-part=pustule-contents] .milia-rim", "contents"),
        ("pustule", "[data-part=pustule-gland]", "gland"),
    ],
)
def test_every_kind_of_part_can_be_pointed_at(
    page: Page, kind: str, selector: str, part: str
) -> None:
    mount(page, CrossSection())
    drawings_done(page)
    x, y = at(page, kind, selector)
    if part == "roof":  # an arch: its middle lies in the sac
        arch = page.locator("[data-part=milium-roof] path")
        y = arch.evaluate("(node) => node.getBoundingClientRect().y")
    page.mouse.click(x, y)
    assert page.evaluate("window.models[0].get('part')") == part


def test_a_finger_that_lands_beside_a_tiny_opening_means_it(watched: Watched) -> None:
    page = watched.open(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    mount(page, CrossSection())
    x, y = at(page, "pustule", "[data-part=pustule-opening]")
    page.touchscreen.tap(x + 15, y - 12)
    expect(page.get_by_label("The opening")).to_be_checked()
    page.get_by_label("The wall").tap()
    drawings_done(page)
    assert marked(page) == list(KINDS)


def test_the_sky_above_the_skin_chooses_nothing(page: Page) -> None:
    mount(page, CrossSection("wall"))
    box = page.locator("figure[data-kind=milium] svg").bounding_box()
    unit = box["width"] / 528
    beside_the_dome = ((252 - 87) * unit, (197.6 - 45) * unit)  # over the zone of the skin
    for x, y in [(8, 8), (box["width"] / 2, 8), beside_the_dome]:
        page.mouse.click(box["x"] + x, box["y"] + y)
        assert page.evaluate("window.models[0].get('part')") == "wall"


def test_the_keyboard_alone_does_it_all_and_its_keys_stay_inside(page: Page) -> None:
    mount(page, CrossSection())
    page.keyboard.press("Tab")
    page.evaluate("void (document.onkeydown = () => { window.leaked = true; })")
    chosen = "document.activeElement.closest('label').textContent"
    for key, name in [
        ("ArrowRight", "The roof"),
        ("ArrowDown", "The opening"),
        ("ArrowLeft", "The roof"),
        ("End", "The skin around it"),
        ("ArrowRight", "The whole bump"),
        ("End", "The skin around it"),
        ("Home", "The whole bump"),
        ("ArrowUp", "The skin around it"),
        ("Escape", "The whole bump"),
    ]:
        page.keyboard.press(key)
        assert page.evaluate(chosen) == name, key
        expect(page.get_by_label(name)).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".milia-cross details")).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("window.models[0].get('site')") == "nose"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("window.models[0].get('size')") == "large"
    assert page.evaluate("window.models[0].get('view')") == "stretched"
    assert page.evaluate("window.leaked") is None


def test_a_screen_reader_hears_groups_names_and_the_sentence(page: Page) -> None:
    mount(page, CrossSection())
    page.get_by_label("The roof").check()
    said = CrossSection("roof").describe()
    expect(page.get_by_role("status")).to_have_text(said)
    expect(page.locator(".milia-cross output")).to_have_attribute("class", "milia-spoken")
    tree = page.locator(".milia-cross").aria_snapshot()
    assert 'region "Three white bumps, part by part"' in tree
    assert 'group "Choose a part to see it in all three"' in tree
    assert 'radio "The roof" [checked]' in tree
    for kind in KINDS:
        assert f'figure "{choices.name_of(kind)}"' in tree
        assert f'img "{choices.name_of(kind)}. {text_of("", kind)}"' in tree
        assert text_of("roof", kind) in tree
    assert tree.count("radio ") == 8, "what is folded away is not read"


def test_where_a_size_has_no_room_it_is_offered_but_not_to_be_had(page: Page) -> None:
    mount(page, CrossSection())
    page.click("summary")
    page.get_by_label("Where on the face?").select_option("eyelid")
    assert page.evaluate("window.models[0].saved.at(-1).size") == "small"
    expect(page.get_by_label("1.5 mm")).to_be_disabled()
    reason = load().cross_section_settings["too-deep"].note
    expect(page.get_by_label("1.5 mm")).to_have_accessible_description(reason)
    expect(page.locator("figure[data-kind=pustule] .milia-cross-picture")).to_have_text(reason)
    expect(page.get_by_role("status")).to_have_text(CrossSection(site="eyelid").describe())
    page.get_by_label("Where on the face?").select_option("cheek")
    expect(page.get_by_label("1.5 mm")).to_be_enabled()


def test_the_stretched_view_says_so_and_shows_no_hair_or_paper(page: Page) -> None:
    mount(page, CrossSection(companions=True))
    drawings_done(page)
    hair = page.locator("figure[data-kind=milium] [data-companion=scalp-hair]")
    expect(hair).to_be_visible()
    page.click("summary")
    page.get_by_label("Stretched, as in many books").check()
    drawings_done(page)
    expect(page.locator("figure[data-kind=milium] svg")).to_contain_text("not to scale")
    expect(page.locator(".milia-cross-setting")).to_contain_text("Not to scale")
    expect(hair).to_have_count(0)
    expect(page.get_by_label("Show a hair")).to_be_disabled()
    page.get_by_label("To scale").check()
    drawings_done(page)
    expect(hair).to_be_visible()
    page.get_by_label("Show a hair").uncheck()
    drawings_done(page)
    expect(hair).to_be_hidden()


def test_python_can_choose_and_the_page_follows(page: Page) -> None:
    mount(page, CrossSection())
    page.evaluate("window.models[0].set('part', 'gland')")
    expect(page.get_by_label("The oil gland")).to_be_checked()
    page.evaluate("window.models[0].set('site', 'eyelid')")
    expect(page.locator(".milia-cross-setting")).to_contain_text("The milium is 0.5 mm wide.")


def test_two_explorers_on_a_page_do_not_meddle_with_each_other(page: Page) -> None:
    mount(page, CrossSection("wall"), CrossSection("skin"))
    drawings_done(page)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids)) > 100
    second = page.locator(".milia-cross").nth(1)
    second.get_by_label("The roof").check()
    expect(page.locator(".milia-cross").first.get_by_label("The wall")).to_be_checked()
    assert page.evaluate("window.models[0].get('part')") == "wall"


def test_an_explorer_taken_away_no_longer_listens(page: Page) -> None:
    mount(page, CrossSection())
    page.evaluate("window.cleanups[0]()")
    assert page.locator(".milia-cross").count() == 0
    assert page.evaluate("Object.values(window.models[0].heard).flat().length") == 0


def test_it_fits_every_screen_and_axe_is_content(page: Page) -> None:
    mount(page, CrossSection("opening", companions=True))
    page.click("summary")
    drawings_done(page)
    assert faults_on_screens(page) == {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        small = page.evaluate(
            """[...document.querySelectorAll(".milia-cross svg text")].filter((text) =>
              parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a < 10.5).length"""
        )
        assert small == 0, f"letters in a drawing stay readable at {width} px"


def test_letters_twice_as_large_still_fit(watched: Watched) -> None:
    page = watched.open(viewport={"width": 640, "height": 900})
    mount(page, CrossSection("opening"))
    page.add_style_tag(content="html { font-size: 200% }")
    page.click("summary")
    assert sideways(page) == []
    cut = page.evaluate(
        """[...document.querySelectorAll(".milia-cross :is(label, legend, figcaption, p)")]
          .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth)
          .map((node) => node.outerHTML.slice(0, 80))"""
    )
    assert cut == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_the_mark_has_the_colour_of_text(watched: Watched, scheme: str) -> None:
    page = watched.open(color_scheme=scheme, forced_colors="active")
    mount(page, CrossSection("contents"))
    drawings_done(page)
    colour = """(name) => getComputedStyle(document.querySelector(name)).stroke"""
    line, halo = (page.evaluate(colour, f".milia-cross-{name}") for name in ("line", "halo"))
    ink, paper = ("rgb(0, 0, 0)", "rgb(255, 255, 255)")[:: 1 if scheme == "light" else -1]
    assert (line, halo) == (ink, paper)
    assert axe_violations(page) == []


def test_a_mark_differs_by_line_and_not_only_by_colour(page: Page) -> None:
    mount(page, CrossSection("contents"))
    drawings_done(page)
    dashes = page.evaluate(
        """[...document.querySelectorAll(".milia-cross-line")]
          .map((line) => getComputedStyle(line).strokeDasharray)"""
    )
    assert len(set(dashes)) == 3
    assert dashes[0] == "none"
    assert page.locator(".milia-cross-hatch").count() == 3


def test_on_paper_every_sentence_stands_in_a_table(page: Page) -> None:
    mount(page, CrossSection("roof"))
    expect(page.locator(".milia-cross-paper")).to_be_hidden()
    page.emulate_media(media="print")
    cells = page.locator(".milia-cross-paper td")
    expect(cells.first).to_be_visible()
    wanted = [text_of(part, kind) for part in OFFERED["part"]() for kind in KINDS]
    assert cells.all_text_contents() == wanted
    expect(page.get_by_label("The roof")).to_be_hidden()
    assert page.locator(".milia-cross-mark").first.is_hidden()


def test_nothing_moves_by_itself() -> None:
    assert not re.search(r"animation|transition", CrossSection._css)
