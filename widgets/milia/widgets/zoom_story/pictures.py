"""The picture of each view, and the computed surface in every skin tone."""

from functools import cache

from ...anatomy.zoom import STORIES, draw_view, views
from ...content import ContentError
from ...content.errors import did_you_mean
from ...content.models import Zooming, ZoomStep
from .surfaces import USUAL, address


@cache
def pictures(words: Zooming) -> tuple[str, ...]:
    """Draw every view as SVG text, step by step, of both stories each time.

    What is much alike so lies together, which packs well. A surface's own picture lies below it.
    """
    ways = [way.id for way in words.stories]
    steps = zip(*(way.steps for way in words.stories), strict=True)
    return tuple(_draw(way, step) for row in steps for way, step in zip(ways, row, strict=True))


@cache
def standing_alone(words: Zooming) -> tuple[str, ...]:
    """Draw every view as a picture of its own, its surface in the usual tone."""
    return tuple(
        _draw(way.id, step, address(way.id, USUAL)).replace("@-", f"{way.id}-{step.id}-")
        for way in words.stories
        for step in way.steps
    )


def _draw(story: str, step: ZoomStep, below: str = "") -> str:
    if story not in STORIES:
        raise ContentError(
            f"content/zooming.yaml has the story '{story}', which nobody draws. "
            f"{did_you_mean(story, STORIES)}"
        )
    labels = {label.id: label.text for label in step.labels}
    known = [view.name for view in views(story)]
    if step.id not in known:
        raise ContentError(
            f"content/zooming.yaml: story '{story}' has the step '{step.id}', which nobody draws. "
            f"{did_you_mean(step.id, known)}"
        )
    return draw_view(story, step.id, step.name, step.alt, labels, below)
