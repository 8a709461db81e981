"""What is to be placed, as lists and tables that can be worked with a pencil alone."""

from html import escape
from string import ascii_uppercase

from ...content.models import Item
from .offered import laid_out, shuffled


def order(item: Item) -> str:
    """The things as they are mixed; numbers are written beside them."""
    return f"<p>Number these in order, 1 for the first:</p>{_list(_texts(shuffled(item)))}"


def sort(item: Item) -> str:
    """A table with a row for each card and an empty box for each bin."""
    head = "".join(f"<th>{escape(place.text)}</th>" for place in item.places)
    boxes = "<td>☐</td>" * len(item.places)
    rows = "".join(f"<tr><th>{card}</th>{boxes}</tr>" for card in _texts(shuffled(item)))
    return f"<table><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>"


def match(item: Item) -> str:
    """The things, and their other halves with a letter each."""
    halves = [
        f"{letter}. {text}"
        for letter, text in zip(ascii_uppercase, _texts(laid_out(item)), strict=False)
    ]
    things = _list(_texts(shuffled(item)))
    return f"<p>Write the letter of its other half beside each:</p>{things}{_list(halves)}"


BY_HAND = {"order": order, "sort": sort, "match": match}


def _texts(parts: list) -> list[str]:
    return [escape(part.text) for part in parts]


def _list(texts: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"
