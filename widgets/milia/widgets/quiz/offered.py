"""What an item offers, in the order in which it is shown."""

from collections.abc import Sequence
from hashlib import sha256

from ...content.models import PLACING, Choice, Item, Place
from .pictured import places


def offered(item: Item) -> dict:
    """Return the stem of an item and all that can be chosen or placed, and where."""
    found = {"id": item.id, "type": item.type, "stem": item.stem, "choices": _named(shuffled(item))}
    if item.type not in PLACING:
        return found
    found |= {"places": _named(places(item)), "cases": [case.model_dump() for case in item.cases]}
    return found | {"rules": _named(item.rules)}


def shuffled(item: Item) -> Sequence[Choice]:
    """Return what is to be placed in an order that tells nothing, the same for every learner."""
    if item.type not in PLACING:
        return item.choices
    mixed = sorted(
        item.choices, key=lambda choice: sha256(f"{item.id} {choice.id}".encode()).digest()
    )
    return mixed if mixed != list(item.choices) else mixed[1:] + mixed[:1]


def _named(parts: Sequence[Choice | Place]) -> list[dict]:
    return [{"id": part.id, "text": part.text} for part in parts]
