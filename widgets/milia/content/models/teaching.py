"""Lessons, ideas and the words of figures."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, model_validator

from .base import TEXT, Entry, FigureId, Id, LessonId, Part, Text, twice


class Lesson(Entry):
    """One notebook: its title, and the puzzle it opens with in the patient's words.

    A page is a notebook to look things up in; it is no step of the course.
    """

    noun: ClassVar[str] = "lesson"

    id: LessonId
    kind: Literal["lesson", "page"] = "lesson"
    title: Text
    question: Text
    short_path: bool = False
    claims: tuple[Id, ...] = ()  # all that its words, items, figures and terms rest on

    @model_validator(mode="after")
    def _claims_differ(self) -> "Lesson":
        if again := twice(self.claims):
            raise ValueError(f"The claim '{again}' stands twice. Remove one.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims."""
        return {"claim": self.claims}


class Idea(Entry):
    """What an item is about, in the learner's words, and where it is taught.

    Progress is shown by idea, before and after the answers are known: a name states no fact.
    """

    noun: ClassVar[str] = "idea"

    name: Annotated[str, StringConstraints(pattern=TEXT, max_length=50)]
    lesson: LessonId | None = None
    heading: Text | None = None  # in that lesson's notebook, letter for letter

    @model_validator(mode="after")
    def _lesson_and_heading(self) -> "Idea":
        if bool(self.lesson) != bool(self.heading):
            raise ValueError("Give the 'lesson' and its 'heading', or neither until it is taught.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its lesson."""
        return {"lesson": (self.lesson,) if self.lesson else ()}


class FigurePart(Part):
    """A part of a figure that can be pointed at."""

    id: Id
    of: Literal["milium", "pustule", "skin", "closed-comedone"]
    name: Text
    note: Text
    where: Text | None = None  # where it lies, without its name: for those asked what it is
    claims: tuple[Id, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it stands for the whole bump: then its name is the heading."""
        return self.id == self.of


class FigureWords(Entry):
    """What a figure says: in its place, beneath it, and part by part."""

    noun: ClassVar[str] = "figure"

    id: FigureId
    alt: Text
    unnamed: Text | None = None  # what it shows, with nothing named: for those asked about it
    caption: Text
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]
    parts: tuple[FigurePart, ...] = ()

    @property
    def title(self) -> str:
        """Its name as people write it."""
        return self.id.replace("_", " ").capitalize()

    @model_validator(mode="after")
    def _parts_differ(self) -> "FigureWords":
        if again := twice(part.id for part in self.parts):
            raise ValueError(f"Two parts have the id '{again}'. Rename one.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims and those of its parts."""
        return {"claim": (*self.claims, *(c for part in self.parts for c in part.claims))}
