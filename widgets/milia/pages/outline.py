"""The list of lessons as the page templates read it."""

import json
from pathlib import Path

from ..content import load

FILE = Path(__file__).parent / "template" / "lessons.j2"


def render() -> str:
    """Write the lessons in their order as a Jinja list: id, title and question of each."""
    lessons = ",\n  ".join(
        json.dumps({"id": lesson.id, "title": lesson.title, "question": lesson.question})
        for lesson in load().lessons.values()
    )
    return (
        "{# Made from content/lessons.yaml by `make notebooks`. Do not edit. #}\n"
        f"{{% set lessons = [\n  {lessons}\n] %}}\n"
    )
