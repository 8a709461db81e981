"""What the model is told: each number with its bounds, its unit and how well it is known."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from math import isfinite
from typing import Literal

from ..skin import Length, Milium, lengths

Status = Literal["read", "not verified", "chosen", "skin"]


@dataclass(frozen=True)
class Quantity:
    """A number that can be changed: from `low` to `high`, `usual` unless told otherwise.

    `status` is "skin" (a length of the course), "read" (a source was read), "not verified"
    (remembered, not found) or "chosen" (ours). Ranges on a log scale are sampled evenly in log.
    """

    words: str
    low: float
    usual: float
    high: float
    unit: str
    status: Status
    rests_on: str
    log: bool = False


def _skin(words: str, length: Length, low: float | None = None, high: float | None = None):
    bounds = (low or length.low, length.typical, high or length.high)
    return Quantity(words, *bounds, "mm", "skin", length.entry)


QUANTITIES = {
    "diameter": _skin("width of the bump's sac", lengths.MILIUM_DIAMETER, 0.8, 1.8),
    "roof": _skin("skin over the sac", lengths.MILIUM_ROOF),
    "wall": _skin("lining of the sac", lengths.MILIUM_WALL),
    "rise": _skin("how far the bump stands out", lengths.MILIUM_RISE),
    "horny_thickness": _skin("thickness of the horny layer", lengths.STRATUM_CORNEUM),
    "epidermis": _skin("thickness of the epidermis", lengths.EPIDERMIS),
    "dermis": _skin("thickness of the dermis", lengths.DERMIS, 0.9),
    "fat": _skin("thickness of the fat", lengths.FAT),
    "horny_modulus": Quantity(
        "stiffness of the horny layer", 1e3, 2e3, 1e5, "kPa", "not verified",
        "2 MPa: Hara 2013, cheek, in vivo; 1-2 MPa: Geerligs 2011; ten-fold dry to wet: Yuan and "
        "Verma 2006 (abstracts read). The upper end of 100 MPa is not verified.", True),
    "living_modulus": Quantity(
        "stiffness of the living epidermis", 50, 300, 2000, "kPa", "not verified",
        "1-2 MPa: Geerligs 2011 (read). The usual value and the lower end are not verified.", True),
    "dermis_modulus": Quantity(
        "stiffness of the dermis", 20, 80, 300, "kPa", "not verified",
        "66 kPa: Hara 2013, cheek (read). The range is not verified.", True),
    "fat_modulus": Quantity(
        "stiffness of the fat", 1, 8, 30, "kPa", "not verified",
        "Sources stress how little is known.", True),
    "content_modulus": Quantity(
        "stiffness of a milium's contents", 50, 1000, 5e4, "kPa", "not verified",
        "No measurement was found. Wet horny layer 1-2 MPa; larger cysts 141 kPa with a spread of "
        "142 kPa by shear wave (Kim 2022, table read).", True),
    "wall_modulus": Quantity(
        "stiffness of the lining", 50, 150, 2000, "kPa", "not verified",
        "Usual value chosen softer than epidermis, because a stiffer lining folds early in a pinch "
        "and the large-strain model then stops (at 300 kPa, at 5 % for an open pustule).", True),
    "poisson": Quantity(
        "Poisson's ratio of solids", 0.45, 0.49, 0.499, "", "chosen", "Wet tissue hardly shrinks."),
    "gap": Quantity(
        "from the middle of the bump to a finger", 1.5, 2.0, 3.0, "mm", "chosen", "Our choice."),
    "pad_stiffness": Quantity(
        "stiffness of a fingertip's skin", 20, 60, 200, "kPa/mm", "chosen", "Our choice.", True),
    "push_share": Quantity(
        "push into the skin, as a share of the pinch", 0, 0.5, 1, "", "chosen", "Our choice."),
    "pore": Quantity(
        "width of the pore", 0.05, lengths.PUSTULE_PORE.typical, 0.25, "mm", "not verified",
        "Chosen for the drawing; no measurement in a pustule was found."),
    "viscosity": Quantity(
        "viscosity of pus", 0.01, 1, 100, "Pa s", "not verified",
        "Shih 2024: five decades (abstract read; internal abscesses, not acne).", True),
}  # fmt: skip

GAP_BESIDE = 0.5  # mm of bare skin between a sac and a finger, at least
FLOOR = 0.08  # mm of dermis below a sac, at least


@dataclass(frozen=True)
class Parameters:
    """One set of numbers for the model (mm, kPa, Pa s); each has bounds in `QUANTITIES`."""

    diameter: float = QUANTITIES["diameter"].usual
    roof: float = QUANTITIES["roof"].usual
    wall: float = QUANTITIES["wall"].usual
    rise: float = QUANTITIES["rise"].usual
    horny_thickness: float = QUANTITIES["horny_thickness"].usual
    epidermis: float = QUANTITIES["epidermis"].usual
    dermis: float = QUANTITIES["dermis"].usual
    fat: float = QUANTITIES["fat"].usual
    horny_modulus: float = QUANTITIES["horny_modulus"].usual
    living_modulus: float = QUANTITIES["living_modulus"].usual
    dermis_modulus: float = QUANTITIES["dermis_modulus"].usual
    fat_modulus: float = QUANTITIES["fat_modulus"].usual
    content_modulus: float = QUANTITIES["content_modulus"].usual
    wall_modulus: float = QUANTITIES["wall_modulus"].usual
    poisson: float = QUANTITIES["poisson"].usual
    gap: float = QUANTITIES["gap"].usual
    pad_stiffness: float = QUANTITIES["pad_stiffness"].usual
    push_share: float = QUANTITIES["push_share"].usual
    pore: float = QUANTITIES["pore"].usual
    viscosity: float = QUANTITIES["viscosity"].usual

    def __post_init__(self) -> None:
        """Refuse what is out of bounds, and what does not fit together."""
        for complaint in self._complaints():
            raise ValueError(complaint)

    def _complaints(self) -> Iterator[str]:
        for field in fields(self):
            name, value = field.name, getattr(self, field.name)
            known = QUANTITIES[name]
            number = isinstance(value, int | float) and isfinite(value)
            if not (number and known.low <= value <= known.high):
                yield (
                    f"{name} ({known.words}) is {value}. Choose from {known.low:g} to "
                    f"{known.high:g} {known.unit}".rstrip()
                    + ", the range that the model covers."
                )
        beside = self.radius + GAP_BESIDE
        if self.gap < beside:
            yield (
                f"gap is {self.gap:g} mm and the sac reaches {self.radius:g} mm from its middle. "
                f"A finger needs {beside:g} mm or more: widen the gap or choose a smaller diameter."
            )
        room = self.epidermis + self.dermis - FLOOR
        if self.milium.floor > room:
            yield (
                f"The sac reaches {self.milium.floor:.2f} mm deep and there is room for "
                f"{room:.2f} mm: choose a smaller diameter, more rise or a thicker dermis."
            )
        if self.rise > 0.8 * self.radius + self.roof:
            yield (
                f"rise is {self.rise:g} mm. At most {0.8 * self.radius + self.roof:.2f} mm "
                "of this sac can stand out: choose a smaller rise or a larger diameter."
            )

    @property
    def radius(self) -> float:
        """Half of the width of the sac, its lining included (mm)."""
        return self.diameter / 2

    @property
    def milium(self) -> Milium:
        """The milium of the course's drawings that has these lengths."""
        return Milium(self.diameter, self.roof, self.wall, self.rise)

    def but(self, **changes: float) -> "Parameters":
        """These numbers with some of them changed; a name that is unknown is a ValueError."""
        for name in changes:
            if name not in QUANTITIES:
                near = get_close_matches(name, QUANTITIES, n=1)
                hint = f" Did you mean '{near[0]}'?" if near else ""
                raise ValueError(f"No parameter '{name}'.{hint} Known: {', '.join(QUANTITIES)}.")
        return replace(self, **changes)
