"""What a learner has answered, to see, save, load and erase: kept by the browser alone."""

from html import escape

from traitlets import Dict, List

from ..content import find, load
from ..content.models import Item, Lesson
from .base import CourseWidget, css, js

ABOUT = (
    "This page lists your answers. You can save them to a file, load them and erase them.",
    "It needs scripts. Your answers are in your browser, so none are printed here.",
)


def key_of(item: Item) -> str:
    """Return the key under which the browser keeps the answer to an item."""
    return f"{'pre-test' if item.pre_test else 'item'}:{item.id}"


def items_of(lesson: str) -> list[Item]:
    """Return the items that a lesson asks, in the order of the bank."""
    return [item for item in load().items.values() if item.lesson == lesson]


class MyAnswers(CourseWidget):
    """List the learner's answers by lesson: `MyAnswers()`.

    Python lays out what can be answered; what was answered never leaves the browser.
    """

    _esm = js("shared", "answers", "my_answers")
    _css = css("shared", "answers", "my_answers")

    items = List(
        Dict(),
        help="[{key, lesson, lesson_title, idea, again, stem, choices, right}] in course order.",
    ).tag(sync=True)

    def __init__(self) -> None:
        """Lay out every item that a lesson asks."""
        lessons = load().lessons.values()
        super().__init__(
            items=[_laid_out(item, lesson) for lesson in lessons for item in items_of(lesson.id)]
        )

    def text(self) -> str:
        """Say what the page does, and name every item it can list with its choices."""
        lines = ["My answers", *ABOUT]
        for item in self.items:
            lines.append(f"{item['key']} ({item['lesson_title']}): {item['stem']}")
            for choice in item["choices"]:
                mark = "x" if choice["id"] in item["right"] else " "
                lines.append(f"  [{mark}] {choice['id']}: {choice['text']}")
        return "\n".join(lines)

    def fallback(self) -> str:
        """What the page does, and that it needs scripts; no answers."""
        return "".join(f"<p>{escape(sentence)}</p>" for sentence in ABOUT)


def _laid_out(item: Item, lesson: Lesson) -> dict:
    """Say all of an item that can be shown.

    What is right stays out where it is not told yet, and where a guess is no mistake.
    """
    idea = find("idea", item.idea)
    again = {"text": lesson.title, "lesson": lesson.id, "heading": ""}
    if idea.lesson:
        words = f"{find('lesson', idea.lesson).title}, “{idea.heading}”"
        again = {"text": words, "lesson": idea.lesson, "heading": idea.heading}
    return {
        "key": key_of(item),
        "lesson": lesson.id,
        "lesson_title": lesson.title,
        "idea": idea.name,
        "again": again,
        "stem": item.stem,
        "choices": [{"id": choice.id, "text": choice.text} for choice in item.choices],
        "right": [] if item.pre_test or item.type == "predict" else list(item.right),
    }
