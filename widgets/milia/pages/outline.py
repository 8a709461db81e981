"""The list of lessons as the page templates read it."""

import json
from pathlib import Path

from ..content import load
from ..content.models import Lesson
from ..widgets.my_answers import items_of, key_of

FILE = Path(__file__).parent / "template" / "lessons.j2"


def render() -> str:
    """Write two Jinja lists, each in its order: the lessons, and the pages to look things up in."""
    return (
        "{# Made from content/lessons.yaml by `make notebooks`. Do not edit. #}\n"
        f"{_listed('lesson')}{_listed('page')}"
    )


def _listed(kind: str) -> str:
    entries = ",\n  ".join(
        json.dumps(_entry(lesson)) for lesson in load().lessons.values() if lesson.kind == kind
    )
    return f"{{% set {kind}s = [\n  {entries}\n] %}}\n"


def _entry(lesson: Lesson) -> dict:
    """Say what home shows of a lesson, and under which keys the browser keeps its answers."""
    entry = {"id": lesson.id, "title": lesson.title, "question": lesson.question}
    if lesson.kind == "lesson":
        entry |= {
            "short_path": lesson.short_path,
            "answers": list(map(key_of, items_of(lesson.id))),
        }
    return entry
