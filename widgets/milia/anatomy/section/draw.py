"""Put the picture together: the scene, its labels, and the marks for narrow screens."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Literal

from ..skin import Comedone, Follicle, Milium, Pustule, Specimen, stretched
from . import annotations, comedone, defs, follicle, layers, milium, pustule, vessels
from .companions import companions as strip
from .layout import Layout
from .part import Part, Words
from .style import style
from .svg import SCALE, number, tag
from .views import plain, plain_sky, view, views, whole, written

SCOPE = "milia-section"
PAINT = {
    Follicle: follicle.parts,
    Comedone: comedone.parts,
    Milium: milium.parts,
    Pustule: pustule.parts,
}


def draw(
    words: Words,
    specimen: Specimen | None = None,
    prefix: str = "mp",
    *,
    labels: bool = True,
    view: Literal["true", "stretched"] = "true",
    companions: bool = False,
) -> str:
    """Draw the section as SVG text; every id begins with `prefix`.

    Without `labels` it is the drawing with its sizes and scale, for a page that names the parts
    beside it. "stretched" draws the thin layers thicker and says so in place of the scale.
    `companions` adds a hair and a sheet of paper.
    """
    specimen, not_to_scale = _seen(specimen or Specimen(), view, words)
    layout = Layout(specimen)
    parts = painted(layout, prefix)
    placed = annotations.place_labels(layout, parts, words) if labels else []
    box = whole(layout, placed) if labels else plain(layout)
    extra = ""
    if companions:
        extra, low = strip(layout, words, layout.deep * SCALE + 46)
        box = (*box[:3], max(box[3], low + 16 - box[1]))
    body = "".join(
        (
            scene(layout, parts, prefix, words.names),
            tag(
                "g",
                *annotations.sizes(layout, layout.sky if labels else plain_sky(layout)),
                "" if labels else annotations.scale(layout, not_to_scale),
                extra,
                id=f"{prefix}-sizes",
            ),
            *(_written(layout, parts, placed, words, prefix, not_to_scale) if labels else ()),
        )
    )
    return (
        tag(
            "svg",
            tag("title", escape(words.title), id=f"{prefix}-title"),
            tag("desc", escape(words.desc), id=f"{prefix}-desc"),
            tag("style", style(SCOPE, body)),
            body,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=written(box),
            width=number(box[2]),
            height=number(box[3]),
            class_=SCOPE,
            role="img",
            aria_labelledby=f"{prefix}-title {prefix}-desc",
            data_prefix=prefix,
            data_units_per_mm=str(SCALE),
            **(_views(layout) if labels else {}),
        )
        + "\n"
    )


def scene(
    layout: Layout, parts: Iterable[Part], prefix: str, names: Mapping[str, str] | None = None
) -> str:
    """The skin and all that lies in it, with nothing written; each part is named by its title."""
    return tag("defs", defs.shared(layout, prefix)) + tag(
        "g",
        layers.behind(layout, prefix),
        *(_group(part, prefix, names) for part in parts),
        id=f"{prefix}-scene",
        clip_path=f"url(#{prefix}-slab)",
    )


def painted(layout: Layout, prefix: str = "mp") -> list[Part]:
    """All parts in the order they are painted: what lies in front comes last."""
    inflamed = layout.of(Pustule)
    found = [
        layers.dermis(layout, prefix),
        layers.fat(layout, prefix),
        vessels.vessels(layout),
        *([vessels.inflamed(layout, inflamed, prefix)] if inflamed else []),
        layers.epidermis(layout, prefix),
        layers.stratum_corneum(layout, prefix),
    ]
    for spot in layout.spots:
        found += PAINT[type(spot.lesion)](layout, spot, prefix)
    return found


def _seen(specimen: Specimen, view: str, words: Words) -> tuple[Specimen, str]:
    """The specimen as it is looked at, and what is written if that is not to scale."""
    if view == "true":
        return specimen, ""
    if view != "stretched":
        raise ValueError(f"No view '{view}'. Choose 'true' (to scale) or 'stretched'.")
    if not words.not_to_scale:
        raise ValueError(
            "A stretched view has no scale and has to say so. Give Words(…, not_to_scale=…)."
        )
    return stretched(specimen), words.not_to_scale


def _written(
    layout: Layout,
    parts: list[Part],
    placed: list[annotations.Placed],
    words: Words,
    prefix: str,
    not_to_scale: str,
) -> tuple[str, str]:
    """The labels of the whole drawing, and the numbered marks for narrow screens."""
    return (
        tag(
            "g",
            annotations.headings(layout, words),
            *annotations.labels(placed, prefix),
            annotations.scale(layout, not_to_scale),
            id=f"{prefix}-labels",
            class_="milia-labels",
        ),
        tag(
            "g",
            *annotations.marks(layout, parts, words),
            id=f"{prefix}-marks",
            class_="milia-marks",
        ),
    )


def _views(layout: Layout) -> dict[str, str]:
    """What a page has to know to show one bump at a time."""
    return {f"data_view_{of.replace('-', '_')}": written(view(layout, of)) for of in views(layout)}


def _group(part: Part, prefix: str, names: Mapping[str, str] | None) -> str:
    """One part; where no names are given, not even its id tells what it is."""
    if names is None:
        return tag("g", part.paint)
    title = tag("title", escape(names[part.id]))
    return tag("g", title, part.paint, id=f"{prefix}-{part.id}", class_="part", data_part=part.id)
