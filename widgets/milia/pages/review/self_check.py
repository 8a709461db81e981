"""Lay open how each lesson was held against the lists for clear writing, by its authors alone."""

import re
from collections.abc import Iterator

from ...content import Content
from ...content.models import CHECKLISTS, Criterion, Finding, SelfCheck
from .parts import Card, Line, Page, Row, Section, row

NAMES = {
    "pemat-p": "PEMAT-P, of AHRQ",
    "cdc-index": "Clear Communication Index, of CDC",
}
ANSWERS = {"yes": "Yes", "no": "No", "n/a": "Does not apply"}
MARKUP = re.compile(r"^#+ |[*_|]")  # Markdown's own signs
LEAD = (
    "Each lesson beside what two published lists ask of a text for patients, in our own words. "
    "A rating takes people who rate, each alone. Nobody has yet, so there is no score here."
)


def self_check(content: Content) -> Page:
    """Return the page: a section for each lesson, a card for each list."""
    sections = (_section(content, check) for check in content.self_checks.values())
    return Page(
        "self-check", "Self-check by the authors. No human rater yet.", LEAD, tuple(sections)
    )


def _section(content: Content, check: SelfCheck) -> Section:
    anchor = f"lesson-{check.id[:2]}"
    about = (
        row("Main message", check.main_message),
        row("For whom", check.audience),
        row("What it is for", check.objective),
    )
    cards = (_card(content, check, name) for name in CHECKLISTS)
    title = f"{check.id[:2]} {content.lessons[check.id].title}"
    return Section(title, tuple(cards), about, anchor)


def _card(content: Content, check: SelfCheck, name: str) -> Card:
    asked = [one for one in content.criteria.values() if one.checklist == name]
    counted = check.count(one.id for one in asked)
    tags = tuple(f"{ANSWERS[met].lower()}: {counted[met]}" for met in ANSWERS)
    return Card(
        kind="self-check",
        id=check.id,
        anchor=f"self-check-{check.id[:2]}-{name}",
        title=f"{check.id[:2]}: {NAMES[name]}",
        rows=tuple(_rows(asked, check)),
        tags=tags,
    )


def _rows(asked: list[Criterion], check: SelfCheck) -> Iterator[Row]:
    found = {finding.criterion: finding for finding in check.findings}
    for one in asked:
        if finding := found.get(one.id):
            yield Row(f"{one.id}. {one.asks}", (Line(ANSWERS[finding.met], more=earned(finding)),))


def earned(finding: Finding) -> str:
    """Say what earns the answer: the words, the cell they stand in, and why."""
    said = finding.says and f"“{MARKUP.sub('', finding.says).strip()}”"
    place = finding.cell and f"cell “{finding.cell}”"
    if finding.shows:
        place = f"{place}, {finding.shows}"
    parts = " ".join(filter(None, (said, place and f"({place})")))
    return " ".join(filter(None, (parts and f"{parts}.", finding.why)))
