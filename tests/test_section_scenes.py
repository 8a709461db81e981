"""The scenes of the stories: the same bytes each time, small, wordless, and true to their words."""

import os
import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from milia.anatomy.section.layout import SLAB
from milia.anatomy.section.scenes import SCENES, draw_scene, removal
from milia.anatomy.section.scenes.pore import breach, broken
from milia.anatomy.skin import Comedone, Milium, Pustule
from milia.content import load

SVG = "{http://www.w3.org/2000/svg}"
STORIES = load().stories
each_scene = pytest.mark.parametrize("name", SCENES)


@cache
def drawn(name: str, prefix: str = "s") -> str:
    return draw_scene(SCENES[name], "A name", "What it shows", prefix)


def body(name: str) -> str:
    """A scene without its style sheet."""
    return re.sub(r"<style>.*</style>", "", drawn(name))


def test_every_scene_is_told_and_every_step_is_drawn() -> None:
    told = [step.id for story in STORIES.values() for step in story.steps]
    assert sorted(told) == sorted(SCENES)


def test_another_process_with_another_hash_seed_draws_the_same_bytes() -> None:
    code = (
        "import hashlib; from milia.anatomy.section.scenes import SCENES, draw_scene;"
        "all = ''.join(draw_scene(scene, 'a', 'b', 's') for scene in SCENES.values());"
        "print(hashlib.sha256(all.encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(runs) == 1


@each_scene
def test_a_scene_stays_small(name: str) -> None:
    assert len(drawn(name).encode()) <= 45_000


@each_scene
def test_every_id_begins_with_the_prefix_stands_once_and_is_there(name: str) -> None:
    text = drawn(name, "other")
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert all(id_.startswith("other-") for id_ in ids)
    used = {a or b for a, b in re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', text)}
    assert used <= set(ids)


@each_scene
def test_nothing_is_written_measured_or_pointed_at(name: str) -> None:
    root = ElementTree.fromstring(drawn(name))
    assert list(root.iter(f"{SVG}text")) == []
    assert "mm" not in body(name)
    for word in ("scale", "leader", "size", "mark"):
        assert f"milia-{word}" not in body(name)
    assert [node.text for node in root.iter(f"{SVG}title")] == ["A name"]


@each_scene
def test_a_scene_is_one_image_with_a_name_and_a_description(name: str) -> None:
    root = ElementTree.fromstring(drawn(name))
    named = {node.get("id"): node.text for node in root if node.get("id")}
    assert root.get("role") == "img"
    assert [named[id_] for id_ in root.get("aria-labelledby").split()] == [
        "A name",
        "What it shows",
    ]


@pytest.mark.parametrize("story", STORIES.values(), ids=lambda story: story.id)
def test_all_scenes_of_a_story_share_one_frame_and_the_bump_stays_in_its_middle(story) -> None:
    boxes = {ElementTree.fromstring(drawn(step.id)).get("viewBox") for step in story.steps}
    assert len(boxes) == 1
    for step in story.steps:
        for spot in SCENES[step.id]("s").layout.spots:
            assert spot.x == SLAB / 2


@pytest.mark.parametrize("story", STORIES.values(), ids=lambda story: story.id)
def test_neighbouring_scenes_differ(story) -> None:
    assert all(drawn(a.id) != drawn(b.id) for a, b in pairwise(story.steps))


@pytest.mark.parametrize("story", STORIES.values(), ids=lambda story: story.id)
def test_no_story_turns_one_bump_into_the_other(story) -> None:
    kinds = {
        type(lesion)
        for step in story.steps
        for lesion in SCENES[step.id]("s").layout.specimen.lesions
    }
    assert not (Milium in kinds and kinds & {Pustule, Comedone})


def test_the_wall_breaks_well_under_the_surface() -> None:
    scene = broken("s")
    _, y = breach(scene.layout, scene.layout.spots[0])
    assert 0.2 < y < Comedone().depth - 0.2


def test_nothing_ever_lies_on_the_skin_over_a_pore_but_a_dry_flake() -> None:
    for step in STORIES["pore-to-pimple"].steps:
        assert ("milia-crust" in body(step.id)) == (step.id == "dried-up")
        assert ("milia-spill" in body(step.id)) == (step.id == "broken-wall")
        assert ("milia-white-cell" in body(step.id)) == (step.id == "pus")


@pytest.mark.parametrize("step", STORIES["de-roofing"].steps, ids=lambda step: step.id)
def test_a_removal_shows_no_blood_and_no_inflamed_skin(step) -> None:
    text = body(step.id)
    for word in ("inflamed", "glow", "wide", "white-cell", "spill"):
        assert f"milia-{word}" not in text, word


def test_the_gap_lets_the_plug_out_and_is_never_drawn_into_a_closed_roof() -> None:
    gaps = {step.id: "s-gap" in drawn(step.id) for step in STORIES["de-roofing"].steps}
    assert list(gaps.values()) == [False, True, True, True, False]
    assert removal.healed("s").layout.spots == ()
