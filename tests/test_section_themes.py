"""The section's themes: every tissue told from its neighbours, in colour, in contrast, on paper."""

import re
from itertools import product

import pytest

from milia.anatomy.section import Words, draw
from milia.anatomy.section.palette import (
    BOLD,
    COLOURS,
    GLOW,
    INK,
    LINES,
    NEIGHBOURS,
    TEXTURES,
)
from milia.anatomy.skin import Comedone, Milium, Pustule, Specimen
from milia.content import find

LIGHT = {name: pair[0] for name, pair in COLOURS.items()}
DARK = {name: pair[1] for name, pair in COLOURS.items()}
BOLD_LIGHT = LIGHT | BOLD | {name: pair[0] for name, pair in INK.items()}
BOLD_DARK = DARK | BOLD | {name: pair[1] for name, pair in INK.items()}
PRINT = LIGHT | BOLD
PLAIN = {"light": LIGHT, "dark": DARK}
BOLDER = {"high contrast": BOLD_LIGHT, "high contrast, dark": BOLD_DARK, "print": PRINT}
THEMES = PLAIN | BOLDER
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


def parted(a: str, b: str, theme: dict[str, str]) -> float:
    """How well two neighbours are told apart: by a line that differs from both, or by colour."""
    line = min(worst("outline", a, theme), worst("outline", b, theme))
    return max(line, worst(a, b, theme))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(("a", "b"), NEIGHBOURS)
def test_a_line_parts_all_neighbours_in_every_theme(a: str, b: str, theme: dict[str, str]) -> None:
    if (a, b) == ("paper", "behind") and theme in PLAIN.values():
        return  # there it fades into the distance; it is no part that is asked for
    assert parted(a, b, theme) >= 3


@pytest.mark.parametrize("theme", BOLDER.values(), ids=BOLDER)
@pytest.mark.parametrize(("line", "under"), LINES)
def test_a_vessel_or_hair_stands_out_from_what_it_runs_over(
    line: str, under: str, theme: dict[str, str]
) -> None:
    assert worst(line, under, theme) >= 3


@pytest.mark.parametrize("theme", PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize(("line", "under"), [pair for pair in LINES if pair[1] != "inflamed"])
def test_in_light_and_dark_it_stands_out_from_all_but_red_skin(
    line: str, under: str, theme: dict[str, str]
) -> None:
    assert worst(line, under, theme) >= 3


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
