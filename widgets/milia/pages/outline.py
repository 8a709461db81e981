"""The list of lessons as the page templates read it."""

import json
from pathlib import Path

from ..content import load

FILE = Path(__file__).parent / "template" / "lessons.j2"


def render() -> str:
    """Write two Jinja lists, each in its order: the lessons, and the pages to look things up in."""
    return (
        "{# Made from content/lessons.yaml by `make notebooks`. Do not edit. #}\n"
        f"{_listed('lesson')}{_listed('page')}"
    )


def _listed(kind: str) -> str:
    entries = ",\n  ".join(
        json.dumps({"id": lesson.id, "title": lesson.title, "question": lesson.question})
        for lesson in load().lessons.values()
        if lesson.kind == kind
    )
    return f"{{% set {kind}s = [\n  {entries}\n] %}}\n"
