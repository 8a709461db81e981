"""Things everybody knows, drawn to the same scale below the skin: a hair and a sheet of paper."""

from html import escape

from ..skin.lengths import PAPER, SCALP_HAIR, Length
from .labels import LINE, wrap
from .layout import Layout
from .part import Words
from .svg import SCALE, number, tag, units

COMPANIONS: dict[str, Length] = {"scalp-hair": SCALP_HAIR, "paper": PAPER}
LONG = 84  # SVG units of each that are shown


def companions(layout: Layout, words: Words, top: float) -> tuple[str, float]:
    """Draw the strip from `top` down, each thing as thick as it is; and tell where it ends."""
    rows, y = [], top + LINE
    room = layout.width * SCALE - LONG - 20
    for name, length in COMPANIONS.items():
        lines = wrap(words.names[name], room)
        thick = length.typical * SCALE
        shape = tag(
            "rect",
            class_=f"milia-{name}",
            y=number(y - thick / 2),
            width=str(LONG),
            height=units(length.typical),
            rx=number(thick / 2) if name == "scalp-hair" else "",
        )
        text = (
            tag("tspan", escape(line), x=str(LONG + 16), y=number(y + 7 + LINE * i))
            for i, line in enumerate(lines)
        )
        rows.append(
            tag("g", shape, tag("text", *text), class_="milia-companion", data_companion=name)
        )
        y += LINE * len(lines) + 12
    return "".join(rows), y - 12
