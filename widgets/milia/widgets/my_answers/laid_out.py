"""What the page needs of each item, idea and wrong idea; feedback is not among it."""

from collections.abc import Iterable

from ...content import find, load
from ...content.models import Idea, Item
from ..quiz.offered import offered
from ..quiz.scoring import table_of_parts

OFFERED = ("id", "type", "stem", "choices", "places", "rules")


def key_of(item: Item) -> str:
    """Return the key under which the browser keeps the answer to an item."""
    return f"{'pre-test' if item.pre_test else 'item'}:{item.id}"


def items_of(lesson: str) -> list[Item]:
    """Return the items that a lesson asks, in the order of the bank."""
    return [item for item in load().items.values() if item.lesson == lesson]


def item_laid_out(item: Item) -> dict:
    """What is asked and offered, and what each way to answer earns.

    The table of parts is empty where what is right is not told yet, and where a guess is no
    mistake.
    """
    shown = {name: value for name, value in offered(item).items() if name in OFFERED and value}
    told = not item.pre_test and item.type != "predict"
    parts = [
        {"element": part.element, "place": part.place, "points": part.points}
        for part in table_of_parts(item) * told
    ]
    about = {"key": key_of(item), "lesson": item.lesson, "idea": item.idea}
    return about | shown | {"parts": parts}


def idea_laid_out(idea: Idea) -> dict:
    """Say an idea and where it is taught."""
    if not idea.lesson:
        return {"name": idea.name}
    text = f"{find('lesson', idea.lesson).title}, “{idea.heading}”"
    again = {"text": text, "lesson": idea.lesson, "heading": idea.heading}
    return {"name": idea.name, "again": again}


def beliefs_laid_out(items: Iterable[Item]) -> list[dict]:
    """Each wrong idea with what is so, the items that tell of it, and its pairs of test items."""
    asked = {item.id: item for item in items}
    after = {item.parallel: item for item in asked.values() if item.parallel in asked}
    found = []
    for belief in load().misconceptions.values():
        revealing = {
            item.id: ids
            for item in asked.values()
            if (ids := [choice.id for choice in item.all_choices if choice.reveals == belief.id])
        }
        told = [key_of(asked[name]) for name in revealing if _is_told(asked[name])]
        pairs = [
            {
                "before": key_of(asked[name]),
                "then": ids,
                "after": key_of(after[name]),
                "now": revealing.get(after[name].id, []),
            }
            for name, ids in revealing.items()
            if asked[name].pre_test and name in after
        ]
        said = {"id": belief.id, "belief": belief.belief, "correction": belief.correction}
        found.append(said | {"told": told, "pairs": pairs})
    return [belief for belief in found if belief["told"] or belief["pairs"]]


def _is_told(item: Item) -> bool:
    """Whether an answer to it meets feedback on what is right."""
    return not item.pre_test and item.type != "predict"
