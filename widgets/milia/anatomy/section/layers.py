"""The layers of the skin: stratum corneum, epidermis, dermis and fat."""

import math
from collections.abc import Iterator
from random import Random

from ..skin.lengths import FAT_CELL
from . import vessels
from .layout import SEED, Layout
from .part import Part
from .svg import SCALE, Point, band, curve, number, path, ring, tag, units, use


def surface_line(layout: Layout) -> list[Point]:
    """The surface, from left to right."""
    return [(x, layout.surface(x)) for x in layout.steps(max(0.05, layout.width / 130))]


def floor_line(layout: Layout) -> list[Point]:
    """The border between epidermis and dermis, and a little way past both ends."""
    gap = max(0.03, layout.width / 200)  # a long piece of skin is drawn no more finely
    return [(x, layout.floor(x)) for x in layout.steps(gap, -0.1, layout.width + 0.1)]


def behind(layout: Layout, prefix: str) -> str:
    """The surface of the skin behind the cut, so that the eye sees skin and not a wall."""
    far = [(x, -0.19 + 0.1 * layout.surface(x + 3)) for x in layout.steps(0.2)]
    near = [(x, 0.2) for x in layout.steps(1)]
    return path(band(far, near), "far", fill=f"url(#{prefix}-behind)")


def dermis(layout: Layout, prefix: str) -> Part:
    """The middle layer: a bed of collagen fibres."""
    dark, pale = [], []
    for index, fibre in enumerate(_fibres(layout)):
        (pale if index % 2 else dark).append(fibre)
    fibres = path("".join(dark), "collagen") + path("".join(pale), "collagen", "pale")
    thick = layout.specimen.skin.thickness
    return Part(
        "dermis",
        layout.ground,
        use(f"{prefix}-bed", fill=f"url(#{prefix}-dermis-shade)") + fibres,
        (vessels.beside(layout, layout.width - 0.26, layout.width - 0.13), 0.70 * thick),
        "right",
        (layout.calm_x - 0.26, 0.68 * thick),
    )


def _fibres(layout: Layout) -> Iterator[str]:
    """Wavy strokes that lie along the skin, longer and coarser with depth."""
    rng = Random(SEED)
    thick = layout.specimen.skin.thickness
    for _ in range(min(100, round(17 * layout.width))):
        x, down = rng.uniform(-0.1, layout.width), rng.random() ** 0.85
        under = layout.specimen.skin.epidermis + 0.08
        y = max(layout.surface(x) + under, under + (thick - 0.02 - under) * down)
        length = 0.12 + 0.3 * down * rng.random() + 0.06
        tilt, sag = rng.gauss(0, 0.16), rng.uniform(-0.05, 0.05)
        across, fall = length * math.cos(tilt) / 2, length * math.sin(tilt) / 2
        bend = f"q{units(across / 2)} {units(fall / 2 + sag)} {units(across)} {units(fall)}"
        yield f"M{units(x)} {units(y)}{bend}t{units(across)} {units(fall)}".replace(" -", "-")


def fat_top(layout: Layout, x: float) -> float:
    """The depth of the border between dermis and fat at `x` (mm)."""
    wave = 0.035 * math.sin(2.1 * x) + 0.02 * math.sin(5 * x)
    return layout.specimen.skin.thickness + wave


def fat(layout: Layout, prefix: str) -> Part:
    """The bottom layer: fat cells, each about a tenth of a millimetre."""
    edge = [(x, fat_top(layout, x)) for x in layout.steps(0.2, -0.1, layout.width + 0.1)]
    area = f"{curve(edge)}V{units(layout.deep + 0.1)}H-14Z"
    paint = (
        tag("defs", path(area, id=f"{prefix}-fat-area"))
        + use(f"{prefix}-fat-area", "fat-bed")
        + use(f"{prefix}-fat-area", fill=f"url(#{prefix}-fat-cells)")
        + use(f"{prefix}-fat-area", "rim", fill=f"url(#{prefix}-fat-shade)")
    )
    y = (layout.specimen.skin.thickness + layout.deep) / 2
    at = (layout.width - 0.16, y)
    return Part("fat", layout.ground, paint, at, "right", (layout.calm_x, y))


def fat_tile(prefix: str) -> str:
    """A tile of jostled six-sided cells that repeats without a seam."""
    across, down, rows, columns = FAT_CELL.typical, 0.29 * FAT_CELL.typical / 0.33, 4, 6

    def corner(column: int, row: int) -> Point:
        rng = Random(SEED + 7919 * (column % (2 * columns)) + 104729 * (row % (3 * rows)))
        x = (column / 2 + rng.uniform(-0.17, 0.17)) * across
        return x, (row / 3 + rng.uniform(-0.1, 0.1)) * down

    around = ((0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1))
    cells = "".join(
        ring([corner(2 * column + row % 2 + x, 3 * row + y) for x, y in around])
        for row in range(rows + 1)
        for column in range(columns + 1 - row % 2)
    )
    size = {"width": units(columns * across), "height": units(rows * down)}
    return tag(
        "pattern",
        path(cells, "fat-cell"),
        id=f"{prefix}-fat-cells",
        patternUnits="userSpaceOnUse",
        **size,
    )


def epidermis(layout: Layout, prefix: str) -> Part:
    """The top layer; the pigment sits in its lowest row of cells."""
    area = f"{curve(floor_line(layout))}V-300H-30Z"
    lowest = {"transform": "translate(0-1.2)"}
    flesh = {"clip_path": f"url(#{prefix}-flesh)"}
    paint = (
        tag("defs", path(area, id=f"{prefix}-floor"))
        + tag("g", use(f"{prefix}-floor", fill=f"url(#{prefix}-epidermis-shade)"), **flesh)
        + use(f"{prefix}-floor", "pigment", **lowest)
        + use(f"{prefix}-floor", "nuclei", transform="translate(0-2.6)")
        + use(f"{prefix}-floor", "seam")
    )
    x, spot, deep = layout.width - 0.27, layout.calm_x + 0.34, 0.67 * layout.specimen.skin.epidermis
    anchor, low = (x, layout.surface(x) + deep), layout.surface(spot) + deep
    return Part("epidermis", layout.ground, paint, anchor, "right", (spot, low), (0.12, -0.30))


def stratum_corneum(layout: Layout, prefix: str) -> Part:
    """The outer coat of dead cells, drawn as a line of its true width."""
    thick = layout.specimen.skin.stratum_corneum
    width = number(thick * SCALE)
    inward = f"translate(0 {number(thick * SCALE / 2)})"
    under = number(thick * SCALE + 2.2)
    paint = use(f"{prefix}-surface", "edge", stroke_width=under, transform=inward)
    paint += use(f"{prefix}-surface", "horn", stroke_width=width, transform=inward)
    paint += use(f"{prefix}-surface", "horn-edge")
    x, spot = layout.width - 0.35 if layout.alone else 0.14, layout.calm_x - 0.36
    return Part(
        "horn",
        layout.ground,
        paint,
        (x, layout.surface(x) + thick / 2),
        "right" if layout.alone else "left",
        (spot, layout.surface(spot)),
        (-0.04, -0.30),
    )
