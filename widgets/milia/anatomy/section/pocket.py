"""A swollen pore: the outline of its filling, and the stump of the hair tube below it (mm)."""

import math

from ..skin import Pocket
from .layout import Layout, Spot
from .svg import SCALE, Point, curve, number, path

Rows = list[tuple[float, float]]  # half width and depth, from top to bottom

LEAN = 0.05  # mm to the left for each mm down


def scaled(shape: Rows, half: float, top: float, floor: float) -> Rows:
    """Stretch a shape (0 to 1 both ways) to its half width, its top and its floor (mm)."""
    return [(half * across, top + down * (floor - top)) for across, down in shape]


def tail(layout: Layout, pocket: Pocket) -> Rows:
    """Half the outline of the tube below the filling, down to the root of its hair."""
    floor, size = pocket.depth, min(1.0, 1.6 * pocket.depth)
    root = min(floor + 0.34 * size, layout.specimen.skin.thickness - 0.02)
    shape = [(0.062, 0.1), (0.05, 0.4), (0.055, 0.75), (0.05, 0.92), (0.012, 1.0)]
    return scaled([(size * across, down) for across, down in shape], 1.0, floor, root)


def outline(spot: Spot, rows: Rows) -> str:
    """Close a half outline round the middle, a little lopsided as living things are."""
    left = [(leaning(spot, y) - half * (1 + 0.03 * math.sin(4 * y)), y) for half, y in rows]
    right = [(leaning(spot, y) + half, y) for half, y in rows]
    return f"{curve(left[::-1] + right)}Z"


def leaning(spot: Spot, y: float) -> float:
    """The middle line at a depth."""
    return spot.x - LEAN * max(0.0, y) + 0.012 * math.sin(5 * y)


def hair_root(layout: Layout, spot: Spot) -> Point:
    """Where the hair of this tube grows."""
    y = tail(layout, spot.lesion)[3][1] - 0.02
    return leaning(spot, y), y


def lips(layout: Layout, line: list[Point]) -> str:
    """The outer coat where it passes over the pore."""
    thick = layout.specimen.skin.stratum_corneum
    return path(curve(line), "horn", stroke_width=number(thick * SCALE)) + path(
        curve(line), "horn-edge"
    )
