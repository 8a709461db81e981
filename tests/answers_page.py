"""My answers on a page of its own, with a few made-up items and answers."""

import json
import time

from playwright.sync_api import Locator, Page

from milia import MyAnswers
from milia.content.models import Item
from milia.widgets.my_answers.laid_out import item_laid_out

from . import mounted

KEPT = "Object.fromEntries(Object.entries(localStorage).sort())"
NOW = int(time.time() * 1000)


LESSONS = {"00_start": "Start here", "01_bumps": "Two white bumps"}


def item(name: str, lesson: str, **more: object) -> Item:
    """A plain item with three choices; its idea is its own."""
    choices = [{"id": c, "text": f"Choice {c}", "feedback": f"Said of {c}."} for c in "abc"]
    whole = {"id": name, "type": "single-choice", "lesson": lesson, "idea": f"idea-of-{name}"}
    whole |= {"stem": f"What is true of {name}?", "claims": ["x"], "choices": choices} | more
    return Item.model_validate_json(json.dumps(whole))


def laid_out(*items: Item) -> dict:
    """What Python lays out of these items, in a course of two lessons."""
    taught = {"lesson": "01_bumps", "heading": "Side by side"}
    again = {"text": "Two white bumps, “Side by side”", **taught}
    return {
        "items": [item_laid_out(each) for each in items],
        "lessons": {name: LESSONS[name] for name in dict.fromkeys(i.lesson for i in items)},
        "ideas": {
            i.idea: {"name": i.idea.capitalize().replace("-", " "), "again": again} for i in items
        },
    }


PLAIN = laid_out(
    item("first", "00_start", key="a", pre_test=True),
    item("second", "00_start", key="a", pre_test=True),
    item("hunch", "01_bumps", type="predict", key="a", reveal="So it is."),
    item("pearl", "01_bumps", key="a"),
    item("plug", "01_bumps", type="multiple-choice", keys=["a", "b"]),
    item("roof", "01_bumps", key="c"),
)


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


def mount(
    page: Page,
    answers: dict | None = None,
    scheme: str = "light",
    before: str = "",
    **state: object,
) -> None:
    """Open My answers in a browser that keeps these; `before` runs ahead of it all."""
    keep = "".join(
        f"localStorage.setItem({json.dumps('milia:' + key)}, {json.dumps(compact(value))});"
        for key, value in (answers or {}).items()
    )
    widget = MyAnswers()
    for name, value in (PLAIN | {"beliefs": []} | state).items():
        setattr(widget, name, value)
    widget._esm += "\nObject.assign(window, { record, loadAnswers, comesBack, dayOf, dayInWords });"
    page.emulate_media(color_scheme=scheme)
    mounted.mount(page, widget, script=keep + before)


def part(page: Page, name: str) -> Locator:
    """One part of the page, such as "look-again"."""
    return page.locator(f'[data-part="{name}"]')


def unfolded(page: Page) -> Page:
    """The page with all that is folded open."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    return page


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
