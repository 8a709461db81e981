"""Numbered marks for narrow screens: round on a milium, three-cornered on a pustule,
a diamond on a closed comedone, square on healthy skin.

Lengths are SVG units. A mark that cannot stand on its spot stands beside it, on a stalk.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from .part import Part
from .svg import SCALE, Point, number, tag

RADIUS = 21  # of a mark, and of the circle round a three-cornered one
APART = 2 * RADIUS + 6

Box = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True)
class Mark:
    """A number at a place in the drawing, and the spot it stands for."""

    part: Part
    count: int
    spot: Point
    at: Point


def place_marks(parts: Sequence[Part], view: Box) -> list[Mark]:
    """Number the parts in one view and set their marks apart, the same way every time."""
    spots = [(p.spot[0] * SCALE, p.spot[1] * SCALE) for p in parts]
    at = [
        (x + p.pin[0] * SCALE, y + p.pin[1] * SCALE) for (x, y), p in zip(spots, parts, strict=True)
    ]
    for _ in range(200):
        moved, at = False, [_inside(point, view) for point in at]
        for i, j in combinations(range(len(at)), 2):
            gap = math.dist(at[i], at[j])
            if gap < APART:
                at[i], at[j], moved = *_push(at[i], at[j], gap), True
        if not moved:
            break
    return [
        Mark(part, count, spot, place)
        for count, (part, spot, place) in enumerate(zip(parts, spots, at, strict=True), 1)
    ]


def draw_mark(mark: Mark) -> str:
    """A mark with its number; the shape tells which bump it belongs to."""
    (x, y), stalk = mark.at, ""
    if math.dist(mark.at, mark.spot) > RADIUS:
        line = f"M{_pair(mark.at)}L{_pair(mark.spot)}"
        stalk = tag("path", d=line, class_="milia-stalk")
        stalk += tag("circle", cx=number(mark.spot[0]), cy=number(mark.spot[1]), r="4.5")
    shape = tag("path", d=_shape(mark.part.of, x, y), class_="milia-plate")
    text = tag("text", str(mark.count), x=number(x), y=number(y + 8))
    return tag("g", stalk, shape, text, class_="milia-mark")


def _shape(of: str, x: float, y: float) -> str:
    r = RADIUS
    if of == "milium":
        return f"M{number(x - r)} {number(y)}a{r} {r} 0 1 1 {2 * r} 0a{r} {r} 0 1 1-{2 * r} 0Z"
    if of == "pustule":
        return f"M{number(x)} {number(y - r - 6)}l{r + 4} {2 * r - 2}h-{2 * r + 8}Z"
    if of == "closed-comedone":
        return f"M{number(x)} {number(y - r - 5)}l{r + 5} {r + 5}-{r + 5} {r + 5}-{r + 5}-{r + 5}Z"
    return f"M{number(x - r + 3)} {number(y - r + 3)}h{2 * r - 6}v{2 * r - 6}h-{2 * r - 6}Z"


def _push(a: Point, b: Point, gap: float) -> tuple[Point, Point]:
    """Move two marks away from each other, each by half of what is missing."""
    along = ((b[0] - a[0]) / gap, (b[1] - a[1]) / gap) if gap else (0.0, 1.0)
    step = (APART - gap) / 2 + 0.5
    return (
        (a[0] - along[0] * step, a[1] - along[1] * step),
        (b[0] + along[0] * step, b[1] + along[1] * step),
    )


def _inside(point: Point, view: Box) -> Point:
    left, top, width, height = view
    edge = RADIUS + 8
    return (
        min(max(point[0], left + edge), left + width - edge),
        min(max(point[1], top + edge), top + height - edge),
    )


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
