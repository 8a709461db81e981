"""The frame that all views share: a square, its scale bar, and the mark of what is seen next."""

from dataclasses import dataclass
from html import escape

from ..section.palette import COLOURS
from ..section.style import FONT
from ..section.svg import number, tag

OWN = "@"  # stands before every id; the page puts its own in place of it
SIDE = 500.0  # SVG units of the side of a view
SCOPE = "milia-view"
ARM = 26  # SVG units: lines that lead to a small square
LETTER = 12.4  # SVG units that a letter of a label takes, at most on average

Square = tuple[float, float, float]  # left, top and side, as shares of the view's side


@dataclass(frozen=True)
class View:
    """One view: the width that is seen and the length of its bar (mm), and what is seen next."""

    name: str
    field: float
    bar: float
    next: Square | None = None

    @property
    def bar_units(self) -> float:
        """How long the bar is drawn (SVG units)."""
        return SIDE * self.bar / self.field

    @property
    def bar_words(self) -> str:
        """The length of the bar as people say it."""
        if self.bar >= 10:
            return f"{self.bar / 10:g} cm"
        return f"{self.bar:g} mm" if self.bar >= 0.1 else f"{1000 * self.bar:g} µm"


def square_of(centre: tuple[float, float], field: float, within: float) -> Square:
    """The square of a field around a place (mm from the left and the top of the wider view)."""
    side = field / within
    return centre[0] / within - side / 2, centre[1] / within - side / 2, side


def framed(view: View, art: str, sheet: str, over: str, name: str, alt: str) -> str:
    """Put a view together; `sheet` styles the art, `over` is written on it."""
    side = number(SIDE)
    ids = f"{OWN}-title {OWN}-desc"
    return tag(
        "svg",
        tag("title", escape(name), id=f"{OWN}-title"),
        tag("desc", escape(alt), id=f"{OWN}-desc"),
        tag("style", sheet + style()),
        art,
        over + (mark(view.next) if view.next else "") + bar(view),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {side} {side}",
        width=side,
        height=side,
        class_=SCOPE,
        role="img",
        data_surface="below" if view.name == "surface" and not art else "",
        aria_labelledby=ids,
    )


def bar(view: View) -> str:
    """Draw the scale bar on a plate, in the lower left corner."""
    long, words = view.bar_units, view.bar_words
    wide = max(long, LETTER * len(words)) + 28
    left, top = 12.0, SIDE - 66
    start = left + (wide - long) / 2
    line = f"M{number(start)} {number(top + 36)}v10m0-5h{number(long)}m0-5v10"
    middle = {"x": number(left + wide / 2), "y": number(top + 26)}
    return tag(
        "g",
        _plate(left, top, wide, 54),
        tag("text", words, **middle),
        tag("path", d=line, class_="milia-bar"),
        data_bar=number(long),
    )


def mark(square: Square) -> str:
    """Draw the square that the next view shows; a small one has arms, so that it is found."""
    left, top, side = (share * SIDE for share in square)
    d = f"M{number(left)} {number(top)}h{number(side)}v{number(side)}h{number(-side)}z"
    if side < 60:
        x, y, far, arm = left + side / 2, top + side / 2, side / 2 + 5, ARM
        d += f"M{number(x - far)} {number(y)}h-{arm}M{number(x + far)} {number(y)}h{arm}"
        d += f"M{number(x)} {number(y - far)}v-{arm}M{number(x)} {number(y + far)}v{arm}"
    lines = tag("path", d=d, class_="milia-halo") + tag("path", d=d, class_="milia-next")
    return tag("g", lines, data_next=" ".join(f"{share:.4f}" for share in square))


def label(words: str, dot: tuple[float, float], at: tuple[float, float]) -> str:
    """Write a name on a plate at a place, with a line to what it names (SVG units)."""
    wide = LETTER * len(words) + 22
    x, y = at
    end_x = min(max(dot[0], x + 14), x + wide - 14)
    end_y = y + (34 if dot[1] > y + 34 else 0)
    d = f"M{number(end_x)} {number(end_y)}L{number(dot[0])} {number(dot[1])}"
    place = {"cx": number(dot[0]), "cy": number(dot[1]), "r": "5"}
    return (
        tag("path", d=d, class_="milia-halo")
        + tag("path", d=d, class_="milia-next")
        + tag("circle", class_="milia-dot", **place)
        + _plate(x, y, wide, 34)
        + tag("text", escape(words), x=number(x + wide / 2), y=number(y + 24))
    )


def _plate(x: float, y: float, wide: float, high: float) -> str:
    size = {"x": number(x), "y": number(y), "width": number(wide), "height": number(high)}
    return tag("rect", class_="milia-plate", rx="8", **size)


def style() -> str:
    """The rules of what is written on a view: the same over light and dark pictures."""
    names = ("paper", "ink", "line")
    colours = {name: COLOURS[name] for name in names}
    both = ";".join(f"--{name}:light-dark({a},{b})" for name, (a, b) in colours.items())
    light = ";".join(f"--{name}:{a}" for name, (a, _) in colours.items())
    of = f".{SCOPE}>g "
    return (
        f".{SCOPE}{{{both}}}@supports not (color:light-dark(#fff,#000)){{.{SCOPE}{{{light}}}}}"
        f".{SCOPE}:root{{color-scheme:light dark}}"
        f"{of}text{{font:600 21px {FONT};fill:var(--ink);text-anchor:middle}}"
        f"{of}.milia-plate{{fill:var(--paper);fill-opacity:.94;stroke:var(--line)}}"
        f"{of}.milia-bar{{fill:none;stroke:var(--ink);stroke-width:3.5}}"
        f"{of}.milia-halo{{fill:none;stroke:#fff;stroke-width:6.5;stroke-linecap:round}}"
        f"{of}.milia-next{{fill:none;stroke:#1d0a10;stroke-width:2.6;stroke-linecap:round}}"
        f"{of}.milia-dot{{fill:#1d0a10;stroke:#fff;stroke-width:2}}"
        f".{SCOPE} .milia-sky{{fill:var(--paper)}}"
        f"@media print{{.{SCOPE},.{SCOPE}:root{{color-scheme:light}}}}"
    )
