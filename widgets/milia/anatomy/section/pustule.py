"""The pustule: a hair tube swollen with pus, its wall broken inside, its pore plugged.

Nothing comes out of it. A picture of pus on the skin would teach that squeezing works.
"""

import math
from random import Random

from ..skin import Pustule
from ..skin.lengths import HAIR, PUSTULE_DIAMETER, WHITE_CELL
from .follicle import hair_line, hair_path
from .gland import gland
from .layout import SEED, Layout, Spot
from .part import Part
from .pocket import Rows, hair_root, lips, outline, scaled, tail
from .svg import SCALE, Point, curve, dots, number, oval, path, tag, use

SHAPE = [
    (0.24, 0.005), (0.42, 0.04), (0.55, 0.13), (0.605, 0.27), (0.575, 0.42), (0.47, 0.57),
    (0.33, 0.72), (0.20, 0.85), (0.10, 0.95), (0.03, 1.0),
]  # fmt: skip


def parts(layout: Layout, spot: Spot, prefix: str) -> list[Part]:
    """What a learner is shown of a pustule, in the order of painting."""
    return [
        _gland(layout, spot, prefix),
        _wall(layout, spot),
        _contents(layout, spot, prefix),
        _opening(layout, spot),
    ]


def filled(layout: Layout, spot: Spot) -> Rows:
    """Half the outline of the pus (mm)."""
    pustule = spot.lesion
    assert isinstance(pustule, Pustule)
    top = layout.surface(spot.x) + pustule.cover
    return scaled(SHAPE, pustule.diameter / PUSTULE_DIAMETER.typical, top, pustule.depth)


def breach(layout: Layout, spot: Spot) -> Point:
    """Where the wall is broken (mm)."""
    half, y = filled(layout, spot)[5]
    return spot.x - 0.03 + half, y


def _gland(layout: Layout, spot: Spot, prefix: str) -> Part:
    """The oil gland of this pore, small beside the pus."""
    pustule, side = spot.lesion, 1 if spot.gland_side == "right" else -1
    size = min(pustule.gland, 0.4 * pustule.depth)
    deep = min(pustule.depth - 0.08, layout.specimen.skin.thickness - 1.15 * size)
    paint, middle = gland((spot.x + 0.06 * side, deep), side, size, prefix)
    return Part(
        "pustule-gland", "pustule", paint, middle, spot.gland_side, middle, (0.12 * side, 0.1)
    )


def _wall(layout: Layout, spot: Spot) -> Part:
    """The wall of the hair tube, with its root; on one side it has given way."""
    wall = spot.lesion.wall
    swollen = [(half + wall, y) for half, y in filled(layout, spot)[:-2]]
    paint = path(outline(spot, swollen + tail(layout, spot.lesion)), "tube")
    paint += oval(hair_root(layout, spot), 0.036, 0.042, "bulb")
    x, y = breach(layout, spot)
    mark = at = (x + 0.02, y + 0.01)
    if spot.gland_side == "left":
        at = (2 * spot.x - x - 0.07, y)
    return Part("pustule-wall", "pustule", paint, at, spot.gland_side, mark, (0.20, 0.20))


def _contents(layout: Layout, spot: Spot, prefix: str) -> Part:
    """The pus: a thick fluid crowded with white cells; some leak through the broken wall."""
    x, top = spot.x, layout.surface(spot.x)
    inside = outline(spot, filled(layout, spot))
    size = spot.lesion.diameter / PUSTULE_DIAMETER.typical
    shine = oval(
        (x - 0.24 * size, top + 0.24), 0.16 * size, 0.07, "shine", filter=f"url(#{prefix}-soft)"
    )
    hair = curve(hair_line(hair_root(layout, spot), (x, top), 0.24))
    paint = (
        tag("defs", path(inside, id=f"{prefix}-pocket"))
        + use(f"{prefix}-pocket", "rim", fill=f"url(#{prefix}-pus-shade)")
        + use(f"{prefix}-pocket", fill=f"url(#{prefix}-pus-cells)")
        + shine
        + _leak(layout, spot, prefix)
        + hair_path(hair, HAIR.typical)
    )
    at = (x + 0.2 * spot.out * size, top + 0.3 * (spot.lesion.depth - top))
    return Part(
        "pustule-contents",
        "pustule",
        paint,
        at,
        spot.side,
        (x - 0.2 * size, top + 0.45 * (spot.lesion.depth - top)),
    )


def _leak(layout: Layout, spot: Spot, prefix: str) -> str:
    """Pus that seeps into the skin where the wall is broken."""
    x, y = breach(layout, spot)
    rng = Random(SEED + 5)
    cells = [(x + abs(rng.gauss(0, 0.10)) - 0.03, y + rng.gauss(0.02, 0.06)) for _ in range(60)]
    seep = oval((x + 0.03, y + 0.01), 0.12, 0.075, "seep", filter=f"url(#{prefix}-softer)")
    return seep + path(dots(cells), "white-cell")


def _opening(layout: Layout, spot: Spot) -> Part:
    """The pore, closed by a plug of dead cells that ends below the level of its lips."""
    x, half = spot.x, spot.lesion.pore / 2
    top, deep = layout.surface(x), spot.lesion.cover + 0.055
    sides = [(-half, 0.006), (-0.7 * half, 0.4 * deep), (-0.5 * half, deep)]
    rim = [(x + across, top + down) for across, down in sides]
    mirrored = [(2 * x - a, b) for a, b in rim[::-1]]
    coat = layout.specimen.skin.stratum_corneum / 2
    cap = [(x - half, top + coat), (x, top + coat + 0.014), (x + half, top + coat)]
    lines = "".join(
        curve([(x - w, top + d), (x, top + d + 0.012), (x + w, top + d)])
        for w, d in (
            (0.75 * half, 0.36 * deep),
            (0.6 * half, 0.58 * deep),
            (0.5 * half, 0.8 * deep),
        )
    )
    paint = (
        path(f"{curve(rim)}L{curve(mirrored)[1:]}Z", "plug")
        + path(lines, "plug-lines")
        + lips(layout, cap)
    )
    at = (x + 0.4 * spot.out * half, top + 0.03)
    pin = (0.28, -0.24)
    return Part("pustule-opening", "pustule", paint, at, spot.side, (x, top + 0.03), pin)


def cell_tile(prefix: str) -> str:
    """A tile of white cells, as crowded as in pus but never on top of one another."""
    rng, side = Random(SEED + 6), 0.4
    cells: list[Point] = []
    while len(cells) < 130:
        cell = rng.uniform(0.01, side - 0.01), rng.uniform(0.01, side - 0.01)
        if all(math.dist(cell, other) > 1.3 * WHITE_CELL.typical for other in cells):
            cells.append(cell)
    return tag(
        "pattern",
        path(dots(cells), "white-cell"),
        id=f"{prefix}-pus-cells",
        width=number(side * SCALE),
        height=number(side * SCALE),
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(23)",  # so that the eye finds no rows
    )


def cell_width() -> str:
    """The true width of a white cell, in SVG units."""
    return number(WHITE_CELL.typical * SCALE)
