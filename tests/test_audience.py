"""What is written for teachers stays off every page a learner can get."""

import html
import json
import re
from base64 import b64decode
from collections.abc import Iterator
from functools import cache

import nbformat
import pytest

from milia import (
    AskSomeone,
    BuildAMilium,
    CrossSection,
    FaceMap,
    Figure,
    Glossary,
    LookAlikes,
    MyAnswers,
    QuestionsToAsk,
    Quiz,
    Sources,
    SqueezeLab,
    StepByStep,
    Term,
    WhatHelps,
    ZoomStory,
)
from milia.content import load
from milia.content.models import AnatomyNumber, Claim, Entry, LookAlike, Mechanics
from milia.content.models import Term as TermWords
from milia.pages import outline

from .test_notebooks import LESSONS, ROOT
from .wording import sentences

CONTENT = load()
INLINE = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


def plain(text: str) -> str:
    """Reduce a text to its words, so that markup, case and line breaks hide nothing."""
    bare = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return f" {' '.join(re.findall(r'[a-z0-9.]*[a-z0-9]', bare.casefold()))} "


def drawings(text: str) -> str:
    return " ".join(b64decode(data).decode() for data in INLINE.findall(text))


def told_by_notebooks() -> Iterator[tuple[str, str]]:
    for path in LESSONS:
        for cell in nbformat.read(path, as_version=4).cells:
            where = f"{path.stem}, {cell.id}"
            yield where, cell.source
            for output in cell.get("outputs", []):
                for mime in ("text/plain", "text/html"):
                    text = output.data.get(mime, "")
                    yield f"{where}, {mime}", text + drawings(text)


def told_by_widgets() -> Iterator[tuple[str, str]]:
    """All that a widget or a passage can say, also those no lesson shows yet."""
    asked = [Quiz(item.id, pre_test=item.pre_test) for item in CONTENT.items.values()]
    terms = [term.id for term in CONTENT.glossary.values() if term.audience == "learner"]
    lessons = [lesson.id for lesson in CONTENT.lessons.values() if lesson.claims]
    figures = map(Figure, CONTENT.figures)
    explorers = [
        BuildAMilium(),
        CrossSection(),
        FaceMap(),
        ZoomStory(),
        AskSomeone(),
        WhatHelps(),
        QuestionsToAsk(),
        SqueezeLab(),
    ]
    explorers += map(StepByStep, CONTENT.stories)
    widgets = [*asked, *figures, *map(Term, terms), MyAnswers(), *explorers]
    for widget in widgets:
        state = {k: v for k, v in widget.get_state().items() if k not in ("_esm", "_css")}
        state.pop("data", None)  # numbers: whatever they spell is chance
        told = f"{json.dumps(state, ensure_ascii=False)} {widget.text()} {widget.fallback()}"
        yield type(widget).__name__, told
    for passage in (Glossary(), LookAlikes(), *map(Sources, lessons)):
        yield type(passage).__name__, f"{passage.text()} {passage.html()}"


def told_by_pages() -> Iterator[tuple[str, str]]:
    yield outline.FILE.name, outline.FILE.read_text(encoding="utf-8")
    yield "figures.yaml", (ROOT / "widgets/milia/content/figures.yaml").read_text("utf-8")
    for page in (ROOT / "widgets/milia/pages/template").rglob("*.*"):
        if page.suffix in (".html", ".j2", ".js", ".svg"):
            yield page.name, page.read_text(encoding="utf-8")


@cache
def pages() -> tuple[tuple[str, str], ...]:
    told = (*told_by_notebooks(), *told_by_widgets(), *told_by_pages())
    return tuple((where, plain(text)) for where, text in told)


def kept_from_learners(entry: Entry) -> Iterator[str]:
    """Every sentence of an entry for teachers that would give it away."""
    words: list[str | None] = []
    match entry:
        case Claim():
            words = [entry.statement, entry.detail, entry.caution]
        case TermWords():
            words = [entry.definition]
        case LookAlike():
            words = [entry.clue, entry.difference]
        case AnatomyNumber():
            words = [entry.structure, entry.method, entry.drawing, entry.caution]
        case Mechanics():
            words = [f"{entry.quantity} {entry.material}", entry.conditions, entry.use]
    for word in filter(None, words):
        yield from (part for part in map(plain, sentences(word)) if len(part.split()) > 1)


TEACHERS = [
    entry
    for shelf in CONTENT.__dataclass_fields__
    for entry in getattr(CONTENT, shelf).values()
    if getattr(entry, "audience", "learner") == "teacher"
]
each_entry = pytest.mark.parametrize("entry", TEACHERS, ids=lambda e: f"{e.noun}-{e.id}")


def found_on(told: tuple[tuple[str, str], ...], entry: Entry) -> list[tuple[str, str]]:
    secrets = list(kept_from_learners(entry))
    return [(where, secret) for where, text in told for secret in secrets if secret in text]


def test_there_is_something_to_keep_and_somewhere_to_look() -> None:
    assert {entry.noun for entry in TEACHERS} >= {"claim", "term", "anatomy-number", "mechanics"}
    seen = " ".join(where for where, _ in pages())
    for page in ("00_start_here", "90_glossary", "Quiz", "Figure", "Term", "Glossary", "Sources"):
        assert page in seen
    everything = " ".join(text for _, text in pages())
    assert plain(CONTENT.glossary["keratin"].definition) in everything
    assert plain(CONTENT.figures["milium_and_pustule"].alt) in everything


@each_entry
def test_a_teachers_entry_is_on_no_page(entry: Entry) -> None:
    assert list(kept_from_learners(entry)), "nothing of it would be noticed"
    assert found_on(pages(), entry) == []


@each_entry
def test_it_would_be_found_in_other_letters_and_markup(entry: Entry) -> None:
    for secret in kept_from_learners(entry):
        words = secret.upper().split()
        marked = f"<p>So: <b>{words[0]}</b>\n{' '.join(words[1:])}, they say.</p>"
        assert (("a page", secret)) in found_on((("a page", plain(marked)),), entry)


TOOLS = re.compile(r" (gauges?|lancets?|scalpels?|number 11|\d+ ?g|extractors?|curettes?) ")


def test_no_tool_of_the_trade_is_named_on_a_page() -> None:
    named = [(where, TOOLS.findall(text)) for where, text in pages() if TOOLS.search(text)]
    assert named == []
    assert TOOLS.search(plain("A lancet, or the tip of a number 11 blade."))
