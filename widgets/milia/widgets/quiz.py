"""Ask one item, and answer every response with its feedback."""

from dataclasses import dataclass
from html import escape

from traitlets import Dict, Instance, Int, List, Unicode, observe

from ..content import ContentError, find
from ..content.models import Item
from .base import CourseWidget, css, js


@dataclass(frozen=True)
class Outcome:
    """What came of a response: points earned of points possible, and the feedback shown."""

    points: int
    possible: int
    feedback: str

    @property
    def success(self) -> bool:
        """Whether the response earned every point."""
        return self.points == self.possible


def table_of_parts(item: Item) -> list[dict]:
    """Say what each choice of an item earns and how it is answered.

    The rule for what is right lives here alone; the page adds up what it looks up. Each part is
    `{element, place, points, feedback}`: an element (the item) put in a place (a choice).
    """
    return [
        {
            "element": item.id,
            "place": choice.id,
            "points": int(choice.id == item.key),
            "feedback": choice.feedback,
        }
        for choice in item.choices
    ]


class Quiz(CourseWidget):
    """Ask one item. The page answers by itself; Python can read along.

    `Quiz("why-no-squeezing").response` is the id of the choice last checked, `attempt` counts
    the checks, and `outcome` says what came of the last one. Raises `ContentError` for an item
    that does not exist or is of another type, before anything is drawn.
    """

    _esm = js("shared", "quiz")
    _css = css("shared", "quiz")

    item = Unicode(help="The id under which the browser keeps the response.").tag(sync=True)
    stem = Unicode().tag(sync=True)
    choices = List(Dict(), help="[{id, text}] in the order shown.").tag(sync=True)
    parts = List(Dict(), help="[{element, place, points, feedback}]").tag(sync=True)
    response = Unicode(help="The id of the choice checked last; empty before.").tag(sync=True)
    attempt = Int(0, min=0, help="How often a response was checked.").tag(sync=True)
    outcome = Instance(Outcome, allow_none=True, read_only=True)

    def __init__(self, item: str) -> None:
        """Find the item in the bank and lay out its choices."""
        found = find("item", item)
        if found.type != "single-choice":
            raise ContentError(
                f"Item '{item}' is {found.type}, and Quiz asks single-choice items only. "
                "Ask another, or make it single-choice in content/items."
            )
        super().__init__(
            item=found.id,
            stem=found.stem,
            choices=[{"id": choice.id, "text": choice.text} for choice in found.choices],
            parts=table_of_parts(found),
        )

    # A trait fires only when it changes: counting attempts makes the same response twice two.
    @observe("attempt")
    def _score(self, _change: dict) -> None:
        part = next((p for p in self.parts if p["place"] == self.response), None)
        possible = max(p["points"] for p in self.parts)
        outcome = part and Outcome(part["points"], possible, part["feedback"])
        self.set_trait("outcome", outcome)

    def text(self) -> str:
        """Name the stem, the choices, the key and every feedback."""
        lines = [f"Quiz {self.item}: {self.stem}"]
        for choice, part in zip(self.choices, self.parts, strict=True):
            mark = "x" if part["points"] else " "
            lines += [f"  [{mark}] {choice['id']}: {choice['text']}", f"      {part['feedback']}"]
        return "\n".join(lines)

    def fallback(self) -> str:
        """The item as a list, with the answers folded away."""
        choices = "".join(f"<li>{escape(choice['text'])}</li>" for choice in self.choices)
        answers = "".join(
            f"<li><strong>{escape(choice['text'])}</strong> {escape(part['feedback'])}</li>"
            for choice, part in zip(self.choices, self.parts, strict=True)
        )
        return (
            f"<p><strong>{escape(self.stem)}</strong></p><ul>{choices}</ul>"
            f"<details><summary>Answers</summary><ul>{answers}</ul></details>"
        )
