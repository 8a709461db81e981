"""Draw a face: an SVG that takes its skin tone from custom properties."""

from ..section.svg import tag
from . import adult, baby
from .pencil import OWN, words
from .regions import outlines
from .skin import MIDDLE, dress

FACES = {"adult": adult, "baby": baby}
SCOPE = "milia-face"
XMLNS = "http://www.w3.org/2000/svg"
PAPER = (  # how a picture of its own shows its numbered places
    ".milia-face-edge{fill:none;stroke:#2a1f2d;stroke-width:1.5}"
    ".milia-face-halo{fill:none;stroke:#fff;stroke-width:4}"
    ".milia-face-number circle{fill:#fff;stroke:#2a1f2d;stroke-width:1.5}"
    ".milia-face-number text{fill:#2a1f2d;font:700 14px sans-serif;text-anchor:middle}"
)


def draw_face(name: str, *more: str, **attributes: str) -> str:
    """Draw a face; "@" stands before every id, and `more` is painted over it."""
    face = FACES[name]
    width, height = (str(side) for side in face.BOX[2:])
    card = {"width": width, "height": height, "rx": "28"}
    edge = tag("clipPath", tag("rect", **card), id=f"{OWN}-card")
    ground = tag("rect", **card, fill="var(--face-ground)")
    held = {"fill": "none", "stroke_linecap": "round", "clip_path": f"url(#{OWN}-card)"}
    return tag(
        "svg",
        tag("defs", edge, face.DEFS),
        tag("g", ground, face.paint(), **held),
        *more,
        xmlns=XMLNS,
        class_=SCOPE,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        **attributes,
    )


def draw_map(name: str) -> str:
    """Draw a face with its places, which a style sheet shows."""
    return draw_face(name, outlines(name))


def picture(
    name: str, title: str, tone: int = MIDDLE, prefix: str = "f", numbered: bool = False
) -> str:
    """Draw a face in a tone, as a picture of its own, with its places numbered if wanted."""
    drawn = (draw_map(name) if numbered else draw_face(name)).replace(OWN, prefix)
    start = drawn.index(">") + 1
    look = tag("style", dress(SCOPE, tone) + (PAPER if numbered else ""))
    return drawn[:start] + words("title", title) + look + drawn[start:]
