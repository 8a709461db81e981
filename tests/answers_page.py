"""My answers on a page of its own, with a few made-up items and answers."""

import json
import time

from playwright.sync_api import Locator, Page

from milia import MyAnswers

from . import mounted

KEPT = "Object.fromEntries(Object.entries(localStorage).sort())"
NOW = int(time.time() * 1000)


def item(key: str, lesson: str, right: list[str], **more: object) -> dict:
    """One item as Python lays it out."""
    name = key.partition(":")[2]
    return {
        "key": key,
        "lesson": lesson,
        "lesson_title": {"00_start": "Start here", "01_bumps": "Two white bumps"}[lesson],
        "idea": f"Idea of {name}",
        "again": {
            "text": "Two white bumps, “Side by side”",
            "lesson": lesson,
            "heading": "Side by side",
        },
        "stem": f"What is true of {name}?",
        "choices": [{"id": c, "text": f"Choice {c}"} for c in ("a", "b", "c")],
        "right": right,
        **more,
    }


ITEMS = [
    item("pre-test:first", "00_start", []),
    item("pre-test:second", "00_start", []),
    item("item:hunch", "01_bumps", []),
    item("item:pearl", "01_bumps", ["a"]),
    item("item:plug", "01_bumps", ["a", "b"]),
    item("item:roof", "01_bumps", ["c"]),
]


def answer(*response: str, first: str = "", sure: str = "", attempt: int = 1, at: int = 0) -> dict:
    """An answer as the Quiz keeps it; `at` in milliseconds from now."""
    said = {"response": list(response), "sure": sure}
    began = {"response": first.split() or list(response), "sure": sure}
    return {**said, "attempt": attempt, "at": NOW - 60_000 + at, "first": began}


def compact(value: object) -> str:
    """JSON as the browser writes it."""
    return json.dumps(value, separators=(",", ":"))


SOME = {
    "pre-test:first": answer("b", sure="guess"),
    "item:hunch": answer("c"),
    "item:pearl": answer("a", sure="very"),
    "item:plug": answer("b", "a", first="c", sure="fairly", attempt=2),
    "item:roof": answer("b", attempt=3),
}


def mount(page: Page, answers: dict | None = None, scheme: str = "light", before: str = "") -> None:
    """Open My answers in a browser that keeps these; `before` runs ahead of it all."""
    keep = "".join(
        f"localStorage.setItem({json.dumps('milia:' + key)}, {json.dumps(compact(value))});"
        for key, value in (answers or {}).items()
    )
    widget = MyAnswers()
    widget.items = ITEMS
    widget._esm += "\nObject.assign(window, { record, loadAnswers });"
    page.emulate_media(color_scheme=scheme)
    mounted.mount(page, widget, script=keep + before)


def status(page: Page) -> Locator:
    """The live region under the buttons."""
    return page.locator(".milia-my-answers-status")


def load(page: Page, text: str | bytes) -> None:
    """Choose a file with this text."""
    data = text.encode() if isinstance(text, str) else text
    page.get_by_label("Load from a file").set_input_files(
        {"name": "answers.json", "mimeType": "application/json", "buffer": data}
    )


def file_of(answers: object, **more: object) -> str:
    """A file of the course with these answers."""
    return json.dumps({"course": "Pearl or Pimple?", "version": 1, "answers": answers, **more})
