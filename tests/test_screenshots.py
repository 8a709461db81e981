"""The figures look as they did: compared with the pictures in tests/screenshots."""

import os
import re
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from milia.anatomy.section.palette import COLOURS

from . import shots
from .conftest import FLAGS, Watched

pytestmark = pytest.mark.browser

LIMIT = 400_000  # bytes, of all pictures that are kept
FADING = {"behind1", "behind2"}  # the skin behind the cut is all but see-through
ONLY_WRITTEN = {
    "ink",
    "ink2",
    "line",
    "on-tissue",
    "halo",
    "edge",
    "on-mark",
}  # of labels and letters


def baseline(figure: str, theme: str) -> bytes:
    """The picture that is kept of a figure."""
    path = shots.kept(figure, theme)
    if not path.exists():
        pytest.fail(f"No {path}: look at the figure, then make it with `{shots.MAKE}`")
    return path.read_bytes()


@pytest.mark.parametrize(("figure", "theme"), list(product(shots.figures(), shots.THEMES)))
def test_a_figure_looks_as_it_did(
    watched: Watched, tmp_path: Path, figure: str, theme: str
) -> None:
    page = watched.open(**shots.options(theme))
    shots.show(page, figure)
    now = shots.take(page)
    (tmp_path / "now.png").write_bytes(now)
    count = shots.differing(page, baseline(figure, theme), now)
    assert count <= shots.PIXELS, (
        f"{figure} looks different in {theme}: compare {tmp_path / 'now.png'} with "
        f"{shots.kept(figure, theme)}. If it should, make them anew with `{shots.MAKE}`"
    )


def test_no_picture_is_kept_of_a_figure_that_is_gone() -> None:
    names = {shots.kept(f, theme).name for f, theme in product(shots.figures(), shots.THEMES)}
    assert {path.name for path in shots.FOLDER.glob("*")} == names


def test_the_pictures_stay_small() -> None:
    assert 0 < sum(path.stat().st_size for path in shots.FOLDER.glob("*")) < LIMIT


def test_a_missing_picture_names_the_command_that_makes_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shots, "FOLDER", tmp_path)
    with pytest.raises(pytest.fail.Exception, match=r"make it with `.*python -m tests\.shots`"):
        baseline("milium", "light")


def shifted(colour: str) -> str:
    """A colour one step greener, or less green where there is no room for more."""
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    red, green, blue = (int(digits[i : i + 2], 16) for i in (0, 2, 4))
    return f"rgb({red},{green + shots.STEP * (1 if green < 128 else -1)},{blue})"


PAINT = "(svg, [name, colour]) => svg.style.setProperty(`--${name}`, colour)"


@pytest.mark.parametrize("theme", shots.THEMES)
def test_any_one_colour_changed_by_a_step_is_seen(watched: Watched, theme: str) -> None:
    page = watched.open(**shots.options(theme))
    drawn = "".join(path.read_text("utf-8") for path in (shots.ROOT / "images").glob("*.svg"))
    used = set(re.findall(r"var\(--([\w-]+)\)", drawn)) - FADING - ONLY_WRITTEN
    assert len(used) > 25
    most = dict.fromkeys(sorted(used), 0)
    for figure in shots.figures():
        shots.show(page, figure)
        before, svg = baseline(figure, theme), page.locator("svg")
        for name in [name for name, count in most.items() if count <= shots.PIXELS]:
            svg.evaluate(PAINT, [name, shifted(COLOURS[name][theme == "dark"])])
            most[name] = max(most[name], shots.differing(page, before, shots.take(page)))
            svg.evaluate(PAINT, [name, ""])
    assert {name: count for name, count in most.items() if count <= shots.PIXELS} == {}


def test_the_same_figure_smoothed_in_another_way_passes(chromium: Browser) -> None:
    """Smaller tiles cut and smooth every line anew: what another build may do at most."""
    tiles = ["--default-tile-width=128", "--default-tile-height=128"]
    path = os.environ.get("CHROMIUM") or None
    browser = chromium.browser_type.launch(executable_path=path, args=FLAGS + tiles)
    page, counts = browser.new_page(**shots.options("light")), {}
    for figure in shots.figures():
        shots.show(page, figure)
        counts[figure] = shots.differing(page, baseline(figure, "light"), shots.take(page))
    browser.close()
    assert max(counts.values()) <= shots.PIXELS, counts
    assert max(counts.values()) > 0, "no line was smoothed anew: this shows nothing"
