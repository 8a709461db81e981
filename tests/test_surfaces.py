"""The computed surfaces: six states in ten tones, small, up to date, and what they should show."""

import struct
import sys
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from itertools import pairwise, product
from pathlib import Path
from types import ModuleType

import pytest

from milia.anatomy.optics import ciede2000, lab, tones
from milia.anatomy.optics.colour import TO_SRGB, WHITE

ROOM = Path(__file__).parent.parent / "images" / "surfaces"
STATES = ("calm", "milium", "closed-comedone", "pustule", "brown-mark", "pink-mark")
BUMPS = STATES[1:4]
NUMBERS = range(1, 11)
LIMIT = 5_000  # bytes
DRAW_AGAIN = "Draw them again and look at them: python images/surfaces/draw.py"


@pytest.fixture
def stale(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The script that tells whether the surfaces are up to date, imported as it runs."""
    monkeypatch.syspath_prepend(ROOM)
    yield import_module("stale")
    for script in ROOM.glob("*.py"):
        sys.modules.pop(script.stem, None)


def recorded() -> dict[str, str]:
    rows = (ROOM / "drawn.txt").read_text(encoding="utf-8").splitlines()
    return {name: mark for mark, name in (row.split("  ") for row in rows)}


# --- the files


def test_there_is_a_picture_of_every_state_in_every_tone_and_no_other() -> None:
    names = {f"{state}-{number:02}.jpg" for state, number in product(STATES, NUMBERS)}
    assert {path.name for path in ROOM.iterdir() if path.suffix not in (".py", "")} == {
        *names, "README.md", "drawn.txt",
    }  # fmt: skip
    assert set(recorded()) == {*names, "sources"}


def test_a_picture_is_a_small_plain_jpeg_and_as_it_was_drawn() -> None:
    marks = recorded()
    for path in ROOM.glob("*.jpg"):
        content = path.read_bytes()
        assert len(content) <= LIMIT, path.name
        assert content.startswith(b"\xff\xd8\xff"), path.name
        assert content.endswith(b"\xff\xd9"), path.name
        frame = content.index(b"\xff\xc0")  # baseline: what every reader knows
        assert struct.unpack(">HH", content[frame + 5 : frame + 9]) == (256, 256)
        assert sha256(content).hexdigest() == marks[path.name], DRAW_AGAIN


def test_the_pictures_are_of_the_scripts_and_the_anatomy_as_they_are_now(
    stale: ModuleType,
) -> None:
    assert stale.made_from() == recorded()["sources"], DRAW_AGAIN


def test_another_color_or_shape_in_the_anatomy_is_noticed(
    stale: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, lift, reflectance = stale.made_from(), stale.lift, stale.reflectance
    monkeypatch.setattr(stale, "lift", lambda *at: 1.01 * lift(*at))
    assert stale.made_from() != before
    monkeypatch.setattr(stale, "lift", lift)
    monkeypatch.setattr(stale, "reflectance", lambda *at: [0.95 * r for r in reflectance(*at)])
    assert stale.made_from() != before


def test_every_script_is_told_of_and_nothing_unmeasured_passes_as_known() -> None:
    told = (ROOM / "README.md").read_text(encoding="utf-8")
    for script in ROOM.glob("*.py"):
        assert f"`{script.name}`" in told
        assert "Monk" not in script.read_text(encoding="utf-8")
    assert "computed\npicture" in told
    assert (ROOM / "bumps.py").read_text(encoding="utf-8").count("ASSUMPTION") >= 6


@pytest.mark.parametrize(("state", "number"), [("milium", 10), ("pustule", 3)])
def test_a_picture_is_what_its_script_draws(stale: ModuleType, state: str, number: int) -> None:
    pytest.importorskip("numpy", reason="what draws the surfaces is not installed: .[draw]")
    draw = import_module("draw")
    (found,) = (each for each in draw.STATES if each.name == state)
    committed = (ROOM / stale.name(state, number)).read_bytes()
    assert draw.draw(found, number) == committed, DRAW_AGAIN


# --- what they show

# The mean light of the red, green and blue of all pixels whose distance from the middle (mm) lies
# in one of the zones.
MEANS = """async ([pictures, zones]) => Promise.all(pictures.map(async (jpg) => {
  const blob = await (await fetch(`data:image/jpeg;base64,${jpg}`)).blob();
  const image = await createImageBitmap(blob), size = image.width;
  const context = new OffscreenCanvas(size, size).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, size, size);
  const light = (v) => v <= 10.31 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4;
  return zones.map(([from, to]) => {
    const sum = [0, 0, 0];
    let count = 0;
    for (let i = 0; i < size * size; i++) {
      const x = i % size - size / 2 + 0.5, y = Math.floor(i / size) - size / 2 + 0.5;
      const away = Math.hypot(x, y) * 6 / size;
      if (away < from || away >= to) continue;
      for (let c = 0; c < 3; c++) sum[c] += light(data[4 * i + c]);
      count++;
    }
    return sum.map((value) => value / count);
  });
}))"""
ZONES = {"top": (0, 0.35), "beside": (0.85, 1.3), "around": (2.4, 9)}


def to_lab(light: list[float]) -> tuple[float, float, float]:
    """L*, a* and b* of red, green and blue light, by Cramer's rule."""

    def of(m: list) -> float:
        (a, b, c), (d, e, f), (g, h, i) = m
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)

    whole = of(TO_SRGB)
    parts = (
        of([[*row[:at], value, *row[at + 1 :]] for row, value in zip(TO_SRGB, light, strict=True)])
        for at in range(3)
    )
    x, y, z = (part / whole for part in parts)
    return lab((x, y, z))


@pytest.mark.browser
def test_the_pictures_show_what_they_should_in_every_tone(page) -> None:
    assert to_lab([1, 1, 1]) == pytest.approx(lab(WHITE), abs=0.1)
    names = list(product(STATES, NUMBERS))
    pictures = [
        b64encode((ROOM / f"{s}-{n:02}.jpg").read_bytes()).decode("ascii") for s, n in names
    ]
    read = page.evaluate(MEANS, [pictures, list(ZONES.values())])
    seen = {
        name: dict(zip(ZONES, map(to_lab, zones), strict=True))
        for name, zones in zip(names, read, strict=True)
    }

    # Ten tones, evenly apart; every state lies in the same skin.
    light = [seen["calm", number]["around"][0] for number in NUMBERS]
    assert all(4 < a - b < 8 for a, b in pairwise(light)), light
    for state, number in names:
        same = ciede2000(seen["calm", number]["around"], seen[state, number]["around"])
        assert same < 1.5, (state, number)

    redder, apart = [], {state: [] for state in STATES}
    for number in NUMBERS:
        at = {state: seen[state, number] for state in STATES}
        for state in STATES:
            apart[state].append(ciede2000(at[state]["top"], at[state]["around"]))
        milium, pus = at["milium"]["top"], at["pustule"]["top"]
        assert milium[0] > 70, "a milium is pale in every skin, never amber"
        assert milium[2] < 32
        assert pus[0] > 60
        assert pus[2] > milium[2], "pus is yellower"
        skin, beside = at["pustule"]["around"], at["pustule"]["beside"]
        assert beside[0] < skin[0] - 4, "inflamed skin is darker in every tone"
        redder.append(ciede2000(skin, beside))
        calm_beside = ciede2000(at["milium"]["around"], at["milium"]["beside"])
        assert calm_beside < 0.5 * redder[-1], "the skin beside a milium is calm"
        assert at["brown-mark"]["top"][0] < at["brown-mark"]["around"][0] - 5
        assert at["pink-mark"]["top"][0] < at["pink-mark"]["around"][0]
    assert min(apart["milium"]) > 10  # each bump can be seen in each tone
    assert min(apart["pustule"]) > 10
    assert min(apart["closed-comedone"]) > 2
    assert max(apart["closed-comedone"]) < 0.6 * min(apart["milium"])  # much the color of the skin
    assert redder[0] > 2 * redder[-1] > 6  # redness shows less in dark skin, but it shows
    pink, brown = apart["pink-mark"], apart["brown-mark"]
    assert pink[0] > 0.8 * brown[0]
    assert brown[-1] > 2 * pink[-1]  # in dark skin the mark that shows is the brown one
    assert len(tones()) == len(NUMBERS)
