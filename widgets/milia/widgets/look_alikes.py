"""The bumps that can be taken for a milium, by the place where they are found."""

from collections.abc import Iterable
from html import escape

from ..content import find, load
from ..content.models import LookAlike, Sooner
from .base import CoursePassage


def facts(other: LookAlike) -> list[tuple[str, str]]:
    """What is said of a look-alike, line by line, each with its label: the clue first."""
    sooner = urgent(other.sooner)
    return [
        ("The clue", other.clue),
        ("Where", other.where),
        ("Not like a milium", other.difference),
        ("What to do", other.what_to_do),
        *sooner,
        ("If not" if sooner else "How soon", find("band", other.band).name),
    ]


def urgent(cases: Iterable[Sooner]) -> list[tuple[str, str]]:
    """Gather the cases that cannot wait that long under the name of their band."""
    when: dict[str, list[str]] = {}
    for case in cases:
        when.setdefault(case.band, []).append(case.when)
    return [(find("band", band).name, "; or ".join(told)) for band, told in when.items()]


class LookAlikes(CoursePassage):
    """List every look-alike a learner may read of: clue, difference, what to do and how soon."""

    def __init__(self) -> None:
        """Gather the look-alikes by place; those for teachers stay out."""
        self.places: dict[str, list[LookAlike]] = {}
        for other in load().look_alikes.values():
            for place in other.places if other.audience == "learner" else ():
                self.places.setdefault(place, []).append(other)

    def text(self) -> str:
        """Name each place, each look-alike there, and all that is said of it."""
        lines = ["Bumps that can look like a milium"]
        for place, others in self.places.items():
            lines.append(f"  {place}")
            for other in others:
                said = (f"{label}: {_stop(words)}" for label, words in facts(other))
                lines.append(f"    {other.name}. {' '.join(said)}")
        return "\n".join(lines)

    def html(self) -> str:
        """A list for each place, folded away under its name."""
        return "".join(
            f"<details><summary>{escape(place)} ({len(others)})</summary>"
            f"<dl>{''.join(map(_entry, others))}</dl></details>"
            for place, others in self.places.items()
        )


def _entry(other: LookAlike) -> str:
    labels = {label for label, _ in urgent(other.sooner)}  # the page marks what is strong
    lines = "".join(
        f"<dd><{tag}>{escape(label)}:</{tag}> {escape(_stop(words))}</dd>"
        for label, words in facts(other)
        for tag in ("strong" if label in labels else "b",)
    )
    return f"<div><dt><strong>{escape(other.name)}</strong></dt>{lines}</div>"


def _stop(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
