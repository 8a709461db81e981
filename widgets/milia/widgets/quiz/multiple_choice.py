"""Several choices may be right: each of them is placed among the chosen or left out."""

from collections.abc import Sequence

from ...content.models import Item
from .part import Part

CHOSEN, LEFT = "chosen", "left"


def parts(item: Item) -> list[Part]:
    """Give a point to each choice in its right place; only what was chosen is answered."""
    return [
        part
        for choice in item.choices
        for part in (
            Part(choice.id, CHOSEN, int(choice.id in item.right), choice.feedback),
            Part(choice.id, LEFT, int(choice.id not in item.right)),
        )
    ]


def placements(item: Item, response: Sequence[str]) -> list[tuple[str, str]]:
    """Put every choice in its place; what is no choice is placed too, where no part knows it."""
    ids = [choice.id for choice in item.choices]
    strays = [choice for choice in response if choice not in ids]
    return [(choice, CHOSEN if choice in response else LEFT) for choice in ids] + [
        (choice, CHOSEN) for choice in strays
    ]
