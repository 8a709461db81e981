"""The boxes a reader looks into: the whole drawing, or one bump of it (SVG units)."""

from .layout import Layout
from .marks import Box
from .svg import SCALE, number

GUTTER = 252  # room for labels on each side
OF = ("milium", "pustule", "skin")


def whole(layout: Layout) -> Box:
    """The box of the whole drawing with its labels (SVG units)."""
    top = layout.sky * SCALE - 76
    bottom = layout.deep * SCALE + 46
    return -GUTTER, top, layout.width * SCALE + 2 * GUTTER, bottom - top


def view(layout: Layout, of: str) -> Box:
    """The box of one bump, or of the healthy skin between them (SVG units)."""
    bumps = layout.specimen.milium, layout.specimen.pustule
    edge = layout.pustule_x - bumps[1].diameter / 2
    wide = max(bump.diameter for bump in bumps) + 0.35
    left, right = {
        "milium": (0.0, min(wide, edge)),
        "pustule": (layout.width - wide, layout.width),
        "skin": (layout.pore_x - 0.62, edge + 0.05),
    }[of]
    top = layout.sky * SCALE - 34
    if of == "skin":
        top = -0.62 * SCALE
    bottom = (layout.deep - 0.02) * SCALE
    return left * SCALE, top, (right - left) * SCALE, bottom - top


def written(box: Box) -> str:
    """Write a box the way a viewBox is written."""
    return " ".join(number(value) for value in box)
