"""A place on the skin as light meets it: epidermis, perhaps a filling, dermis."""

from dataclasses import dataclass
from typing import Literal

from ..skin.lengths import EPIDERMIS
from .absorption import WAVELENGTHS, baseline, blood, keratin, melanin, pus, scattering
from .layers import deep, film, over, seen

FACE_BLOOD = 0.012  # ASSUMPTION: see Tissue
FILLINGS = {"keratin": keratin, "pus": pus}

Spectrum = tuple[float, ...]  # one reflectance (0 to 1) for each of WAVELENGTHS


@dataclass(frozen=True)
class Filling:
    """Keratin or pus in the skin (mm): how thick it is, and how much dermis lies over it."""

    of: Literal["keratin", "pus"]
    thick: float
    covered: float = 0.0


@dataclass(frozen=True)
class Tissue:
    """Skin as light meets it: shares of melanosomes and blood, and how thick the epidermis is (mm).

    The epidermis is as thick as in the drawings. Jacques 1998 gives 0.2 % blood for the dermis as
    a whole, most of it near the surface; ASSUMPTION: 1.2 % of what light meets in a face, chosen
    by eye so that light skin is faintly rosy. Its oxygen is an ASSUMPTION too. Pigment lies evenly
    in the epidermis (ASSUMPTION: really it lies deepest, and in ridges, so that real skin hides
    what is below it less than this does).
    """

    melanin: float
    blood: float = FACE_BLOOD
    saturation: float = 0.7
    epidermis: float = EPIDERMIS.typical

    def __post_init__(self) -> None:
        """Refuse what no skin can be."""
        for name in ("melanin", "blood", "saturation"):
            share = getattr(self, name)
            if not 0 <= share <= 1:
                raise ValueError(f"Tissue.{name} is {share}. It is a share: choose 0 to 1.")
        if not 0 <= self.epidermis < 1:
            raise ValueError(f"Tissue.epidermis is {self.epidermis} mm. Choose less than 1 mm.")


def reflectance(tissue: Tissue, filling: Filling | None = None) -> Spectrum:
    """Return how much of each wavelength comes back out of the skin, shine left out."""
    return tuple(reflected(nm, tissue, filling) for nm in WAVELENGTHS)


def reflected(nm: float, tissue: Tissue, filling: Filling | None = None) -> float:
    """Return how much of one wavelength (380 to 700 nm) comes back out."""
    plain, scattered = baseline(nm), scattering(nm)
    red = tissue.blood * blood(nm, tissue.saturation) + (1 - tissue.blood) * plain
    brown = tissue.melanin * melanin(nm) + (1 - tissue.melanin) * plain
    below = deep(red, scattered)
    if filling:
        below = over(film(*FILLINGS[filling.of](nm), filling.thick), below)
        below = over(film(red, scattered, filling.covered), below)
    return seen(over(film(brown, scattered, tissue.epidermis), below))
