"""What is in the skin at each distance from the middle of a bump or a mark.

Shapes are those of the drawings (milia.anatomy.skin and section). What light meets there is:
pigment and blood as multiples of calm skin's, the filling, and the dermis over it. ASSUMPTIONS,
because nobody was found who had measured them, are written in capitals.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, sqrt

from milia.anatomy.optics import Filling, Tissue, inflamed
from milia.anatomy.section.pustule import SHAPE
from milia.anatomy.section.relief import lift
from milia.anatomy.skin import Comedone, Lesion, Milium, Pustule, Skin

Inside = Callable[[Tissue, float], tuple[Tissue, Filling | None]]

EPIDERMIS = Skin().epidermis
MILIUM, COMEDONE, PUSTULE = Milium(), Comedone(), Pustule()
MARK = 1.15  # mm: half the width of a mark, less than the pustule that left it (ASSUMPTION)


@dataclass(frozen=True)
class State:
    """A state of the skin: its bump, if it has one, and what light meets at each distance."""

    name: str
    inside: Inside
    lesion: Lesion | None = None
    uneven: float = 0.05  # how far its outline is from a circle, as a share
    mottled: float = 0.0  # mm by which small patches differ from what is usual at their distance
    flat: float = 0.0  # how much of the skin's own relief is stretched away on top (0 to 1)
    wet: float = 0.0  # how much shinier its top is (below 0: duller)


def _thin(tissue: Tissue, share: float, left: float) -> Tissue:
    """Take pigment away: `left` of it is left where `share` is 1."""
    return replace(tissue, melanin=tissue.melanin * (1 - share * (1 - left)))


def _hump(share: float) -> float:
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)


def _between(place: float, points: list[tuple[float, float]]) -> float:
    """Read a line from point to point, at a place that lies on it."""
    for (x, y), (beyond, there) in pairwise(points):
        if place <= beyond:
            return y + (there - y) * (place - x) / (beyond - x)
    return points[-1][1]


def calm(tissue: Tissue, _away: float) -> tuple[Tissue, None]:
    """Calm skin is the same everywhere."""
    return tissue, None


def milium(tissue: Tissue, away: float) -> tuple[Tissue, Filling | None]:
    """A ball of keratin under a stretched roof.

    ASSUMPTION: a ninth of the pigment is left in the roof. It is stretched, and has lost the
    ridges that hold most of the pigment; with more, milia in dark skin come out amber.
    """
    inner = MILIUM.half - MILIUM.wall
    roof = _thin(tissue, _hump(2.3 - 1.85 * away / MILIUM.half), 0.11)
    roof = replace(roof, blood=tissue.blood * (0.7 + 0.3 * _hump(away / MILIUM.half)))
    if away >= inner:
        return roof, None
    top = sqrt(MILIUM.half**2 - away**2) - MILIUM.centre
    cover = max(0.004, lift(MILIUM, away, 0.0) - top - EPIDERMIS)
    return roof, Filling("keratin", 2 * sqrt(inner**2 - away**2), cover)


def comedone(tissue: Tissue, away: float) -> tuple[Tissue, Filling | None]:
    """A clogged pore under skin that has kept most of its pigment.

    ASSUMPTION: its loose, oily flakes scatter a quarter as much as packed keratin, and a tenth
    of a mm of dermis with its cover hides them: it is much the color of the skin.
    """
    half = 0.6 * COMEDONE.half
    skin = _thin(tissue, _hump(1.2 - away / half), 0.8)
    if away >= half:
        return skin, None
    round_ = sqrt(1 - (away / half) ** 2)
    return skin, Filling("keratin", 0.25 * COMEDONE.depth * round_, 0.10 + 0.12 * (1 - round_))


def pustule(tissue: Tissue, away: float) -> tuple[Tissue, Filling | None]:
    """Pus under a thin cover, in inflamed skin that fades into calm skin.

    ASSUMPTION: five times the blood beside the pus; a third more pigment there; a tenth of
    the pigment left in the cover; four fifths of what lies over the pus hide it as dermis does.
    """
    scale = PUSTULE.diameter / 3.0
    ring = exp(-((max(0.0, away - 0.5 * scale) / (0.95 * scale)) ** 2))
    core = _hump((0.80 * scale - away) / (0.5 * scale))
    red = inflamed(tissue, 1 + 4 * ring * (1 - 0.75 * core))
    red = replace(red, melanin=min(1.0, red.melanin * (1 + 0.33 * ring)))
    skin = _thin(red, core, 0.10)
    edge = scale * SHAPE[3][0]
    tall = PUSTULE.rise + PUSTULE.depth - PUSTULE.cover
    if away >= edge:
        return skin, None
    top = tall * _between(away, [(0.0, 0.0), *((scale * half, down) for half, down in SHAPE[:4])])
    thick = tall * sqrt(1 - (away / edge) ** 2)
    return skin, Filling("pus", thick, 0.8 * top)


def brown_mark(tissue: Tissue, away: float) -> tuple[Tissue, None]:
    """More pigment, in flat skin. ASSUMPTION: 0.3 times more, and 3 % of melanosomes besides."""
    share = _hump((1.35 * MARK - away) / (0.8 * MARK))
    more = share * (0.3 * tissue.melanin + 0.03)
    return replace(tissue, melanin=min(1.0, tissue.melanin + more)), None


def pink_mark(tissue: Tissue, away: float) -> tuple[Tissue, None]:
    """More blood, in flat skin. ASSUMPTION: 2.6 times as much as in calm skin."""
    share = _hump((1.35 * MARK - away) / (0.8 * MARK))
    return inflamed(tissue, 1 + 1.6 * share), None


STATES = (
    State("calm", calm),
    State("milium", milium, MILIUM, uneven=0.045, mottled=0.014, flat=0.65, wet=0.95),
    State("closed-comedone", comedone, COMEDONE, uneven=0.06, mottled=0.03, flat=0.1, wet=-0.9),
    State("pustule", pustule, PUSTULE, uneven=0.07, mottled=0.02, flat=0.1, wet=-1.2),
    State("brown-mark", brown_mark, uneven=0.13, mottled=0.06),
    State("pink-mark", pink_mark, uneven=0.13, mottled=0.06),
)
