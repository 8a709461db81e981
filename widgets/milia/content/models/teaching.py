"""Lessons, ideas, items and the words of figures."""

import re
from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from ..errors import did_you_mean
from .base import TEXT, Entry, FigureId, Id, LessonId, Part, Text, twice

PLANNED = ("order", "sort", "match", "label", "hotspot", "compare")
CATCH_ALL = re.compile(r"\b(all|none|both|any) of (the|these|them)\b", re.IGNORECASE)


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


class Choice(Part):
    """One thing a learner can choose, and what choosing it teaches."""

    id: Id
    text: Text
    feedback: Text
    reveals: Id | None = None  # the misconception behind a wrong choice


class Item(Entry):
    """A stem with choices; the key says which are right."""

    noun: ClassVar[str] = "item"

    type: Literal["single-choice", "multiple-choice", "predict", "spot-error"]
    lesson: LessonId | None = None
    idea: Id
    pre_test: bool = False  # asked before and after the course; without feedback before
    stem: Text
    by: Text | None = None  # spot-error: who is said to have written the post
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)]
    key: Id | None = None  # single-choice and predict
    keys: tuple[Id, ...] = ()  # multiple-choice; of a spot-error the sentences that are wrong
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]
    decides: tuple[Id, ...] = ()  # those of its claims without which the key is not justified
    parallel: Id | None = None  # the pre-test item that asks for the same idea
    hint: Text | None = None
    reveal: Text | None = None  # what a prediction is met with, whatever it was

    @field_validator("type", mode="before")
    @classmethod
    def _not_planned(cls, value: object) -> object:
        if value in PLANNED:
            raise ValueError(f"type '{value}' is planned, not built. Use single-choice for now.")
        return value

    @model_validator(mode="after")
    def _holds_together(self) -> "Item":
        ids = [choice.id for choice in self.choices]
        for name in ("id", "text", "feedback"):
            if again := twice(getattr(choice, name).casefold() for choice in self.choices):
                raise ValueError(f"Two choices have the {name} '{again}'. Give each its own.")
        if catch := next((c.text for c in self.choices if CATCH_ALL.search(c.text)), None):
            raise ValueError(f"'{catch}' sweeps up the other choices. Name one idea instead.")
        several = self.type in ("multiple-choice", "spot-error")
        if bool(self.keys) != several or bool(self.key) == bool(self.keys):
            raise ValueError("Give one 'key', or for multiple-choice a list of 'keys'.")
        if bool(self.by) != (self.type == "spot-error"):
            raise ValueError("A spot-error says who wrote the post ('by'), and no other type does.")
        if again := twice(self.keys):
            raise ValueError(f"'{again}' stands twice among the keys. Remove one.")
        if stray := next((key for key in self.right if key not in ids), None):
            raise ValueError(f"The key '{stray}' is no choice. {did_you_mean(stray, ids)}")
        if len(self.keys) == len(self.choices):
            raise ValueError("Every choice is a key. Add a wrong one, or take a key away.")
        if stray := next((claim for claim in self.decides if claim not in self.claims), None):
            raise ValueError(f"It decides '{stray}', which is none of its claims. Add it there.")
        if self.pre_test and not self.lesson:
            raise ValueError("A pre-test item needs a 'lesson': the notebook that asks it first.")
        if (self.type == "predict") != bool(self.reveal):
            raise ValueError("A predict item needs a 'reveal', and no other type has one.")
        # In a post the wrong sentences are the key: who leaves one believes it.
        believed = [c for c in self.choices if (c.id in self.right) == (self.type == "spot-error")]
        if guilty := next((c.id for c in self.choices if c.reveals and c not in believed), None):
            raise ValueError(f"'{guilty}' is right, so it reveals no misconception. Remove it.")
        return self

    @property
    def right(self) -> tuple[str, ...]:
        """The ids of all right choices."""
        return self.keys or (self.key,)

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims, its idea, its lesson and the misconceptions it reveals."""
        reveals = [choice.reveals for choice in self.choices if choice.reveals]
        lesson = (self.lesson,) if self.lesson else ()
        return {
            "claim": self.claims,
            "idea": (self.idea,),
            "item": (self.parallel,) if self.parallel else (),
            "lesson": lesson,
            "misconception": reveals,
        }


class FigurePart(Part):
    """A part of a figure that can be pointed at."""

    id: Id
    of: Literal["milium", "pustule", "skin", "closed-comedone"]
    name: Text
    note: Text
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
