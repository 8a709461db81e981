"""Draw a face: an SVG that takes its skin tone from custom properties."""

from ..section.svg import tag
from . import adult, baby
from .pencil import OWN, words
from .skin import MIDDLE, dress

FACES = {"adult": adult, "baby": baby}
SCOPE = "milia-face"
XMLNS = "http://www.w3.org/2000/svg"


def draw_face(name: str, *more: str, **attributes: str) -> str:
    """Draw a face; "@" stands before every id, and `more` is painted over it."""
    face = FACES[name]
    box = face.BOX
    card = {"width": str(box[2]), "height": str(box[3]), "rx": "28"}
    edge = tag("clipPath", tag("rect", **card), id=f"{OWN}-card")
    ground = tag("rect", **card, fill="var(--face-ground)")
    paint = tag(
        "g",
        ground,
        face.paint(),
        fill="none",
        stroke_linecap="round",
        clip_path=f"url(#{OWN}-card)",
    )
    size = {"viewBox": " ".join(map(str, box)), "width": str(box[2]), "height": str(box[3])}
    return tag(
        "svg", tag("defs", edge, face.DEFS), paint, *more,
        xmlns=XMLNS, class_=SCOPE, **size, role="img", **attributes,
    )  # fmt: skip


def picture(name: str, title: str, tone: int = MIDDLE, prefix: str = "f", more: str = "") -> str:
    """Draw a face in a tone, as a picture of its own."""
    drawn = draw_face(name, more).replace(OWN, prefix)
    start = drawn.index(">") + 1
    return drawn[:start] + words("title", title) + tag("style", dress(SCOPE, tone)) + drawn[start:]
