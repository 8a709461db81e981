"""Each element of an item is put in its place: in a bin, beside its other half, on a picture."""

from collections.abc import Sequence

from ...content.models import Item
from .part import Part


def places_of(item: Item) -> list[str]:
    """Return the ids of all places: those the item lists, or else one for each choice."""
    return [place.id for place in item.places] or [item.place_of(c) for c in item.choices]


def parts(item: Item) -> list[Part]:
    """Give a point to each element in its place; what is said to it says where it belongs."""
    return [
        Part(choice.id, place, int(place == item.place_of(choice)), choice.feedback)
        for choice in item.choices
        for place in places_of(item)
    ]


def placements(_item: Item, response: Sequence[str]) -> list[tuple[str, str]]:
    """Put each element where the response says, as in "pearl:milium"."""
    return [(element, place) for element, _, place in (said.partition(":") for said in response)]
