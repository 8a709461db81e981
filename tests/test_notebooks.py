"""The rules of the lessons: what keeps nbval honest, and what keeps a lesson readable."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from milia.content import load
from milia.content.models import Idea, Item
from milia.pages.lesson_time import calls, words
from milia.pages.stored_outputs import KERNEL

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TAGS = {"frame", "nav", "more"}
UNCOMPARABLE = re.compile(r"clear_output|update_display|interact\(|Output\(|input\(|^[%!]", re.M)
NBVAL_ESCAPE = re.compile(r"NBVAL_|PYTEST_VALIDATE")
FACT_OR_ADVICE = re.compile(r"\d|\b(should|must|never|avoid|do not|don't|see a doctor)\b", re.I)
each_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def code_cells(path: Path) -> list[NotebookNode]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def asked(path: Path) -> Iterator[tuple[int, Item, bool]]:
    """Each item a notebook asks: the place of its cell, the item, and whether as a pre-test."""
    for call in calls(read(path)):
        for item in call.values if call.name == "Quiz" else ():
            yield call.place, load().items[item], call.ways.get("pre_test", False)


def test_the_lessons_are_those_in_the_list_and_in_its_order() -> None:
    assert [path.stem for path in LESSONS] == list(load().lessons)


@each_lesson
def test_a_lesson_says_its_title_once_and_alike(path: Path) -> None:
    notebook = read(path)
    title = load().lessons[path.stem].title
    assert notebook.metadata.title == title
    headings = re.findall(r"^# (.+)$", "\n".join(c.source for c in notebook.cells), re.M)
    assert headings == [title]


@each_lesson
def test_outputs_are_stored_for_nbval_to_compare(path: Path) -> None:
    cells = code_cells(path)
    counts = [cell.execution_count for cell in cells]
    assert counts == list(range(1, len(cells) + 1)), "run 'make notebooks'"
    for cell in cells:
        assert not UNCOMPARABLE.search(cell.source), f"{cell.id}: nbval cannot compare this"
        assert not NBVAL_ESCAPE.search(cell.source), f"{cell.id}: no escape from nbval"
        for output in cell.outputs:
            stored = json.dumps(output)
            assert output.output_type in ("display_data", "execute_result"), cell.id
            assert not re.search(r" at 0x[0-9a-f]{6,}", stored), f"{cell.id}: address in a repr"
            text = output.data.get("text/plain", "")
            assert len(text) > 80, f"{cell.id}: the stored text names nothing"
            assert not text.endswith(("…", "...")), f"{cell.id}: a cut repr hides changes"


@each_lesson
def test_the_file_holds_nothing_that_differs_between_runs(path: Path) -> None:
    notebook = read(path)
    assert "widgets" not in notebook.metadata
    assert notebook.metadata.kernelspec == KERNEL
    assert set(notebook.metadata.language_info) == {"name"}


@each_lesson
def test_cells_are_short_named_and_tagged_from_a_known_list(path: Path) -> None:
    for cell in read(path).cells:
        assert re.fullmatch(r"[a-z0-9-]+", cell.id), cell.id
        assert set(cell.metadata.get("tags", [])) <= TAGS, cell.id
        if cell.cell_type == "code":
            assert len([line for line in cell.source.splitlines() if line]) <= 3, cell.id
            assert cell.metadata.jupyter.source_hidden, cell.id


@each_lesson
def test_a_picture_reaches_a_lesson_only_through_figure(path: Path) -> None:
    for cell in read(path).cells:
        assert not re.search(r"!\[|<img|<svg|<script|<style", cell.source), cell.id


@each_lesson
def test_every_sentence_rests_on_a_claim_or_is_frame(path: Path) -> None:
    for cell in read(path).cells:
        if cell.cell_type != "markdown":
            continue
        tags = cell.metadata.get("tags", [])
        claims = cell.metadata.get("milia", {}).get("claims", [])
        assert bool(claims) != bool(tags), f"{cell.id}: name its claims, or tag it"
        assert [claim for claim in claims if claim not in load().claims] == [], cell.id
        if "frame" in tags:
            body = re.sub(r"^#.*$|^\d+\. \[.*$|\]\(.*?\)", "", cell.source, flags=re.M)
            assert len(words(body)) <= 25, f"{cell.id}: frame is at most 25 words"
            assert not FACT_OR_ADVICE.search(body), f"{cell.id}: frame has no number, no advice"


@each_lesson
def test_a_word_is_said_as_the_glossary_says_it(path: Path) -> None:
    said = {term.term: term.pronunciation for term in load().glossary.values()}
    for cell in read(path).cells:
        for word, respelling in re.findall(
            r"\*\*([^*]+)\*\* \(([^)]*[A-Z]{2}[^)]*)\)", cell.source
        ):
            assert respelling in said[word], f"{cell.id}: {word}"


@each_lesson
def test_links_lead_home_back_and_on(path: Path) -> None:
    """In JupyterLab these are the only way from lesson to lesson; the pages draw their own."""
    lessons = [lesson for lesson in load().lessons.values() if lesson.kind == "lesson"]
    names = [lesson.id for lesson in lessons]
    at = names.index(path.stem) if path.stem in names else None
    links = ["[Home](00_start_here.ipynb)"] if at != 0 else []
    if at:
        links.append(f"[Back: {lessons[at - 1].title}]({lessons[at - 1].id}.ipynb)")
    if at is not None and at + 1 < len(lessons):
        links.append(f"[Next: {lessons[at + 1].title}]({lessons[at + 1].id}.ipynb)")
        ahead = [lesson for lesson in lessons[at + 1 :] if lesson.short_path]
        if lessons[at].short_path and ahead and ahead[0] is not lessons[at + 1]:
            links.append(f"[Short path: {ahead[0].title}]({ahead[0].id}.ipynb)")
    last = read(path).cells[-1]
    assert last.metadata.tags == ["nav"]
    assert last.source == " · ".join(links)


def test_the_first_page_links_every_lesson() -> None:
    (contents,) = [cell.source for cell in read(LESSONS[0]).cells if cell.id == "lessons"]
    for lesson in list(load().lessons.values())[1:]:
        assert f"[{lesson.title}]({lesson.id}.ipynb)" in contents


def test_the_first_page_marks_the_short_path_and_no_other() -> None:
    (contents,) = [cell.source for cell in read(LESSONS[0]).cells if cell.id == "lessons"]
    marked = re.findall(r"\((\w+)\.ipynb\) \(short path\)$", contents, re.M)
    lessons = [lesson for lesson in load().lessons.values() if lesson.kind == "lesson"][1:]
    assert marked == [lesson.id for lesson in lessons if lesson.short_path]
    (paths,) = [cell.source for cell in read(LESSONS[0]).cells if cell.id == "paths"]
    assert ("both are the same" in paths) == all(lesson.short_path for lesson in lessons)


@each_lesson
def test_a_notebook_asks_the_items_of_its_lesson_once_each_and_no_other(path: Path) -> None:
    its_own = [item.id for item in load().items.values() if item.lesson == path.stem]
    assert sorted(item.id for _, item, _ in asked(path)) == sorted(its_own)


@each_lesson
def test_a_pre_test_item_is_asked_as_one_and_no_other_is(path: Path) -> None:
    for _, item, as_pre_test in asked(path):
        assert as_pre_test == item.pre_test, f"{item.id}: say pre_test=True in both places"


@pytest.mark.parametrize(
    "idea", [idea for idea in load().ideas.values() if idea.lesson], ids=lambda idea: idea.id
)
def test_an_idea_is_taught_under_its_heading_before_it_is_asked(idea: Idea) -> None:
    (path,) = [path for path in LESSONS if path.stem == idea.lesson]
    taught = [
        place
        for place, cell in enumerate(read(path).cells)
        if cell.cell_type == "markdown"
        for heading in re.findall(r"^###? (.+)$", cell.source, re.M)
        if heading == idea.heading
    ]
    assert len(taught) == 1, f"'{idea.heading}' is no heading there, or stands twice"
    for place, item, _ in asked(path):
        early = item.idea == idea.id and item.type != "predict" and place < taught[0]
        assert not early, f"{item.id} is asked before '{idea.heading}'"


@each_lesson
def test_what_a_lesson_asks_was_taught_there_or_before(path: Path) -> None:
    for _, item, as_pre_test in asked(path):
        if not as_pre_test:
            lesson = load().ideas[item.idea].lesson
            assert lesson, f"{item.id}: no lesson teaches its idea"
            assert lesson <= path.stem, f"{item.id}: its idea comes later"
