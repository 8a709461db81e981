"""The picture of each step, drawn from its scene."""

from functools import cache

from ...anatomy.section.scenes import SCENES, draw_scene
from ...content import ContentError
from ...content.errors import did_you_mean
from ...content.models import Story

OWN = "@"  # stands before every id; the page puts its own in place of it, for each picture


@cache
def pictures(story: Story) -> tuple[str, ...]:
    """Draw every step of a story as SVG text."""
    return tuple(_draw(story.id, step.id, step.name, step.alt) for step in story.steps)


def _draw(story: str, scene: str, name: str, alt: str) -> str:
    if scene not in SCENES:
        raise ContentError(
            f"content/stories.yaml: story '{story}' has the step '{scene}', which nobody draws. "
            f"{did_you_mean(scene, SCENES)}"
        )
    return draw_scene(SCENES[scene], name, alt, OWN)
