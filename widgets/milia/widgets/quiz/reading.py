"""An item in words: as nbval compares it, and as HTML where no script runs."""

from html import escape

from ...content import find
from ...content.models import Item
from .scoring import table_of_parts


def in_words(item: Item) -> str:
    """Name the stem, the choices, the key and every feedback."""
    lines = [f"{item.id} ({item.type}): {item.stem}"]
    lines += [f"  By: {item.by}"] if item.by else []
    for choice in item.choices:
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
    choices = "".join(f"<li>{escape(choice.text)}</li>" for choice in item.choices)
    by = f"<p>{escape(item.by)}</p>" if item.by else ""
    asked = f"<p><strong>{escape(item.stem)}</strong></p>{by}<ul>{choices}</ul>"
    if not with_answers or item.type == "predict":
        return asked
    fits, other = ("wrong", "true") if item.type == "spot-error" else ("fits", "does not fit")
    answers = "".join(
        f"<li><strong>{escape(choice.text)}</strong> "
        f"({fits if choice.id in item.right else other}): {escape(choice.feedback)}</li>"
        for choice in item.choices
    )
    return f"{asked}<details><summary>Answers</summary><ul>{answers}</ul></details>"
