"""The section's themes: every tissue told from its neighbours, in colour, in contrast, on paper."""

import re
from base64 import b64encode
from itertools import product

import pytest

from milia.anatomy.section import Words, draw
from milia.anatomy.section.layout import Layout
from milia.anatomy.section.palette import (
    BOLD,
    COLOURS,
    GLOW,
    INK,
    LINES,
    NEIGHBOURS,
    TEXTURES,
)
from milia.anatomy.section.svg import SCALE
from milia.anatomy.skin import Comedone, Milium, Pustule, Specimen
from milia.content import find

LIGHT = {name: pair[0] for name, pair in COLOURS.items()}
DARK = {name: pair[1] for name, pair in COLOURS.items()}
BOLD_LIGHT = LIGHT | BOLD | {name: pair[0] for name, pair in INK.items()}
BOLD_DARK = DARK | BOLD | {name: pair[1] for name, pair in INK.items()}
PRINT = LIGHT | BOLD
OUTLINED = {"high contrast": BOLD_LIGHT, "high contrast, dark": BOLD_DARK, "print": PRINT}
THREE = [Specimen(lesions=(kind(),)) for kind in (Milium, Comedone, Pustule)]
NAMES = {
    part.id: part.name
    for name in ("milium", "closed_comedone", "pustule")
    for part in find("figure", name).parts
}
FILL = {"tube": "epidermis", "plug": "keratin"}  # tissues painted in the colours of another


def rgb(colour: str) -> tuple[float, ...]:
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    return tuple(int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))


def luminance(colour: tuple[float, ...]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def tones(tissue: str, theme: dict[str, str]) -> list[tuple[float, ...]]:
    """All colours a tissue has: both ends of its shading, and redness from none to most."""
    if tissue == "inflamed":
        red = rgb(theme["inflamed"])
        return [
            tuple(share * a + (1 - share) * b for a, b in zip(red, skin, strict=True))
            for _, share in GLOW
            for skin in tones("dermis", theme)
        ]
    name = FILL.get(tissue, tissue)
    return [rgb(theme[key]) for key in (name, f"{name}1", f"{name}2") if key in theme]


def worst(a: str, b: str, theme: dict[str, str]) -> float:
    return min(contrast(x, y) for x, y in product(tones(a, theme), tones(b, theme)))


@pytest.mark.parametrize("theme", OUTLINED.values(), ids=OUTLINED)
@pytest.mark.parametrize(("a", "b"), NEIGHBOURS)
def test_where_contrast_is_asked_for_a_line_parts_all_neighbours(
    a: str, b: str, theme: dict[str, str]
) -> None:
    outline = rgb(theme["outline"])
    parted = all(contrast(outline, tone) >= 3 for name in (a, b) for tone in tones(name, theme))
    assert parted or worst(a, b, theme) >= 3


@pytest.mark.parametrize("theme", OUTLINED.values(), ids=OUTLINED)
@pytest.mark.parametrize(("line", "under"), LINES)
def test_a_vessel_or_hair_stands_out_from_what_it_runs_over(
    line: str, under: str, theme: dict[str, str]
) -> None:
    assert worst(line, under, theme) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_vessels_stand_out_from_calm_skin_in_every_theme(theme: dict[str, str]) -> None:
    for vessel in ("artery", "vein"):
        assert contrast(rgb(theme[vessel]), rgb(theme["dermis1"])) >= 3


def test_without_colour_no_two_neighbours_have_one_texture() -> None:
    plain = {"paper", "behind", "horn", "tube"}  # told by their place and their outline alone
    for a, b in NEIGHBOURS:
        if a not in plain and b not in plain:
            assert TEXTURES[a] != TEXTURES[b], (a, b)


def test_every_texture_is_drawn() -> None:
    drawn = "".join(draw(Words("", "", NAMES), specimen) for specimen in THREE)
    classes = set(re.findall(r"milia-([a-z-]+)", drawn))
    for texture in filter(None, TEXTURES.values()):
        assert set(texture.split("+")) <= classes, texture


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
    borders = [(x, y) for x in xs for y in (layout.surface(x), layout.floor(x))]
    borders += [(x, specimen.skin.thickness) for x in xs]
    spot = layout.spots[0]
    borders.append((spot.x, spot.lesion.floor))
    points = [(x * SCALE - left, y * SCALE - top) for x, y in borders]
    png = b64encode(page.locator("svg").screenshot()).decode()
    assert page.evaluate(COPY, [png, points, 4]) == []
