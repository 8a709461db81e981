"""The boxes a reader looks into: the whole drawing, or one bump of it (SVG units)."""

from collections.abc import Iterable

from .labels import Placed
from .layout import Layout
from .marks import Box
from .svg import SCALE, number

GUTTER = 252  # room for labels on each side
PLAIN = 1.14  # mm above the skin: there sizes stand where nothing is written beside the drawing


def views(layout: Layout) -> tuple[str, ...]:
    """The bumps that can be looked at one by one, and the healthy skin between them."""
    if layout.alone:
        return (layout.ground,)
    return (*(spot.of for spot in layout.spots if spot.of != "skin"), "skin")


def whole(layout: Layout, placed: Iterable[Placed] = ()) -> Box:
    """The box of the whole drawing, grown where its labels need more room."""
    top = layout.sky * SCALE - 76
    bottom = layout.deep * SCALE + 46
    boxes = [label.box for label in placed]
    top = min([top, *(box[1] - 6 for box in boxes)])
    bottom = max([bottom, *(box[3] + 6 for box in boxes)])
    return -GUTTER, top, layout.width * SCALE + 2 * GUTTER, bottom - top


def plain_sky(layout: Layout) -> float:
    """The level of the sizes in the drawing without labels (mm): one for all typical bumps."""
    return -max(PLAIN, layout.highest + 0.34)


def plain(layout: Layout) -> Box:
    """The box of the drawing without labels: of one height for all bumps in the same skin."""
    top, bottom = plain_sky(layout) * SCALE - 38, layout.deep * SCALE + 46
    return -12, top, layout.width * SCALE + 24, bottom - top


def view(layout: Layout, of: str) -> Box:
    """The box of one bump, or of the healthy skin between them (SVG units)."""
    top, bottom = layout.sky * SCALE - 34, (layout.deep - 0.02) * SCALE
    if layout.alone:
        return 0.0, top, layout.width * SCALE, bottom - top
    if of == "skin":
        top, middle, wide = -0.62 * SCALE, layout.calm_x + 0.08, 1.4
    else:
        wide = max(2 * spot.lesion.half for spot in layout.spots) + 0.35
        middle = next(spot.x for spot in layout.spots if spot.of == of)
    left = max(0.0, min(middle - wide / 2, layout.width - wide))
    return left * SCALE, top, min(wide, layout.width) * SCALE, bottom - top


def written(box: Box) -> str:
    """Write a box the way a viewBox is written."""
    return " ".join(number(value) for value in box)
