"""Each view of each story by its name."""

from collections.abc import Mapping
from functools import cache

from .. import microscope
from ..microscope import milium, pustule
from ..microscope.lens import look
from ..section.svg import number, tag
from . import face, section
from .frame import SIDE, View, framed, label, square_of

STORIES = ("milium", "pustule")
SURFACE, SURFACE_BAR = 6.0, 1.0  # mm: all computed surfaces show as much
LENS = microscope.FIELD / 1000  # mm
LENS_BAR = 0.02
SLIDES = {"milium": microscope.draw_milium, "pustule": microscope.draw_pustule}
LABELS = {"milium": milium.labels, "pustule": pustule.labels}


@cache
def views(story: str) -> tuple[View, ...]:
    """The four views of a story, from the widest."""
    middle = (SURFACE / 2, SURFACE / 2)
    return (
        View("face", face.FIELD, face.BAR, square_of(face.spot(story), SURFACE, face.FIELD)),
        View("surface", SURFACE, SURFACE_BAR, square_of(middle, section.FIELD, SURFACE)),
        View("section", section.FIELD, section.BAR,
             square_of(section.lens(story), LENS, section.FIELD)),
        View("microscope", LENS, LENS_BAR),
    )  # fmt: skip


def draw_view(
    story: str, step: str, name: str, alt: str, labels: Mapping[str, str], surface: str = ""
) -> str:
    """Draw a view as SVG text.

    `labels` are the words for what the microscope shows. `surface` is the address of the computed
    picture, where it is to be part of the drawing.
    """
    view = next(view for view in views(story) if view.name == step)
    art, sheet, over = "", "", ""
    match step:
        case "face":
            art, sheet = face.art()
        case "surface":
            art = _picture(surface)
            over = _cut(view)
        case "section":
            art, sheet = section.art(story)
        case "microscope":
            art = SLIDES[story]()
            sheet = look(art)
            over = _named(story, labels)
    return framed(view, art, sheet, tag("g", over) if over else "", name, alt)


def _picture(address: str) -> str:
    size = {"width": number(SIDE), "height": number(SIDE)}
    return tag("image", href=address, **size) if address else ""


def _cut(view: View) -> str:
    """The line along which the next view is cut."""
    assert view.next
    left, top, side = (share * SIDE for share in view.next)
    middle = top + side / 2
    ends = [(left, left + 34), (left + side - 34, left + side)]
    d = "".join(f"M{number(a)} {number(middle)}H{number(b)}" for a, b in ends)
    return tag("path", d=d, class_="milia-halo") + tag("path", d=d, class_="milia-next")


def _named(story: str, labels: Mapping[str, str]) -> str:
    unit = SIDE / microscope.FIELD
    return "".join(
        label(labels[name], (dot[0] * unit, dot[1] * unit), (at[0] * unit, at[1] * unit))
        for name, (dot, at) in LABELS[story]().items()
    )
