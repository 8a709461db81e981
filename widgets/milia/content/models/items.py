"""Items: a stem, what can be done with it, and the key."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from ..errors import did_you_mean
from .base import Entry, FigureId, Id, LessonId, Part, Text, twice

CHOOSING = ("single-choice", "multiple-choice", "predict", "spot-error", "hotspot")
PLACING = ("order", "sort", "match", "label", "compare")
CATCH_ALL = re.compile(r"\b(all|none|both|any) of (the|these|them)\b", re.IGNORECASE)


class Choice(Part):
    """One thing to choose or to place, and what that teaches."""

    id: Id
    text: Text
    feedback: Text
    place: Id | None = None  # where it belongs, if it is to be placed
    reveals: Id | None = None  # the misconception behind a wrong choice, or behind a wrong place


class Place(Part):
    """Where things can be placed: a bin to sort into, or the other half of a pair."""

    id: Id
    text: Text


class Case(Part):
    """One of two cases to compare."""

    name: Text
    text: Text


class Item(Entry):
    """A stem with choices; the key says which are right, or each choice says its place."""

    noun: ClassVar[str] = "item"

    type: Literal[CHOOSING + PLACING]
    lesson: LessonId | None = None
    idea: Id
    pre_test: bool = False  # asked before and after the course; without feedback before
    stem: Text
    by: Text | None = None  # spot-error: who is said to have written the post
    figure: FigureId | None = None  # label, hotspot: the picture whose parts the choices name
    cases: tuple[Case, ...] = ()  # compare: the two
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)]  # order: as they belong
    places: tuple[Place, ...] = ()  # sort, match, compare
    rules: tuple[Choice, ...] = ()  # compare: what follows from it all; one is the key
    key: Id | None = None  # single-choice, predict and hotspot; of a compare the right rule
    keys: tuple[Id, ...] = ()  # multiple-choice; of a spot-error the sentences that are wrong
    claims: Annotated[tuple[Id, ...], Field(min_length=1)]
    decides: tuple[Id, ...] = ()  # those of its claims without which the key is not justified
    parallel: Id | None = None  # the pre-test item that asks for the same idea
    hint: Text | None = None
    reveal: Text | None = None  # what a prediction is met with, whatever it was

    @model_validator(mode="after")
    def _holds_together(self) -> "Item":
        for wrong in (*self._words_wrong(), *self._key_wrong(), *self._places_wrong()):
            raise ValueError(wrong)
        if stray := next((claim for claim in self.decides if claim not in self.claims), None):
            raise ValueError(f"It decides '{stray}', which is none of its claims. Add it there.")
        if self.pre_test and not self.lesson:
            raise ValueError("A pre-test item needs a 'lesson': the notebook that asks it first.")
        if (self.type == "predict") != bool(self.reveal):
            raise ValueError("A predict item needs a 'reveal', and no other type has one.")
        if bool(self.by) != (self.type == "spot-error"):
            raise ValueError("A spot-error says who wrote the post ('by'), and no other type does.")
        if bool(self.figure) != (self.type in ("label", "hotspot")):
            raise ValueError("Label and hotspot name their 'figure', and no other type does.")
        return self

    def _words_wrong(self) -> Iterator[str]:
        for name in ("id", "text", "feedback"):
            if again := twice(getattr(choice, name).casefold() for choice in self.all_choices):
                yield f"Two choices have the {name} '{again}'. Give each its own."
        if catch := next((c.text for c in self.all_choices if CATCH_ALL.search(c.text)), None):
            yield f"'{catch}' sweeps up the other choices. Name one idea instead."

    def _key_wrong(self) -> Iterator[str]:
        several = self.type in ("multiple-choice", "spot-error")
        one = self.type in (*CHOOSING, "compare") and not several
        if bool(self.keys) != several or bool(self.key) != one:
            yield (
                "Give one 'key', or for multiple-choice a list of 'keys'. "
                "What is to be placed has none."
            )
        if again := twice(self.keys):
            yield f"'{again}' stands twice among the keys. Remove one."
        ids = [choice.id for choice in self.rules or self.choices]
        keys = self.keys or ((self.key,) if self.key else ())
        if stray := next((key for key in keys if key not in ids), None):
            yield f"The key '{stray}' is no choice. {did_you_mean(stray, ids)}"
        if len(self.keys) == len(self.choices):
            yield "Every choice is a key. Add a wrong one, or take a key away."
        if self.type in CHOOSING:
            # In a post the wrong sentences are the key: who leaves one believes it.
            is_post = self.type == "spot-error"
            believed = [c for c in self.choices if (c.id in self.right) == is_post]
            if guilty := next(
                (c.id for c in self.choices if c.reveals and c not in believed), None
            ):
                yield f"'{guilty}' is right, so it reveals no misconception. Remove it."

    def _places_wrong(self) -> Iterator[str]:
        given = self.type in ("sort", "match", "compare")
        if bool(self.places) != given or any(bool(c.place) != given for c in self.choices):
            yield "Sort, match and compare list 'places', and each choice its own; no other does."
        ids = [place.id for place in self.places]
        for name in ("id", "text"):
            if again := twice(getattr(place, name).casefold() for place in self.places):
                yield f"Two places have the {name} '{again}'. Give each its own."
        if given and (stray := next((c.place for c in self.choices if c.place not in ids), None)):
            yield f"'{stray}' is none of its places. {did_you_mean(stray, ids)}"
        if self.type == "compare" and (ids[:2] != ["same", "different"] or len(ids) > 3):
            yield "A compare places in 'same', in 'different', and in one more place at most."
        if self.type == "match" and (again := twice(c.place for c in self.choices)):
            yield f"Two choices match '{again}'. Give each a match of its own."
        if self.type == "compare" and self.id in [choice.id for choice in self.choices]:
            yield "A choice has the id of the item, which stands for the rule. Rename it."
        if (self.type == "compare") != (len(self.cases) == 2 and len(self.rules) > 1):
            yield "Compare has two 'cases' and two 'rules' or more, and no other type has any."

    @property
    def all_choices(self) -> tuple[Choice, ...]:
        """All that is chosen or placed, the rules of a comparison included."""
        return self.choices + self.rules

    @property
    def right(self) -> tuple[str, ...]:
        """The ids of all right choices; none where they are placed instead."""
        return self.keys or ((self.key,) if self.key else ())

    def place_of(self, choice: Choice) -> str:
        """Return where a choice belongs, as "2" for the second of an order."""
        if self.type == "order":
            return str(self.choices.index(choice) + 1)
        return choice.place or choice.id  # a label belongs to the part it is named after

    def place_text(self, choice: Choice) -> str:
        """Return where a choice belongs, in words."""
        place = self.place_of(choice)
        return next((each.text for each in self.places if each.id == place), place)

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims, its idea, its lesson, its figure and the misconceptions it reveals."""
        return {
            "claim": self.claims,
            "idea": (self.idea,),
            "item": (self.parallel,) if self.parallel else (),
            "lesson": (self.lesson,) if self.lesson else (),
            "figure": (self.figure,) if self.figure else (),
            "misconception": [c.reveals for c in self.all_choices if c.reveals],
        }
