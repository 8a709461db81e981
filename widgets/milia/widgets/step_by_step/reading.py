"""A story in words: as nbval compares it, and as HTML where no script runs."""

from base64 import b64encode
from hashlib import sha256
from html import escape

from ...content.models import Story
from .pictures import OWN, pictures


def said(story: Story, step: int) -> str:
    """Say one step as the page says it to the ear."""
    at = story.steps[step - 1]
    return f"Step {step} of {len(story.steps)}. {at.name}. {at.says}"


def in_words(story: Story) -> str:
    """All that is shown and said, and a mark that changes when a picture does."""
    lines = [story.title, story.lead]
    for count, (step, svg) in enumerate(zip(story.steps, pictures(story), strict=True), 1):
        mark = sha256(svg.encode()).hexdigest()[:12]
        lines += [said(story, count), f"  Picture: {step.alt} sha256 {mark}"]
    return "\n".join([*lines, story.caption])


def as_html(story: Story) -> str:
    """The steps as a list, each with its picture."""
    steps = "".join(
        f"<li><strong>{escape(step.name)}.</strong> {escape(step.says)}"
        f'<p><img src="{_as_data(svg)}" alt="{escape(step.alt)}"></p></li>'
        for step, svg in zip(story.steps, pictures(story), strict=True)
    )
    return (
        f"<p><strong>{escape(story.title)}</strong></p><p>{escape(story.lead)}</p>"
        f"<ol>{steps}</ol><p>{escape(story.caption)}</p>"
    )


def _as_data(svg: str) -> str:
    named = svg.replace(f"{OWN}-", "s-")
    return f"data:image/svg+xml;base64,{b64encode(named.encode()).decode()}"
