"""What is written on the drawing: headings, labels, sizes, the scale and the numbered marks."""

from collections.abc import Iterable, Sequence
from html import escape

from .labels import GAP, LINE, Label, Placed, place, text_width, wrap
from .layout import Layout
from .marks import Mark, draw_mark, place_marks
from .part import Part, Words
from .svg import SCALE, number, path, tag, units
from .views import GUTTER, view, views, whole

HEAD = 30  # the size of a heading


def place_labels(layout: Layout, parts: Iterable[Part], words: Words) -> list[Placed]:
    """Find a place for every label of the whole drawing."""
    by_side: dict[str, list[Label]] = {side: [] for side in ("left", "right", "above", "below")}
    for part in parts:
        if part.label == "none":
            continue
        anchor = part.anchor[0] * SCALE, part.anchor[1] * SCALE
        room = GUTTER - 42 if part.label in ("left", "right") else 190
        by_side[part.label].append(Label(part.id, wrap(words.names[part.id], room), anchor))
    _, top, _, height = whole(layout)
    placed = []
    for side, x in (("left", -30.0), ("right", layout.width * SCALE + 30)):
        labels = by_side[side]
        needed = sum(label.height + GAP for label in labels) - GAP
        low = top + max(height - 46, 6 + needed)
        placed += place(labels, side, x, top + 6, low) if labels else []
    for label in by_side["above"]:
        x, y = label.anchor[0], -0.46 * SCALE
        placed.append(Placed(label, y - label.height, x, "above"))
    for label in by_side["below"]:
        placed.append(Placed(label, label.anchor[1] + 20, label.anchor[0], "below"))
    return placed


def number_parts(layout: Layout, parts: Sequence[Part], words: Words, of: str) -> list[Mark]:
    """Number the parts of one view in the order of its words, below the line of its size."""
    own = {part.id: part for part in parts if part.of == of}
    left, top, width, height = view(layout, of)
    low = max(top, layout.sky * SCALE)
    named = [own[name] for name in words.names if name in own]
    return place_marks(named, (left, low, width, top + height - low))


def headings(layout: Layout, words: Words) -> str:
    """The name of each bump, above it."""
    y, found, free = number(layout.sky * SCALE - 42), [], 0.0
    for spot in layout.spots:
        if spot.of != "skin" or spot.alone:
            name = words.names[spot.of]
            half = text_width(name, HEAD) / 2
            x = min(spot.x * SCALE, layout.width * SCALE - half)  # not into the labels
            x = max(x, free + half)
            free = x + half + LINE
            found.append(tag("text", escape(name), class_="milia-head", x=number(x), y=y))
    return "".join(found)


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


def scale(layout: Layout, not_to_scale: str = "") -> str:
    """A line of one millimetre; or, crossed by a break, the words that there is no scale."""
    x, y = layout.width * SCALE, layout.deep * SCALE + 26
    if not_to_scale:
        bar = f"M{number(x - 56)} {number(y)}h20l6-9 8 18 6-9h16"
        text, left = escape(not_to_scale), x - 68
    else:
        bar = f"M{number(x - SCALE)} {number(y - 7)}v14m0-7h{SCALE}m0-7v14"
        text, left = "1 mm", x - SCALE - 12
    label = tag("text", text, text_anchor="end", x=number(left), y=number(y + 7))
    return path(bar, "scale") + label


def sizes(layout: Layout, level: float) -> Iterable[str]:
    """How wide each bump is, written above it at this level (mm) in the same scale."""
    for spot in layout.spots:
        if spot.of == "skin":
            continue
        half, y = spot.lesion.half, level * SCALE
        ends = (
            f"M{units(spot.x - half)} {number(y - 6)}v12M{units(spot.x + half)} {number(y - 6)}v12"
        )
        line = f"M{units(spot.x - half)} {number(y)}h{units(2 * half)}"
        yield path(ends, "size-line", f"size-{spot.of}", style="stroke-dasharray:none")
        yield path(line, "size-line", f"size-{spot.of}")
        size = f"{2 * half:g} mm"
        yield tag("text", size, class_="milia-size", x=units(spot.x), y=number(y - 11))


def marks(layout: Layout, parts: Sequence[Part], words: Words) -> Iterable[str]:
    """The numbered marks, one group for each view."""
    for of in views(layout):
        own = number_parts(layout, parts, words, of)
        yield tag("g", *map(draw_mark, own), data_of=of, class_=f"milia-of-{of}")
