"""Two cases are compared: what is the same, what differs, and what rule follows.

The features are placed; the item itself is placed on a rule, as in "two-bumps:solid-stays".
"""

from ...content.models import Item
from .part import Part
from .placed import parts as features
from .placed import placements

__all__ = ["parts", "placements"]


def parts(item: Item) -> list[Part]:
    """Give a point to each feature in its place, and one to the rule that follows."""
    rules = [Part(item.id, r.id, int(r.id == item.key), r.feedback) for r in item.rules]
    return features(item) + rules
