"""Put the picture together: the scene, its labels, and the marks for narrow screens."""

from html import escape

from ..skin import Specimen
from . import annotations, defs, layers, milium, pore, pustule, vessels
from .layout import Layout
from .palette import style
from .part import Part, Words
from .svg import SCALE, number, tag
from .views import OF, view, whole, written

SCOPE = "milia-section"


def draw(words: Words, specimen: Specimen | None = None, prefix: str = "mp") -> str:
    """Draw the section as SVG text; every id begins with `prefix`."""
    layout = Layout(specimen or Specimen())
    parts = painted(layout, prefix)
    labels = annotations.place_labels(layout, parts, words)
    box = whole(layout)
    scene = tag(
        "g",
        layers.behind(layout, prefix),
        *(_group(part, words, prefix) for part in parts),
        id=f"{prefix}-scene",
        clip_path=f"url(#{prefix}-slab)",
    )
    return (
        tag(
            "svg",
            tag("title", escape(words.title), id=f"{prefix}-title"),
            tag("desc", escape(words.desc), id=f"{prefix}-desc"),
            tag("style", style(SCOPE)),
            tag("defs", defs.shared(layout, prefix)),
            scene,
            tag("g", *annotations.sizes(layout), id=f"{prefix}-sizes"),
            tag(
                "g",
                annotations.headings(layout, words),
                *annotations.labels(labels, prefix),
                annotations.scale(layout),
                id=f"{prefix}-labels",
                class_="milia-labels",
            ),
            tag(
                "g",
                *annotations.marks(layout, parts, words),
                id=f"{prefix}-marks",
                class_="milia-marks",
            ),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=written(box),
            width=number(box[2]),
            height=number(box[3]),
            class_=SCOPE,
            role="img",
            aria_labelledby=f"{prefix}-title {prefix}-desc",
            data_prefix=prefix,
            data_units_per_mm=str(SCALE),
            **{f"data_view_{of}": written(view(layout, of)) for of in OF},
        )
        + "\n"
    )


def painted(layout: Layout, prefix: str = "mp") -> list[Part]:
    """All parts in the order they are painted: what lies in front comes last."""
    return [
        layers.dermis(layout, prefix),
        layers.fat(layout, prefix),
        vessels.vessels(layout),
        vessels.inflamed(layout, prefix),
        layers.epidermis(layout, prefix),
        layers.stratum_corneum(layout, prefix),
        pore.gland(layout, prefix),
        pore.pore(layout),
        *milium.parts(layout, prefix),
        *pustule.parts(layout, prefix),
    ]


def _group(part: Part, words: Words, prefix: str) -> str:
    title = tag("title", escape(words.names[part.id]))
    return tag("g", title, part.paint, id=f"{prefix}-{part.id}", class_="part", data_part=part.id)
