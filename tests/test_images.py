"""The pictures: each is drawn by the script of its name, and is what that script draws."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from milia.content import find

IMAGES = Path(__file__).parent.parent / "images"
SCRIPTS = sorted(IMAGES.glob("*.py"))


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


def test_all_pictures_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in IMAGES.glob("*.svg")) < 1_500_000


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_picture_has_alt_text_a_caption_and_claims(script: Path) -> None:
    words = find("figure", script.stem)
    assert words.alt
    assert words.caption
    assert words.claims
