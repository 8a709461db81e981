"""Ten skin tones, evenly spaced in lightness: only the pigment differs from one to the next."""

from dataclasses import dataclass, replace
from functools import cache

from .colour import lab, written, xyz
from .tissue import Tissue, reflectance

COUNT = 10
LIGHTEST, DARKEST = 67.0, 17.5  # L*: what 0.6 % and 41 % of pigment give, near Jacques' ends
MOST = 0.6  # more pigment than the darkest tone has


@dataclass(frozen=True)
class Tone:
    """A skin tone: its number (1 is the lightest), its lightness L* and the skin that has it."""

    number: int
    lightness: float
    tissue: Tissue

    @property
    def colour(self) -> str:
        """The colour of calm skin, as a style sheet writes it."""
        return written(xyz(reflectance(self.tissue)))


@cache
def tones() -> tuple[Tone, ...]:
    """Return the ten tones, from light to dark."""
    step = (LIGHTEST - DARKEST) / (COUNT - 1)
    levels = [LIGHTEST - step * place for place in range(COUNT)]
    return tuple(Tone(place, level, _of(level)) for place, level in enumerate(levels, 1))


def tone(number: int) -> Tone:
    """Return a tone by its number."""
    if number not in range(1, COUNT + 1):
        raise ValueError(f"No skin tone {number}. There are {COUNT}: choose 1 to {COUNT}.")
    return tones()[number - 1]


def lightness(tissue: Tissue) -> float:
    """Return L* of skin (0 is black, 100 a white card)."""
    return lab(xyz(reflectance(tissue)))[0]


def _of(level: float) -> Tissue:
    """Find the pigment that gives a lightness: the more pigment, the darker."""
    low, high = 0.0, MOST
    calm = Tissue(melanin=low)
    for _ in range(40):
        middle = (low + high) / 2
        calm = replace(calm, melanin=middle)
        low, high = (middle, high) if lightness(calm) > level else (low, middle)
    return calm
