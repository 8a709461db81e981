"""Things are put in order: each has its place in it, and a point for standing there."""

from collections.abc import Sequence

from ...content.models import Item
from .placed import parts

__all__ = ["parts", "placements"]


def placements(_item: Item, response: Sequence[str]) -> list[tuple[str, str]]:
    """Put each thing in the place it has in the response."""
    return [(thing, str(place)) for place, thing in enumerate(response, 1)]
