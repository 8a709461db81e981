"""Every drawing the explorer can show, told without saying anything twice."""

import re
from functools import cache
from itertools import product
from typing import Any

from ...anatomy.section import Words, draw
from ...anatomy.section.draw import SCOPE, painted
from ...anatomy.section.layout import Layout
from ...anatomy.section.style import style
from ...anatomy.section.svg import SCALE
from ...anatomy.section.views import plain, written
from ...anatomy.skin import Milium, Specimen, stretched
from ...content import find
from .choices import KINDS, SIZES, settings, specimen

OWN = "@"  # stands before every id; the page puts its own in place of it, for each drawing
VIEWS = ("true", "stretched")
TINY = ("opening", "gland")


@cache
def atlas() -> dict[str, Any]:
    """Return the pieces that drawings are made of, the drawings by key, and their style.

    A drawing is {box, tall, made, at, band}: what is seen of it without and with companions, the
    numbers of its pieces, the middles of its tiny parts (SVG units) and how thick its roof is.
    """
    pieces: dict[str, int] = {}
    drawings, bodies = {}, []
    for kind, site, size, view in product(KINDS, (s.id for s in settings("site")), SIZES, VIEWS):
        found = specimen(kind, site, size)
        key = key_of(kind, site, size, view)
        if found and key not in drawings:
            body, drawings[key] = _drawing(kind, found, view, pieces)
            bodies.append(body)
    return {"pieces": list(pieces), "drawings": drawings, "look": style(SCOPE, "".join(bodies))}


def key_of(kind: str, site: str, size: str, view: str) -> str:
    """Name a drawing; only the milium has several sizes."""
    return " ".join((kind, site, size, view) if kind == Milium.kind else (kind, site, view))


def whole(kind: str, site: str, size: str, view: str) -> str:
    """Return a drawing as a picture of its own, or "" where it does not fit."""
    found = specimen(kind, site, size)
    return draw(_words(kind), found, "x", labels=False, view=view) if found else ""


def _drawing(
    kind: str, found: Specimen, view: str, pieces: dict[str, int]
) -> tuple[str, dict[str, Any]]:
    to_scale = view == "true"
    svg = draw(_words(kind), found, OWN, labels=False, view=view, companions=to_scale)
    (tall,) = re.findall(r'viewBox="([^"]*)"', svg)
    body = re.search(r"</style>(.*)</svg>", svg, re.DOTALL)[1]
    made = [pieces.setdefault(piece, len(pieces)) for piece in re.split(r"(?<=>)(?=<)", body)]
    layout = Layout(found if to_scale else stretched(found))
    (bump,) = layout.specimen.lesions
    roof = bump.roof if isinstance(bump, Milium) else bump.cover
    return body, {
        "box": written(plain(layout)),
        "tall": tall,
        "made": made,
        "at": {
            part.id: [round(mm * SCALE) for mm in part.spot]
            for part in painted(layout)
            if part.id.endswith(TINY)
        },
        "band": round(roof * SCALE),
    }


def _words(kind: str) -> Words:
    """The words in a drawing: the names of its parts, for those who point at them."""
    extra = {s.id: s.name for s in settings("extra")}
    figure = find("figure", kind.replace("-", "_"))
    names = {part.id: part.name for part in figure.parts}
    return Words(figure.title, "", {**names, **extra}, extra["not-to-scale"])
