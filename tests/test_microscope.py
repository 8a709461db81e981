"""The way down to the cell: true sizes, honest bars, and each square all that is seen next."""

import gzip
import json
import math
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import ipywidgets
import pytest
from rcssmin import cssmin
from rjsmin import jsmin
from traitlets import TraitError

from milia import ZoomStory
from milia.anatomy.microscope import draw_milium, draw_pustule, lens, milium, pustule
from milia.anatomy.section import milium as sac_of
from milia.anatomy.section import pocket
from milia.anatomy.section import pustule as pus_of
from milia.anatomy.section.svg import SCALE
from milia.anatomy.skin import Milium, Pustule
from milia.anatomy.skin.lengths import MILIUM_WALL, WHITE_CELL
from milia.anatomy.zoom import STORIES, draw_view, section, views
from milia.content import load
from milia.widgets.base import HERE

from .small_course import SMALL, said_of, write
from .wording import grade, sentences

WORDS = load().zooming["milium-and-pustule"]
STEPS = [(way, step) for way in WORDS.stories for step in way.steps]
NOISE = Path(__file__).parent.parent / "images" / "surfaces" / "noise.py"
PICTURES, SCRIPT, SHEET, SURFACE = 60_000, 3_000, 1_200, 5_600  # bytes, compressed, at most
PIECE = re.compile(r"M([\d. -]+?)((?:q[\d. -]+)+)Z?")
NUMBER = re.compile(r"-?(?:\d+\.\d+|\.\d+|\d+)")


def outlines(d: str, unit: float) -> list[list[tuple[float, float]]]:
    """Every line of a path as points along it, in the unit that so many SVG units make."""
    found = []
    for start, rest in PIECE.findall(d):
        x, y = map(float, NUMBER.findall(start))
        points = []
        for piece in rest.split("q")[1:]:
            cx, cy, ex, ey = map(float, NUMBER.findall(piece))
            for at in range(8):
                t = at / 8
                side, end = 2 * t * (1 - t), t * t
                points.append(
                    ((x + side * cx + end * ex) / unit, (y + side * cy + end * ey) / unit)
                )
            x, y = x + ex, y + ey
        found.append(points)
    return found


def painted(svg: str, name: str) -> str:
    """The path of a class."""
    (d,) = re.findall(rf'<path d="([^"]+)" class="milia-{name}"', svg)
    return d


def area(points: list[tuple[float, float]]) -> float:
    closed = [*points, points[0]]
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(closed))) / 2


def drawn(story: str, step: str) -> str:
    (words,) = [s for way, s in STEPS if (way.id, s.id) == (story, step)]
    labels = {label.id: label.text for label in words.labels}
    return draw_view(story, step, words.name, words.alt, labels)


# -- what the microscope shows ------------------------------------------------------------------


def test_white_cells_are_drawn_at_their_true_size() -> None:
    low, high = 1000 * WHITE_CELL.low, 1000 * WHITE_CELL.high
    assert (low, high) == (12, 14)
    svg = draw_pustule()
    bodies = outlines(painted(svg, "ghost"), lens.UNIT)
    for guests, body in enumerate(re.findall(r'd="([^"]+)" class="milia-body"', svg)):
        if guests:  # the crowd; those before it squeeze through the wall
            bodies += outlines(body, lens.UNIT)
    assert len(bodies) == len(pustule.white_cells()) > 25
    for points in bodies:
        assert low - 0.3 <= 2 * math.sqrt(area(points) / math.pi) <= high + 0.3
        xs, ys = zip(*points, strict=True)
        assert max(max(xs) - min(xs), max(ys) - min(ys)) <= 1.06 * high


def test_white_cells_lie_in_the_pus_side_by_side_with_two_to_five_lobes() -> None:
    cells = pustule.white_cells()
    for cell in cells:
        assert 2 <= cell.lobes <= 5
        assert cell.x - cell.across / 2 > pustule.edge(cell.y)
        for other in cells:
            apart = math.hypot(cell.x - other.x, cell.y - other.y)
            assert cell is other or apart > (cell.across + other.across) / 2
    lobes = outlines(painted(draw_pustule().rpartition('class="milia-body"')[2], "lobe"), lens.UNIT)
    assert len(lobes) == sum(cell.lobes for cell in cells if not cell.spent)
    for x, y in (point for points in lobes for point in points):
        assert any(math.hypot(x - c.x, y - c.y) < 0.5 * c.across for c in cells)


def test_sheets_lie_inside_the_wall_and_never_cross() -> None:
    away = milium.sheets()
    assert away[-1] > milium.inner(50) - 2  # to the top of the field
    per_mm = load().anatomy_numbers["milium-keratin-lamellae"]
    assert per_mm.low <= 1000 * (len(away) - 1) / (away[-1] - away[0]) <= per_mm.high
    for x in range(101):
        depths = [milium.sheet(x, each) for each in away]
        assert depths[0] < milium.inner(x)
        assert all(lower > upper for lower, upper in pairwise(depths))
    xs = [x for line in outlines(painted(draw_milium(), "leaf"), lens.UNIT) for x in line]
    assert all(y < milium.inner(min(100, max(0, x))) + 0.1 for x, y in xs)


def test_the_walls_are_those_of_the_section_row_by_row_with_grains_inside() -> None:
    assert milium.WALL == 1000 * Milium().wall == 1000 * MILIUM_WALL.typical
    assert 1000 * Pustule().wall == pustule.WALL
    for slide in (milium, pustule):
        assert sum(row.thick for row in slide.ROWS) == pytest.approx(slide.WALL)
        assert 3 <= len(slide.ROWS) <= 6  # living layers, as content/anatomy_numbers.yaml has it
    grainy = [bool(row.grains) for row in milium.ROWS]
    assert grainy == [True, True, False, False, False]
    assert not any(row.grains for row in pustule.ROWS)
    bottom = [
        y for points in outlines(painted(draw_milium(), "basal"), lens.UNIT) for _, y in points
    ]
    assert max(bottom) < milium.LOWEST + 0.6


def test_the_same_bytes_are_drawn_again_well_formed_and_alone() -> None:
    first = {(way.id, step.id): drawn(way.id, step.id) for way, step in STEPS}
    for made in (pustule.white_cells, pustule.germs, views, section.stage):
        made.cache_clear()
    for (story, step), svg in first.items():
        assert drawn(story, step) == svg
        root = ElementTree.fromstring(svg)
        assert root.get("role") == "img"
        ids = re.findall(r' id="([^"]+)"', svg)
        assert len(ids) == len(set(ids))
        assert all(name.startswith("@-") for name in ids)
        assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


# -- how wide each view is ----------------------------------------------------------------------


def test_each_bar_is_as_long_as_it_says() -> None:
    to_mm = {"cm": 10, "mm": 1, "µm": 0.001}
    for story in STORIES:
        for view in views(story):
            svg = ElementTree.fromstring(drawn(story, view.name))
            (bar,) = [node for node in svg.iter() if node.get("data-bar")]
            line, said = bar[2].get("d"), bar[1].text
            number, unit = said.split()
            long = float(re.search(r"h([\d.]+)", line)[1])
            assert long == pytest.approx(float(bar.get("data-bar")))
            assert view.field * long / 500 == pytest.approx(float(number) * to_mm[unit], rel=0.002)


def test_the_words_say_how_much_is_seen_and_each_square_is_all_of_the_next_view() -> None:
    for way, story in zip(WORDS.stories, STORIES, strict=True):
        assert way.id == story
        wide = {view.name: view for view in views(story)}
        assert [step.id for step in way.steps] == list(wide)
        for step in way.steps:
            if said := re.search(r"([\d.]+) mm", step.looking):
                assert float(said[1]) == wide[step.id].field
        assert "a tenth of a millimeter" in way.steps[-1].looking
        assert wide["microscope"].field == 0.1
        for view, smaller in pairwise(wide.values()):
            left, top, side = view.next
            assert side * view.field == pytest.approx(smaller.field)
            assert 0 < left < 1 - side
            assert 0 < top < 1 - side
    assert f"MM = {views('milium')[1].field:g}" in NOISE.read_text(encoding="utf-8")


def test_the_lens_looks_where_the_section_has_its_wall() -> None:
    spot = section.stage("milium").spots[0]
    (outline,) = outlines(sac_of.outline(spot.lesion, spot.x, spot.lesion.half), SCALE)
    left, top = section.corner("milium")
    x, y = section.lens("milium")
    lowest = max(y for _, y in outline) - top
    assert x + left == spot.x
    assert (lowest - (y - 0.05)) * 1000 == pytest.approx(milium.LOWEST, abs=4)
    layout = section.stage("pustule")
    spot = layout.spots[0]
    (outline,) = outlines(pocket.outline(spot, pus_of.filled(layout, spot)), SCALE)
    left, top = section.corner("pustule")
    x, y = section.lens("pustule")
    near = min((point for point in outline if point[0] < spot.x), key=lambda p: abs(p[1] - top - y))
    assert (near[0] - left - (x - 0.05)) * 1000 == pytest.approx(pustule.EDGE, abs=6)


# -- the widget ---------------------------------------------------------------------------------


def test_it_stays_small() -> None:
    widget = ZoomStory()

    def packed(text: str) -> int:
        return len(gzip.compress(text.encode(), mtime=0))

    own = HERE / "zoom_story"
    assert packed(jsmin((own / "zoom_story.js").read_text("utf-8"))) < SCRIPT
    assert packed(cssmin((own / "zoom_story.css").read_text("utf-8"))) < SHEET
    assert packed(json.dumps(widget.pictures)) < PICTURES
    assert all("<" in picture for picture in widget.pictures)
    assert [held.number for held in widget.surfaces] == list(range(1, 11))
    for held in widget.surfaces:
        assert set(held.pictures) == set(STORIES)
        assert packed(json.dumps(held.pictures)) < 2 * SURFACE
    assert "innerHTML" not in (own / "zoom_story.js").read_text("utf-8")


def test_the_text_and_the_fallback_tell_every_view() -> None:
    data, _ = ZoomStory()._repr_mimebundle_()
    text, html = data["text/plain"], data["text/html"]
    for _, step in STEPS:
        for words in (step.name, step.looking, step.says, step.alt):
            assert words in text
            assert words in html
        assert len(sentences(step.says)) == 1
    assert html.count("<img") == len(STEPS)
    assert set(re.findall(r"<(\w+)", html)) == {"p", "strong", "ol", "li", "img"}
    assert len(set(re.findall(r"sha256 ([0-9a-f]{12})", text))) == len(STEPS) + len(STORIES)
    told = " ".join(f"{step.looking} {step.says}" for _, step in STEPS)
    assert grade(f"{WORDS.lead} {told}") <= 6


def test_it_goes_where_there_is_something_and_nowhere_else() -> None:
    widget = ZoomStory()
    widget.story, widget.step = "pustule", 4
    assert widget.describe().startswith("A pustule. Step 4 of 4. Under the microscope.")
    with pytest.raises(TraitError, match=r"No story 'pustle'.*Did you mean 'pustule'"):
        widget.story = "pustle"
    with pytest.raises(TraitError, match=r"No step 5\. Choose 1 to 4\."):
        widget.step = 5
    assert isinstance(ipywidgets.VBox([widget]).children[0], ipywidgets.DOMWidget)


def test_stories_with_other_steps_are_refused(tmp_path: Path) -> None:
    def way(name: str, *steps: str) -> str:
        listed = ", ".join(
            f"{{id: {step}, name: N, looking: L, says: S., alt: A, claims: [sealed]}}"
            for step in steps
        )
        return f"{{id: {name}, name: N, steps: [{listed}]}}"

    ways = f"{way('a', 'x', 'y')}, {way('b', 'y', 'x')}"
    entry = (
        f"- {{id: z, title: T, lead: L, choose: C, list: L, stories: [{ways}], caption: C, "
        "caption_claims: [sealed]}\n"
    )
    said = said_of(write(tmp_path, {**SMALL, "zooming.yaml": entry}))
    assert "Story 'b' has other steps than 'a'" in said
