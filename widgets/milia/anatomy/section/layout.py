"""Where everything lies: the lie of the land, in millimetres."""

import math
from dataclasses import dataclass
from random import Random

from ..skin import EPIDERMIS, OIL_GLAND_SIZE, Specimen

SEED = 7  # one piece of skin, always the same


class Waves:
    """A line that wanders like nature's do, between about -1 and 1, the same every time."""

    def __init__(self, seed: int, count: int, pitch: float) -> None:
        """Add up `count` sines, the longest with `pitch` radians per mm."""
        rng = Random(seed)
        self._sines = [
            (1 / (1 + 0.9 * i), pitch * (1 + 0.83 * i + 0.4 * rng.random()), 6.28 * rng.random())
            for i in range(count)
        ]

    def __call__(self, x: float) -> float:
        """Read the line at `x` (mm)."""
        return sum(size * math.sin(pitch * x + turn) for size, pitch, turn in self._sines) / 1.8


RELIEF = Waves(SEED, 6, 5)
RIDGES = Waves(SEED + 1, 3, 38)


def blend(a: float, b: float, width: float) -> float:
    """Take the larger of two, rounded off where they meet."""
    share = min(1.0, max(0.0, 0.5 + (a - b) / (2 * width)))
    return b + (a - b) * share + width * share * (1 - share)


@dataclass(frozen=True)
class Layout:
    """The section from left to right: milium, healthy pore, pustule (mm)."""

    specimen: Specimen

    @property
    def milium_x(self) -> float:
        """The middle of the milium."""
        return 0.65 + self.specimen.milium.radius

    @property
    def pore_x(self) -> float:
        """The middle of the healthy pore."""
        return self.milium_x + self.specimen.milium.radius + 0.6

    @property
    def pustule_x(self) -> float:
        """The middle of the pustule."""
        return self.pore_x + OIL_GLAND_SIZE.typical + 0.2 + self.specimen.pustule.diameter / 2

    @property
    def width(self) -> float:
        """From the left end of the piece of skin to the right."""
        return self.pustule_x + self.specimen.pustule.diameter / 2 + 0.3

    @property
    def deep(self) -> float:
        """How far down the drawing goes: through the skin and a little way into the fat."""
        return self.specimen.skin.thickness + 0.5

    @property
    def sky(self) -> float:
        """The level above the bumps where their sizes are written (negative: up)."""
        highest = max(self.specimen.milium.rise, self.specimen.pustule.rise)
        return -max(highest + 0.46, 1.06)  # room for three lines of text over the healthy pore

    def height(self, x: float) -> float:
        """How high the surface stands at `x`."""
        ground = 0.008 * RELIEF(x) + 0.008 * math.sin(9 * x)
        pore = 0.035 * math.exp(-(((x - self.pore_x) / 0.06) ** 2))
        return blend(ground - pore, self._over_milium(x), 0.16) + self._over_pustule(x)

    def surface(self, x: float) -> float:
        """The depth of the surface at `x`: negative where it rises."""
        return -self.height(x)

    def epidermis(self, x: float) -> float:
        """How thick the epidermis is at `x`: ridged, but flat and thin where a bump lifts it."""
        skin, milium = self.specimen.skin, self.specimen.milium
        swing = min(EPIDERMIS.high - EPIDERMIS.typical, skin.epidermis / 2)
        ridged = skin.epidermis + swing * max(-1.0, min(1.0, 1.3 * RIDGES(x)))
        flat = min(0.75 * skin.epidermis, 0.75 * milium.roof)
        near = max(
            1 - ((x - self.milium_x) / milium.radius) ** 2,
            1 - ((x - self.pustule_x) / (0.3 * self.specimen.pustule.diameter)) ** 2,
            0.0,
        )
        return ridged + (flat - ridged) * near

    def floor(self, x: float) -> float:
        """The depth of the border between epidermis and dermis at `x`."""
        return self.surface(x) + self.epidermis(x)

    def steps(self, gap: float, start: float = 0.0, end: float | None = None) -> list[float]:
        """Places from `start` to `end` (the whole width), about `gap` apart."""
        end = self.width if end is None else end
        count = max(2, round((end - start) / gap))
        return [start + (end - start) * i / count for i in range(count + 1)]

    def _over_milium(self, x: float) -> float:
        milium, away = self.specimen.milium, abs(x - self.milium_x)
        shell = milium.radius + milium.roof
        if away < shell:
            return math.sqrt(shell**2 - away**2) - milium.centre
        return -milium.centre - (away - shell)

    def _over_pustule(self, x: float) -> float:
        pustule = self.specimen.pustule
        away = abs(x - self.pustule_x) / (pustule.diameter / 2)
        return pustule.rise * math.exp(-1.9 * away**2.6)
