"""Stories told in steps, and cards of questions."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .base import Entry, Id, Part, Review, Text, twice
from .care import Claims


class Step(Part):
    """One step of a story; its id names its picture."""

    id: Id
    name: Text
    says: Text
    alt: Text
    claims: Claims


class Story(Entry):
    """Something that comes about step by step."""

    noun: ClassVar[str] = "story"

    title: Text
    lead: Text
    lead_claims: Claims
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]
    caption: Text  # below the pictures: how they came about
    caption_claims: Claims
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _steps_differ(self) -> "Story":
        for name in ("id", "name"):
            if again := twice(getattr(step, name) for step in self.steps):
                raise ValueError(f"Two steps have the {name} '{again}'. Rename one.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims and those of its steps, each once."""
        steps = (claim for step in self.steps for claim in step.claims)
        return {"claim": tuple(dict.fromkeys((*self.lead_claims, *steps, *self.caption_claims)))}


class Question(Part):
    """A question to ask, and why."""

    id: Id
    question: Text
    why: Text
    claims: Claims


class QuestionCard(Entry):
    """Questions to take along, and what is said around them."""

    noun: ClassVar[str] = "question-card"

    title: Text
    lead: Text
    not_legal_advice: Text
    claims: Claims
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    own: Text  # over the room for the learner's own
    private: Text
    not_kept: Text  # instead of that, where the browser keeps nothing
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _questions_differ(self) -> "QuestionCard":
        if again := twice(question.id for question in self.questions):
            raise ValueError(f"Two questions have the id '{again}'. Rename one.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims and those of its questions, each once."""
        asked = (claim for question in self.questions for claim in question.claims)
        return {"claim": tuple(dict.fromkeys((*self.claims, *asked)))}
