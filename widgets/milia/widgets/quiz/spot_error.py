"""Sentences of a post, some of them wrong: each is marked as wrong, or left."""

from ...content.models import Item
from .multiple_choice import CHOSEN, LEFT, placements
from .part import Part

__all__ = ["parts", "placements"]


def parts(item: Item) -> list[Part]:
    """Give a point to each sentence in its right place; marked or left, it is answered."""
    return [
        Part(choice.id, place, int((choice.id in item.right) == (place == CHOSEN)), choice.feedback)
        for choice in item.choices
        for place in (CHOSEN, LEFT)
    ]
