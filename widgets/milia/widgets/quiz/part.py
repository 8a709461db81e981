"""A row of the table of parts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """What it earns to put an element in a place, and what is said to it.

    An element is a thing to be placed; its places are known. For a single choice the item itself
    is placed on a choice.
    """

    element: str
    place: str
    points: int
    feedback: str = ""
