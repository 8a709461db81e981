"""The picture of an item: drawn without names, with a spot on each part that is asked about."""

from functools import cache
from string import ascii_uppercase

from ...anatomy.section import Spotted, spotted
from ...anatomy.skin import Comedone, Milium, Pustule, Specimen
from ...content import ContentError, find
from ...content.models import FigureWords, Item, Place

SPECIMENS = {
    "milium_and_pustule": Specimen(),
    "milium": Specimen(lesions=(Milium(),)),
    "closed_comedone": Specimen(lesions=(Comedone(),)),
    "pustule": Specimen(lesions=(Pustule(),)),
}
OWN = "@"  # stands before every id; the page puts its own in place of it, for each drawing


def places(item: Item) -> tuple[Place, ...]:
    """Return where things can be placed; of a picture, its spots with where they lie."""
    if item.type != "label":
        return item.places
    return tuple(
        Place(id=each["id"], text=f"{each['name'].lower()}, {each['where']}")
        for each in spots(item)
    )


def spots(item: Item) -> list[dict]:
    """Name each spot and say in words where it lies, in the order of the choices."""
    if item.type == "hotspot":
        return [
            {"id": choice.id, "name": f"Place {sign}", "where": choice.text}
            for choice, sign in zip(item.choices, ascii_uppercase, strict=False)
        ]
    words = find("figure", item.figure)
    return [
        {"id": choice.id, "name": f"Spot {number}", "where": _where(words, choice.id)}
        for number, choice in enumerate(item.choices, 1)
    ]


def picture(item: Item) -> dict:
    """Return the drawing, what stands in place of it, and its spots (percent of its box)."""
    drawing, named = drawn(item), spots(item)
    first, last = named[0]["name"], named[-1]["name"]
    words = find("figure", item.figure)
    if not words.unnamed:
        raise ContentError(f"Figure '{words.id}' names its parts. Give it an 'unnamed' as well.")
    return {
        "svg": drawing.svg,
        "alt": f"{words.unnamed} {first} to {last} are marked on it, and told in words below.",
        "spots": [
            {**each, "x": drawing.at[each["id"]][0], "y": drawing.at[each["id"]][1]}
            for each in named
        ],
    }


def drawn(item: Item) -> Spotted:
    """Draw the picture with its spots, or say which part of it is not there."""
    if item.figure not in SPECIMENS:
        raise ContentError(f"Figure '{item.figure}' cannot be asked about: add its specimen.")
    signs = tuple(each["name"].split()[-1] for each in spots(item))
    try:
        return _drawn(item.figure, tuple(choice.id for choice in item.choices), signs)
    except ValueError as wrong:
        raise ContentError(f"Item '{item.id}': {wrong}") from None


@cache
def _drawn(figure: str, parts: tuple[str, ...], signs: tuple[str, ...]) -> Spotted:
    return spotted(SPECIMENS[figure], parts, signs, OWN)


def _where(words: FigureWords, name: str) -> str:
    """Say where a part lies, or how to write that down."""
    where = next((part.where for part in words.parts if part.id == name), None)
    if not where:
        raise ContentError(f"Figure '{words.id}' has no part '{name}' that says 'where' it lies.")
    return where
