"""A part of the drawing: what is painted, where its label points, and what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .svg import Point


@dataclass(frozen=True)
class Part:
    """One part of the milium, the pustule or the skin; points are in mm."""

    id: str
    of: Literal["milium", "pustule", "skin"]
    paint: str
    anchor: Point  # where the line from its label ends
    label: Literal["left", "right", "above", "below"]
    spot: Point  # where its numbered mark points
    pin: Point = (0.0, 0.0)  # from the spot to where the mark would like to stand


@dataclass(frozen=True)
class Words:
    """The words of a picture; `names` has one for each part and for each of the bumps."""

    title: str
    desc: str
    names: Mapping[str, str]
