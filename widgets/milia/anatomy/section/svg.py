"""The pencil: points in millimetres become short, exact SVG."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise

SCALE = 140  # SVG units for 1 mm

Point = tuple[float, float]  # mm: x to the right, y down, 0 at the level of the skin


def number(value: float) -> str:
    """Write a number with one decimal at most: a fourteen-hundredth of a millimetre."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def units(mm: float) -> str:
    """Write a length in mm as SVG units."""
    return number(mm * SCALE)


def polygon(points: Iterable[Point]) -> str:
    """Join points (mm) by straight lines and close the outline."""
    return "M" + "L".join(f"{units(x)} {units(y)}" for x, y in points) + "Z"


def curve(points: Sequence[Point]) -> str:
    """Draw a smooth open line past these points (mm), from the first to the last."""
    *middle, last = points[1:]
    ends = [_between(a, b) for a, b in pairwise(middle)] + [last]
    return _splines(points[0], zip(middle, ends, strict=True))


def ring(points: Sequence[Point]) -> str:
    """Draw a smooth closed line past these points (mm)."""
    turned = [*points[1:], points[0]]
    ends = [_between(a, b) for a, b in zip(points, turned, strict=True)]
    return _splines(ends[-1], zip(points, ends, strict=True)) + "Z"


def band(upper: Sequence[Point], lower: Sequence[Point]) -> str:
    """Outline the area between two smooth lines (mm) that run the same way."""
    return f"{curve(upper)}L{curve(lower[::-1])[1:]}Z"


def dots(points: Iterable[Point]) -> str:
    """Put a dot at each point (mm): round line ends make a line of no length a dot."""
    return "".join(f"M{units(x)} {units(y)}h0" for x, y in points)


def path(d: str, *classes: str, **attributes: str) -> str:
    """Make a path of the given classes."""
    return tag("path", d=d, class_=" ".join(f"milia-{name}" for name in classes), **attributes)


def use(name: str, *classes: str, **attributes: str) -> str:
    """Paint a shape again that is kept under this id."""
    classed = " ".join(f"milia-{name}" for name in classes)
    return tag("use", href=f"#{name}", class_=classed, **attributes)


def oval(centre: Point, across: float, down: float, *classes: str, **attributes: str) -> str:
    """Make an ellipse from its half-axes (mm)."""
    (x, y), names = centre, " ".join(f"milia-{name}" for name in classes)
    size = {"cx": units(x), "cy": units(y), "rx": units(across), "ry": units(down)}
    return tag("ellipse", **size, class_=names, **attributes)


def tag(name: str, *children: str, **attributes: str) -> str:
    """Write an element; `class_` and `stroke_width` stand for class and stroke-width."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    body = "".join(children)
    return f"<{name}{written}>{body}</{name}>" if body else f"<{name}{written}/>"


def _between(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _splines(start: Point, pieces: Iterable[tuple[Point, Point]]) -> str:
    """Chain quadratic pieces, each from where the rounded pen stands, so errors never add up."""
    x, y = _rounded(start)
    written = [f"M{number(x)} {number(y)}"]
    for control, end in pieces:
        (cx, cy), (ex, ey) = _rounded(control), _rounded(end)
        steps = (cx - x, cy - y, ex - x, ey - y)
        written.append("q" + " ".join(number(step) for step in steps).replace(" -", "-"))
        x, y = ex, ey
    return "".join(written)


def _rounded(point: Point) -> Point:
    return round(point[0] * SCALE, 1), round(point[1] * SCALE, 1)
