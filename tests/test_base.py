"""What holds for every widget of the course."""

import pytest

from milia.widgets.base import HERE

SCRIPTS = [
    script
    for script in sorted(HERE.rglob("*.js"))
    if "export default" in script.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_widget_settles_so_that_jupyterlab_keeps_it_and_leaves_its_keys(script) -> None:
    assert "settle(" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_widget_has_all_of_its_stem(script) -> None:
    for end in (".py", ".css"):
        assert script.with_suffix(end).is_file()


def test_what_every_widget_is_sent_with_stays_small() -> None:
    shared = (HERE / "shared.js").read_text(encoding="utf-8")
    assert len(shared.splitlines()) <= 200
    assert len(shared.encode()) < 9_000


@pytest.mark.parametrize("script", sorted(HERE.rglob("*.js")), ids=lambda script: script.stem)
def test_a_script_is_short_enough_to_read(script) -> None:
    assert len(script.read_text(encoding="utf-8").splitlines()) <= 200
