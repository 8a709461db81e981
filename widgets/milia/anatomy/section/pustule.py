"""The pustule: a hair tube swollen with pus, its wall broken inside, its pore plugged.

Nothing comes out of it. A picture of pus on the skin would teach that squeezing works.
"""

import math
from random import Random

from ..skin import PUSTULE_DIAMETER, WHITE_CELL
from .layout import SEED, Layout
from .part import Part
from .pore import hair_line, hair_width
from .svg import SCALE, Point, curve, dots, number, oval, path, tag, use

COVER = 0.045  # mm of skin left over the pus
WALL = 0.028  # mm: the stretched wall of the tube
PLUG = 0.065  # mm: half the width of the plugged pore


def parts(layout: Layout, prefix: str) -> list[Part]:
    """What a learner is shown of a pustule, in the order of painting."""
    return [_tube(layout), _pus(layout, prefix), _plug(layout)]


def pocket(layout: Layout) -> list[tuple[float, float]]:
    """Half the outline of the pus: (half width, depth) from top to bottom (mm)."""
    pustule = layout.specimen.pustule
    size = pustule.diameter / PUSTULE_DIAMETER.typical
    top = layout.surface(layout.pustule_x) + COVER
    shape = (
        (0.24, 0.005), (0.42, 0.04), (0.55, 0.13), (0.605, 0.27), (0.575, 0.42), (0.47, 0.57),
        (0.33, 0.72), (0.20, 0.85), (0.10, 0.95), (0.03, 1.0),
    )  # fmt: skip
    return [(size * half, top + down * (pustule.depth - top)) for half, down in shape]


def tail(layout: Layout) -> list[tuple[float, float]]:
    """Half the outline of the tube below the pus, down to the root of its hair (mm)."""
    floor = layout.specimen.pustule.depth
    root = min(floor + 0.34, layout.specimen.skin.thickness - 0.07)
    shape = ((0.062, 0.1), (0.05, 0.4), (0.055, 0.75), (0.05, 0.92), (0.012, 1.0))
    return [(half, floor + down * (root - floor)) for half, down in shape]


def outline(layout: Layout, rows: list[tuple[float, float]]) -> str:
    """Close a half outline round the middle, a little lopsided as living things are."""

    def lean(y: float) -> float:
        return layout.pustule_x - 0.05 * max(0.0, y) + 0.012 * math.sin(5 * y)

    left = [(lean(y) - half * (1 + 0.03 * math.sin(4 * y)), y) for half, y in rows]
    right = [(lean(y) + half, y) for half, y in rows]
    return f"{curve(left[::-1] + right)}Z"


def breach(layout: Layout) -> Point:
    """Where the wall is broken (mm)."""
    half, y = pocket(layout)[5]
    return layout.pustule_x - 0.03 + half, y


def hair_root(layout: Layout) -> Point:
    """Where the hair of this tube grows (mm)."""
    y = tail(layout)[-1][1] - 0.05
    return layout.pustule_x - 0.05 * y, y


def _tube(layout: Layout) -> Part:
    """The wall of the hair tube, with its root; on one side it has given way."""
    swollen = [(half + WALL, y) for half, y in pocket(layout)[:-2]]
    paint = path(outline(layout, swollen + tail(layout)), "tube")
    paint += oval(hair_root(layout), 0.036, 0.042, "bulb")
    x, y = breach(layout)
    return Part(
        "tube",
        "pustule",
        paint,
        (x + 0.02, y + 0.01),
        "right",
        (x + 0.02, y + 0.01),
        (0.20, 0.20),
    )


def _pus(layout: Layout, prefix: str) -> Part:
    """The pus: a thick fluid crowded with white cells; some leak through the broken wall."""
    x = layout.pustule_x
    inside = outline(layout, pocket(layout))
    top = layout.surface(x)
    shine = oval((x - 0.24, top + 0.24), 0.16, 0.07, "shine", filter=f"url(#{prefix}-soft)")
    hair = curve(hair_line(hair_root(layout), (x, top), 0.24))
    paint = (
        tag("defs", path(inside, id=f"{prefix}-pocket"))
        + use(f"{prefix}-pocket", fill=f"url(#{prefix}-pus-shade)")
        + use(f"{prefix}-pocket", fill=f"url(#{prefix}-pus-cells)")
        + shine
        + _leak(layout, prefix)
        + path(hair, "hair", stroke_width=hair_width())
    )
    anchor = (x + 0.3 * layout.specimen.pustule.diameter / 3, top + 0.36)
    return Part("pus", "pustule", paint, anchor, "right", (x - 0.2, top + 0.5))


def _leak(layout: Layout, prefix: str) -> str:
    """Pus that seeps into the skin where the wall is broken."""
    x, y = breach(layout)
    rng = Random(SEED + 5)
    cells = [(x + abs(rng.gauss(0, 0.10)) - 0.03, y + rng.gauss(0.02, 0.06)) for _ in range(60)]
    seep = oval((x + 0.03, y + 0.01), 0.12, 0.075, "seep", filter=f"url(#{prefix}-softer)")
    return seep + path(dots(cells), "white-cell")


def _plug(layout: Layout) -> Part:
    """The pore, closed by a plug of dead cells that ends below the level of its lips."""
    x = layout.pustule_x
    top = layout.surface(x)
    lips = layout.specimen.skin.stratum_corneum
    sides = [(-PLUG, 0.006), (-0.7 * PLUG, 0.04), (-0.5 * PLUG, 0.10)]
    rim = [(x + across, top + down) for across, down in sides]
    mirrored = [(2 * x - a, b) for a, b in rim[::-1]]
    cap = [(x - PLUG, top + 0.008), (x, top + 0.022), (x + PLUG, top + 0.008)]
    lines = "".join(
        curve([(x - w, top + d), (x, top + d + 0.012), (x + w, top + d)])
        for w, d in ((0.75 * PLUG, 0.036), (0.6 * PLUG, 0.058), (0.5 * PLUG, 0.08))
    )
    paint = (
        path(f"{curve(rim)}L{curve(mirrored)[1:]}Z", "plug")
        + path(lines, "plug-lines")
        + path(curve(cap), "horn", stroke_width=number(lips * SCALE))
        + path(curve(cap), "horn-edge")
    )
    anchor = (x + 0.4 * PLUG, top + 0.03)
    return Part("plug", "pustule", paint, anchor, "right", (x, top + 0.03), (0.28, -0.24))


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
