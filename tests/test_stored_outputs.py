"""Proof that nbval compares: each corrupted output fails its own cell, and only that one."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import nbformat
import pytest

from milia.pages import outline, stored_outputs

from .test_notebooks import LESSONS, ROOT, code_cells


def failed_cells(notebook: Path) -> set[str]:
    """Run nbval strictly on one notebook and return the names of the cells that failed."""
    report = notebook.parent / "report.xml"
    command = [sys.executable, "-m", "pytest", str(notebook), "--nbval", "--nbval-current-env"]
    command += ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--junitxml={report}"]
    command += ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(notebook.parent)]
    command += [f"--nbval-sanitize-with={ROOT / 'tests/nbval_sanitize.cfg'}"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stdout + run.stderr
    cases = ET.parse(report).iter("testcase")
    return {case.get("name", "") for case in cases if case.find("failure") is not None}


# Three notebooks stand for all: nbval compares each of them in the same way.
@pytest.mark.parametrize("path", [*filter(code_cells, LESSONS)][::5], ids=lambda path: path.stem)
def test_nbval_fails_for_exactly_the_outputs_that_were_changed(path: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    outputs = [output for cell in code for output in cell.outputs]
    for number, output in enumerate(outputs):
        output.data[("text/plain", "text/html")[number % 2]] += "changed"
    copy = tmp_path / path.name
    nbformat.write(notebook, copy)
    changed = {f"Cell {number}" for number, cell in enumerate(code) if cell.outputs}
    assert failed_cells(copy) == changed != set()


FLIP = """
from dataclasses import replace
from milia.widgets.quiz.scoring import TYPES
for kind in set(TYPES.values()):
    kind.parts = lambda item, parts=kind.parts: {flipped}
"""
ANOTHER_KEY = """parts(item.model_copy(update=
    {"key": next(c.id for c in item.choices if c.id != item.key)} if item.key else
    {"keys": tuple(c.id for c in item.choices if c.id not in item.keys)} if item.keys else
    {"choices": tuple(c.model_copy(update={"place": next(
        p.id for p in item.places if p.id != c.place)}) for c in item.choices)}))"""
SCORING_TURNED = """[replace(part, points=1 - part.points) for part in parts(item)]"""


@pytest.mark.parametrize("flipped", [ANOTHER_KEY, SCORING_TURNED], ids=["key", "scoring"])
def test_nbval_fails_when_the_key_or_the_scoring_is_flipped(tmp_path: Path, flipped: str) -> None:
    path = next(path for path in LESSONS if path.stem == "01_two_white_bumps")
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    quizzes = {f"Cell {n}" for n, cell in enumerate(code) if "Quiz(" in cell.source}
    code[0].source = FLIP.format(flipped=flipped) + code[0].source
    copy = tmp_path / path.name
    nbformat.write(notebook, copy)
    assert failed_cells(copy) == quizzes != set()


def test_the_sanitiser_hides_nothing_a_learner_reads() -> None:
    from nbval.plugin import get_sanitize_patterns

    patterns = get_sanitize_patterns((ROOT / "tests/nbval_sanitize.cfg").read_text())
    assert len(patterns) == 1  # nbval silently ignores a pattern that it cannot parse


def test_stored_outputs_and_the_list_of_lessons_are_fresh(capsys: pytest.CaptureFixture) -> None:
    assert stored_outputs.main("check", str(ROOT / "notebooks")) == 0, capsys.readouterr().out


def test_a_stale_lesson_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outline, "render", lambda _: outline.FILE.read_text("utf-8"))
    stale = tmp_path / "stale.ipynb"
    cell = nbformat.v4.new_code_cell("1 + 1", execution_count=1, id="sum")
    cell.outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "3"})]
    cell.outputs[0].execution_count = 1
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), stale)
    assert stored_outputs.main("check", str(tmp_path)) == 1
    assert "stale: stale.ipynb" in capsys.readouterr().out
    assert outline.FILE.exists()
