"""What is seen through the lens: a square field, in micrometres (um), and how it is coloured.

Colours are those of the stain that laboratories use most: purple for what is in the nucleus, pink
for the rest. They are the same in every theme, as a slide is lit from below.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from random import Random

from ..section import svg
from ..section.svg import SCALE, Point, number, path, tag

FIELD = 100.0  # um: the side of the square that is seen
SIDE = 500.0  # SVG units of that side
UNIT = SIDE / FIELD  # SVG units for 1 um
SMALL = 7.0  # um: what is no wider is drawn with fewer points
SCOPE = "milia-lens"

Place = Callable[[float, float], Point]  # from along and across a lining (um) to a point (um)


def _mm(points: Iterable[Point]) -> list[Point]:
    """Points (um) as the pencil of the section takes them."""
    return [(x * UNIT / SCALE, y * UNIT / SCALE) for x, y in points]


def curve(points: Sequence[Point]) -> str:
    """Draw a smooth open line past these points (um)."""
    return svg.curve(_mm(points))


def ring(points: Sequence[Point]) -> str:
    """Draw a smooth closed line past these points (um)."""
    return svg.ring(_mm(points))


def band(upper: Sequence[Point], lower: Sequence[Point]) -> str:
    """Outline the area between two smooth lines (um) that run the same way."""
    return svg.band(_mm(upper), _mm(lower))


def dots(points: Iterable[Point]) -> str:
    """Put a dot at each point (um)."""
    return svg.dots(_mm(points))


def blob(
    centre: Point, across: float, down: float, rng: Random, turn: float = 0.0, rough: float = 0.05
) -> str:
    """Close a line round a middle: an ellipse of these widths (um), a little uneven.

    The line runs inside of the points that steer it, so these lie as much farther out.
    """
    count = 8 if max(across, down) > SMALL else 6
    bend = math.cos(math.pi / count)
    out = 4 / (1 + bend * bend + 2 * bend)
    points = []
    for step in range(count):
        angle = math.tau * step / count
        away = out * (1 + rng.uniform(-rough, rough)) / 2
        x, y = across * away * math.cos(angle), down * away * math.sin(angle)
        points.append(
            (
                centre[0] + x * math.cos(turn) - y * math.sin(turn),
                centre[1] + x * math.sin(turn) + y * math.cos(turn),
            )
        )
    return ring(points)


def wide(um: float) -> str:
    """Write a length (um) in SVG units."""
    return number(um * UNIT)


def steps(start: float, end: float, count: int) -> list[float]:
    """Places from start to end, both among them."""
    return [start + (end - start) * at / count for at in range(count + 1)]


def slide(*paint: str) -> str:
    """Put what is painted under the lens: nothing reaches beyond the field."""
    glass = tag("rect", width=number(SIDE), height=number(SIDE), class_="milia-glass")
    size = {"width": number(SIDE), "height": number(SIDE)}
    box = f"0 0 {number(SIDE)} {number(SIDE)}"
    return tag("svg", glass, *paint, viewBox=box, class_=SCOPE, overflow="hidden", **size)


def layer(d: str, *classes: str, **attributes: str) -> str:
    """Paint a path, or nothing where there is none."""
    return path(d, *classes, **attributes) if d else ""


STYLE = {
    "glass": "fill:#fbf1ec",
    "pink-bed": "fill:#f6cdd0",
    "dermis-bed": "fill:#f8dcdc",
    "wet-bed": "fill:#f8ead8",
    "haze": "fill:#f1d9c2;opacity:.55",
    "bundle": "stroke:#eaa9b3;stroke-width:11;opacity:.62",
    "bundle-thin": "stroke:#e08e9e;stroke-width:4;opacity:.5",
    "spindle": "fill:#7b56a6;stroke:#55308a;stroke-width:1",
    "membrane": "stroke:#b5427f;stroke-width:2.6",
    "gap-bed": "fill:#efd3e2",
    "cell": "fill:#dca6cb;stroke:#b574aa;stroke-width:1.1",
    "basal": "fill:#c586bd;stroke:#9c5aa0;stroke-width:1.1",
    "flat": "fill:#cf8fbf;stroke:#9d4f94;stroke-width:1.1",
    "nucleus": "fill:#8a62b3;stroke:#55308a;stroke-width:1.5",
    "nucleolus": "stroke:#47207a;stroke-width:5.5",
    "chromatin": "stroke:#5a3290;stroke-width:2.4;opacity:.8",
    "grain": "stroke:#2d1256;stroke-width:4.2",
    "grain-fine": "stroke:#3b1a66;stroke-width:2.6",
    "horn-bed": "fill:#fbeadf",
    "leaf": "stroke:#e79aa4;stroke-width:3.4;stroke-dasharray:190 5 130 4",
    "leaf-pale": "stroke:#f3c1bb;stroke-width:4.6;stroke-dasharray:160 7",
    "leaf-deep": "stroke:#cf7788;stroke-width:2;stroke-dasharray:120 4 210 6",
    "cleft": "fill:#fffaf5",
    "body": "fill:#f3cfd8;stroke:#c9829d;stroke-width:1.5",
    "glint": "stroke:#fae4e5;stroke-width:32;opacity:.8",
    "specks": "stroke:#dd8fa8;stroke-width:1.7;opacity:.8",
    "lobe": "fill:#5a2f93;stroke:#38176a;stroke-width:1.3",
    "lobe-shade": "stroke:#3d1a70;stroke-width:3;opacity:.55",
    "strand": "stroke:#4a2180;stroke-width:3.4",
    "ghost": "fill:#f4dcd6;stroke:#d3a3a4;stroke-width:1.3",
    "ball": "fill:#33145f",
    "germ-rod": "stroke:#2c6a6a;stroke-width:3",
    "debris": "stroke:#b995b6;stroke-width:1.8;opacity:.75",
    "wisp": "stroke:#e6bfa9;stroke-width:2.4;opacity:.7",
}
LINES = {
    "bundle", "bundle-thin", "membrane", "nucleolus", "chromatin", "grain", "grain-fine", "leaf",
    "leaf-pale", "leaf-deep", "glint", "specks", "lobe-shade", "strand", "germ-rod", "debris",
    "wisp",
}  # fmt: skip


def look(body: str) -> str:
    """The rules that this slide needs, under its own class."""
    used = {name: rule for name, rule in STYLE.items() if f"milia-{name}" in body}
    lines = ",".join(f".{SCOPE} .milia-{name}" for name in used if name in LINES)
    rounded = f"{lines}{{fill:none;stroke-linecap:round;stroke-linejoin:round}}"
    return rounded + "".join(f".{SCOPE} .milia-{name}{{{rule}}}" for name, rule in used.items())
