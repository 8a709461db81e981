"""Put together a milium: what Python draws, says and refuses."""

import gzip
import json
import re
from base64 import b64decode
from itertools import combinations
from xml.etree import ElementTree

import ipywidgets
import pytest

from milia import BuildAMilium
from milia.anatomy.section import Words, draw
from milia.anatomy.section.kit import OWN, PIECES, draw_slice
from milia.anatomy.skin import Milium, Specimen
from milia.content import ContentError, load
from milia.widgets.base import HERE

from .mounted import state_of
from .small_course import SMALL, said_of, write
from .wording import grade

BUILDING = load().building["milium"]
RIGHT = [part.id for part in BUILDING.belonging]
WRONG = [part for part in BUILDING.parts if not part.belongs]
MOST = 45_000  # bytes, compressed: the widget with all it draws


def paths(svg: str, prefix: str) -> list[str]:
    """Every path of a picture, under one prefix."""
    return re.findall(r' d="([^"]+)"', svg.replace(f"{prefix}-", "x-"))


def shown(layer: str) -> str:
    """A layer of the slice."""
    svg = ElementTree.fromstring(draw_slice(tuple(RIGHT)))
    (found,) = [node for node in svg.iter() if node.get("data-layer") == layer]
    return ElementTree.tostring(found, encoding="unicode")


def test_wall_keratin_and_roof_belong_and_what_a_pustule_has_does_not() -> None:
    assert RIGHT == ["wall", "keratin", "roof"]
    assert [p.id for p in WRONG] == ["opening", "pus", "hair", "germs", "inflamed"]


def test_the_finished_slice_is_the_milium_of_the_course_path_for_path() -> None:
    names = dict.fromkeys((part.id for part in load().figures["milium"].parts), "A part")
    names |= {"milium": "A milium"}
    course = draw(Words("A", "B", names), Specimen(lesions=(Milium(),)), OWN, labels=False)
    scene = course.partition(f'id="{OWN}-scene"')[2].partition(f'id="{OWN}-sizes"')[0]
    built = [d for layer in ("roof", "wall", "keratin") for d in paths(shown(layer), OWN)]
    assert sorted(built) == sorted(paths(scene, OWN))
    image = b64decode(re.search(r'base64,([^"]+)', BuildAMilium().fallback())[1]).decode()
    assert all(d in paths(image, "b") for d in paths(scene, OWN))


def test_nothing_wrong_is_ever_drawn_inside_the_slice() -> None:
    svg = ElementTree.fromstring(draw_slice(tuple(RIGHT)))
    layers = [node.get("data-layer") for node in svg.iter() if node.get("data-layer")]
    missing, marks = ([f"{kind}-{name}" for name in RIGHT] for kind in ("missing", "mark"))
    assert layers == ["flat", "roof", "wall", "empty", "keratin", *missing, *marks, "beside"]
    told = "".join(map(shown, layers))
    for word in ("pus", "white-cell", "glow", "inflamed", "wide", "hair", "gland", "germ", "canal"):
        assert f"milia-{word}" not in told, word


def test_every_part_is_drawn_and_every_id_is_there_once() -> None:
    widget = BuildAMilium()
    assert set(PIECES) == {part["id"] for part in widget.parts}
    everything = widget.slice + "".join(part["picture"] for part in widget.parts)
    made = re.findall(r' id="([^"]+)"', everything)
    used = {a or b for a, b in re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', everything)}
    assert len(made) == len(set(made))
    assert all(name.startswith(f"{OWN}-") for name in made)
    assert used <= set(made)


def test_each_state_says_what_is_there_and_what_is_missing() -> None:
    widget = BuildAMilium()
    some = [c for size in range(4) for c in combinations(RIGHT, size)]
    assert set(widget.states) == {" ".join(chosen) for chosen in some}
    for chosen in some:
        said = widget.states[" ".join(chosen)]
        assert widget.describe(reversed(chosen)) == said
        if 0 < len(chosen) < 3:
            on, off = said.split("Still missing")
            for part in BUILDING.belonging:
                assert part.listed in (on if part.id in chosen else off)


def test_the_end_says_what_it_lacks_and_why_squeezing_does_not_empty_it() -> None:
    for words in ("no opening and no pus", "squeezing does not empty it", "solid", "no hole"):
        assert words in BUILDING.done
    assert {"squeeze-no-exit", "squeeze-solid-plug"} <= set(BUILDING.done_claims)


def test_nothing_is_told_of_making_or_opening_one_on_a_person() -> None:
    told = " ".join(BuildAMilium().text().split())
    banned = r"needle|pins?|blade|tweezers|extract|drain|pop|press (it|on)|your (milium|bump|skin)"
    assert not re.search(rf"\b({banned})\b", told, re.I)
    assert "deeper" not in told


def test_a_part_that_does_not_belong_is_refused_with_its_reason() -> None:
    widget = BuildAMilium()
    widget.placed = ["roof", "wall"]
    assert widget.placed == ["wall", "roof"]
    for part in WRONG:
        with pytest.raises(ContentError, match=re.escape(part.reason)):
            widget.placed = [part.id]
    with pytest.raises(ContentError, match=r"No part 'kerratin'.*Did you mean 'keratin'"):
        widget.describe(["kerratin"])
    assert widget.placed == ["wall", "roof"]


def test_the_text_and_the_fallback_name_every_part_with_its_reason() -> None:
    data, _ = BuildAMilium()._repr_mimebundle_()
    text, html = data["text/plain"], data["text/html"]
    for part in BUILDING.parts:
        assert part.reason in text
        assert f"<strong>{part.name}.</strong> {part.reason}" in html
    assert set(re.findall(r"<(\w+)", html)) == {"p", "strong", "img", "ol", "ul", "li"}
    assert html.index("<ol>") < html.index(BUILDING.belonging[0].reason) < html.index("<ul>")
    assert re.search(r"sha256 [0-9a-f]{12}", text)
    assert text == BuildAMilium().text()


def test_it_reads_at_grade_six_or_lower_in_short_sentences() -> None:
    parts = " ".join(part.reason for part in BUILDING.parts)
    assert grade(f"{BUILDING.lead} {BUILDING.blank} {parts} {BUILDING.done}") <= 6


def test_the_whole_widget_stays_small() -> None:
    widget = BuildAMilium()
    sent = widget._esm + widget._css + json.dumps(state_of(widget))
    assert len(gzip.compress(sent.encode(), mtime=0)) <= MOST


def test_it_stands_in_a_box_and_writes_no_markup_by_hand() -> None:
    assert isinstance(ipywidgets.VBox([BuildAMilium()]).children[0], ipywidgets.DOMWidget)
    script = (HERE / "build_a_milium/build_a_milium.js").read_text("utf-8")
    assert "innerHTML" not in script


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        (("a", "a"), "Two parts have the id 'a'. Rename one."),
        (("a", "b"), "Some parts belong and some come back. Set 'belongs' on some."),
    ],
)
def test_a_tray_that_teaches_nothing_is_refused(tmp_path, parts, problem) -> None:
    tray = ", ".join(
        f"{{id: {name}, name: N{at}, word: W, reason: R., claims: [sealed]}}"
        for at, name in enumerate(parts)
    )
    built = (
        f"- {{id: x, title: T, lead: L, blank: B, parts: [{tray}], belong: B, come_back: C, "
        "done: D, done_alt: A, done_claims: [sealed], caption: C, caption_claims: [sealed]}\n"
    )
    assert problem in said_of(write(tmp_path, {**SMALL, "building.yaml": built}))
