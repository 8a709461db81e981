"""What is written on the drawing: headings, labels, sizes, the scale and the numbered marks."""

from collections.abc import Iterable, Sequence
from html import escape

from .labels import LINE, Label, Placed, place, wrap
from .layout import Layout
from .marks import Mark, draw_mark, place_marks
from .part import Part, Words
from .svg import SCALE, number, path, tag, units
from .views import GUTTER, OF, view, whole


def place_labels(layout: Layout, parts: Iterable[Part], words: Words) -> list[Placed]:
    """Find a place for every label of the whole drawing."""
    by_side: dict[str, list[Label]] = {"left": [], "right": [], "above": [], "below": []}
    for part in parts:
        anchor = part.anchor[0] * SCALE, part.anchor[1] * SCALE
        room = GUTTER - 42 if part.label in ("left", "right") else 190
        by_side[part.label].append(Label(part.id, wrap(words.names[part.id], room), anchor))
    _, top, _, height = whole(layout)
    low = top + height - 46
    placed = place(by_side["left"], "left", -30, top + 6, low)
    placed += place(by_side["right"], "right", layout.width * SCALE + 30, top + 6, low)
    for label in by_side["above"]:
        x, y = label.anchor[0], -0.46 * SCALE
        placed.append(Placed(label, y - label.height, x, "above"))
    for label in by_side["below"]:
        placed.append(Placed(label, label.anchor[1] + 20, label.anchor[0], "below"))
    return placed


def number_parts(layout: Layout, parts: Sequence[Part], words: Words, of: str) -> list[Mark]:
    """Number the parts of one bump in the order of its words, below the line of its size."""
    own = {part.id: part for part in parts if part.of == of}
    left, top, width, height = view(layout, of)
    low = max(top, layout.sky * SCALE)
    named = [own[name] for name in words.names if name in own]
    return place_marks(named, (left, low, width, top + height - low))


def headings(layout: Layout, words: Words) -> str:
    """The name of each bump, above it."""
    y = number(layout.sky * SCALE - 42)
    return "".join(
        tag("text", escape(words.names[of]), class_="milia-head", x=units(x), y=y)
        for of, x in (("milium", layout.milium_x), ("pustule", layout.pustule_x))
    )


def labels(placed: Sequence[Placed], prefix: str) -> Iterable[str]:
    """Every label with its line; over the tissue a pale edge keeps the line easy to see."""
    lines = [_line(label) for label in placed]
    edges = "".join(tag("path", d=line, class_="milia-halo") for line in lines)
    yield tag("g", edges, clip_path=f"url(#{prefix}-flesh)")
    for label, line in zip(placed, lines, strict=True):
        x, anchor = number(label.x), {"left": "end", "right": "start"}.get(label.side, "middle")
        end_x, end_y = label.leader[1]
        rows = (
            tag("tspan", escape(row), x=x, y=number(label.top + 18 + LINE * i))
            for i, row in enumerate(label.label.lines)
        )
        on_tissue = "milia-on-tissue" if label.side == "below" else ""
        yield tag("path", d=line, class_="milia-leader")
        yield tag("circle", class_="milia-dot", cx=number(end_x), cy=number(end_y), r="4.5")
        yield tag("text", *rows, text_anchor=anchor, class_=on_tissue)


def _line(placed: Placed) -> str:
    (x1, y1), (x2, y2) = placed.leader
    return f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"


def scale(layout: Layout) -> str:
    """A line of one millimetre."""
    x, y = layout.width * SCALE, layout.deep * SCALE + 26
    bar = path(f"M{number(x - SCALE)} {number(y - 7)}v14m0-7h{SCALE}m0-7v14", "scale")
    label = tag("text", "1 mm", text_anchor="end", x=number(x - SCALE - 12), y=number(y + 7))
    return bar + label


def sizes(layout: Layout) -> Iterable[str]:
    """How wide each bump is, written above it in the same scale."""
    bumps = layout.specimen.milium, layout.specimen.pustule
    for of, x, bump in zip(OF, (layout.milium_x, layout.pustule_x), bumps, strict=False):
        half, y = bump.diameter / 2, layout.sky * SCALE
        ends = f"M{units(x - half)} {number(y - 6)}v12M{units(x + half)} {number(y - 6)}v12"
        line = f"M{units(x - half)} {number(y)}h{units(2 * half)}"
        yield path(ends, "size-line", f"size-{of}", stroke_dasharray="none")
        yield path(line, "size-line", f"size-{of}")
        size = f"{bump.diameter:g} mm"
        yield tag("text", size, class_="milia-size", x=units(x), y=number(y - 11))


def marks(layout: Layout, parts: Sequence[Part], words: Words) -> Iterable[str]:
    """The numbered marks, one group for each view."""
    for of in OF:
        own = number_parts(layout, parts, words, of)
        yield tag("g", *(draw_mark(mark) for mark in own), data_of=of)
