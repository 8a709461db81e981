"""What holds for every widget of the course."""

import pytest

from milia.widgets.base import HERE

SCRIPTS = [script for script in sorted(HERE.glob("*.js")) if script.stem != "shared"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_widget_settles_so_that_jupyterlab_keeps_it_and_leaves_its_keys(script) -> None:
    assert "settle(" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_widget_has_all_of_its_stem(script) -> None:
    for end in (".py", ".css"):
        assert script.with_suffix(end).is_file()
