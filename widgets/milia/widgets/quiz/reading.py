"""An item in words: as nbval compares it, and as HTML where no script runs."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape

from ...content import find
from ...content.models import PLACING, Choice, Item, Place
from .by_hand import BY_HAND
from .offered import shuffled
from .pictured import drawn, picture, places, spots
from .scoring import table_of_parts


def in_words(item: Item) -> str:
    """Name the stem, the choices, the key and every feedback."""
    lines = [f"{item.id} ({item.type}): {item.stem}"]
    lines += [f"  By: {item.by}"] if item.by else []
    lines += [f"  {case.name}: {case.text}" for case in item.cases]
    lines += [f"  Place {place.id}: {place.text}" for place in places(item)]
    lines += _picture_in_words(item) if item.figure else []
    for choice in item.all_choices:
        mark = "x" if choice.id in item.right else " "
        lines += [f"  [{mark}] {choice.id}: {choice.text}", f"      {choice.feedback}"]
    placed = (
        p.place if p.element == item.id else f"{p.element} {p.place}"
        for p in table_of_parts(item)
        if p.points
    )
    lines += [f"  A point for: {', '.join(placed)}"]
    lines += [f"  Hint: {item.hint}"] if item.hint else []
    lines += [f"  Then shown: {item.reveal}"] if item.reveal else []
    return "\n".join([*lines, f"  Idea: {find('idea', item.idea).name}"])


def as_html(item: Item, *, with_answers: bool) -> str:
    """The item as a list; its answers are folded away, or not there at all."""
    around = [f"{case.name}: {case.text}" for case in item.cases] or [item.by] * bool(item.by)
    about = "".join(f"<p>{escape(words)}</p>" for words in around)
    asked = f"<p><strong>{escape(item.stem)}</strong></p>{about}"
    asked += _picture(item) if item.figure else ""
    if by_hand := BY_HAND.get(item.type):
        asked += by_hand(item)
    elif item.type != "hotspot":
        asked += _list(shuffled(item))
        asked += f"<p>Places:</p>{_list(item.places)}" if item.places else ""
        asked += f"<p>Rules:</p>{_list(item.rules)}" if item.rules else ""
    if not with_answers or item.type == "predict":
        return asked
    answers = "".join(
        f"<li><strong>{escape(choice.text)}</strong> "
        f"({escape(verdict(item, choice))}): {escape(choice.feedback)}</li>"
        for choice in item.all_choices
    )
    return f"{asked}<details><summary>Answers</summary><ul>{answers}</ul></details>"


def verdict(item: Item, choice: Choice) -> str:
    """Say of a choice whether it fits, or where it belongs."""
    if item.type not in PLACING or choice in item.rules:
        fits, other = ("wrong", "true") if item.type == "spot-error" else ("fits", "does not fit")
        return fits if choice.id in item.right else other
    place = item.place_of(choice)
    if item.type == "order":
        return f"number {place}"
    return next((each.text for each in places(item) if each.id == place), place)


def _picture(item: Item) -> str:
    """The drawing with its spots, and where each of them lies."""
    data = b64encode(drawn(item).marked.encode()).decode()
    rows = (f"<li>{escape(spot['name'])}: {escape(spot['where'])}</li>" for spot in spots(item))
    alt = escape(picture(item)["alt"])
    return (
        f'<p><img src="data:image/svg+xml;base64,{data}" alt="{alt}"></p><ul>{"".join(rows)}</ul>'
    )


def _picture_in_words(item: Item) -> list[str]:
    """What the picture shows, and marks that change when the drawing or a spot does."""
    shown = picture(item)
    lines = [f"  Picture of {item.figure}: {shown['alt']}"]
    lines += [
        f"    {spot['name']} at {spot['x']}, {spot['y']}: {spot['where']}"
        for spot in shown["spots"]
    ]
    return [*lines, f"    Drawing sha256 {sha256(shown['svg'].encode()).hexdigest()[:12]}"]


def _list(parts: Sequence[Choice | Place]) -> str:
    return f"<ul>{''.join(f'<li>{escape(part.text)}</li>' for part in parts)}</ul>"
