"""What an item offers, in the order in which it is shown."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import count

from ...content.models import PLACING, Choice, Item, Place
from .pictured import places


def offered(item: Item) -> dict:
    """Return the stem of an item and all that can be chosen or placed, and where."""
    found = {"id": item.id, "type": item.type, "stem": item.stem, "choices": _named(shuffled(item))}
    if item.type not in PLACING:
        return found
    found |= {"places": _named(laid_out(item)), "cases": [case.model_dump() for case in item.cases]}
    return found | {"rules": _named(item.rules)}


def shuffled(item: Item) -> Sequence[Choice]:
    """Return what is to be placed in an order that tells nothing, the same for every learner."""
    if item.type not in PLACING:
        return item.choices
    mixed = _mixed(item.choices, item.id)
    return mixed if mixed != list(item.choices) else mixed[1:] + mixed[:1]


def laid_out(item: Item) -> Sequence[Place]:
    """Return the places; the halves of a match so that none stands level with its thing."""
    if item.type != "match":
        return places(item)
    level = [item.place_of(choice) for choice in shuffled(item)]
    orders = (_mixed(item.places, f"{item.id} {n}") for n in count())
    return next(
        order
        for order in orders
        if all(place.id != half for place, half in zip(order, level, strict=False))
    )


def _mixed(parts: Sequence[Choice] | Sequence[Place], salt: str) -> list:
    return sorted(parts, key=lambda part: sha256(f"{salt} {part.id}".encode()).digest())


def _named(parts: Sequence[Choice | Place]) -> list[dict]:
    return [{"id": part.id, "text": part.text} for part in parts]
