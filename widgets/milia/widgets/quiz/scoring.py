"""What a response earns: looked up in the item's table of parts, and added up."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...content.models import Item
from . import (
    compare,
    hotspot,
    label,
    match,
    multiple_choice,
    order,
    predict,
    single_choice,
    sort,
    spot_error,
)
from .part import Part

TYPES = {
    "single-choice": single_choice,
    "multiple-choice": multiple_choice,
    "predict": predict,
    "spot-error": spot_error,
    "order": order,
    "sort": sort,
    "match": match,
    "label": label,
    "hotspot": hotspot,
    "compare": compare,
}


@dataclass(frozen=True)
class Outcome:
    """What came of a response: points earned of points possible, and the feedback shown."""

    points: int
    possible: int
    feedback: tuple[str, ...]

    @property
    def success(self) -> bool:
        """Whether the response earned every point."""
        return self.points == self.possible


def table_of_parts(item: Item) -> list[Part]:
    """Say what each way to place each element of an item earns, and what is said to it.

    The rule for what is right lives in the item types alone; the page adds up what it looks up.
    """
    return TYPES[item.type].parts(item)


def score(item: Item, response: Sequence[str]) -> Outcome | None:
    """Add up what the ids of a response earn; None where they are no answer to this item."""
    table = {(part.element, part.place): part for part in table_of_parts(item)}
    placed = TYPES[item.type].placements(item, response)
    elements = {element for element, _ in table}
    if not response or any(placement not in table for placement in placed):
        return None
    if len(placed) != len(elements) or {element for element, _ in placed} != elements:
        return None
    found = [table[placement] for placement in placed]
    best = [max(p.points for p in table.values() if p.element == element) for element in elements]
    feedback = tuple(part.feedback for part in found if part.feedback)
    return Outcome(sum(part.points for part in found), sum(best), feedback)
