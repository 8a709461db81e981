"""The learner's own copy: made once, ready to use, and never lost."""

import os
from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat import v4
from nbformat.sign import NotebookNotary

from milia.pages import working_copy

TODAY = date.today().isoformat()


def lesson(*cells: str) -> nbformat.NotebookNode:
    return v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells])


@pytest.fixture
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of one lesson, whose copy is made without running it."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(working_copy, "executed", lambda notebook, copy: notebook)
    (tmp_path / "notebooks").mkdir()
    nbformat.write(lesson("6 * 7"), tmp_path / "notebooks/01_bumps.ipynb")
    return tmp_path / "notebooks"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "my-notebooks"


def answered(copy: Path) -> str:
    """What a copy holds once a learner has saved an answer in it."""
    notebook = nbformat.read(copy, as_version=4)
    notebook.cells.append(v4.new_markdown_cell("my answer"))
    nbformat.write(notebook, copy)
    return copy.read_text("utf-8")


def test_a_copy_with_answers_stays_while_the_lesson_does(lessons: Path, home: Path) -> None:
    working_copy.refresh(lessons, home)
    mine = answered(home / "01_bumps.ipynb")
    working_copy.refresh(lessons, home)
    assert (home / "01_bumps.ipynb").read_text("utf-8") == mine
    assert not (home / "earlier").exists()


def test_a_changed_lesson_sets_the_answered_copy_aside(
    lessons: Path, home: Path, capsys: pytest.CaptureFixture
) -> None:
    working_copy.refresh(lessons, home)
    mine = answered(home / "01_bumps.ipynb")
    nbformat.write(lesson("7 * 7"), lessons / "01_bumps.ipynb")
    working_copy.refresh(lessons, home)
    kept = home / f"earlier/{TODAY}-01_bumps.ipynb"
    assert kept.read_text("utf-8") == mine
    assert "7 * 7" in (home / "01_bumps.ipynb").read_text("utf-8")
    said = f"The lesson 01_bumps.ipynb has changed: your copy so far is now {kept}"
    assert said in capsys.readouterr().out


def test_two_copies_set_aside_on_one_day_are_both_kept(lessons: Path, home: Path) -> None:
    for number in range(3):
        nbformat.write(lesson(f"{number}"), lessons / "01_bumps.ipynb")
        working_copy.refresh(lessons, home)
    assert sorted(kept.name for kept in (home / "earlier").iterdir()) == [
        f"{TODAY}-01_bumps.ipynb",
        f"{TODAY}-2-01_bumps.ipynb",
    ]


def test_a_lost_record_costs_no_answer(lessons: Path, home: Path) -> None:
    working_copy.refresh(lessons, home)
    mine = answered(home / "01_bumps.ipynb")
    (home / working_copy.RECORD).write_text("{ cut sho")
    working_copy.refresh(lessons, home)
    assert (home / f"earlier/{TODAY}-01_bumps.ipynb").read_text("utf-8") == mine


def test_a_copy_cut_short_is_made_the_next_time(
    lessons: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(path: Path, text: str) -> None:
        if path.suffix == ".ipynb":
            raise KeyboardInterrupt
        path.write_text(text, encoding="utf-8")

    with monkeypatch.context() as patch:
        patch.setattr(working_copy, "write", cut)
        with pytest.raises(KeyboardInterrupt):
            working_copy.refresh(lessons, home)
    working_copy.refresh(lessons, home)
    assert (home / "01_bumps.ipynb").exists()
    assert not (home / "earlier").exists()


def test_a_copy_is_run_and_trusted_with_its_widgets_alive(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "notebooks").mkdir()
    slider = lesson("import ipywidgets", "ipywidgets.IntSlider(3)", "import os; os.getcwd()")
    nbformat.write(slider, tmp_path / "notebooks/01_bumps.ipynb")
    working_copy.refresh(tmp_path / "notebooks", home)
    copy = nbformat.read(home / "01_bumps.ipynb", as_version=4)
    (state,) = copy.metadata.widgets.values()
    view = copy.cells[1].outputs[0].data["application/vnd.jupyter.widget-view+json"]
    assert state["state"][view["model_id"]]["model_name"] == "IntSliderModel"
    assert copy.cells[2].outputs[0].data["text/plain"] == repr(os.fspath(home))
    assert NotebookNotary().check_signature(copy)


def test_a_lesson_that_fails_is_named_and_leaves_no_copy(tmp_path: Path, home: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    nbformat.write(lesson("1 / 0"), tmp_path / "notebooks/01_bumps.ipynb")
    with pytest.raises(SystemExit, match=r"01_bumps.ipynb cannot be run \(ZeroDivisionError: "):
        working_copy.refresh(tmp_path / "notebooks", home)
    assert not (home / "01_bumps.ipynb").exists()
