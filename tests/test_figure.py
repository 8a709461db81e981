"""The figure: a drawing with its words, in the browser, on paper, and where nothing runs."""

import json
import re
from base64 import b64decode
from pathlib import Path

import pytest

from milia.content import find
from milia.widgets import figure as module
from milia.widgets.base import css, js
from milia.widgets.figure import Figure

from .browser.checks import axe_violations
from .tags import Tags

NAME = "milium_and_pustule"
SINGLE = ("milium", "closed_comedone", "pustule")
BUMPS = {"milium", "pustule", "skin"}


@pytest.fixture(scope="module")
def figure() -> Figure:
    return Figure(NAME)


def test_an_unknown_figure_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ValueError, match=f"No figure .* Did you mean '{NAME}'"):
        Figure("milium_and_pustul")


def test_a_drawing_that_was_not_made_says_how_to_make_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "PACKAGE", tmp_path / "widgets" / "milia")
    with pytest.raises(FileNotFoundError, match=rf"{NAME}\.svg.*python images/{NAME}\.py"):
        module.picture(NAME)


def test_a_wheel_brings_its_own_drawings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "x.svg").write_text("<svg/>")
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    assert module.picture("x") == "<svg/>"


def test_every_part_of_the_drawing_has_words_and_every_word_a_part(figure: Figure) -> None:
    drawn = set(re.findall(r'data-part="([^"]+)"', figure.svg))
    assert drawn == {part.id for part in find("figure", NAME).parts if not part.is_whole}


@pytest.mark.parametrize("name", SINGLE)
def test_a_figure_of_one_bump_names_its_parts_too(name: str) -> None:
    parts = find("figure", name).parts
    assert {part.of for part in parts} == {name.replace("_", "-")}
    drawn = set(re.findall(r'data-part="([^"]+)"', module.picture(name)))
    assert drawn == {part.id for part in parts if not part.is_whole}


@pytest.mark.parametrize("name", [NAME, *SINGLE])
def test_the_words_are_short_and_rest_on_claims(name: str) -> None:
    words = find("figure", name)
    assert words.claims
    for part in words.parts:
        assert part.claims, part.id
        assert len(part.name) <= 40, part.id
        assert len(part.note.split()) <= 18, part.id
        assert part.note.endswith("."), part.id
        assert part.note.count(".") == 1, part.id


def test_each_bump_has_a_part_that_stands_for_the_whole() -> None:
    assert {part.id for part in find("figure", NAME).parts if part.is_whole} == BUMPS


def test_no_bump_is_called_by_the_word_that_means_three_things(figure: Figure) -> None:
    assert "whitehead" not in (figure.text() + figure.svg).lower()


def test_the_caption_says_what_is_a_model(figure: Figure) -> None:
    assert "No study we found measured the roof" in figure.caption
    assert "our model" in figure.caption


def test_the_text_names_everything_that_is_shown(figure: Figure) -> None:
    text = figure.text()
    assert text.startswith("Milium and pustule\n")
    for words in [figure.alt, figure.caption, *(p["note"] for p in figure.parts)]:
        assert words in text
    assert repr(figure) == text


def test_the_text_changes_with_the_drawing(figure: Figure) -> None:
    other = Figure(NAME)
    other.svg = figure.svg.replace("2.8", "2.9")
    assert other.text() != figure.text()


def test_the_fallback_is_an_image_and_a_list_that_a_sanitiser_lets_through(figure: Figure) -> None:
    tags = Tags(figure.fallback()).found
    assert {tag for tag, _ in tags} <= {
        "figure", "img", "figcaption", "details", "summary", "ul", "li", "b",
    }  # fmt: skip
    image = next(attributes for tag, attributes in tags if tag == "img")
    assert image["alt"] == figure.alt
    assert b64decode(image["src"].split(",")[1]).decode() == figure.svg
    assert sum(tag == "li" for tag, _ in tags) == len(figure.parts)


def mount(page, figure: Figure, width: int, *, count: int = 1, scheme: str = "light") -> None:
    """Show the figure the way a page without a kernel does."""
    traits = ("name", "svg", "alt", "caption", "parts")
    state = json.dumps({trait: getattr(figure, trait) for trait in traits}).replace("</", "<\\/")
    script = js("shared", "drawn", "figure").replace("export default", "const widget =")
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(
        f"""<!doctype html><html lang="en" data-milia-page style="color-scheme: {scheme}">
        <head><title>A figure</title><style>{css("shared", "figure")}
        html {{ background: var(--milia-bg) }} body {{ margin: 16px }}</style></head>
        <body><main><h1 class="milia">A figure</h1></main><script type="module">{script}
        const state = {state}, model = {{ get: (name) => state[name] }};
        window.stop = [];
        for (let i = 0; i < {count}; i++) {{
          const el = document.querySelector("main").appendChild(document.createElement("div"));
          window.stop.push(widget.render({{ model, el }}));
        }}</script></body></html>"""
    )
    page.wait_for_selector(".milia-figure[data-form] svg")


SMALLEST = """() => Math.min(...[...document.querySelectorAll(".milia-figure *")]
  .filter((n) => n.matches("text, p, li, summary, figcaption") && n.getClientRects().length)
  .map((n) => {
    const svg = n.closest("svg");
    const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    return parseFloat(getComputedStyle(n).fontSize) * scale;
  }))"""


@pytest.mark.browser
@pytest.mark.parametrize(
    ("width", "form", "drawings"),
    [(1200, "labelled", 1), (932, "labelled", 1), (931, "cropped", 3), (592, "cropped", 3),
     (591, "cropped", 3), (390, "cropped", 3), (320, "cropped", 3)],
)  # fmt: skip
def test_a_figure_fits_every_width_and_can_be_read(
    page, figure: Figure, width: int, form: str, drawings: int
) -> None:
    mount(page, figure, width)
    assert page.get_attribute(".milia-figure", "data-form") == form
    assert page.locator(".milia-figure svg").count() == drawings
    assert page.evaluate(SMALLEST) >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
@pytest.mark.parametrize("name", SINGLE)
@pytest.mark.parametrize(
    ("width", "form"), [(1200, "labelled"), (700, "labelled"), (390, "cropped")]
)
def test_a_figure_of_one_bump_is_one_drawing_at_every_width(
    page, name: str, width: int, form: str
) -> None:
    single = Figure(name)
    mount(page, single, width)
    assert page.get_attribute(".milia-figure", "data-form") == form
    assert page.locator(".milia-figure svg").count() == 1
    assert page.evaluate(SMALLEST) >= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if form == "cropped":
        count = len(single.parts) - 1
        numbers = page.locator(".milia-mark text").all_text_contents()
        assert sorted(map(int, numbers)) == list(range(1, count + 1))


@pytest.mark.browser
def test_on_a_narrow_screen_the_key_has_the_numbers_of_the_drawing(page, figure: Figure) -> None:
    mount(page, figure, 390)
    for of in sorted(BUMPS):
        bump = page.locator(f".milia-figure-bump[data-of={of}]")
        numbers = bump.locator(".milia-mark text").all_text_contents()
        names = [p["name"] for p in figure.parts if p["of"] == of != p["id"]]
        assert numbers == [str(i) for i in range(1, len(names) + 1)]
        assert bump.locator("li b").all_text_contents() == [f"{name}. " for name in names]
        assert bump.locator("li").first.is_visible()


@pytest.mark.browser
def test_a_wide_figure_follows_the_screen_and_comes_back(page, figure: Figure) -> None:
    mount(page, figure, 1200)
    page.click("summary")
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_selector("[data-form=cropped]")
    page.set_viewport_size({"width": 1200, "height": 800})
    page.wait_for_selector("[data-form=labelled] details[open] li")


@pytest.mark.browser
def test_a_figure_taken_away_no_longer_watches_the_screen(page, figure: Figure) -> None:
    mount(page, figure, 1200)
    page.evaluate("window.stop[0]()")
    page.set_viewport_size({"width": 390, "height": 800})
    page.evaluate("new Promise((next) => requestAnimationFrame(() => setTimeout(next, 50)))")
    assert page.get_attribute(".milia-figure", "data-form") == "labelled"


@pytest.mark.browser
def test_on_paper_the_figure_is_whole_light_and_its_list_open(page, figure: Figure) -> None:
    mount(page, figure, 700, scheme="dark")
    page.emulate_media(media="print")
    page.wait_for_selector("[data-form=labelled] details[open]")
    ink = "getComputedStyle(document.querySelector('.milia-head')).fill"
    assert page.evaluate(ink) == "rgb(42, 31, 45)"


@pytest.mark.browser
def test_two_figures_share_a_page_and_no_id(page, figure: Figure) -> None:
    mount(page, figure, 390, count=2)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) > 50
    assert len(ids) == len(set(ids))
    lost = """[...document.querySelectorAll("use")].filter((use) =>
      !use.closest("svg").querySelector(use.getAttribute("href"))).length"""
    assert page.evaluate(lost) == 0


@pytest.mark.browser
def test_a_learner_can_open_the_list_by_touch_and_keys_stay_inside(page, figure: Figure) -> None:
    mount(page, figure, 1200)
    assert page.locator("summary").bounding_box()["height"] >= 44
    page.evaluate("void (document.onkeydown = () => { window.leaked = true; })")
    page.focus("summary")
    page.keyboard.press("Enter")
    assert page.locator("details[open] li").first.is_visible()
    assert page.evaluate("window.leaked") is None


@pytest.mark.browser
def test_dark_ink_is_light_and_light_ink_is_dark(page, figure: Figure) -> None:
    ink = "getComputedStyle(document.querySelector('.milia-head')).fill"
    mount(page, figure, 1200, scheme="dark")
    assert page.evaluate(ink) == "rgb(246, 239, 244)"
    mount(page, figure, 1200, scheme="light")
    assert page.evaluate(ink) == "rgb(42, 31, 45)"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1200, 390])
def test_axe_finds_nothing(page, figure: Figure, width: int) -> None:
    mount(page, figure, width)
    assert axe_violations(page) == []
