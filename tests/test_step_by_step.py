"""Step by step: what Python draws, says and refuses."""

import re
from base64 import b64decode
from types import MappingProxyType
from xml.etree import ElementTree

import ipywidgets
import pytest
from traitlets import TraitError

from milia import StepByStep
from milia.content import ContentError, load
from milia.content.models import Story
from milia.widgets.base import HERE
from milia.widgets.step_by_step.pictures import pictures

from .small_course import SMALL, said_of, write
from .wording import grade

STORIES = load().stories
each_story = pytest.mark.parametrize("story", STORIES.values(), ids=lambda story: story.id)
TOOLS = re.compile(
    r"\b(needles?|pins?|blades?|lancets?|tweezers|loop|press|angle|deep|millimet\w+|mm)\b", re.I
)


@each_story
def test_it_starts_at_the_first_step_and_names_them_all(story: Story) -> None:
    widget = StepByStep(story.id)
    assert widget.step == 1
    assert widget.steps == [step.name for step in story.steps]
    assert len(widget.pictures) == len(widget.says) == len(story.steps)


@each_story
def test_a_step_is_described_as_the_page_says_it(story: Story) -> None:
    widget = StepByStep(story.id)
    widget.step = 2
    at = story.steps[1]
    assert widget.describe() == f"Step 2 of {len(story.steps)}. {at.name}. {at.says}"
    assert widget.describe(1).startswith("Step 1 of ")
    assert widget.step == 2


@pytest.mark.parametrize("step", [0, -1, 6])
def test_a_step_that_is_not_there_is_refused_and_nothing_moves(step: int) -> None:
    widget = StepByStep("de-roofing")
    with pytest.raises(TraitError):
        widget.step = step
    with pytest.raises(TraitError, match=r"No step .* in 'de-roofing'. Choose 1 to 5."):
        widget.describe(step)
    assert widget.step == 1


def test_a_story_that_is_not_there_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(ContentError, match=r"No story 'deroofing'.*Did you mean 'de-roofing'"):
        StepByStep("deroofing")


def test_a_step_nobody_draws_is_named_with_the_nearest_scene() -> None:
    story = STORIES["de-roofing"]
    steps = (story.steps[0].model_copy(update={"id": "sealed-millium"}), *story.steps[1:])
    with pytest.raises(ContentError, match=r"'sealed-millium', which nobody draws. Did you mean"):
        pictures(story.model_copy(update={"steps": steps}))


@each_story
def test_the_text_names_all_that_nbval_must_compare(story: Story) -> None:
    text = StepByStep(story.id).text()
    for words in (story.title, story.lead, story.caption):
        assert words in text
    for step in story.steps:
        assert all(words in text for words in (step.name, step.says, step.alt))
    assert len(set(re.findall(r"sha256 [0-9a-f]{12}", text))) == len(story.steps)


@each_story
def test_the_fallback_is_a_list_of_pictures_with_their_words(story: Story) -> None:
    data, _ = StepByStep(story.id)._repr_mimebundle_()
    html = data["text/html"]
    assert data["text/plain"] == StepByStep(story.id).text()
    assert set(re.findall(r"<(\w+)", html)) == {"p", "strong", "ol", "li", "img"}
    images = re.findall(r'base64,([^"]+)" alt="([^"]+)"', html)
    assert [alt for _, alt in images] == [step.alt for step in story.steps]
    for image, _ in images:
        svg = b64decode(image).decode()
        assert "@-" not in svg
        assert ElementTree.fromstring(svg).get("role") == "img"


def test_it_stands_in_a_box_like_any_widget() -> None:
    assert isinstance(ipywidgets.VBox([StepByStep("de-roofing")]).children[0], ipywidgets.DOMWidget)


@each_story
def test_a_story_reads_at_grade_six_or_lower(story: Story) -> None:
    told = " ".join(f"{step.says} {step.alt}" for step in story.steps)
    assert grade(f"{story.lead} {told} {story.caption}") <= 6


def test_a_removal_says_who_does_it_and_never_how() -> None:
    story = STORIES["de-roofing"]
    told = " ".join(f"{step.name} {step.says} {step.alt}" for step in story.steps)
    assert TOOLS.findall(f"{story.title} {story.lead} {told}") == []
    assert "A trained person, with clean tools used on one person only" in story.steps[1].says
    assert "Do not try" in story.lead
    assert not re.search(r"\b(you|your)\b", " ".join(s.says for s in story.steps[:3]), re.I)


def test_many_pustules_come_about_like_this_and_not_all() -> None:
    story = STORIES["pore-to-pimple"]
    assert story.lead == "Many pustules come about like this, not all."
    assert not re.search(r"\bmili(um|a)\b", story.model_dump_json(exclude={"ask_reviewer"}), re.I)


def test_a_story_may_not_have_two_steps_of_one_picture(tmp_path) -> None:
    step = "{id: a, name: A, says: B, alt: C, claims: [sealed]}"
    story = (
        f"- {{id: x, title: T, lead: L, lead_claims: [sealed], steps: [{step}, {step}], "
        "caption: C, caption_claims: [sealed]}\n"
    )

    said = said_of(write(tmp_path, {**SMALL, "stories.yaml": story}))
    assert "story 'x': Two steps have the id 'a'. Rename one." in said


def test_the_words_cannot_be_changed() -> None:
    assert isinstance(STORIES, MappingProxyType)
    assert "innerHTML" not in (HERE / "step_by_step/step_by_step.js").read_text("utf-8")
