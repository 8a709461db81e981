"""The numbers of the course, once: facial skin, a milium and a pustule, in millimetres.

Skin is measured by histology throughout (ultrasound counts its own echo and gives a thicker
epidermis); only the outer layer, which histology swells, was measured in living skin.
"""

from dataclasses import dataclass, fields
from math import isfinite
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


STRATUM_CORNEUM = Length(
    "sc-cheek", 0.010, 0.0168, 0.020, "measured", ("egawa2007", "imae-sc", "authorea-sc")
)
EPIDERMIS = Length("epidermis-face-histology", 0.0296, 0.045, 0.0626, "measured", ("chopra2015",))
DERMIS = Length("dermis-face", 0.7589, 1.3, 1.9692, "measured", ("chopra2015",))
PAPILLARY_DERMIS = Length(
    "papillary-dermis",
    0.15,
    0.26,
    0.40,
    "modelled",
    ("pharmsci-dermis", "chopra2015", "derived"),
)
PORE = Length("pore-ordinary", 0.02, 0.06, 0.25, "quoted", ("otberg2004", "generalknowledge"))
HAIR = Length("vellus-hair", 0.005, 0.015, 0.03, "quoted", ("villagederm-hair",))
HAIR_TUBE_DEPTH = Length(
    "vellus-follicle-depth",
    0.3,
    0.6,
    1.0,
    "modelled",
    ("villagederm-hair", "basf-sebaceous", "derived"),
)
OIL_GLAND_DEPTH = Length("sebaceous-depth", 0.3, 0.5, 1.0, "quoted", ("basf-sebaceous",))
OIL_GLAND_SIZE = Length("sebaceous-size", 0.2, 0.5, 1.0, "quoted", ("skinpilot-sebaceous",))

MILIUM_DIAMETER = Length(
    "milium-diameter", 0.5, 1.5, 3.0, "quoted", ("medscape-milia", "berk2008", "entokey-milia")
)
MILIUM_ROOF = Length(
    "milium-roof",
    0.02,
    0.06,
    0.15,
    "modelled",
    ("rodriguez-alam-milia", "acadderm-milia", "derived"),
)
MILIUM_WALL = Length(
    "milium-wall", 0.010, 0.025, 0.050, "modelled", ("berk2008", "kurokawa2016", "derived")
)
PUSTULE_DIAMETER = Length("pustule-diameter", 1, 3, 5, "quoted", ("safeacne", "dermnetcom-acne"))
PUSTULE_DEPTH = Length(
    "pustule-depth", 0.2, 0.6, 1.2, "modelled", ("dermnetnz-acne-inflam", "derived")
)

# The ledger holds no entry for these four: they are ours, for the drawing alone.
MILIUM_RISE = Length("milium-rise", 0.1, 0.4, 0.8, "modelled", ("derived",))
PUSTULE_RISE = Length("pustule-rise", 0.2, 0.55, 0.8, "modelled", ("derived",))
WHITE_CELL = Length("white-cell", 0.012, 0.013, 0.014, "modelled", ("generalknowledge",))
FAT_CELL = Length("fat-cell", 0.05, 0.11, 0.15, "modelled", ("generalknowledge",))


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
class Skin(Checked):
    """The skin of a cheek (mm): the epidermis includes the stratum corneum."""

    stratum_corneum: float = STRATUM_CORNEUM.typical
    epidermis: float = EPIDERMIS.typical
    dermis: float = DERMIS.typical

    @property
    def thickness(self) -> float:
        """From the surface to the fat (mm)."""
        return self.epidermis + self.dermis


@dataclass(frozen=True)
class Milium(Checked):
    """A sealed sac of keratin (mm): it lifts the skin by `rise`."""

    diameter: float = MILIUM_DIAMETER.typical
    roof: float = MILIUM_ROOF.typical
    wall: float = MILIUM_WALL.typical
    rise: float = MILIUM_RISE.typical

    @property
    def radius(self) -> float:
        """Half the diameter, the wall included (mm)."""
        return self.diameter / 2

    @property
    def centre(self) -> float:
        """How deep its middle lies under the level of the skin around it (mm)."""
        return self.roof + self.radius - self.rise

    @property
    def floor(self) -> float:
        """How deep its lowest point lies under the level of the skin around it (mm)."""
        return self.centre + self.radius


@dataclass(frozen=True)
class Pustule(Checked):
    """An inflamed pore with pus (mm): the pus reaches `depth` below the level of the skin."""

    diameter: float = PUSTULE_DIAMETER.typical
    depth: float = PUSTULE_DEPTH.typical
    rise: float = PUSTULE_RISE.typical


@dataclass(frozen=True)
class Specimen:
    """One piece of skin with a milium and a pustule that fit into it."""

    skin: Skin = Skin()
    milium: Milium = Milium()
    pustule: Pustule = Pustule()

    def __post_init__(self) -> None:
        """Refuse what this skin cannot hold."""
        limit = self.skin.thickness
        for name, floor in (
            ("milium", self.milium.floor),
            ("pustule", self.pustule.depth),
        ):
            if floor > limit:
                raise ValueError(
                    f"The {name} reaches {floor:.2f} mm deep. The skin is {limit:.2f} mm thick, "
                    "and neither bump grows into the fat: choose a smaller one or thicker skin."
                )
        half = self.milium.roof + self.milium.radius
        if self.milium.rise > half:
            raise ValueError(
                f"The milium rises {self.milium.rise:.2f} mm. At most {half:.2f} mm (half of it "
                "and its roof) can stand out, because a milium sits in the skin, not on it."
            )
