"""The pictures: each is drawn by the script of its name, and is what that script draws."""

import re
import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

from milia.content import find

IMAGES = Path(__file__).parent.parent / "images"
NOTEBOOKS = IMAGES.parent / "notebooks"
SCRIPTS = sorted(IMAGES.glob("*.py"))
LIMIT = 1_500_000  # bytes, of all pictures and their scripts


def load(script: Path) -> ModuleType:
    spec = spec_from_file_location(script.stem, script)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_picture_has_its_script() -> None:
    assert SCRIPTS
    assert {path.stem for path in IMAGES.glob("*.svg")} == {path.stem for path in SCRIPTS}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_picture_is_what_its_script_draws(script: Path) -> None:
    committed = script.with_suffix(".svg").read_bytes()
    assert load(script).draw().encode() == committed, f"Draw it again: python images/{script.name}"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_the_readme_tells_how_to_draw_it(script: Path) -> None:
    assert f"python images/{script.name}" in (IMAGES / "README.md").read_text(encoding="utf-8")


def weight(folder: Path) -> int:
    """The bytes of all files in a folder and below."""
    compiled = "__pycache__"
    files = [path for path in folder.rglob("*") if path.is_file() and compiled not in path.parts]
    return sum(path.stat().st_size for path in files)


def test_all_pictures_together_stay_small() -> None:
    assert 100_000 < weight(IMAGES) < LIMIT


def test_one_large_picture_would_be_too_much(tmp_path: Path) -> None:
    copy = shutil.copytree(IMAGES, tmp_path / "images")
    (copy / "photo.png").write_bytes(bytes(LIMIT))
    assert not weight(copy) < LIMIT


def shown(notebook: Path) -> set[str]:
    """The names of the pictures that a lesson shows."""
    cells = nbformat.read(notebook, as_version=4).cells
    source = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    return set(re.findall(r"""\bFigure\(\s*["']([\w-]+)["']""", source))


def test_every_picture_is_shown_in_a_lesson() -> None:
    lessons = sorted(NOTEBOOKS.glob("*.ipynb"))
    used = set().union(*map(shown, lessons))
    assert {script.stem for script in SCRIPTS} - used == set(), "Show it with Figure(…), or drop it"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_picture_has_alt_text_a_caption_and_claims(script: Path) -> None:
    words = find("figure", script.stem)
    assert words.alt
    assert words.caption
    assert words.claims
