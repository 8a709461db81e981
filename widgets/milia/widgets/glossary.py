"""Every word the course explains to learners, on one page."""

from html import escape

from ..content import load
from ..content.models import Term as TermWords
from .base import CoursePassage


def also(words: TermWords) -> str:
    """Name the other words for the same thing, as a sentence; nothing where there are none."""
    return f"Also called: {', '.join(words.also_called)}." if words.also_called else ""


def line(words: TermWords) -> str:
    """Say a term in plain words: how it sounds, what it means, what else it is called."""
    return f"{words.term} ({words.pronunciation}): {words.definition} {also(words)}".rstrip()


class Glossary(CoursePassage):
    """List all terms for learners, in order, each with its respelling and definition."""

    def __init__(self) -> None:
        """Take the learners' terms; those for teachers stay out."""
        terms = load().glossary.values()
        self.terms = sorted(
            (words for words in terms if words.audience == "learner"),
            key=lambda words: words.term.casefold(),
        )

    def text(self) -> str:
        """Name every term with all that is said of it."""
        lines = [f"Glossary: {len(self.terms)} words", *map(line, self.terms)]
        return "\n  ".join(lines)

    def html(self) -> str:
        """A list of terms, each of which an address can point to: #term-keratin."""
        return f"<dl>{''.join(map(_entry, self.terms))}</dl>"


def _entry(words: TermWords) -> str:
    rest = f"<dd>{escape(also(words))}</dd>" if words.also_called else ""
    return (
        f'<div><dt id="term-{words.id}"><strong>{escape(words.term)}</strong>'
        f" <small>{escape(words.pronunciation)}</small></dt>"
        f"<dd>{escape(words.definition)}</dd>{rest}</div>"
    )
