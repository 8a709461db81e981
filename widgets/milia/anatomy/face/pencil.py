"""Short SVG for a face: what is drawn once on the left stands mirrored on the right."""

from html import escape

from ..section.svg import tag

OWN = "@"  # stands before every id; the page puts its own in place of it
MIDDLE = 200  # both faces look at us from the middle of a field 400 wide


def v(name: str) -> str:
    """Name a colour of the skin."""
    return f"var(--face-{name})"


def fill(d: str, paint: str, **more: str) -> str:
    """Fill an outline."""
    return tag("path", d=d, fill=paint, **more)


def line(d: str, paint: str, width: float, **more: str) -> str:
    """Draw a line with round ends."""
    return tag("path", d=d, stroke=paint, stroke_width=f"{width:g}", **more)


def dab(x: float, y: float, across: float, down: float, paint: str, **more: str) -> str:
    """Put an oval of colour at a point."""
    at = {"cx": f"{x:g}", "cy": f"{y:g}", "rx": f"{across:g}", "ry": f"{down:g}"}
    return tag("ellipse", **at, fill=paint, **more)


def both(name: str, *children: str, **more: str) -> str:
    """Show a thing and its mirror image."""
    mirror = tag("use", href=f"#{OWN}-{name}", transform=f"matrix(-1 0 0 1 {2 * MIDDLE} 0)")
    return tag("g", tag("g", *children, id=f"{OWN}-{name}"), mirror, **more)


def soft(name: str, amount: float) -> str:
    """Define a blur."""
    blur = tag("feGaussianBlur", stdDeviation=f"{amount:g}")
    sides = {"x": "-1", "y": "-1", "width": "3", "height": "3"}
    plain = {"color_interpolation_filters": "sRGB"}  # in linear light the darkest skin shows bands
    return tag("filter", blur, id=f"{OWN}-{name}", **sides, **plain)


def blurred(name: str, *children: str, **more: str) -> str:
    """Blur what is painted."""
    return tag("g", *children, filter=f"url(#{OWN}-{name})", **more)


def radial(name: str, *stops: tuple[str, str], **more: str) -> str:
    """Define a gradient from a centre outwards: places and colours."""
    inside = "".join(tag("stop", offset=at, stop_color=paint) for at, paint in stops)
    return tag("radialGradient", inside, id=f"{OWN}-{name}", **more)


def linear(name: str, *stops: tuple[str, str], **more: str) -> str:
    """Define a gradient from top to bottom, or as said: places and colours."""
    inside = "".join(tag("stop", offset=at, stop_color=paint) for at, paint in stops)
    ends = {"x2": "0", "y2": "1", **more}
    return tag("linearGradient", inside, id=f"{OWN}-{name}", **ends)


def clip(name: str, d: str) -> str:
    """Define an outline that nothing painted in it may leave."""
    return tag("clipPath", tag("path", d=d), id=f"{OWN}-{name}")


def within(name: str, *children: str) -> str:
    """Paint inside a clip."""
    return tag("g", *children, clip_path=f"url(#{OWN}-{name})")


def words(name: str, text: str) -> str:
    """A title or a description."""
    return tag(name, escape(text))
