"""The section: the same bytes every time, to scale, honest, and its labels never collide."""

import math
import os
import re
import subprocess
import sys
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path
from xml.etree import ElementTree

import pytest

from milia.anatomy.section import Words, draw
from milia.anatomy.section.annotations import number_parts, place_labels
from milia.anatomy.section.draw import painted
from milia.anatomy.section.labels import Label, Placed, cross, place, text_width, wrap
from milia.anatomy.section.layout import Layout
from milia.anatomy.section.marks import APART, RADIUS, Mark
from milia.anatomy.section.part import Part
from milia.anatomy.section.pustule import COVER, pocket
from milia.anatomy.section.svg import SCALE, band, curve, dots, number, ring
from milia.anatomy.section.views import OF, view, whole
from milia.anatomy.skin import Milium, Pustule, Specimen
from milia.content import find

SVG = "{http://www.w3.org/2000/svg}"


def pseudo(text: str) -> str:
    """A language 40 % longer than English, its extra letters wide and narrow in turn."""
    return " ".join(word + ("emaw" * 3)[: round(0.4 * len(word))] for word in text.split())


FIGURE = find("figure", "milium_and_pustule")
ENGLISH = Words(FIGURE.title, FIGURE.alt, {part.id: part.name for part in FIGURE.parts})
LONGER = Words(FIGURE.title, FIGURE.alt, {k: pseudo(name) for k, name in ENGLISH.names.items()})

SIZES = list(product((0.5, 0.8, 1.0, 1.3, 1.5), (0.1, 0.25, 0.4), (1, 2, 3, 5), (0.2, 0.55, 0.8)))


@cache
def drawn(*sizes: float) -> tuple[Layout, list[Part]]:
    """The layout and the parts for a milium and a pustule of these sizes (mm)."""
    diameter, rise, pustule, pustule_rise = sizes
    milium = Milium(diameter, rise=max(diameter - 1.25, min(rise, diameter / 2)))
    layout = Layout(Specimen(milium=milium, pustule=Pustule(pustule, rise=pustule_rise)))
    return layout, painted(layout)


@pytest.fixture(scope="module")
def root() -> ElementTree.Element:
    return ElementTree.fromstring(draw(ENGLISH))


def test_another_process_with_another_hash_seed_draws_the_same_bytes() -> None:
    code = (
        "import hashlib; from milia.anatomy.section import Words, draw;"
        "from collections import defaultdict;"
        "words = Words('title', 'desc', defaultdict(lambda: 'a part'));"
        "print(hashlib.sha256(draw(words).encode()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert len(set(runs)) == 1


def test_a_drawing_of_both_bumps_stays_small() -> None:
    assert len(draw(ENGLISH).encode()) <= 62_000


def test_every_id_begins_with_the_prefix_and_stands_once() -> None:
    text = draw(ENGLISH, prefix="other")
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("other-") for name in ids)
    used = re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', text)
    assert used
    assert {a or b for a, b in used} <= set(ids)


def test_no_rule_reaches_beyond_the_picture(root: ElementTree.Element) -> None:
    css = root.find(f"{SVG}style").text
    css = re.sub(r"@(media|supports)[^{]*\{((?:[^{}]*\{[^{}]*\})*)\}", r"\2", css)
    selectors = [s for rule in re.findall(r"([^{}]+)\{[^{}]*\}", css) for s in rule.split(",")]
    assert len(selectors) > 50
    assert [s for s in selectors if not re.match(r"\.milia-section\b", s)] == []


def test_every_class_has_a_name_of_ours(root: ElementTree.Element) -> None:
    classes = {name for node in root.iter() for name in node.get("class", "").split()}
    assert {name for name in classes if not name.startswith("milia-")} == {"part"}


def test_every_part_has_a_title_and_none_takes_the_focus(root: ElementTree.Element) -> None:
    parts = [node for node in root.iter(f"{SVG}g") if node.get("class") == "part"]
    assert {node.get("data-part") for node in parts} == {
        part.id for part in FIGURE.parts if not part.is_whole
    }
    for node in parts:
        assert node.find(f"{SVG}title").text == ENGLISH.names[node.get("data-part")]
    assert not any("tabindex" in node.attrib for node in root.iter())


def test_the_picture_is_one_image_with_a_name_and_a_description(root: ElementTree.Element) -> None:
    assert root.get("role") == "img"
    named = {node.get("id"): node.text for node in root if node.get("id")}
    assert [named[name] for name in root.get("aria-labelledby").split()] == [
        FIGURE.title,
        FIGURE.alt,
    ]


def test_words_are_escaped() -> None:
    awkward = Words('<b>"&', "<i>", dict.fromkeys(ENGLISH.names, "a < b & c"))
    assert ElementTree.fromstring(draw(awkward)).find(f"{SVG}desc").text == "<i>"


def test_the_sizes_are_written_to_scale(root: ElementTree.Element) -> None:
    lines = [n.get("d") for n in root.iter() if "milia-size-line" in n.get("class", "")]
    assert [float(d.split("h")[1]) for d in lines if "h" in d] == [1.5 * SCALE, 3 * SCALE]


@pytest.mark.parametrize("sizes", SIZES[::5])
def test_a_milium_is_closed_all_over(sizes: tuple[float, ...]) -> None:
    layout, _ = drawn(*sizes)
    milium = layout.specimen.milium
    for step in range(60):
        angle = math.tau * step / 60
        x = layout.milium_x + milium.radius * math.cos(angle)
        y = milium.centre + milium.radius * math.sin(angle)
        assert y - layout.surface(x) > 0.6 * milium.roof


@pytest.mark.parametrize("sizes", SIZES[::5])
def test_pus_stays_under_the_skin(sizes: tuple[float, ...]) -> None:
    layout, parts = drawn(*sizes)
    for half, y in pocket(layout):
        for x in (layout.pustule_x - 1.04 * half, layout.pustule_x + half):
            assert y > layout.surface(x) + COVER / 3
    plug = next(part for part in parts if part.id == "plug")
    assert plug.anchor[1] > layout.surface(layout.pustule_x)


def overlap(a: Placed, b: Placed) -> bool:
    (left, top, right, bottom), (left2, top2, right2, bottom2) = a.box, b.box
    return left < right2 and left2 < right and top < bottom2 and top2 < bottom


def collisions(labels: list[Placed], box: tuple[float, float, float, float]) -> list[str]:
    """Whatever touches, crosses or sticks out, by name."""
    left, top, width, height = box
    found = []
    for a, b in combinations(labels, 2):
        if overlap(a, b):
            found.append(f"{a.label.part} touches {b.label.part}")
        if cross(a.leader, b.leader):
            found.append(f"{a.label.part} crosses {b.label.part}")
    for label in labels:
        x1, y1, x2, y2 = label.box
        if x1 < left or y1 < top or x2 > left + width or y2 > top + height:
            found.append(f"{label.label.part} sticks out")
    return found


@pytest.mark.parametrize("words", [ENGLISH, LONGER], ids=["english", "longer"])
def test_labels_never_touch_cross_or_stick_out(words: Words) -> None:
    found = {}
    for sizes in SIZES:
        layout, parts = drawn(*sizes)
        found[sizes] = collisions(place_labels(layout, parts, words), whole(layout))
    assert {sizes: bad for sizes, bad in found.items() if bad} == {}


def test_marks_never_touch_and_stay_in_view() -> None:
    for sizes in SIZES:
        layout, parts = drawn(*sizes)
        for of in OF:
            marks = number_parts(layout, parts, ENGLISH, of)
            left, top, width, height = view(layout, of)
            for a, b in combinations(marks, 2):
                assert math.dist(a.at, b.at) >= APART - 1, (sizes, a.part.id, b.part.id)
            for mark in marks:
                assert left + RADIUS < mark.at[0] < left + width - RADIUS
                assert top + RADIUS < mark.at[1] < top + height - RADIUS


def test_marks_are_numbered_in_the_order_of_the_words() -> None:
    layout, parts = drawn(1.5, 0.4, 3, 0.55)
    marks: list[Mark] = number_parts(layout, parts, ENGLISH, "milium")
    assert [(mark.count, mark.part.id) for mark in marks] == [
        (1, "roof"),
        (2, "keratin"),
        (3, "wall"),
        (4, "calm"),
    ]


def test_a_label_with_room_stands_level_with_what_it_names() -> None:
    labels = [Label("a", ("one",), (0, 100)), Label("b", ("two",), (0, 300))]
    assert [p.top + p.label.height / 2 for p in place(labels, "left", -50, 0, 500)] == [100, 300]


def test_labels_that_want_one_place_share_the_shift() -> None:
    labels = [Label(name, (name,), (0, 200)) for name in "abc"]
    tops = [p.top + p.label.height / 2 for p in place(labels, "left", -50, 0, 500)]
    assert sum(tops) / 3 == 200
    assert len({b - a for a, b in pairwise(tops)}) == 1


def test_labels_at_the_edge_are_pushed_inside() -> None:
    labels = [Label(name, (name,), (0, 490)) for name in "abc"]
    placed = place(labels, "right", 50, 0, 500)
    assert placed[-1].box[3] <= 500
    assert not any(overlap(a, b) for a, b in combinations(placed, 2))


def test_crossing_lines_are_untangled() -> None:
    far, near = Label("far", ("far",), (300, 99)), Label("near", ("near",), (5, 100))
    placed = place([far, near], "left", -50, 150, 500)
    assert [label.label.part for label in placed] == ["near", "far"]
    assert not cross(placed[0].leader, placed[1].leader)


def test_text_is_broken_evenly_and_loses_no_word() -> None:
    lines = wrap("Dead outer coat (stratum corneum)", 300)
    assert lines == ("Dead outer coat", "(stratum corneum)")
    assert max(map(text_width, lines)) <= 300


def test_the_pencil_writes_short_exact_numbers() -> None:
    assert [number(v) for v in (1.0, -0.04, 2.25, -3.5)] == ["1", "0", "2.2", "-3.5"]
    assert curve([(0, 0), (1, 0), (2, 0)]) == "M0 0q140 0 280 0"
    assert ring([(0, 0), (1, 0), (1, 1)]).endswith("Z")
    assert band([(0, 0), (1, 0), (2, 0)], [(0, 1), (1, 1), (2, 1)]).count("M") == 1
    assert dots([(1, 1)]) == "M140 140h0"


@pytest.mark.browser
@pytest.mark.parametrize("words", [ENGLISH, LONGER], ids=["english", "longer"])
def test_real_letters_neither_touch_nor_are_cut_off(page, words: Words) -> None:
    for sizes in ((1.5, 0.4, 3, 0.55), (0.5, 0.25, 1, 0.2), (1.0, 0.25, 5, 0.8)):
        diameter, rise, pustule, pustule_rise = sizes
        specimen = Specimen(
            milium=Milium(diameter, rise=rise), pustule=Pustule(pustule, rise=pustule_rise)
        )
        page.set_content(draw(words, specimen))
        bad = page.evaluate(
            """() => {
              const root = document.querySelector("svg"), view = root.viewBox.baseVal;
              const texts = [...root.querySelectorAll("#mp-labels text, #mp-sizes text")];
              const boxes = texts.map((text) => text.getBBox()), bad = [];
              boxes.forEach((a, i) => {
                const out = a.x < view.x || a.x + a.width > view.x + view.width;
                if (out || a.y < view.y) bad.push(`${texts[i].textContent} is cut off`);
                boxes.slice(0, i).forEach((b, j) => {
                  // A line box is taller than its letters: 6 units of empty height may touch.
                  if (a.x < b.x + b.width && b.x < a.x + a.width &&
                      a.y < b.y + b.height - 6 && b.y < a.y + a.height - 6)
                    bad.push(`${texts[i].textContent} touches ${texts[j].textContent}`);
                });
              });
              return boxes.length > 15 ? bad : ["no text"];
            }"""
        )
        assert bad == [], sizes


@pytest.mark.browser
def test_the_file_by_itself_follows_the_theme_and_prints_light(page, tmp_path: Path) -> None:
    file = tmp_path / "section.svg"
    file.write_text(draw(ENGLISH), encoding="utf-8")
    page.emulate_media(color_scheme="dark")
    page.goto(file.as_uri())
    ink = "getComputedStyle(document.querySelector('.milia-head')).fill"
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(f"[{ink}, {paper}]") == ["rgb(246, 239, 244)", "rgb(23, 19, 28)"]
    page.emulate_media(media="print")
    assert page.evaluate(f"[{ink}, {paper}]") == ["rgb(42, 31, 45)", "rgb(251, 248, 244)"]
