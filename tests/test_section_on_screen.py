"""The section in a browser's pixels: between two tissues there is a line that can be seen."""

import re
from base64 import b64encode
from collections.abc import Iterator

import pytest

from milia.anatomy.section import Words, draw, layers
from milia.anatomy.section.comedone import filled as clogged
from milia.anatomy.section.layout import Layout
from milia.anatomy.section.pocket import leaning
from milia.anatomy.section.pustule import filled as filled_with_pus
from milia.anatomy.section.svg import SCALE
from milia.anatomy.skin import Comedone, Milium, Pustule, Specimen

from .test_section_themes import NAMES, PLAIN, THREE, contrast, tones, worst

COPY = """async ([png, points, reach]) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const black = (x, y) => {
    const i = 4 * (Math.round(y) * image.width + Math.round(x));
    return 0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2] < 110;
  };
  return points.filter(([x, y]) => {
    for (let d = -reach; d <= reach; d += 1) if (black(x, y + d)) return false;
    return true;
  });
}"""


@pytest.mark.browser
@pytest.mark.parametrize("specimen", THREE, ids=lambda s: s.lesions[0].kind)
def test_a_black_and_white_copy_keeps_the_borders(page, specimen: Specimen) -> None:
    layout = Layout(specimen)
    svg = draw(Words("", "", NAMES), specimen, labels=False)
    page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{svg}")
    page.emulate_media(media="print")
    left, top = (float(v) for v in re.search(r'viewBox="(\S+) (\S+)', svg).groups())
    xs = layout.steps(0.3, 0.2, layout.width - 0.2)
    borders = [
        (x, y) for x in xs for y in (layout.surface(x), layout.floor(x), layers.fat_top(layout, x))
    ]
    spot = layout.spots[0]
    borders.append((spot.x, spot.lesion.floor))
    points = [(x * SCALE - left, y * SCALE - top) for x, y in borders]
    png = b64encode(page.locator("svg").screenshot()).decode()
    assert page.evaluate(COPY, [png, points, 4]) == []


# Of the pixels along a short way across a border, the best contrast that one has to both sides.
CROSSING = """async ([png, ways]) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return ways.map((way) => way.map(([x, y]) =>
    [...context.getImageData(Math.round(x), Math.round(y), 1, 1).data.slice(0, 3)]));
}"""
WINDOW = 0.02  # mm to either side of a border: where its line lies


def crossings(layout: Layout) -> Iterator[tuple[str, str, list[tuple[float, float]]]]:
    """Two neighbours, and a short way from one to the other (mm), at many places."""
    steps = [WINDOW * i / 8 for i in range(-8, 9)]

    def down(x: float, y: float) -> list[tuple[float, float]]:
        return [(x, y + step) for step in steps]

    horn = layout.specimen.skin.stratum_corneum
    spot = layout.spots[0]
    away = spot.lesion.half + 0.1
    for x in (*layout.steps(0.1, 0.2, spot.x - away), *layout.steps(0.1, spot.x + away)[:-2]):
        yield "paper", "horn", down(x, layout.surface(x))
        yield "horn", "epidermis", down(x, layout.surface(x) + horn)
        yield "epidermis", "dermis", down(x, layout.floor(x))
        yield "dermis", "fat", down(x, layers.fat_top(layout, x))
    match spot.lesion:
        case Milium(half=half, wall=wall, centre=y):
            for side in (-1, 1):
                yield "dermis", "wall", [(spot.x + side * (half + s), y) for s in steps]
                yield "wall", "keratin", [(spot.x + side * (half - wall + s), y) for s in steps]
        case Pustule():
            for half, y in filled_with_pus(layout, spot)[4:8]:
                yield "tube", "pus", [(leaning(spot, y) - half + s, y) for s in steps]
                wide = half + spot.lesion.wall
                yield "tube", "inflamed", [(leaning(spot, y) - wide + s, y) for s in steps]
        case Comedone():
            for half, y in clogged(layout, spot)[4:7]:
                yield "tube", "clog", [(leaning(spot, y) + half + s, y) for s in steps]
                wide = half + spot.lesion.wall
                yield "tube", "dermis", [(leaning(spot, y) + wide + s, y) for s in steps]


@pytest.mark.browser
@pytest.mark.parametrize("theme", PLAIN)
@pytest.mark.parametrize("specimen", THREE, ids=lambda s: s.lesions[0].kind)
def test_the_line_is_there_on_the_screen(watched, specimen: Specimen, theme: str) -> None:
    """In real pixels, two to a unit: on the way across a border, one differs from both sides."""
    layout = Layout(specimen)
    svg = draw(Words("", "", NAMES), specimen, labels=False)
    page = watched.open(
        viewport={"width": 600, "height": 600}, device_scale_factor=2, color_scheme=theme
    )
    page.set_content(
        "<style>body{margin:0}svg{display:block;color-scheme:light dark;background:var(--paper)}"
        f"</style>{svg}"
    )
    left, top = (float(v) for v in re.search(r'viewBox="(\S+) (\S+)', svg).groups())
    found = list(crossings(layout))
    ways = [[(2 * (x * SCALE - left), 2 * (y * SCALE - top)) for x, y in way] for *_, way in found]
    png = b64encode(page.locator("svg").screenshot()).decode()
    seen = page.evaluate(CROSSING, [png, ways])
    bad = []
    for (a, b, way), colours in zip(found, seen, strict=True):
        beside = tones(a, PLAIN[theme]) + tones(b, PLAIN[theme])
        if worst(a, b, PLAIN[theme]) < 3 and not any(
            min(contrast(tuple(c / 255 for c in colour), tone) for tone in beside) >= 3
            for colour in colours
        ):
            bad.append((a, b, way[8]))
    assert bad == []
    assert len(found) > 20
