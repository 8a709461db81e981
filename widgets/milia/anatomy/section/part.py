"""A part of the drawing: what is painted, where its label points, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ...content.models import FigureWords
from .svg import Point


@dataclass(frozen=True)
class Part:
    """One part of a bump or of the skin; points are in mm."""

    id: str
    of: str  # a kind of bump, or "skin"
    paint: str
    anchor: Point  # where the line from its label ends
    label: Literal["left", "right", "above", "below", "none"]
    spot: Point  # where its numbered mark points
    pin: Point = (0.0, 0.0)  # from the spot to where the mark would like to stand


@dataclass(frozen=True)
class Words:
    """The words of a picture; `names` has one for each part and for each of the bumps.

    `not_to_scale` stands in place of the scale where the thin layers are stretched.
    """

    title: str
    desc: str
    names: Mapping[str, str]
    not_to_scale: str = ""

    @classmethod
    def of(cls, figure: FigureWords, not_to_scale: str = "") -> "Words":
        """The words of a figure of content/figures.yaml."""
        names = {part.id: part.name for part in figure.parts}
        return cls(figure.title, figure.alt, names, not_to_scale)
