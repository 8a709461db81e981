"""A drawing to be asked about: nothing in it is named, and a line leads from each spot to its part.

The spots are pointed at with a finger on the smallest phone, so they stand far apart; where one
bears a name, there is a line of room for it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ..skin import Specimen
from .draw import SCOPE, painted, scene
from .layout import Layout
from .marks import Box
from .part import Part
from .style import style
from .svg import SCALE, Point, number, tag
from .views import written

APART = 0.19  # of the picture's width: 44 px and a gap between, where it is 250 px wide
LINE = 0.1  # of its width: two spots nearer than this in height stand side by side …
BESIDE = 0.5  # … and so far apart, that a name fits between them
EDGE = 0.1  # of its width, from a spot to the edge
OFF = 0.12  # of its width, from a small part to its spot, which would hide it
AIR = 0.55  # mm above the highest bump
MARGIN = 0.5  # mm beside the bumps, and beside a part that is asked
DISC = 18  # SVG units: the radius of a spot that is drawn


@dataclass(frozen=True)
class Spotted:
    """The drawing as SVG text, the same with its spots drawn, and where these stand (percent)."""

    svg: str
    marked: str
    at: dict[str, Point]


def spotted(
    specimen: Specimen, wanted: Sequence[str], signs: Sequence[str], prefix: str
) -> Spotted:
    """Draw a specimen with a spot on each wanted part; `signs` are written on those drawn.

    Raises ValueError, naming it, for a part that this specimen does not have.
    """
    layout = Layout(specimen)
    parts = painted(layout, prefix)
    by_id = {part.id: part for part in parts}
    if strays := [name for name in wanted if name not in by_id]:
        raise ValueError(f"No part '{strays[0]}' in this drawing. It has {', '.join(by_id)}.")
    found = [by_id[name] for name in wanted]
    box = _box(layout, found)
    places = _apart(found, box)
    lines = tag("g", *map(_stalk, found, places))
    discs = tag("g", *map(_disc, places, signs), class_="milia-of-skin")
    left, top, width, height = box
    body = scene(layout, parts, prefix)
    return Spotted(
        _svg(body + lines, box),
        _svg(body + lines + discs, box),
        {
            part.id: (round(100 * (x - left) / width, 1), round(100 * (y - top) / height, 1))
            for part, (x, y) in zip(found, places, strict=True)
        },
    )


def _svg(body: str, box: Box) -> str:
    return tag(
        "svg",
        tag("style", style(SCOPE, body)),
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=written(box),
        width=number(box[2]),
        height=number(box[3]),
        class_=SCOPE,
    )


def _box(layout: Layout, parts: Sequence[Part]) -> Box:
    """What is looked at: the bumps and all that is asked (SVG units)."""
    bumps = [spot.x + side * spot.lesion.half for spot in layout.spots for side in (-1, 1)]
    across = [*bumps, *(part.spot[0] for part in parts)]
    left, right = max(0.0, min(across) - MARGIN), min(layout.width, max(across) + MARGIN)
    top, low = -(layout.highest + AIR), layout.specimen.skin.thickness + 0.2
    low = layout.deep if any(part.id == "fat" for part in parts) else low
    return left * SCALE, top * SCALE, (right - left) * SCALE, (low - top) * SCALE


def _apart(parts: Sequence[Part], box: Box) -> list[Point]:
    """Set the spots apart, the same way every time; each begins where its part would like it."""
    width = box[2]
    at = [_beside(part, width) for part in parts]
    for _ in range(400):
        at, moved = [_inside(point, box) for point in at], False
        for i, j in combinations(range(len(at)), 2):
            if push := _push(at[i], at[j], width):
                at[i] = (at[i][0] - push[0], at[i][1] - push[1])
                at[j] = (at[j][0] + push[0], at[j][1] + push[1])
                moved = True
        if not moved:
            break
    return [_inside(point, box) for point in at]


def _beside(part: Part, width: float) -> Point:
    """Where a spot would stand alone: on a large part, but a step away from a small one."""
    (x, y), (across, down) = part.spot, part.pin
    away = max(1.0, OFF * width / (SCALE * math.hypot(across, down))) if any(part.pin) else 0.0
    return (x + away * across) * SCALE, (y + away * down) * SCALE


def _push(a: Point, b: Point, width: float) -> Point | None:
    """Tell how far to move the second of two spots, and the first the other way."""
    gap, (dx, dy) = math.dist(a, b), (b[0] - a[0], b[1] - a[1])
    if gap < APART * width:
        step = (APART * width - gap) / 2 + 0.5
        along = (dx / gap, dy / gap) if gap else (0.0, 1.0)
        return along[0] * step, along[1] * step
    if abs(dy) < LINE * width and abs(dx) < BESIDE * width:
        step = (LINE * width - abs(dy)) / 2 + 0.5
        return 0.0, math.copysign(step, dy)
    return None


def _inside(point: Point, box: Box) -> Point:
    left, top, width, height = box
    edge = EDGE * width
    return (
        min(max(point[0], left + edge), left + width - edge),
        min(max(point[1], top + edge), top + height - edge),
    )


def _stalk(part: Part, at: Point) -> str:
    """The line from a spot to its part, and the dot at the end of it."""
    x, y = part.spot[0] * SCALE, part.spot[1] * SCALE
    line = f"M{number(at[0])} {number(at[1])}L{number(x)} {number(y)}"
    return (
        tag("path", d=line, class_="milia-halo")
        + tag("path", d=line, class_="milia-stalk")
        + tag("circle", class_="milia-dot", cx=number(x), cy=number(y), r="5")
    )


def _disc(at: Point, sign: str) -> str:
    x, y = at
    disc = tag("circle", cx=number(x), cy=number(y), r=str(DISC))
    return tag("g", disc, tag("text", sign, x=number(x), y=number(y + 8)), class_="milia-mark")
