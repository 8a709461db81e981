"""The closed comedone: a pore clogged with dead cells and oil, skin over it, its opening tiny.

Nothing around it is inflamed, and it holds no pus.
"""

import math
from random import Random

from ..skin import Comedone
from ..skin.lengths import HAIR
from .follicle import hair_path
from .gland import gland
from .layout import SEED, Layout, Spot
from .part import Part
from .pocket import Rows, hair_root, leaning, outline, scaled, tail
from .svg import Point, curve, oval, path, tag, use

OF = Comedone.kind
SHARE = 0.6  # of its half width that the filling takes: the bump slopes beyond it
SHAPE = [
    (0.30, 0.0), (0.62, 0.03), (0.88, 0.14), (1.0, 0.32), (0.97, 0.5), (0.80, 0.67),
    (0.54, 0.81), (0.27, 0.92), (0.09, 1.0),
]  # fmt: skip


def parts(layout: Layout, spot: Spot, prefix: str) -> list[Part]:
    """What a learner is shown of a closed comedone, in the order of painting."""
    return [
        _skin(layout, spot),
        _gland(layout, spot, prefix),
        _wall(layout, spot),
        _contents(layout, spot, prefix),
        _roof(layout, spot),
        _opening(layout, spot),
    ]


def filled(layout: Layout, spot: Spot) -> Rows:
    """Half the outline of the filling (mm)."""
    comedone = spot.lesion
    assert isinstance(comedone, Comedone)
    top = layout.surface(spot.x) + comedone.cover
    rows = scaled(SHAPE, SHARE * comedone.half, top, comedone.depth)

    def under(half: float) -> float:
        """How deep it has to lie, so that skin is left where the bump slopes away."""
        beside = max(layout.surface(spot.x - half), layout.surface(spot.x + half))
        return beside + 0.6 * comedone.cover

    return [(half, max(y, under(1.06 * half + 0.01))) for half, y in rows]


def _layer(layout: Layout, spot: Spot, share: float) -> str:
    """A sheet of dead cells along the wall; all sheets run together below the opening."""
    rows = filled(layout, spot)
    top, floor = rows[0][1], rows[-1][1]
    neck = share * 0.12 * rows[2][0], top + 0.012 + 0.05 * (1 - share) * (floor - top)
    low = floor - (1 - share) * 0.62 * (floor - top)
    inner = [
        (
            share * half,
            top + (y - top) * (low - top) / (floor - top) + 0.1 * (1 - share) * (floor - y),
        )
        for half, y in rows[1:-1]
    ]
    left = [(leaning(spot, y) - half, y) for half, y in [neck, *inner]]
    right = [(leaning(spot, y) + half, y) for half, y in [neck, *inner]]
    return curve([*left, (leaning(spot, low), low), *right[::-1]])


def _skin(layout: Layout, spot: Spot) -> Part:
    """The skin around it, which is calm: it is only named."""
    comedone = spot.lesion
    zone = oval((spot.x, 0.45 * comedone.depth), comedone.half, 0.6 * comedone.depth, "zone")
    at = spot.x + spot.out * (0.45 * comedone.half + 0.17), 0.95 * comedone.depth
    return Part(f"{OF}-skin", OF, zone, at, spot.side, at)


def _gland(layout: Layout, spot: Spot, prefix: str) -> Part:
    """The oil gland of this pore, which shrinks when the pore is clogged."""
    comedone, side = spot.lesion, 1 if spot.gland_side == "right" else -1
    size = min(comedone.gland, 0.4 * comedone.depth)
    deep = min(comedone.depth - 0.06, layout.specimen.skin.thickness - 1.15 * size)
    x = leaning(spot, deep)
    paint, middle = gland((x + 0.05 * side, deep), side, size, prefix)
    return Part(f"{OF}-gland", OF, paint, middle, spot.gland_side, middle, (0.12 * side, 0.1))


def _wall(layout: Layout, spot: Spot) -> Part:
    """The wall of the hair tube, stretched thin but whole, with the root of its hair."""
    wall = spot.lesion.wall
    stretched = [(half + wall, y) for half, y in filled(layout, spot)[:-1]]
    root = hair_root(layout, spot)
    paint = path(outline(spot, stretched + tail(layout, spot.lesion)), "tube")
    paint += oval(root, 0.034, 0.04, "bulb")

    def at(side: int, row: int) -> Point:
        half, y = filled(layout, spot)[row]
        return leaning(spot, y) + side * (half + wall / 2), y

    pin = (-0.16 * spot.out, 0.1)
    return Part(f"{OF}-wall", OF, paint, at(spot.out, 5), spot.side, at(-spot.out, 5), pin)


def _contents(layout: Layout, spot: Spot, prefix: str) -> Part:
    """The filling: loose layers of dead cells, oil between them, a fine hair caught inside."""
    rng = Random(SEED + 8)
    comedone = spot.lesion
    layers = ["", ""]
    for index in range(8):
        layers[index % 2] += _layer(layout, spot, 0.95 - 0.085 * index + rng.uniform(-0.02, 0.02))
    rows = filled(layout, spot)
    top, floor, half = rows[0][1], comedone.depth, max(width for width, _ in rows)
    drops = ""
    for index in range(16):
        turn, away = 2.4 * index, 0.62 * math.sqrt((index + 0.5) / 16)
        x = spot.x + half * away * math.cos(turn)
        y = top + (0.42 + 0.55 * away * math.sin(turn)) * (floor - top)
        size = half * rng.uniform(0.035, 0.085)
        drops += oval((x, y), 1.3 * size, size, "oil")
    paint = (
        tag("defs", path(outline(spot, rows), id=f"{prefix}-clog"))
        + use(f"{prefix}-clog", "rim", fill=f"url(#{prefix}-clog-shade)")
        + path(layers[0], "sheet", "sheet0")
        + path(layers[1], "sheet", "sheet1")
        + drops
        + hair_path(_caught(layout, spot, half, top), HAIR.typical)
        + oval(
            (spot.x - 0.3 * half, top + 0.22 * (floor - top)), 0.4 * half, 0.09 * (floor - top),
            "shine", filter=f"url(#{prefix}-soft)",
        )
    )  # fmt: skip
    at = (spot.x, top + 0.36 * (floor - top))
    middle = (spot.x, top + 0.45 * (floor - top))
    return Part(f"{OF}-contents", OF, paint, at, spot.side, middle)


def _caught(layout: Layout, spot: Spot, half: float, top: float) -> str:
    """A fine hair that has curled up below the narrow opening."""
    x, y = hair_root(layout, spot)
    tall = spot.lesion.depth - top
    bends = ((0.0, 0.2), (0.10, 0.42), (0.02, 0.62), (-0.26, 0.70), (-0.38, 0.55), (-0.22, 0.44))
    return curve([(x, y), *((spot.x + a * half, spot.lesion.depth - b * tall) for a, b in bends)])


def _roof(layout: Layout, spot: Spot) -> Part:
    """The skin over the clogged pore: thin, and all but closed."""
    comedone = spot.lesion
    reach = 0.8 * SHARE * comedone.half
    xs = layout.steps(0.06, spot.x - reach, spot.x + reach)
    line = [(x, layout.surface(x) + comedone.cover / 2) for x in xs]
    x, mark = spot.x + 0.55 * spot.out * comedone.half, spot.x + 0.24 * comedone.half
    return Part(
        f"{OF}-roof",
        OF,
        path(curve(line), "zone"),
        (x, layout.surface(x) + comedone.cover / 2),
        spot.side,
        (mark, layout.surface(mark) + comedone.cover / 2),
        (0.2, -0.26),
    )


def _opening(layout: Layout, spot: Spot) -> Part:
    """The opening: a narrow neck of dead cells from the filling to the surface, with its wall."""
    comedone, x, top = spot.lesion, spot.x, layout.surface(spot.x)
    cover, horn = comedone.cover, layout.specimen.skin.stratum_corneum
    half, lining = comedone.pore / 2, min(comedone.wall, 0.7 * comedone.cover)
    neck = [(1.9 * half, -0.1), (1.1 * half, 0.25), (half, 0.6), (1.6 * half, 1.2)]
    lined = [(across + lining, down) for across, down in neck[1:]]

    def funnel(rows: Rows, start: float) -> str:
        left = [(x - across, start + down * (top + cover - start)) for across, down in rows]
        right = [(2 * x - a, y) for a, y in left[::-1]]
        return f"{curve(left)}L{curve(right)[1:]}Z"

    strand = curve([(x, top + 0.3 * cover), (x + 0.3 * half, top + cover), (x, top + 2.6 * cover)])
    paint = (
        path(funnel(lined, top + 0.7 * horn), "neck")
        + path(funnel(neck, top), "plug")
        + path(strand, "plug-lines")
    )
    at = (x + 0.5 * spot.out * half, top + 0.012)
    return Part(f"{OF}-opening", OF, paint, at, spot.side, (x, top), (-0.2, -0.3))
