"""The lengths of the course, once, in millimetres: skin, pores and bumps, and things to compare.

Skin is measured by histology throughout (ultrasound counts its own echo and gives a thicker
epidermis); only the outer layer, which histology swells, was measured in living skin. An `entry`
that content/anatomy_numbers.yaml has is the same there; the others are ours, for the drawing.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True)
class Length:
    """A length as found: its range, the value we draw, and what it rests on (mm).

    `entry` and `sources` are keys of the evidence ledger. A "modelled" length was chosen for
    the drawing because nobody was found who had measured it.
    """

    unit: ClassVar[str] = "mm"

    entry: str
    low: float
    typical: float
    high: float
    kind: Literal["measured", "quoted", "modelled"]
    sources: tuple[str, ...]


def _modelled(entry: str, low: float, typical: float, high: float, *sources: str) -> Length:
    return Length(entry, low, typical, high, "modelled", (*sources, "own-arithmetic"))


# Skin, layer by layer.
STRATUM_CORNEUM = Length(
    "sc-cheek", 0.010, 0.0168, 0.020, "measured", ("egawa2007", "imae-sc", "authorea-sc")
)
EPIDERMIS = Length("epidermis-face-histology", 0.0296, 0.045, 0.0626, "measured", ("chopra2015",))
DERMIS = Length("dermis-face", 0.7589, 1.3, 1.9692, "measured", ("chopra2015",))
PAPILLARY_DERMIS = _modelled("papillary-dermis", 0.15, 0.26, 0.40, "pharmsci-dermis", "chopra2015")
FAT = Length("hypodermis-face", 1.61, 3.0, 5.14, "measured", ("kim2019-facefat",))

# The nose is one value of DERMIS, its thickest site (the lower side of the nose).
NOSE_DERMIS = _modelled("dermis-nose", 1.3, 1.9692, 1.9692, "chopra2015")

# The eyelid near the lashes: the whole skin was measured there, its dermis is what is left.
EYELID_SKIN = Length("eyelid-total-lashes", 0.271, 0.320, 0.369, "measured", ("eyelid-levels2006",))
EYELID_EPIDERMIS = Length("epidermis-eyelid", 0.046, 0.049, 0.052, "measured", ("eyelid-age2006",))
EYELID_DERMIS = _modelled(
    "dermis-eyelid-lashes", 0.219, 0.271, 0.323, "eyelid-levels2006", "eyelid-age2006"
)
EYELID_FAT = Length("hypodermis-eyelid", 0.0, 0.1, 0.5, "modelled", ("general-knowledge",))

# The healthy hair tube, its hair and its oil gland.
PORE = Length("pore-ordinary", 0.02, 0.06, 0.25, "quoted", ("otberg2004", "general-knowledge"))
HAIR = Length("vellus-hair", 0.005, 0.015, 0.03, "quoted", ("villagederm-hair",))
HAIR_TUBE_DEPTH = _modelled(
    "vellus-follicle-depth", 0.3, 0.6, 1.0, "villagederm-hair", "basf-sebaceous"
)
OIL_GLAND_DEPTH = Length("sebaceous-depth", 0.3, 0.5, 1.0, "quoted", ("basf-sebaceous",))
OIL_GLAND_SIZE = Length("sebaceous-size", 0.2, 0.5, 1.0, "quoted", ("skinpilot-sebaceous",))

# The milium.
MILIUM_DIAMETER = Length(
    "milium-diameter", 0.5, 1.5, 3.0, "quoted", ("medscape-milia", "berk2008", "entokey-milia")
)
MILIUM_ROOF = _modelled("milium-roof", 0.02, 0.06, 0.15, "rodriguez-alam-milia", "acadderm-milia")
MILIUM_WALL = _modelled("milium-wall", 0.010, 0.025, 0.050, "berk2008", "kurokawa2016")
MILIUM_RISE = _modelled("milium-rise", 0.1, 0.4, 0.8)

# The closed comedone: only how wide it looks is quoted. Its pore is narrower than a healthy one.
COMEDONE_DIAMETER = Length(
    "closed-comedone", 0.5, 2.0, 3.0, "quoted", ("acne-poster", "dermnetcom-acne")
)
COMEDONE_DEPTH = _modelled("closed-comedone-depth", 0.3, 0.8, 1.1)
COMEDONE_RISE = _modelled("closed-comedone-rise", 0.05, 0.25, 0.5)
COMEDONE_COVER = _modelled("closed-comedone-cover", 0.03, 0.05, 0.1)
COMEDONE_WALL = _modelled("closed-comedone-wall", 0.01, 0.025, 0.05)
COMEDONE_PORE = _modelled("closed-comedone-pore", 0.02, 0.03, 0.06)
COMEDONE_GLAND = _modelled("closed-comedone-gland", 0.1, 0.3, 0.5)

# The pustule.
PUSTULE_DIAMETER = Length(
    "pustule-diameter", 1.0, 3.0, 5.0, "quoted", ("safeacne", "dermnetcom-acne")
)
PUSTULE_DEPTH = _modelled("pustule-depth", 0.2, 0.6, 1.2, "dermnetnz-acne-inflam")
PUSTULE_RISE = _modelled("pustule-rise", 0.2, 0.55, 0.8)
PUSTULE_COVER = _modelled("pustule-cover", 0.03, 0.045, 0.1)
PUSTULE_WALL = _modelled("pustule-wall", 0.01, 0.028, 0.05)
PUSTULE_PORE = _modelled("pustule-pore", 0.06, 0.13, 0.25)
PUSTULE_GLAND = _modelled("pustule-gland", 0.1, 0.26, 0.5)

# Cells, and everyday things to compare with.
WHITE_CELL = Length("white-cell", 0.012, 0.013, 0.014, "modelled", ("general-knowledge",))
FAT_CELL = Length("fat-cell", 0.05, 0.11, 0.15, "modelled", ("general-knowledge",))
SCALP_HAIR = Length(
    "scalp-hair-for-scale", 0.05, 0.06, 0.10, "quoted", ("yang2020-hair", "general-knowledge")
)
PAPER = Length("paper-for-scale", 0.08, 0.10, 0.12, "modelled", ("general-knowledge",))
