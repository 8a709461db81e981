"""The authors' own check of each lesson: whole, true to the lesson, and never shown to learners."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import nbformat
import pytest

from milia.content import load
from milia.content.models import CHECKLISTS, Criterion, Finding, SelfCheck
from milia.pages.lesson_time import calls, prose_cells
from milia.pages.review import __main__ as review
from milia.pages.review.self_check import earned

from .browser.checks import axe_violations, sideways
from .conftest import Watched
from .quality import PASSIVE
from .quality import read as reading
from .test_audience import pages, plain
from .test_review import Reader, entry_html, text_of
from .wording import sentences

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
CONTENT = load()
DRAWN = {
    "BuildAMilium",
    "CrossSection",
    "FaceMap",
    "Figure",
    "StepByStep",
    "WhatHelps",
}  # no mere words
LONGEST_LIST = 7  # points without a break
MOSTLY = 0.2  # what a list means by "nearly all": 80 in 100
SCORED = re.compile(r" (pemat|clear communication index|cdc index|self check) ")

each_check = pytest.mark.parametrize(
    "check", CONTENT.self_checks.values(), ids=lambda check: check.id
)


@cache
def notebook(lesson: str) -> nbformat.NotebookNode:
    return nbformat.read(NOTEBOOKS / f"{lesson}.ipynb", as_version=4)


def told(cell: nbformat.NotebookNode) -> str:
    """All that a cell says: what is written in it, and what it shows."""
    shown = [output.data.get("text/plain", "") for output in cell.get("outputs", [])]
    return "\n".join((cell.source, *shown))


def mistakes(lesson: str, finding: Finding) -> Iterator[str]:
    """Yield what of a finding does not stand in its lesson."""
    cells = {cell.id: cell for cell in notebook(lesson).cells}
    if finding.cell and finding.cell not in cells:
        yield f"{finding.criterion}: there is no cell '{finding.cell}'"
        return
    within = [cells[finding.cell]] if finding.cell else prose_cells(notebook(lesson))
    if finding.says and finding.says not in "\n".join(map(told, within)):
        yield f"{finding.criterion}: '{finding.says}' does not stand there"
    if finding.shows:
        shown = {call.name for call in calls(notebook(lesson)) if call.cell.id == finding.cell}
        if finding.shows not in shown:
            yield f"{finding.criterion}: cell '{finding.cell}' shows no {finding.shows}"


def answer(check: SelfCheck, criterion: str) -> Finding:
    return next(one for one in check.findings if one.criterion == criterion)


def changed(check: SelfCheck, criterion: str, **what: object) -> SelfCheck:
    """The check with one answer changed, as a later hand might change it."""
    found = tuple(
        one.model_copy(update=what) if one.criterion == criterion else one for one in check.findings
    )
    return check.model_copy(update={"findings": found})


# --- the criteria


def test_the_criteria_are_those_of_the_two_lists_by_their_numbers() -> None:
    pemat = [n for n in range(1, 27) if n not in (13, 14)]
    wanted = [f"pemat-{n}" for n in pemat] + [f"cdc-{n}" for n in range(1, 21)]
    assert list(CONTENT.criteria) == wanted
    for one in CONTENT.criteria.values():
        assert one.checklist == CHECKLISTS[one.id.startswith("cdc-")]
        assert one.asks.endswith("?")


# --- each lesson, each criterion


def test_every_lesson_was_checked_and_nothing_else() -> None:
    lessons = [lesson.id for lesson in CONTENT.lessons.values() if lesson.kind == "lesson"]
    assert list(CONTENT.self_checks) == lessons


@each_check
def test_every_criterion_is_answered_once_and_in_order(check: SelfCheck) -> None:
    assert [finding.criterion for finding in check.findings] == list(CONTENT.criteria)


@each_check
def test_what_earns_an_answer_stands_in_the_lesson_letter_for_letter(check: SelfCheck) -> None:
    assert [wrong for one in check.findings for wrong in mistakes(check.id, one)] == []
    prose = "\n".join(cell.source for cell in prose_cells(notebook(check.id)))
    assert check.main_message in prose


def test_a_changed_lesson_turns_its_check_red() -> None:
    lesson = "01_two_white_bumps"
    finding = answer(CONTENT.self_checks[lesson], "pemat-25")
    assert list(mistakes(lesson, finding)) == []
    for wrong in ({"says": f"{finding.says}!"}, {"cell": "gone"}, {"shows": "Figure"}):
        assert len(list(mistakes(lesson, finding.model_copy(update=wrong)))) == 1


def unfounded(criterion: Criterion, finding: Finding) -> str | None:
    """Say what is missing from an answer, if anything is."""
    if finding.met == "n/a" and not criterion.na_when:
        return f"{criterion.id} always applies"
    if finding.met != "yes":
        return None if finding.why else f"{criterion.id}: say why"
    if criterion.throughout:
        return None if finding.why else f"{criterion.id}: say how all of the lesson earns it"
    return None if finding.says or finding.cell else f"{criterion.id}: name what earns it"


@each_check
def test_a_no_has_its_reason_and_a_yes_its_place(check: SelfCheck) -> None:
    found = [unfounded(CONTENT.criteria[one.criterion], one) for one in check.findings]
    assert list(filter(None, found)) == []


def test_an_answer_without_reason_or_place_is_noticed() -> None:
    always, sometimes = CONTENT.criteria["cdc-1"], CONTENT.criteria["cdc-20"]
    bare = Finding(criterion="cdc-1", met="yes", why="We like it.")
    assert unfounded(always, bare) == "cdc-1: name what earns it"
    skipped = Finding(criterion="cdc-1", met="n/a", why="We would rather not.")
    assert unfounded(always, skipped) == "cdc-1 always applies"
    assert unfounded(sometimes, skipped) is None
    for met in ("no", "n/a", "yes"):
        with pytest.raises(ValueError, match=r"Say why in one sentence|Name what earns it"):
            Finding(criterion="cdc-1", met=met)


# --- what one answer means for another, and what can be counted


def longest_list(lesson: str) -> int:
    """The most points that a list of the lesson's own words has."""
    bullet = re.compile(r"(?:^(?:- |\d+\. ).*\n?)+", re.M)
    lists = (
        found for cell in prose_cells(notebook(lesson)) for found in bullet.findall(cell.source)
    )
    return max((found.strip().count("\n") + 1 for found in lists), default=0)


def clashes(check: SelfCheck) -> Iterator[str]:
    """Yield each answer that another answer, or the lesson itself, speaks against."""
    met = {one.criterion: one.met for one in check.findings}
    yield from (c for c in ("cdc-2", "cdc-3", "cdc-4") if met["cdc-1"] == "no" != met[c])
    yield from (c for c in ("cdc-13", "cdc-14") if (met[c] == "n/a") != (met["cdc-12"] != "yes"))
    first = notebook(check.id).cells[0].source
    if met["cdc-2"] == "yes" and check.main_message not in first:
        yield "cdc-2"
    if met["cdc-3"] == "yes" and f"**{check.main_message}**" not in first:
        yield "cdc-3"
    made = {call.name for call in calls(notebook(check.id))}
    yield from (c for c in ("pemat-16", "pemat-17") if (met[c] == "n/a") == bool(made & DRAWN))
    if (met["pemat-18"] == "n/a") == bool(made & (DRAWN - {"WhatHelps"})):
        yield "pemat-18"
    table = "WhatHelps" in made or any("\n|" in c.source for c in prose_cells(notebook(check.id)))
    if (met["pemat-19"] == "n/a") == table:
        yield "pemat-19"
    if met["cdc-8"] == "yes" and longest_list(check.id) > LONGEST_LIST:
        yield "cdc-8"
    read = reading(CONTENT.lessons[check.id])
    if met["pemat-5"] == "yes" and len(read.passive) > MOSTLY * read.sentences:
        yield "pemat-5"
    said = (check.main_message, *sentences(answer(check, "cdc-5").says or ""))
    if met["cdc-6"] == "yes" and any(map(PASSIVE.search, said)):
        yield "cdc-6"
    if met["pemat-11"] == "yes" and "In short:" not in (answer(check, "pemat-11").says or ""):
        yield "pemat-11"


@each_check
def test_the_answers_fit_one_another_and_the_lesson(check: SelfCheck) -> None:
    assert list(clashes(check)) == []


@pytest.mark.parametrize(
    ("criterion", "met"),
    [("cdc-1", "no"), ("cdc-12", "no"), ("pemat-16", "n/a"), ("pemat-19", "n/a")],
)
def test_an_answer_that_does_not_fit_is_noticed(criterion: str, met: str) -> None:
    check = CONTENT.self_checks["01_two_white_bumps"]
    assert list(clashes(changed(check, criterion, met=met, why="Because.")))


@pytest.mark.parametrize(
    ("message", "noticed"),
    [("A milium is solid and calm.", "cdc-2"), ("A milium was opened by hand.", "cdc-6")],
)
def test_a_main_message_that_is_not_first_or_not_active_is_noticed(
    message: str, noticed: str
) -> None:
    check = CONTENT.self_checks["01_two_white_bumps"]
    assert noticed in list(clashes(check.model_copy(update={"main_message": message})))


# --- who gets to see it


def own_words() -> set[str]:
    """What the criteria and the findings say themselves, and no lesson does."""
    findings = [one for check in CONTENT.self_checks.values() for one in check.findings]
    asked = (one.asks for one in CONTENT.criteria.values())
    return {plain(text) for text in (*asked, *(one.why for one in findings if one.why))}


def leaks(told: tuple[tuple[str, str], ...]) -> list[str]:
    words = own_words()
    return [
        where
        for where, text in told
        if SCORED.search(text) or any(word in text for word in words if len(word.split()) > 4)
    ]


def test_no_learner_sees_a_list_an_answer_or_a_score() -> None:
    assert leaks(pages()) == []


def test_it_would_be_noticed_on_a_page() -> None:
    finding = answer(CONTENT.self_checks["01_two_white_bumps"], "cdc-19")
    for text in ("Our PEMAT: fine.", f"<p>{finding.why}</p>", CONTENT.criteria["cdc-9"].asks):
        assert leaks((("a page", plain(text)),)) == ["a page"], text


# --- the page a reviewer sees


@pytest.fixture(scope="module")
def html() -> str:
    return review.render(CONTENT, NOTEBOOKS)["self-check.html"]


def test_the_review_says_at_its_head_that_nobody_rated_it(html: str) -> None:
    assert "<h1>Self-check by the authors. No human rater yet.</h1>" in html
    assert not re.search(r"\d ?%|score of|\bpass(ed|es)?\b", text_of(html.partition("<h1>")[2]))


@each_check
def test_the_review_shows_each_answer_and_what_earns_it(html: str, check: SelfCheck) -> None:
    for name in CHECKLISTS:
        said = text_of(entry_html({"": html}, f"self-check-{check.id[:2]}-{name}"))
        asked = [one for one in CONTENT.criteria.values() if one.checklist == name]
        for one in asked:
            finding = answer(check, one.id)
            word = {"yes": "Yes", "no": "No", "n/a": "Does not apply"}[finding.met]
            earns = " ".join(earned(finding).split())
            assert f"{one.id}. {one.asks} {word} {earns}" in said
        counted = check.count(one.id for one in asked)
        assert sum(counted.values()) == len(asked)
        assert f"yes: {counted['yes']} · no: {counted['no']}" in said


@pytest.mark.browser
@pytest.mark.parametrize(("width", "colors"), [(390, "light"), (1200, "dark")])
def test_axe_is_content_with_it(html: str, watched: Watched, width: int, colors: str) -> None:
    page = watched.open(viewport={"width": width, "height": 844}, color_scheme=colors)
    page.set_content(html)
    assert axe_violations(page) == []
    assert sideways(page) == []
    assert Reader(html).all("main", "id") == ["main"]
