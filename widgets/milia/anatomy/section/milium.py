"""The milium: a sealed sac of keratin in rings, under a thin roof."""

import math
from random import Random

from .layout import SEED, Layout
from .part import Part
from .svg import Point, curve, oval, path, ring

TURNS = ((2, 0.4, 0.010), (3, 1.7, 0.009), (5, 2.9, 0.005))  # waves round the sac, phase, mm


def parts(layout: Layout, prefix: str) -> list[Part]:
    """What a learner is shown of a milium, in the order of painting."""
    return [_calm(layout), _wall(layout), _keratin(layout, prefix), _roof(layout)]


def _outline(layout: Layout, radius: float, turn: float = 0.0, wobble: float = 1.0) -> str:
    """A closed line round the middle: nearly a circle, because the pressure inside is even."""
    x, y = layout.milium_x, layout.specimen.milium.centre
    size = layout.specimen.milium.radius / 0.75
    count = max(9, round(12 + 24 * radius))
    points: list[Point] = []
    for step in range(count):
        angle = math.tau * step / count
        bulge = sum(w * math.sin(k * angle + phase + turn) for k, phase, w in TURNS)
        away = radius + wobble * size * bulge
        points.append((x + away * math.cos(angle), y + away * math.sin(angle)))
    return ring(points)


def _calm(layout: Layout) -> Part:
    """The skin around the sac, in which nothing happens: it is only named."""
    milium = layout.specimen.milium
    zone = oval((layout.milium_x, milium.centre), milium.radius + 0.3, milium.radius + 0.1, "zone")
    angle = math.radians(222)
    away = milium.radius + 0.16
    spot = (
        layout.milium_x + away * math.cos(angle),
        layout.specimen.milium.centre - away * math.sin(angle),
    )
    return Part("calm", "milium", zone, spot, "left", spot)


def _wall(layout: Layout) -> Part:
    """The lining: a few layers of skin cells, the innermost ones grainy."""
    milium = layout.specimen.milium
    paint = (
        path(_outline(layout, milium.radius), "wall")
        + path(_outline(layout, milium.radius - 0.3 * milium.wall), "wall-cells")
        + path(_outline(layout, milium.radius - 0.85 * milium.wall), "wall-grain")
    )
    angle, away = math.radians(160), milium.radius - milium.wall / 2

    def at(turn: float) -> Point:
        return layout.milium_x + away * math.cos(turn), milium.centre + away * math.sin(turn)

    return Part("wall", "milium", paint, at(angle), "left", at(math.radians(30)), (0.16, 0.12))


def _keratin(layout: Layout, prefix: str) -> Part:
    """The filling: sheets of dead cells, packed ring upon ring around an off-centre core."""
    milium, rng = layout.specimen.milium, Random(SEED + 4)
    inner = milium.radius - milium.wall
    sheets = ["", "", ""]
    radius, index = inner - 0.022, 0
    while radius > 0.03:
        depth = 1 - radius / inner
        wobble = 1 + 2.6 * depth * radius / inner + 0.35 * rng.random()
        sheets[index % 3] += _outline(layout, radius, 0.9 * index * depth, wobble)
        radius -= 0.062 * rng.uniform(0.6, 1.25) * (0.75 + 0.6 * depth)
        index += 1
    x, y = layout.milium_x, milium.centre
    shine = oval(
        (x - 0.28 * inner, y - 0.42 * inner),
        0.42 * inner,
        0.26 * inner,
        "shine",
        filter=f"url(#{prefix}-soft)",
    )
    paint = path(_outline(layout, inner), fill=f"url(#{prefix}-keratin-shade)") + "".join(
        path(sheet, "sheet", f"sheet{kind}") for kind, sheet in enumerate(sheets)
    )
    anchor = (x - 0.5 * inner, y - 0.02)
    return Part("keratin", "milium", paint + shine, anchor, "left", (x, y))


def _roof(layout: Layout) -> Part:
    """The skin over the sac: thin, and closed from side to side."""
    milium = layout.specimen.milium
    reach = 0.72 * milium.radius
    xs = layout.steps(0.06, layout.milium_x - reach, layout.milium_x + reach)
    line = [(x, layout.surface(x) + milium.roof / 2) for x in xs]
    x, spot = layout.milium_x - 0.5 * milium.radius, layout.milium_x + 0.12
    return Part(
        "roof",
        "milium",
        path(curve(line), "zone"),
        (x, layout.surface(x) + milium.roof / 2),
        "left",
        (spot, layout.surface(spot) + milium.roof / 2),
        (0.2, -0.26),
    )
