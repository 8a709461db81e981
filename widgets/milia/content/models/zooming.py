"""The way down from the face to the cell: four views of each bump."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .base import Entry, Id, Part, Review, Text, twice
from .care import Claims


class ZoomLabel(Part):
    """The name of something in a drawing."""

    id: Id
    text: Text


class ZoomStep(Part):
    """One view; its id names its drawing."""

    id: Id
    name: Text
    looking: Text  # how much is seen
    says: Text  # one sentence about it
    alt: Text
    labels: tuple[ZoomLabel, ...] = ()  # what is named in the drawing
    claims: Claims


class ZoomWay(Part):
    """The views of one bump, from the widest."""

    id: Id
    name: Text
    steps: Annotated[tuple[ZoomStep, ...], Field(min_length=2)]


class Zooming(Entry):
    """The ways down, and what is said around them."""

    noun: ClassVar[str] = "zooming"

    title: Text
    lead: Text
    choose: Text  # over the choice of a bump
    list: Text  # over the list of steps
    stories: Annotated[tuple[ZoomWay, ...], Field(min_length=1)]
    caption: Text
    caption_claims: Claims
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _all_ways_have_the_same_steps(self) -> "Zooming":
        if again := twice(way.id for way in self.stories):
            raise ValueError(f"Two stories have the id '{again}'. Rename one.")
        first = [(step.id, step.name) for step in self.stories[0].steps]
        for way in self.stories:
            if [(step.id, step.name) for step in way.steps] != first:
                raise ValueError(
                    f"Story '{way.id}' has other steps than '{self.stories[0].id}'. One list of "
                    "steps serves all: give them the same ids and names, in the same order."
                )
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return the claims of its steps and of its caption, each once."""
        steps = (claim for way in self.stories for step in way.steps for claim in step.claims)
        return {"claim": tuple(dict.fromkeys((*steps, *self.caption_claims)))}
