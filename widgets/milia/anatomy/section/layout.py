"""Where everything lies: the lie of the land, in millimetres."""

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from random import Random
from typing import Literal

from ..skin import Follicle, Lesion, Milium, Specimen
from ..skin.lengths import EPIDERMIS
from .relief import lift, thin

SEED = 7  # one piece of skin, always the same
EDGE = 0.3  # mm of skin at both ends
GAP = 0.5  # mm of calm skin between two bumps that have no healthy pore between them
APART = 2.6  # mm between the middles of two bumps, so that their headings have room
SLAB = 3.6  # mm: no piece of skin is shorter, so that single bumps stand in pieces of one size

Side = Literal["left", "right", "middle"]


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
SWING = EPIDERMIS.high / EPIDERMIS.typical - 1  # how far ridges make the epidermis thicker


@dataclass(frozen=True)
class Spot:
    """A pore or bump at its place (mm), and the side of the drawing its labels stand on."""

    lesion: Lesion
    x: float
    side: Side
    alone: bool

    @property
    def of(self) -> str:
        """Whose part it is: a healthy pore belongs to the skin."""
        return "skin" if isinstance(self.lesion, Follicle) else self.lesion.kind

    @property
    def out(self) -> int:
        """The way to its labels: -1 to the left, 1 to the right."""
        return -1 if self.side == "left" else 1

    @property
    def gland_side(self) -> Side:
        """The side on which its oil gland hangs, and is labelled."""
        return "right" if self.alone else self.side


@dataclass(frozen=True)
class Layout:
    """The section from left to right (mm)."""

    specimen: Specimen

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every pore and bump at its place."""
        lesions = self.specimen.lesions
        rooms = [_room(lesion) for lesion in lesions]
        xs = [EDGE + rooms[0][0]]
        for (_, right), (left, _) in pairwise(rooms):
            xs.append(xs[-1] + right + left)
        if len(lesions) == 2 and not any(isinstance(lesion, Follicle) for lesion in lesions):
            xs[1] += GAP
        xs[-1] = max(xs[-1], xs[0] + (APART if len(xs) > 1 else 0.0))
        spare = max(0.0, SLAB - (xs[-1] + rooms[-1][1] + EDGE)) / 2
        sides: list[Side] = ["left", *["middle"] * (len(lesions) - 2), "right"]
        return tuple(
            Spot(lesion, x + spare, side, len(lesions) == 1)
            for lesion, x, side in zip(lesions, xs, sides, strict=False)
        )

    @cached_property
    def width(self) -> float:
        """From the left end of the piece of skin to the right."""
        last = self.spots[-1]
        return max(SLAB, last.x + _room(last.lesion)[1] + EDGE)

    def of(self, kind: type[Lesion]) -> Spot | None:
        """The spot of this kind of pore or bump, if there is one."""
        return next((spot for spot in self.spots if isinstance(spot.lesion, kind)), None)

    @property
    def has_gland(self) -> bool:
        """Whether an oil gland is drawn."""
        return any(hasattr(lesion, "gland") for lesion in self.specimen.lesions)

    @property
    def alone(self) -> bool:
        """Whether a single pore or bump is drawn."""
        return len(self.spots) == 1

    @cached_property
    def ground(self) -> str:
        """Whose parts the layers of the skin are: with a single bump, they are shown with it."""
        return self.spots[0].of if self.alone else "skin"

    @cached_property
    def calm_x(self) -> float:
        """The middle of the healthy skin that is looked at."""
        if self.alone:
            return self.width - 0.42
        for spot in self.spots:
            if isinstance(spot.lesion, Follicle):
                return spot.x
        first, last = self.spots
        return (first.x + first.lesion.half + last.x - last.lesion.half) / 2

    @property
    def deep(self) -> float:
        """How far down the drawing goes: through the skin and a little way into the fat."""
        return self.specimen.skin.thickness + min(0.5, self.specimen.skin.fat)

    @property
    def highest(self) -> float:
        """How high the highest bump stands."""
        return max(getattr(lesion, "rise", 0.0) for lesion in self.specimen.lesions)

    @property
    def sky(self) -> float:
        """The level above the bumps where their sizes are written (negative: up)."""
        return -max(self.highest + 0.46, 1.06)  # room for three lines of text over a healthy pore

    def height(self, x: float) -> float:
        """How high the surface stands at `x`."""
        level = 0.008 * RELIEF(x) + 0.008 * math.sin(9 * x)
        for spot in self.spots:
            level = lift(spot.lesion, x - spot.x, level)
        return level

    def surface(self, x: float) -> float:
        """The depth of the surface at `x`: negative where it rises."""
        return -self.height(x)

    def epidermis(self, x: float) -> float:
        """How thick the epidermis is at `x`: ridged, but flat and thin where a bump lifts it."""
        typical = self.specimen.skin.epidermis
        thick = typical * (1 + SWING * max(-1.0, min(1.0, 1.3 * RIDGES(x))))
        for spot in self.spots:
            near, flat = thin(spot.lesion, x - spot.x)
            thick += (0.75 * min(typical, flat) - thick) * near
        return thick

    def floor(self, x: float) -> float:
        """The depth of the border between epidermis and dermis at `x`."""
        return self.surface(x) + self.epidermis(x)

    def steps(self, gap: float, start: float = 0.0, end: float | None = None) -> list[float]:
        """Places from `start` to `end` (the whole width), about `gap` apart."""
        end = self.width if end is None else end
        count = max(2, round((end - start) / gap))
        return [start + (end - start) * i / count for i in range(count + 1)]


def _room(lesion: Lesion) -> tuple[float, float]:
    """The room a pore or bump takes to the left and to the right of its middle (mm)."""
    if isinstance(lesion, Follicle):
        return 0.25, lesion.gland + 0.2
    beside = 0.35 if isinstance(lesion, Milium) else 0.0
    room = max(0.6, lesion.half + beside)
    return room, room
