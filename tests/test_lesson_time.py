"""How long a lesson takes: read from the notebook itself, and never more than the path allows."""

import re

import nbformat
import pytest

from milia.content import load
from milia.pages.lesson_time import SPARE, calls, minutes, tags, words

from .test_notebooks import LESSONS, ROOT, read


def a_lesson(*cells: tuple[str, str, list[str]]) -> nbformat.NotebookNode:
    made = {"markdown": nbformat.v4.new_markdown_cell, "code": nbformat.v4.new_code_cell}
    return nbformat.v4.new_notebook(
        cells=[made[kind](source, metadata={"tags": tags}) for kind, source, tags in cells]
    )


def test_words_items_and_what_there_is_to_explore_take_time() -> None:
    prose = ("markdown", "# Title\n\n" + "word " * 159, [])
    assert minutes(a_lesson(prose)) == pytest.approx(1)
    assert minutes(a_lesson(prose, ("markdown", "[Home](x.ipynb)", ["nav"]))) == pytest.approx(1)
    assert minutes(a_lesson(("code", 'Quiz("a", "b", ask_sure=True)', []))) == pytest.approx(1.2)
    assert minutes(a_lesson(("code", "CrossSection()", []))) == 2
    assert minutes(a_lesson(("code", 'Figure("milium")\nTerm("pus", "pore")', []))) == 0


def test_the_short_path_leaves_out_what_is_marked_so() -> None:
    lesson = a_lesson(("code", 'Quiz("a")', []), ("code", 'Quiz("b", "c")', [SPARE]))
    assert minutes(lesson) == pytest.approx(1.8)
    assert minutes(lesson, short=True) == pytest.approx(0.6)


def test_link_targets_and_signs_are_no_words() -> None:
    assert words("> **Not sure?** See [the list](90_glossary.ipynb), don't wait.") == (
        ["Not", "sure", "See", "the", "list", "don't", "wait"]
    )


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_what_the_short_path_leaves_out_stands_under_if_you_have_time(path) -> None:
    heading = ""
    for cell in read(path).cells:
        if cell.cell_type == "markdown":
            heading = ([heading] + [w for w in cell.source.split("\n") if w.startswith("#")])[-1]
        else:
            assert (SPARE in tags(cell)) == (heading == "### If you have time"), cell.id
            assert SPARE not in tags(cell) or re.search(r"(Quiz|MiliumOrNot)\(", cell.source)


def test_the_short_path_takes_at_most_half_an_hour() -> None:
    short = [lesson.id for lesson in load().lessons.values() if lesson.short_path]
    took = {name: minutes(read(ROOT / f"notebooks/{name}.ipynb"), short=True) for name in short}
    assert sum(took.values()) <= 30, took


def test_a_lesson_has_three_checks_or_more_on_either_path() -> None:
    for lesson in load().lessons.values():
        if lesson.kind == "lesson":
            made = list(calls(read(ROOT / f"notebooks/{lesson.id}.ipynb")))
            asked = [c for c in made if c.name == "Quiz" and SPARE not in tags(c.cell)]
            assert sum(len(call.values) for call in asked) >= 3, lesson.id
