"""A healthy pore and three white bumps, each as the lengths that make its shape (mm).

`floor` is how deep the lowest point lies under the level of the skin around it.
"""

from dataclasses import dataclass
from typing import ClassVar

from . import lengths as of
from .sites import Checked


class Lesion(Checked):
    """A pore or a bump: what it is called in ids, and how wide it can be."""

    kind: ClassVar[str]
    widest: ClassVar[of.Length]

    @property
    def half(self) -> float:
        """Half of its width as seen from above (mm)."""
        return self.diameter / 2

    def __post_init__(self) -> None:
        """Refuse a width that nobody has reported, and a wall that leaves nothing inside."""
        super().__post_init__()
        limit, name = self.widest.high, self.kind.replace("-", " ")
        if 2 * self.half > limit:
            raise ValueError(
                f"The {name} is {2 * self.half:.2f} mm wide. At most {limit:.2f} mm can be drawn, "
                f"because none wider is in the evidence ({self.widest.entry})."
            )


@dataclass(frozen=True)
class Follicle(Lesion):
    """A healthy hair tube with its fine hair and its oil gland (mm)."""

    kind: ClassVar[str] = "follicle"
    widest: ClassVar[of.Length] = of.PORE

    pore: float = of.PORE.typical
    depth: float = of.HAIR_TUBE_DEPTH.typical
    hair: float = of.HAIR.typical
    gland: float = of.OIL_GLAND_SIZE.typical
    gland_depth: float = of.OIL_GLAND_DEPTH.typical

    def __post_init__(self) -> None:
        """Refuse a hair that fills its pore."""
        super().__post_init__()
        if self.hair >= self.pore:
            raise ValueError(
                f"The hair is {self.hair:g} mm thick and its pore {self.pore:g} mm wide. "
                "Oil has to pass beside the hair: choose a finer hair or a wider pore."
            )

    @property
    def half(self) -> float:
        """Half of the width of its pore (mm)."""
        return self.pore / 2

    @property
    def floor(self) -> float:
        """The root of the hair or the lower end of the gland, whichever is deeper (mm)."""
        return max(1.02 * self.depth, self.gland_depth + 0.59 * self.gland)


@dataclass(frozen=True)
class Milium(Lesion):
    """A sealed sac of keratin (mm): it lifts the skin by `rise`."""

    kind: ClassVar[str] = "milium"
    widest: ClassVar[of.Length] = of.MILIUM_DIAMETER

    diameter: float = of.MILIUM_DIAMETER.typical
    roof: float = of.MILIUM_ROOF.typical
    wall: float = of.MILIUM_WALL.typical
    rise: float = of.MILIUM_RISE.typical

    def __post_init__(self) -> None:
        """Refuse a milium without an inside, or one that stands on the skin."""
        super().__post_init__()
        if self.wall >= self.half:
            raise ValueError(
                f"The wall of the milium is {self.wall:g} mm thick and its radius "
                f"{self.half:g} mm. Nothing would be inside: choose a thinner wall."
            )
        most = self.roof + self.half
        if self.rise > most:
            raise ValueError(
                f"The milium rises {self.rise:.2f} mm. At most {most:.2f} mm (half of it "
                "and its roof) can stand out, because a milium sits in the skin, not on it."
            )

    @property
    def centre(self) -> float:
        """How deep its middle lies under the level of the skin around it (mm)."""
        return self.roof + self.half - self.rise

    @property
    def floor(self) -> float:
        """How deep its lowest point lies under the level of the skin around it (mm)."""
        return self.centre + self.half


class Pocket(Lesion):
    """What a swollen pore has: a cover of skin, and a filling that reaches `depth`."""

    @property
    def floor(self) -> float:
        """How deep its filling reaches under the level of the skin around it (mm)."""
        return self.depth

    def __post_init__(self) -> None:
        """Refuse a pore wider than half the bump, or a cover that leaves no room below it."""
        super().__post_init__()
        name = self.kind.replace("-", " ")
        if self.pore >= self.half:
            raise ValueError(
                f"The pore of the {name} is {self.pore:g} mm wide and the bump "
                f"{self.diameter:g} mm. The pore is its small opening: make it narrower."
            )
        if self.cover >= self.depth + self.rise:
            raise ValueError(
                f"The cover of the {name} is {self.cover:g} mm thick, as much as the whole bump "
                f"is deep ({self.depth + self.rise:g} mm). Nothing would fit under it: thin it."
            )


@dataclass(frozen=True)
class Comedone(Pocket):
    """A closed comedone: a clogged pore with skin over it and a tiny opening, not inflamed (mm)."""

    kind: ClassVar[str] = "closed-comedone"
    widest: ClassVar[of.Length] = of.COMEDONE_DIAMETER

    diameter: float = of.COMEDONE_DIAMETER.typical
    depth: float = of.COMEDONE_DEPTH.typical
    rise: float = of.COMEDONE_RISE.typical
    cover: float = of.COMEDONE_COVER.typical
    wall: float = of.COMEDONE_WALL.typical
    pore: float = of.COMEDONE_PORE.typical
    gland: float = of.COMEDONE_GLAND.typical


@dataclass(frozen=True)
class Pustule(Pocket):
    """An inflamed pore with pus (mm): the pus reaches `depth` below the level of the skin."""

    kind: ClassVar[str] = "pustule"
    widest: ClassVar[of.Length] = of.PUSTULE_DIAMETER

    diameter: float = of.PUSTULE_DIAMETER.typical
    depth: float = of.PUSTULE_DEPTH.typical
    rise: float = of.PUSTULE_RISE.typical
    cover: float = of.PUSTULE_COVER.typical
    wall: float = of.PUSTULE_WALL.typical
    pore: float = of.PUSTULE_PORE.typical
    gland: float = of.PUSTULE_GLAND.typical
