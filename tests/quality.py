"""How each lesson reads: python -m tests.quality, or `make quality`.

Per lesson: words, minutes, the reading grade and the sentences that push it up, passive
sentences, terms nobody has explained yet, claims and items. Exit 1 if a lesson misses a gate.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from milia.content import load
from milia.content.models import Lesson
from milia.pages.lesson_time import SPARE, calls, minutes, prose_cells, tags, words

from .wording import grade, sentences

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
MOST_WORDS = {True: 400, False: 800}  # on the short path, and off it
MOST_MINUTES = 30  # of the short path in all
HIGHEST_GRADE = 6
LONGEST_SENTENCE = 18
MOST_PASSIVE = 0.15  # of a lesson's sentences; some say a thing best: "the milium is sealed"
FEWEST_CHECKS = 3
IRREGULAR = (
    "born|broken|built|caught|chosen|cut|done|drawn|felt|found|given|held|hurt|kept|known|left|let"
    "|made|meant|met|put|read|said|seen|sent|set|shown|sold|stuck|taken|taught|told|worn|written"
)
EVERYDAY = {"pus"}  # in the glossary for its detail; nobody needs it explained to read on
STATES = "closed|sealed|called|packed|covered|inflamed|clogged|swollen|stuck|raised|puzzled"
PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|been|being|be|gets?|got)\s+(?:\w+ly\s+|not\s+|often\s+|still\s+)*"
    rf"(?!(?:{STATES})\b)(?:\w{{2,}}ed|{IRREGULAR})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reading:
    """What is found in one lesson, and what of it misses a gate."""

    lesson: Lesson
    words: int
    minutes: float
    grade: float
    hardest: tuple[str, ...]
    longest: tuple[str, ...]  # sentences over the limit
    passive: tuple[str, ...]
    sentences: int
    unexplained: tuple[str, ...]
    checks: int
    items: int

    def missed(self) -> Iterator[str]:
        """Yield each gate that the lesson misses, in words."""
        if self.words > MOST_WORDS[self.lesson.short_path]:
            yield f"{self.words} words: at most {MOST_WORDS[self.lesson.short_path]}"
        if self.grade > HIGHEST_GRADE:
            yield f"grade {self.grade:.1f}: at most {HIGHEST_GRADE}"
        for sentence in self.longest:
            yield f"more than {LONGEST_SENTENCE} words: {sentence}"
        if len(self.passive) > MOST_PASSIVE * self.sentences:
            yield f"{len(self.passive)} of {self.sentences} sentences are passive"
        for term in self.unexplained:
            yield f"'{term}' is used before it is explained"
        if self.checks < FEWEST_CHECKS:
            yield f"{self.checks} checks: at least {FEWEST_CHECKS}"


def prose(notebook: nbformat.NotebookNode) -> str:
    """Return the running text; headings, tables and lists of links are read, not graded."""
    text = "\n".join(cell.source for cell in prose_cells(notebook))
    text = re.sub(r"^(#|\|).*$|^\d+\. \[.*$|^\d+\. |[*>_]|\]\([^)]*\)|\[", "", text, flags=re.M)
    return " ".join(text.split())


def read(lesson: Lesson) -> Reading:
    """Read one lesson as its notebook stands."""
    notebook = nbformat.read(NOTEBOOKS / f"{lesson.id}.ipynb", as_version=4)
    text = prose(notebook)
    said = sentences(text)
    asked = [call for call in calls(notebook) if call.name == "Quiz"]
    core = [call for call in asked if SPARE not in tags(call.cell)]
    return Reading(
        lesson=lesson,
        words=sum(len(words(cell.source)) for cell in prose_cells(notebook)),
        minutes=minutes(notebook, short=lesson.short_path),
        grade=grade(text),
        hardest=tuple(sorted(said, key=grade, reverse=True)[:3]),
        longest=tuple(s for s in said if len(s.split()) > LONGEST_SENTENCE),
        passive=tuple(s for s in said if PASSIVE.search(s)),
        sentences=len(said),
        unexplained=tuple(unexplained(lesson, text)),
        checks=sum(len(call.values) for call in core),
        items=sum(len(call.values) for call in asked),
    )


def unexplained(lesson: Lesson, text: str) -> Iterator[str]:
    """Yield each term of the glossary that no lesson on the learner's way has explained by then."""
    known = EVERYDAY | explained(lesson)
    within = " ".join(known)  # who knows the closed comedone knows the comedone
    for term in load().glossary.values():
        if term.audience == "teacher" or term.term.casefold() in within:
            continue
        if re.search(rf"\b{re.escape(term.term)}s?\b", text, re.IGNORECASE):
            yield term.term


def explained(lesson: Lesson) -> set[str]:
    """The words explained in a lesson and before it, on the short path by its lessons alone.

    A word is explained by its term, or in the text where it stands in bold.
    """
    found: set[str] = set()
    for other in load().lessons.values():
        if other.kind != "lesson" or (lesson.short_path and not other.short_path):
            continue
        notebook = nbformat.read(NOTEBOOKS / f"{other.id}.ipynb", as_version=4)
        for call in calls(notebook):
            for term in call.values if call.name == "Term" else ():
                found.add(load().find("term", term).term.casefold())
        source = "\n".join(cell.source for cell in prose_cells(notebook))
        found.update(word.casefold() for word in re.findall(r"\*\*([\w -]+)\*\*", source))
        if other is lesson:
            break
    return found


def report(readings: list[Reading]) -> Iterator[str]:
    """Yield the lines of the report."""
    for one in readings:
        path = ", short path" if one.lesson.short_path else ""
        yield f"\n{one.lesson.id} ({one.lesson.title}{path})"
        yield (
            f"  {one.words} words, {one.minutes:.1f} minutes, grade {one.grade:.1f},"
            f" {len(one.lesson.claims)} claims, {one.items} items ({one.checks} in any case)"
        )
        yield f"  {len(one.passive)} of {one.sentences} sentences are passive"
        yield from (f"    passive: {sentence}" for sentence in one.passive)
        yield from (f"    hardest: {sentence}" for sentence in one.hardest)
        yield from (f"  GATE: {miss}" for miss in one.missed())
    short = sum(one.minutes for one in readings if one.lesson.short_path)
    yield f"\nThe short path takes {short:.1f} minutes (at most {MOST_MINUTES})."


def main() -> int:
    """Print the report, and say by the exit code whether every gate is met."""
    lessons = [lesson for lesson in load().lessons.values() if lesson.kind == "lesson"]
    readings = [read(lesson) for lesson in lessons]
    print("\n".join(report(readings)))
    short = sum(one.minutes for one in readings if one.lesson.short_path)
    return int(short > MOST_MINUTES or any(miss for one in readings for miss in one.missed()))


if __name__ == "__main__":
    sys.exit(main())
