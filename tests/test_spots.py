"""The drawing that is asked about: nothing in it is named, and each spot stands by its part."""

import math
import re
from itertools import combinations

import pytest

from milia.anatomy.section import spotted
from milia.anatomy.skin import Milium, Specimen
from milia.content import ContentError, find, load
from milia.content.models import Item
from milia.widgets.quiz import pictured

ASKED = [item for item in load().items.values() if item.figure]
each = pytest.mark.parametrize("item", ASKED, ids=lambda item: item.id)
MILIUM = Specimen(lesions=(Milium(),))


def box(svg: str) -> list[float]:
    return [float(part) for part in re.search(r'viewBox="([^"]*)"', svg)[1].split()]


@each
def test_spots_stand_so_far_apart_that_a_finger_finds_each_on_the_smallest_phone(
    item: Item,
) -> None:
    drawing = pictured.drawn(item)
    _, _, width, height = box(drawing.svg)
    phone = 250 / width  # px for one unit
    at = [(x * width * phone / 100, y * height * phone / 100) for x, y in drawing.at.values()]
    assert min(math.dist(a, b) for a, b in combinations(at, 2)) >= 44
    for x, y in at:
        assert 22 <= x <= 250 - 22
        assert 22 <= y <= height * phone - 22


@each
def test_a_line_leads_from_each_spot_to_its_part(item: Item) -> None:
    drawing = pictured.drawn(item)
    left, top, width, height = box(drawing.svg)
    lines = re.findall(
        r'd="M([-\d.]+) ([-\d.]+)L([-\d.]+) ([-\d.]+)" class="milia-stalk"', drawing.svg
    )
    assert len(lines) == len(item.choices)
    for (x, y, tip_x, tip_y), (across, down) in zip(lines, drawing.at.values(), strict=True):
        assert float(x) == pytest.approx(left + across * width / 100, abs=0.06 * width / 100 + 0.1)
        assert float(y) == pytest.approx(top + down * height / 100, abs=0.06 * height / 100 + 0.1)
        assert left < float(tip_x) < left + width
        assert top < float(tip_y) < top + height


@each
def test_nothing_in_the_drawing_names_a_part(item: Item) -> None:
    svg = pictured.drawn(item).svg
    assert "<text" not in svg
    assert "<title" not in svg
    assert "data-part" not in svg
    for choice in item.choices:
        assert not re.search(rf'id="[^"]*-{choice.id}"', svg)
    assert re.findall(r"<text[^>]*>([^<]*)", pictured.drawn(item).marked) == [
        spot["name"].split()[-1] for spot in pictured.spots(item)
    ]


@each
def test_the_words_for_the_picture_do_not_give_the_names_away(item: Item) -> None:
    told = pictured.picture(item)["alt"].casefold()
    for spot, choice in zip(pictured.spots(item), item.choices, strict=True):
        assert spot["where"]
        if item.type == "label":
            names = re.findall(r"[a-z]{5,}", choice.text.casefold())
            assert [name for name in names if name in f"{told} {spot['where']}"] == []


@each
def test_what_stands_in_for_the_picture_tells_where_every_spot_is(item: Item) -> None:
    text, html = pictured.picture(item), pictured.spots(item)
    assert len({spot["where"] for spot in html}) == len(item.choices)
    assert text["alt"].startswith(find("figure", item.figure).unnamed)


def test_a_part_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="No part 'milium-tail' in this drawing"):
        spotted(MILIUM, ["milium-roof", "milium-tail"], "12", "x")


def test_an_item_that_asks_for_it_is_named() -> None:
    item = next(item for item in ASKED if item.type == "hotspot")
    choice = item.choices[0].model_copy(update={"id": "milium-tail"})
    with pytest.raises(ContentError, match=f"Item '{item.id}': No part 'milium-tail'"):
        pictured.drawn(item.model_copy(update={"choices": (choice, *item.choices[1:])}))


def test_a_figure_without_words_for_it_cannot_be_asked_about() -> None:
    item = next(item for item in ASKED if item.type == "label")
    choice = item.choices[0].model_copy(update={"id": "milium"})
    with pytest.raises(ContentError, match="has no part 'milium' that says 'where' it lies"):
        pictured.spots(item.model_copy(update={"choices": (choice,)}))


def test_the_same_picture_is_drawn_every_time() -> None:
    first, second = (spotted(MILIUM, ["milium-roof", "milium-wall"], "12", "x") for _ in range(2))
    assert first == second
