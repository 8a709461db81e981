"""The words around the clues of "Should I ask someone?"."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field

from .base import Claims, Entry, Id, Part, Review, Text
from .care import PersonId


class Person(Part):
    """Whom it is about, and the sign that this alone says yes to."""

    id: PersonId
    name: Text
    tell: Text | None = None  # on the phone
    sign: Id | None = None


class Said(Part):
    """What stands before an answer, when it is given as a reason."""

    yes: Text
    no: Text
    unsure: Text


class Asking(Entry):
    """What is said before, beside and after the clues, whatever they are."""

    noun: ClassVar[str] = "asking"

    title: Text
    who: Text
    people: Annotated[tuple[Person, ...], Field(min_length=1)]
    lead: Text
    no_diagnosis: Text
    unsure: Text
    private: Text
    emergency: Text
    also: Text  # asks for a second clue
    also_tell: Text
    said: Said
    unsure_tell: Text  # on the phone, before what one is not sure of
    no_tell: Text
    calm_too: Text  # before the other conditions of "fine to wait"
    be_ready: Text  # after the script for calling
    to_fill_in: tuple[Text, ...]  # by pen, on the printed result
    claims: Claims
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims."""
        return {"claim": self.claims}
