"""The milium: a sealed sac of keratin in rings, under a thin roof."""

import math
from random import Random

from ..skin import Milium
from .layout import SEED, Layout, Spot
from .part import Part
from .svg import Point, curve, oval, path, ring

TURNS = ((2, 0.4, 0.010), (3, 1.7, 0.009), (5, 2.9, 0.005))  # waves round the sac, phase, mm


def parts(layout: Layout, spot: Spot, prefix: str) -> list[Part]:
    """What a learner is shown of a milium, in the order of painting."""
    sac = spot.lesion
    assert isinstance(sac, Milium)
    return [
        _skin(sac, spot),
        _wall(sac, spot),
        _contents(sac, spot, prefix),
        _roof(layout, sac, spot),
    ]


def outline(sac: Milium, x: float, radius: float, turn: float = 0.0, wobble: float = 1.0) -> str:
    """A closed line round the middle: nearly a circle, because the pressure inside is even."""
    size = sac.half / 0.75
    count = max(9, round(10 + 20 * radius))
    points: list[Point] = []
    for step in range(count):
        angle = math.tau * step / count
        bulge = sum(w * math.sin(k * angle + phase + turn) for k, phase, w in TURNS)
        away = radius + wobble * size * bulge
        points.append((x + away * math.cos(angle), sac.centre + away * math.sin(angle)))
    return ring(points)


def _skin(sac: Milium, spot: Spot) -> Part:
    """The skin around the sac, in which nothing happens: it is only named."""
    zone = oval((spot.x, sac.centre), sac.half + 0.3, sac.half + 0.1, "zone")
    angle, away = math.radians(222), sac.half + 0.16
    at = spot.x - spot.out * away * math.cos(angle), sac.centre - away * math.sin(angle)
    return Part("milium-skin", "milium", zone, at, spot.side, at)


def _wall(sac: Milium, spot: Spot) -> Part:
    """The lining: a few layers of skin cells, the innermost ones grainy."""
    paint = (
        path(outline(sac, spot.x, sac.half), "wall")
        + path(outline(sac, spot.x, sac.half - 0.3 * sac.wall), "wall-cells")
        + path(outline(sac, spot.x, sac.half - 0.85 * sac.wall), "wall-grain")
    )
    away = sac.half - sac.wall / 2

    def at(degrees: float) -> Point:
        turn = math.radians(degrees)
        return spot.x + spot.out * away * math.cos(turn), sac.centre + away * math.sin(turn)

    pin = (-0.16 * spot.out, 0.12)
    return Part("milium-wall", "milium", paint, at(20), spot.side, at(150), pin)


def _contents(sac: Milium, spot: Spot, prefix: str) -> Part:
    """The filling: sheets of dead cells, packed ring upon ring around an off-centre core."""
    rng = Random(SEED + 4)
    inner = sac.half - sac.wall
    sheets = ["", "", ""]
    radius, index = inner - 0.022, 0
    while radius > 0.03:
        depth = 1 - radius / inner
        wobble = 1 + 2.6 * depth * radius / inner + 0.35 * rng.random()
        sheets[index % 3] += outline(sac, spot.x, radius, 0.9 * index * depth, wobble)
        radius -= 0.062 * rng.uniform(0.6, 1.25) * (0.75 + 0.6 * depth)
        index += 1
    x, y = spot.x, sac.centre
    shine = oval(
        (x - 0.28 * inner, y - 0.42 * inner),
        0.42 * inner,
        0.26 * inner,
        "shine",
        filter=f"url(#{prefix}-soft)",
    )
    filling = path(outline(sac, x, inner), "rim", fill=f"url(#{prefix}-keratin-shade)")
    paint = filling + "".join(
        path(sheet, "sheet", f"sheet{kind}") for kind, sheet in enumerate(sheets) if sheet
    )
    at = (x + 0.5 * spot.out * inner, y - 0.02)
    return Part("milium-contents", "milium", paint + shine, at, spot.side, (x, y))


def _roof(layout: Layout, sac: Milium, spot: Spot) -> Part:
    """The skin over the sac: thin, and closed from side to side."""
    reach = 0.72 * sac.half
    xs = layout.steps(0.06, spot.x - reach, spot.x + reach)
    line = [(x, layout.surface(x) + sac.roof / 2) for x in xs]
    x, mark = spot.x + 0.5 * spot.out * sac.half, spot.x - 0.12 * spot.out
    return Part(
        "milium-roof",
        "milium",
        path(curve(line), "zone"),
        (x, layout.surface(x) + sac.roof / 2),
        spot.side,
        (mark, layout.surface(mark) + sac.roof / 2),
        (-0.2 * spot.out, -0.26),
    )
