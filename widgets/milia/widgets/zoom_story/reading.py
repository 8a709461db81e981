"""The way down in words: as nbval compares it, and as HTML where no script runs."""

from base64 import b64encode
from hashlib import sha256
from html import escape

from ...content.models import Zooming, ZoomWay
from .pictures import pictures, standing_alone
from .surfaces import every_address


def said(way: ZoomWay, step: int) -> str:
    """Say one step as the page says it to the ear."""
    at = way.steps[step - 1]
    return f"{way.name}. Step {step} of {len(way.steps)}. {at.name}. {at.looking} {at.says}"


def in_words(words: Zooming) -> str:
    """All that is shown and said, and a mark that changes when a picture does."""
    lines = [words.title, words.lead]
    for place, way in enumerate(words.stories):
        drawn = pictures(words)[place :: len(words.stories)]
        for count, step in enumerate(way.steps, 1):
            named = (
                f" It names: {', '.join(label.text for label in step.labels)}."
                if step.labels
                else ""
            )
            lines.append(said(way, count))
            lines.append(f"  Picture: {step.alt}{named} sha256 {_mark(drawn[count - 1])}")
        lines.append(f"  Surface in ten skin tones: sha256 {_mark(every_address(way.id))}")
    return "\n".join([*lines, words.caption])


def as_html(words: Zooming) -> str:
    """Both stories as lists of their steps, each with its picture."""
    drawn, parts = iter(standing_alone(words)), []
    for way in words.stories:
        steps = "".join(
            f"<li><strong>{escape(step.name)}.</strong> {escape(step.looking)} {escape(step.says)}"
            f'<p><img src="{_as_data(next(drawn))}" alt="{escape(step.alt)}" width="300"></p></li>'
            for step in way.steps
        )
        parts.append(f"<p><strong>{escape(way.name)}</strong></p><ol>{steps}</ol>")
    return (
        f"<p><strong>{escape(words.title)}</strong></p>{''.join(parts)}"
        f"<p>{escape(words.caption)}</p>"
    )


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def _as_data(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
