"""The list of lessons as the page templates read it."""

import json
from collections.abc import Iterable
from pathlib import Path

import nbformat

from ..content import load
from ..content.models import Lesson
from ..widgets.my_answers import items_of, key_of
from . import lesson_time

FILE = Path(__file__).parent / "template" / "lessons.j2"


def render(notebooks: Path) -> str:
    """Write two Jinja lists, each in its order: the lessons, and the pages to look things up in.

    The minutes are those of the notebooks in the folder.
    """
    lessons = [_lesson(lesson, notebooks) for lesson in _of_kind("lesson")]
    return (
        "{# Made from content/lessons.yaml by `make notebooks`. Do not edit. #}\n"
        f"{_listed('lessons', lessons)}{_listed('pages', map(_page, _of_kind('page')))}"
    )


def _of_kind(kind: str) -> list[Lesson]:
    return [lesson for lesson in load().lessons.values() if lesson.kind == kind]


def _listed(name: str, entries: Iterable[dict]) -> str:
    return f"{{% set {name} = [\n  {f',{chr(10)}  '.join(map(json.dumps, entries))}\n] %}}\n"


def _page(lesson: Lesson) -> dict:
    return {"id": lesson.id, "title": lesson.title, "question": lesson.question}


def _lesson(lesson: Lesson, notebooks: Path) -> dict:
    """Say what home shows of a lesson, and under which keys the browser keeps its answers."""
    notebook = nbformat.read(notebooks / f"{lesson.id}.ipynb", as_version=4)
    minutes = {"minutes": lesson_time.minutes(notebook)}
    if lesson.short_path:
        minutes["short_minutes"] = lesson_time.minutes(notebook, short=True)
    return (
        _page(lesson)
        | {"short_path": lesson.short_path}
        | {name: round(value, 1) for name, value in minutes.items()}
        | {"answers": list(map(key_of, items_of(lesson.id)))}
    )
