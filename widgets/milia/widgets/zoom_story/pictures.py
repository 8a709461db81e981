"""The picture of each view, and the computed surface in every skin tone."""

from base64 import b64encode
from functools import cache
from pathlib import Path

from ...anatomy.optics import tones
from ...anatomy.zoom import STORIES, draw_view, views
from ...content import ContentError
from ...content.errors import did_you_mean
from ...content.models import Zooming, ZoomStep

PACKAGE = Path(__file__).parents[2]
USUAL = 6  # the tone of the pictures, until a learner chooses one


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
        _draw(way.id, step, surface(way.id, USUAL)).replace("@-", f"{way.id}-{step.id}-")
        for way in words.stories
        for step in way.steps
    )


@cache
def surface(story: str, tone: int) -> str:
    """The computed surface of a bump in this tone, as an address that holds it."""
    installed = PACKAGE / "images"
    folder = installed if installed.is_dir() else PACKAGE.parent.parent / "images"
    content = (folder / "surfaces" / f"{story}-{tone:02}.jpg").read_bytes()
    return f"data:image/jpeg;base64,{b64encode(content).decode()}"


def surfaces(story: str) -> list[str]:
    """The computed surface in every tone, from the lightest, each as an element of a page."""
    return [f'<img src="{surface(story, tone.number)}">' for tone in tones()]


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
