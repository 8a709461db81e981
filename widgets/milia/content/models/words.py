"""Terms, wrong ideas, and the rules about wording that are data."""

import re
from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from .base import Audience, Entry, Id, Text


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as wrong:
        raise ValueError(f"'{text}' is no pattern ({wrong}). Look at its brackets.") from None
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]


class Term(Entry):
    """A word a learner may not know, said and explained in twenty words or fewer."""

    noun: ClassVar[str] = "term"

    term: Text
    pronunciation: Text  # a plain respelling for US English
    definition: Text
    also_called: tuple[Text, ...] = ()
    claims: tuple[Id, ...] = ()
    audience: Audience = "learner"

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims."""
        return {"claim": self.claims}


class Misconception(Entry):
    """A wrong idea, why people hold it, and what is true instead."""

    noun: ClassVar[str] = "misconception"

    belief: Text
    why: Text
    correction: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims."""
        return {"claim": self.claims}


class ExemptWord(Entry):
    """A word that counts as one syllable when the reading grade is taken, because it is taught."""

    noun: ClassVar[str] = "exempt-word"

    forms: tuple[Text, ...] = ()  # other forms than the id and its plural
    term: Id | None = None  # the glossary term that explains it
    why: Text | None = None  # or why every reader knows it

    def refers(self) -> dict[str, Iterable[str]]:
        """Return the term that explains it."""
        return {"term": (self.term,) if self.term else ()}


class Contested(Entry):
    """Something sources disagree on, so that it never stands bare in the course."""

    noun: ClassVar[str] = "contested"

    claims: Annotated[tuple[Id, ...], Field(min_length=1)]
    say: Text  # how the course words it
    bare: Pattern  # a text that matches this …
    unless: Pattern | None = None  # … must also match this
    refused: Annotated[tuple[Text, ...], Field(min_length=1)]  # examples that must be caught
    fair: Annotated[tuple[Text, ...], Field(min_length=1)]  # examples that must pass

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims."""
        return {"claim": self.claims}

    def catches(self, text: str) -> bool:
        """Tell whether a text states the contested thing without its hedge."""
        if not re.search(self.bare, text, re.IGNORECASE):
            return False
        return not (self.unless and re.search(self.unless, text, re.IGNORECASE))
