"""The section: the same bytes every time, to scale, honest, and its labels never collide."""

import math
import os
import re
import subprocess
import sys
from functools import cache
from itertools import combinations, pairwise, permutations, product
from pathlib import Path
from xml.etree import ElementTree

import pytest

from milia.anatomy.section import COMPANIONS, COUNTERPARTS, Words, draw
from milia.anatomy.section.annotations import number_parts, place_labels
from milia.anatomy.section.comedone import filled as clogged
from milia.anatomy.section.draw import painted
from milia.anatomy.section.labels import Label, Placed, cross, place, text_width, wrap
from milia.anatomy.section.layout import Layout
from milia.anatomy.section.marks import APART, RADIUS, Mark
from milia.anatomy.section.part import Part
from milia.anatomy.section.pustule import filled
from milia.anatomy.section.svg import SCALE, band, curve, dots, number, ring
from milia.anatomy.section.views import view, views, whole
from milia.anatomy.skin import (
    Comedone,
    Follicle,
    Lesion,
    Milium,
    Pustule,
    Skin,
    Specimen,
    stretched,
)
from milia.content import find

from .conftest import THOROUGH

SVG = "{http://www.w3.org/2000/svg}"


def pseudo(text: str) -> str:
    """A language 40 % longer than English, its extra letters wide and narrow in turn."""
    return " ".join(word + ("emaw" * 3)[: round(0.4 * len(word))] for word in text.split())


FIGURE = find("figure", "milium_and_pustule")
NAMES = {
    part.id: part.name
    for name in ("milium", "closed_comedone", "pustule", "milium_and_pustule")
    for part in find("figure", name).parts
} | {"scalp-hair": "A hair", "paper": "A sheet of paper"}
ENGLISH = Words(FIGURE.title, FIGURE.alt, NAMES, "Not to scale")
LONGER = Words("", "", {k: pseudo(name) for k, name in NAMES.items()}, "Not to scale")
HEADINGS = {"milium", "closed-comedone", "pustule", "skin"}
LONGEST = Words(
    "",
    "",
    {
        k: pseudo(name) if k in HEADINGS else f"{name} and so on, and so on for long"[:40]
        for k, name in NAMES.items()
    },
)
WORDS = pytest.mark.parametrize(
    "words", [ENGLISH, LONGER, LONGEST], ids=["english", "longer", "forty characters"]
)

SMALL: dict[type[Lesion], Lesion] = {  # what fits into the skin near the lashes
    Follicle: Follicle(depth=0.25, gland=0.15, gland_depth=0.2),
    Comedone: Comedone(0.5, depth=0.25, rise=0.1, cover=0.03),
    Milium: Milium(0.5, roof=0.03, rise=0.25),
    Pustule: Pustule(1.0, depth=0.25, rise=0.2),
}
SOME: dict[type[Lesion], list[Lesion]] = {
    Follicle: [Follicle()],
    Comedone: [
        Comedone(),
        Comedone(0.5, depth=0.3, rise=0.05),
        Comedone(1.0, depth=0.5, rise=0.5),
        Comedone(3.0, depth=1.1, rise=0.25),
    ],
    Milium: [Milium(), Milium(0.5, rise=0.1), Milium(1.0, rise=0.5)],
    Pustule: [Pustule(), Pustule(1.0, depth=0.3, rise=0.2), Pustule(5.0, rise=0.8)],
}


def specimens() -> list[Specimen]:
    """Every row of one or two bumps in every site, in many sizes."""
    found = [
        Specimen(
            lesions=(
                Milium(diameter, rise=max(diameter - 1.25, min(rise, diameter / 2))),
                Follicle(),
                Pustule(pustule, rise=pustule_rise),
            )
        )
        for diameter, rise, pustule, pustule_rise in product(
            (0.5, 0.8, 1.0, 1.3, 1.5), (0.1, 0.25, 0.4), (1.0, 2.0, 3.0, 5.0), (0.2, 0.55, 0.8)
        )
    ]
    rows = [(kind,) for kind in SOME] + list(permutations(SOME, 2))
    bumps = [kind for kind in SOME if kind is not Follicle]
    rows += [(a, Follicle, b) for a, b in permutations(bumps, 2)]
    for row in rows:
        found.append(Specimen(Skin.at("eyelid"), tuple(SMALL[kind] for kind in row)))
        for lesions in product(*(SOME[kind] for kind in row)):
            site = ("cheek", "nose")[len(found) % 2]
            found.append(Specimen(Skin.at(site), lesions))
    return found + [stretched(specimen) for specimen in found[::7]]


SPECIMENS = specimens()
TYPICAL = [Specimen(lesions=(kind(),)) for kind in SOME]
PAIRS = [Specimen(lesions=(a(), b())) for a, b in permutations(SOME, 2)] + [
    Specimen(),
    Specimen(lesions=(Comedone(), Follicle(), Pustule())),
]


def has(specimen: Specimen, kind: type[Lesion]) -> bool:
    return any(isinstance(lesion, kind) for lesion in specimen.lesions)


@cache
def drawn(specimen: Specimen) -> tuple[Layout, list[Part]]:
    """The layout and the parts for a specimen."""
    layout = Layout(specimen)
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


@pytest.mark.parametrize("specimen", PAIRS, ids=str)
def test_a_drawing_of_two_stays_small(specimen: Specimen) -> None:
    assert len(draw(ENGLISH, specimen).encode()) <= 62_000


@pytest.mark.parametrize("specimen", TYPICAL, ids=str)
def test_a_drawing_of_one_stays_smaller(specimen: Specimen) -> None:
    assert len(draw(ENGLISH, specimen).encode()) <= 45_000
    bare = draw(ENGLISH, specimen, labels=False, companions=True)
    assert len(bare.encode()) <= 45_000


def test_the_largest_drawing_is_no_larger() -> None:
    def weight(specimen: Specimen) -> int:
        return sum(len(part.paint) for part in drawn(specimen)[1])

    one = max((s for s in SPECIMENS if len(s.lesions) == 1), key=weight)
    two = max((s for s in SPECIMENS if len(s.lesions) > 1), key=weight)
    assert len(draw(LONGER, one).encode()) <= 45_000
    assert len(draw(LONGER, two).encode()) <= 62_000


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


@pytest.mark.parametrize("specimen", [s for s in SPECIMENS if has(s, Milium)][::6], ids=str)
def test_a_milium_is_closed_all_over(specimen: Specimen) -> None:
    layout, _ = drawn(specimen)
    spot = layout.of(Milium)
    milium = spot.lesion
    for step in range(60):
        angle = math.tau * step / 60
        x = spot.x + milium.half * math.cos(angle)
        y = milium.centre + milium.half * math.sin(angle)
        assert y - layout.surface(x) > 0.6 * milium.roof


@pytest.mark.parametrize("specimen", [s for s in SPECIMENS if has(s, Pustule)][::6], ids=str)
def test_pus_stays_under_the_skin(specimen: Specimen) -> None:
    layout, parts = drawn(specimen)
    spot = layout.of(Pustule)
    for half, y in filled(layout, spot):
        for x in (spot.x - 1.04 * half, spot.x + half):
            assert y > layout.surface(x) + spot.lesion.cover / 3
    opening = next(part for part in parts if part.id == "pustule-opening")
    assert opening.anchor[1] > layout.surface(spot.x)


@pytest.mark.parametrize("specimen", [s for s in SPECIMENS if has(s, Comedone)][::6], ids=str)
def test_a_closed_comedone_lies_under_its_cover_and_reaches_the_surface_only_by_its_pore(
    specimen: Specimen,
) -> None:
    layout, parts = drawn(specimen)
    spot = layout.of(Comedone)
    for half, y in clogged(layout, spot):
        for x in (spot.x - 1.06 * half - 0.01, spot.x + half):
            assert y > layout.surface(x) + spot.lesion.cover / 3
    opening = next(part for part in parts if part.id == "closed-comedone-opening")
    assert opening.anchor[1] == pytest.approx(layout.surface(spot.x), abs=0.02)


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


@WORDS
def test_labels_never_touch_cross_or_stick_out(words: Words) -> None:
    assert len(SPECIMENS) > 300
    found = {}
    for specimen in SPECIMENS if THOROUGH else SPECIMENS[::3]:
        layout, parts = drawn(specimen)
        placed = place_labels(layout, parts, words)
        assert len(placed) == sum(part.label != "none" for part in parts)
        found[specimen] = collisions(placed, whole(layout, placed))
    assert {specimen: bad for specimen, bad in found.items() if bad} == {}


def test_marks_never_touch_and_stay_in_view() -> None:
    for specimen in SPECIMENS:
        layout, parts = drawn(specimen)
        for of in views(layout):
            marks = number_parts(layout, parts, ENGLISH, of)
            left, top, width, height = view(layout, of)
            for a, b in combinations(marks, 2):
                assert math.dist(a.at, b.at) >= APART - 1, (specimen, a.part.id, b.part.id)
            for mark in marks:
                assert left + RADIUS < mark.at[0] < left + width - RADIUS
                assert top + RADIUS < mark.at[1] < top + height - RADIUS


def test_marks_are_numbered_in_the_order_of_the_words() -> None:
    layout, parts = drawn(Specimen())
    marks: list[Mark] = number_parts(layout, parts, ENGLISH, "milium")
    assert [(mark.count, mark.part.id) for mark in marks] == [
        (1, "milium-roof"),
        (2, "milium-contents"),
        (3, "milium-wall"),
        (4, "milium-skin"),
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
@WORDS
def test_real_letters_neither_touch_nor_are_cut_off(page, words: Words) -> None:
    small = tuple(SMALL[kind] for kind in (Comedone, Follicle, Milium))
    for specimen in (*TYPICAL, *PAIRS[::5], Specimen(), Specimen(Skin.at("eyelid"), small)):
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
              return boxes.length > 8 ? bad : ["no text"];
            }"""
        )
        assert bad == [], specimen


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


def test_a_counterpart_is_a_part_that_is_drawn_or_none() -> None:
    drawn_ids = {
        kind.kind: {part.id for part in drawn(Specimen(lesions=(kind(),)))[1]} for kind in SOME
    }
    named = set()
    for role, parts in COUNTERPARTS.items():
        assert set(parts) == set(drawn_ids), role
        for kind, name in parts.items():
            assert name is None or name in drawn_ids[kind]
            named.add(name)
    own = {name for kind, ids in drawn_ids.items() for name in ids if name.startswith(kind)}
    assert own == named - {None}


def test_a_milium_has_no_counterpart_of_the_opening_the_tube_or_the_gland() -> None:
    absent = {role for role, parts in COUNTERPARTS.items() if parts["milium"] is None}
    assert absent == {"opening", "hair-tube", "gland"}


def test_single_bumps_stand_in_pieces_of_one_size_and_scale() -> None:
    boxes = set()
    for specimen in TYPICAL:
        text = draw(ENGLISH, specimen, labels=False)
        boxes.add(re.search(r'viewBox="([^"]+)"', text)[1])
        assert f'data-units-per-mm="{SCALE}"' in text
        assert 'class="milia-leader"' not in text
        assert 'class="milia-mark"' not in text
    assert len(boxes) == 1


def test_a_stretched_view_says_that_it_has_no_scale() -> None:
    text = draw(ENGLISH, view="stretched")
    assert "Not to scale" in text
    assert "1 mm<" not in text
    assert "1 mm<" in draw(ENGLISH)
    with pytest.raises(ValueError, match="has to say so"):
        draw(Words("", "", NAMES), view="stretched")
    with pytest.raises(ValueError, match="No view 'wide'"):
        draw(ENGLISH, view="wide")


def test_companions_are_as_thick_as_they_are() -> None:
    text = draw(ENGLISH, labels=False, companions=True)
    for name, length in COMPANIONS.items():
        shape = re.search(rf'<rect[^>]*class="milia-{name}"[^>]*>', text)[0]
        high = float(re.search(r' height="([^"]+)"', shape)[1])
        assert high == pytest.approx(length.typical * SCALE, abs=0.05)
    assert "milia-paper" not in draw(ENGLISH)
