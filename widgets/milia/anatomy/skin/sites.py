"""Places on the face, and the skin of each."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from math import isfinite
from types import MappingProxyType

from .lengths import (
    DERMIS,
    EPIDERMIS,
    EYELID_DERMIS,
    EYELID_EPIDERMIS,
    EYELID_FAT,
    FAT,
    NOSE_DERMIS,
    STRATUM_CORNEUM,
    Length,
)


class Checked:
    """A thing made of lengths, each of which has to be possible."""

    def __post_init__(self) -> None:
        """Refuse a length that no ruler could show."""
        for field in fields(self):
            value = getattr(self, field.name)
            if not (isfinite(value) and value > 0):
                raise ValueError(
                    f"{type(self).__name__}.{field.name} is {value} mm. It must be a finite "
                    "number above 0 mm, because nothing else can be drawn to scale."
                )


@dataclass(frozen=True)
class Site:
    """A place on the face: the lengths of its skin, each with range and source (mm)."""

    stratum_corneum: Length
    epidermis: Length
    dermis: Length
    fat: Length


SITES: Mapping[str, Site] = MappingProxyType(
    {
        "cheek": Site(STRATUM_CORNEUM, EPIDERMIS, DERMIS, FAT),
        # Nobody was found who measured these layers of the nose but the dermis: those of the cheek.
        "nose": Site(STRATUM_CORNEUM, EPIDERMIS, NOSE_DERMIS, FAT),
        # Near the lashes, where skin is thinnest; its outer coat is that of the cheek.
        "eyelid": Site(STRATUM_CORNEUM, EYELID_EPIDERMIS, EYELID_DERMIS, EYELID_FAT),
    }
)


@dataclass(frozen=True)
class Skin(Checked):
    """Skin, of a cheek unless told otherwise (mm): the epidermis includes the outer coat."""

    stratum_corneum: float = STRATUM_CORNEUM.typical
    epidermis: float = EPIDERMIS.typical
    dermis: float = DERMIS.typical
    fat: float = FAT.typical

    def __post_init__(self) -> None:
        """Refuse an outer coat that is thicker than the layer it belongs to."""
        super().__post_init__()
        if self.stratum_corneum >= self.epidermis:
            raise ValueError(
                f"Skin.stratum_corneum is {self.stratum_corneum:g} mm and Skin.epidermis "
                f"{self.epidermis:g} mm. The first is part of the second: make it thinner."
            )

    @classmethod
    def at(cls, site: str) -> "Skin":
        """The typical skin of a place in `SITES`; any other name is a ValueError."""
        if site not in SITES:
            near = get_close_matches(str(site), SITES, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise ValueError(f"No site '{site}'.{hint} Known sites: {', '.join(SITES)}.")
        return cls(*(getattr(SITES[site], layer.name).typical for layer in fields(Site)))

    @property
    def thickness(self) -> float:
        """From the surface to the fat (mm)."""
        return self.epidermis + self.dermis
