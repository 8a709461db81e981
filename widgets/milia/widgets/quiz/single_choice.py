"""One choice is right: the item itself is placed on a choice."""

from collections.abc import Sequence

from ...content.models import Item
from .part import Part


def parts(item: Item) -> list[Part]:
    """Give a point to the key, and its own feedback to each choice."""
    return [Part(item.id, c.id, int(c.id in item.right), c.feedback) for c in item.choices]


def placements(item: Item, response: Sequence[str]) -> list[tuple[str, str]]:
    """Put the item on the choice of the response."""
    return [(item.id, choice) for choice in response]
