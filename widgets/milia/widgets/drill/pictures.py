"""Bumps of many sizes, cut open and drawn to scale, told without saying anything twice."""

import re
from collections import defaultdict
from dataclasses import dataclass, fields
from functools import cache
from random import Random

from ...anatomy.section import Words, draw
from ...anatomy.section.draw import SCOPE
from ...anatomy.section.layout import Layout
from ...anatomy.section.style import style
from ...anatomy.section.svg import SCALE
from ...anatomy.section.views import written
from ...anatomy.skin import Comedone, Lesion, Milium, Pustule, Skin, Specimen, lengths
from ...content import find

OWN = "@"  # stands before every id; the page puts its own in place of it, for each drawing
KINDS = {kind.kind: kind for kind in (Milium, Comedone, Pustule)}
WANTED = (
    (Milium, "cheek"),
    (Milium, "cheek"),
    (Milium, "nose"),
    (Milium, "nose"),
    (Milium, "eyelid"),
    (Comedone, "cheek"),
    (Comedone, "cheek"),
    (Comedone, "cheek"),
    (Pustule, "cheek"),
    (Pustule, "cheek"),
    (Pustule, "nose"),
)
SKY = 0.9  # mm above the skin that are seen: the highest bump stands lower
TRIES = 500


@dataclass(frozen=True)
class Shape:
    """A bump of some size in the skin of a place."""

    kind: str
    site: str
    specimen: Specimen

    @property
    def width(self) -> str:
        """How wide it is (mm)."""
        return f"{2 * self.specimen.lesions[0].half:g}"

    @property
    def alt(self) -> str:
        """What its drawing shows, without a name for it."""
        pictures = {picture.id: picture for picture in find("drill", "milium-or-not").pictures}
        return pictures[self.kind].alt.replace("{size}", self.width)


@cache
def shapes() -> tuple[Shape, ...]:
    """Return every bump that is drawn, the same ones every time."""
    rng = Random("milium-or-not")
    return tuple(Shape(kind.kind, site, grown(kind, site, rng)) for kind, site in WANTED)


def grown(kind: type[Lesion], site: str, rng: Random) -> Specimen:
    """Make up a bump of this kind that fits the skin of a site; each length is within its range.

    The width is drawn from the middle of what is reported, and from ever smaller ones as long as
    none fits; how high and how deep it reaches varies too, what is too small to see does not.
    """
    names = {field.name for field in fields(kind)}
    name = kind.kind.replace("closed-", "").upper()
    width = getattr(lengths, f"{name}_DIAMETER")
    for attempt in range(TRIES):
        less = attempt / TRIES
        low = width.low + (1 - less) * (width.typical - width.low) / 2
        high = low + (1 - less) * (width.high - width.low) / 2
        sizes = {"diameter": round(rng.uniform(low, high), 1)}
        for size in [size for size in ("rise", "depth") if size in names]:
            length = getattr(lengths, f"{name}_{size.upper()}")
            lowest, highest = length.low + length.typical, length.typical + length.high
            sizes[size] = round(rng.uniform(lowest, highest) / 2, 2)
        try:
            return Specimen(Skin.at(site), (kind(**sizes),))
        except ValueError:
            continue  # too deep for this skin, or it would stand on the skin
    raise ValueError(f"No {kind.kind} fits in the skin of the {site}.")


def plain(shape: Shape) -> str:
    """Draw it as a picture of its own: no name, no size, no vessels of calm skin."""
    svg = draw(Words("", "", defaultdict(str)), shape.specimen, OWN, labels=False)
    layout = Layout(shape.specimen)
    box = (0.0, -SKY * SCALE, layout.width * SCALE, (SKY + layout.deep) * SCALE)
    svg = re.sub(r'viewBox="[^"]*" width="[^"]*" height="[^"]*"', f'viewBox="{written(box)}"', svg)
    for part in ("vessels", "sizes"):
        svg = re.sub(rf'<g id="{OWN}-{part}".*?</g>(?=<g |</g>|<defs|</svg>)', "", svg, count=1)
    svg = re.sub(r"<(title|desc)[^>]*(/>|>.*?</\1>)", "", svg)  # they would name it
    return re.sub(r' (data-part|aria-labelledby|data-prefix|data-units-per-mm)="[^"]*"', "", svg)


@cache
def atlas(shown: tuple[int, ...]) -> dict:
    """Return the drawings of these shapes: {pieces, pictures, look}, a picture being its pieces."""
    pieces: dict[str, int] = {}
    pictures, bodies = [], []
    for at in shown:
        svg = plain(shapes()[at])
        body = re.search(r"</style>(.*)</svg>", svg, re.DOTALL)[1]
        (box,) = re.findall(r'viewBox="([^"]*)"', svg)
        made = [pieces.setdefault(piece, len(pieces)) for piece in re.split(r"(?<=>)(?=<)", body)]
        pictures.append({"alt": shapes()[at].alt, "box": box, "made": made})
        bodies.append(body)
    return {"pieces": list(pieces), "pictures": pictures, "look": style(SCOPE, "".join(bodies))}
