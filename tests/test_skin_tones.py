"""Ten skin tones: what is computed of them, what drawings wear, and what is said."""

import gzip
import re
from pathlib import Path

import pytest

from milia import SkinTones
from milia.anatomy.section.palette import LINES, NEIGHBOURS
from milia.anatomy.section.tints import EXPOSURE, tints
from milia.content import find, load
from milia.widgets.skin_tones import computed
from milia.widgets.skin_tones.pictures import mark

from .small_course import SMALL, said_of, write
from .tags import Tags
from .test_section_themes import PLAIN, PRINT, contrast, parted, rgb, worst
from .toned import toned
from .wording import grade

WORDS = find("skin-tones", "skin-tones")
ROOT = Path(__file__).resolve().parents[1]
MOST = 320_000  # bytes for a learner who looks at every picture in every tone


@pytest.fixture(scope="module")
def widget() -> SkinTones:
    return SkinTones()


# -- what is computed --------------------------------------------------------------------------


def test_the_colors_the_tints_and_the_bars_are_as_the_optics_say() -> None:
    for path, text in computed.written().items():
        anew = "python -m milia.widgets.skin_tones.computed"
        assert path.read_text("utf-8") == text, f"{path.name} is old. Write it anew: {anew}"


def test_swatches_are_as_bright_as_the_pictures() -> None:
    light = (ROOT / "images/surfaces/light.py").read_text("utf-8")
    assert f"\nEXPOSURE = {EXPOSURE} " in light


@pytest.mark.parametrize("number", range(1, 11))
def test_every_line_of_a_drawing_stands_out_in_every_tone(number: int) -> None:
    tint = tints()[number - 1]
    for at, theme in enumerate((*PLAIN.values(), PRINT)):
        worn = theme | {name: pair[at % 2] for name, pair in tint.items()}
        for shade in (worn["behind1"], worn["behind2"]):  # a line parts the one, color the other
            alone = worn | {"behind1": shade, "behind2": shade}
            assert all(parted(a, b, alone) >= 3 for a, b in NEIGHBOURS if a != "paper"), at
        assert parted("paper", "horn", worn) >= 3, at  # the surface behind fades into the paper
        assert worst("outline", "epidermis", worn) >= 3, at
        edge = [
            0.7 * a + 0.3 * b for a, b in zip(rgb(worn["edge"]), rgb(worn["behind2"]), strict=True)
        ]
        assert contrast(tuple(edge), rgb(worn["line"])) >= 3, at  # a leader over the surface
        for line, under in LINES:
            if under != "inflamed":
                assert worst(line, under, worn) >= 3, (at, line, under)


def test_each_tone_makes_the_surface_of_a_drawing_darker() -> None:
    for theme in (0, 1):
        seen = [sum(rgb(tint["behind2"][theme])) for tint in tints()]
        assert seen == sorted(set(seen), reverse=True)


# -- what a page carries -----------------------------------------------------------------------


def test_a_tone_is_fetched_alone_and_all_ten_are_not_too_much() -> None:
    page = toned()
    files = {n: c for n, c in page.files.items() if n.startswith("tone-picture-state-")}
    assert len(files) == 10
    sizes = [len(gzip.compress(content, mtime=0)) for content in files.values()]
    assert max(sizes) < 30_000
    assert sum(sizes) <= MOST
    assert "data:image/jpeg" not in page.html.decode()


def test_each_tone_has_its_pictures_and_its_name(widget: SkinTones) -> None:
    assert [one.number for one in widget.pictures] == list(range(1, 11))
    for one in widget.pictures:
        assert list(one.pictures) == [state.id for state in WORDS.states]
        assert mark("milium", one.number) in one.text()
    names = [tone["name"] for tone in widget.tones]
    assert names[0] == "Skin tone 1, lightest"
    assert names[4] == "Skin tone 5"
    assert names[9] == "Skin tone 10, darkest"


def test_the_text_and_the_fallback_have_every_state_and_every_number(widget: SkinTones) -> None:
    text, html = widget.text(), widget.fallback()
    for state in WORDS.states:
        assert f"{state.name}. {state.says}" in text
        assert f"<strong>{state.name}.</strong> {state.says}" in html
        for number in range(1, 11):
            assert mark(state.id, number) in text
    for tone in widget.tones:
        told = (tone["mild"], tone["strong"])
        assert f"<td>{told[0]}</td><td>{told[1]}</td>" in html
        assert f"Mild {told[0]}, Strong {told[1]}" in text
    images = [attrs for tag, attrs in Tags(html).found if tag == "img"]
    assert len(images) == 6
    assert all({"alt", "width", "height"} <= set(attrs) for attrs in images)
    assert "script" not in html
    assert text == SkinTones().text()


# -- what is said ------------------------------------------------------------------------------


def test_it_says_ten_skin_tones_and_names_no_people_and_never_invisible(widget: SkinTones) -> None:
    told = f"{widget.text()} {widget._esm}"
    assert "Ten skin tones" in told
    assert "Computed picture. Not a photo." in told
    banned = r"invisible|monk|fitzpatrick|caucasian|asian|african|european|ethnic|normal skin"
    assert not re.search(banned, told, re.IGNORECASE)
    assert {"brown", "purple", "darker", "warmth", "soreness"} <= set(
        re.findall(r"\w+", WORDS.redness_says)
    )
    assert not re.search(r"\d", WORDS.redness_says)  # color differences are for teachers
    for state in WORDS.states:
        assert grade(state.says) <= 6
    assert grade(f"{WORDS.lead} {WORDS.note} {WORDS.redness_says} {WORDS.redness_limit}") <= 6


def test_no_tone_is_shown_before_the_others(widget: SkinTones) -> None:
    assert widget.words["middle"] in (5, 6)
    assert "In tone" in widget._esm
    assert f"tone {widget.words['middle']}," in WORDS.none


def test_two_states_of_one_id_are_refused(tmp_path: Path) -> None:
    words = load().skin_tones["skin-tones"].model_dump(exclude={"states", "ask_reviewer"})
    fields = [
        f"{name}: {value}" if isinstance(value, int) else f"{name}: 'x'"
        for name, value in words.items()
        if name not in ("id", "claims", "reviewed")
    ]
    state = "{id: a, name: A, says: S, claims: [sealed]}"
    entry = f"- {{id: x, {', '.join(fields)}, states: [{state}, {state}], claims: [sealed]}}\n"
    said = said_of(write(tmp_path, {**SMALL, "skin_tones.yaml": entry}))
    assert "Two states have the id 'a'. Rename one." in said
