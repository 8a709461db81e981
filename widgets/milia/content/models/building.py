"""Something to put together: the parts that belong, those that do not, and why."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .base import Entry, Id, Part, Review, Text, twice
from .care import Claims


class Piece(Part):
    """One part in the tray; its id names its picture."""

    id: Id
    name: Text
    word: Text
    reason: Text
    belongs: bool = False
    listed: Text | None = None  # its name within a sentence
    claims: Claims


class Building(Entry):
    """A blank slice and a tray of parts, some of which belong."""

    noun: ClassVar[str] = "building"

    title: Text
    lead: Text
    blank: Text  # said of the slice while nothing is on it
    parts: Annotated[tuple[Piece, ...], Field(min_length=2)]
    belong: Text  # on paper, over the parts that belong
    come_back: Text  # and over the others
    done: Text  # said when all is there: what it has, what it lacks, and what follows
    done_alt: Text  # what the finished picture shows
    done_claims: Claims
    caption: Text  # below the slice: how the picture came about
    caption_claims: Claims
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _parts_can_be_told_apart(self) -> "Building":
        for name in ("id", "name"):
            if again := twice(getattr(part, name) for part in self.parts):
                raise ValueError(f"Two parts have the {name} '{again}'. Rename one.")
        for part in self.parts:
            if part.belongs != bool(part.listed):
                raise ValueError(
                    f"Part '{part.id}': a part that belongs says 'listed', its name within a "
                    "sentence; a part that comes back does not."
                )
        if len(self.belonging) in (0, len(self.parts)):
            raise ValueError("Some parts belong and some come back. Set 'belongs' on some.")
        return self

    @property
    def belonging(self) -> tuple[Piece, ...]:
        """The parts that belong, in the order of the tray."""
        return tuple(part for part in self.parts if part.belongs)

    def refers(self) -> dict[str, Iterable[str]]:
        """Return the claims of its parts, and those of what is said around them, each once."""
        parts = (claim for part in self.parts for claim in part.claims)
        found = (*parts, *self.done_claims, *self.caption_claims)
        return {"claim": tuple(dict.fromkeys(found))}
