"""The healthy pore: a hair tube with a fine hair, open to the surface, and its oil gland."""

from ..skin import Follicle
from .gland import gland
from .layout import Layout, Spot
from .part import Part
from .svg import SCALE, Point, curve, number, oval, path

LEAN = 0.16  # mm to the right for each mm down


def parts(layout: Layout, spot: Spot, prefix: str) -> list[Part]:
    """What a learner is shown of a healthy pore, in the order of painting."""
    lesion, x, y = spot.lesion, spot.x, layout.surface(spot.x)
    assert isinstance(lesion, Follicle)
    return [_gland(lesion, spot, prefix), _tube(lesion, spot, y), _opening(lesion, spot, (x, y))]


def outline(middle: list[tuple[float, float, float]]) -> str:
    """Outline a tube from (x, depth, half width) of its middle line, top to bottom (mm)."""
    left = [(x - half, y) for x, y, half in middle]
    right = [(x + half, y) for x, y, half in middle[::-1]]
    return f"{curve(left + right)}Z"


def _line(
    follicle: Follicle, top: Point, *steps: tuple[float, float]
) -> list[tuple[float, float, float]]:
    """The middle line of the leaning tube, from (share of the depth, half width)."""
    (x, y), deep = top, follicle.depth
    return [(x + LEAN * down * deep, y + down * deep, width) for down, width in steps]


def _gland(follicle: Follicle, spot: Spot, prefix: str) -> Part:
    size = follicle.gland
    side = -1 if spot.gland_side == "left" else 1
    x = spot.x + LEAN * follicle.gland_depth + 0.05 * side
    paint, middle = gland((x - 0.05, follicle.gland_depth - 0.5 * size), side, size, prefix)
    low = (middle[0], follicle.gland_depth + 0.48 * size)
    if spot.side == "middle":
        return Part("follicle-gland", "skin", paint, low, "below", middle)
    return Part("follicle-gland", "skin", paint, middle, spot.gland_side, middle)


def _tube(follicle: Follicle, spot: Spot, y: float) -> Part:
    """The wall of the tube, dipping in from the epidermis, with the root of the hair."""
    half = follicle.pore / 2
    wall = _line(follicle, (spot.x, y), (0.0, half + 0.085), (0.07, half + 0.05),
                 (0.3, half + 0.03), (0.7, half + 0.02), (0.86, half + 0.035),
                 (0.97, half + 0.025), (1.02, 0.01))  # fmt: skip
    paint = path(outline(wall), "tube") + oval(_root(follicle, (spot.x, y)), 0.038, 0.045, "bulb")
    middle, low, half_width = wall[2]
    side = middle + spot.out * (half_width - 0.008), low
    label = "none" if spot.side == "middle" else spot.side
    return Part("follicle-wall", "skin", paint, side, label, (middle, low), (-0.17, 0.06))


def _opening(follicle: Follicle, spot: Spot, mouth: Point) -> Part:
    """The open pore, the canal below it, and the hair that stands out of it."""
    half = follicle.pore / 2
    canal = _line(follicle, mouth, (-0.02, half + 0.03), (0.08, half), (0.45, half * 0.7),
                  (0.75, 0.012))  # fmt: skip
    hair = curve(hair_line(_root(follicle, mouth), mouth, 0.36))
    paint = path(outline(canal), "canal") + hair_path(hair, follicle.hair)
    at = (mouth[0] - 0.01, mouth[1] - 0.005)
    label = "above" if spot.alone or spot.side == "middle" else spot.side
    return Part("follicle-opening", "skin", paint, at, label, at, (0.17, -0.22))


def _root(follicle: Follicle, top: Point) -> Point:
    return top[0] + LEAN * follicle.depth * 0.93, top[1] + 0.93 * follicle.depth


def hair_line(root: Point, mouth: Point, length: float) -> list[Point]:
    """A fine hair from its root through the mouth of the pore, leaning to the left (mm)."""
    (rx, ry), (x, y) = root, mouth
    return [
        root,
        (rx + 0.35 * (x - rx), ry + 0.33 * (y - ry)),
        (rx + 0.75 * (x - rx), ry + 0.7 * (y - ry)),
        mouth,
        (x - 0.16 * length, y - 0.45 * length),
        (x - 0.5 * length, y - length),
    ]


def hair_path(line: str, thick: float) -> str:
    """A hair of its true width (mm)."""
    return path(line, "hair", stroke_width=number(thick * SCALE))
