"""The face map: what can come up where on a face, and how often, as far as anyone knows."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .base import Claims, Entry, Id, Part, Review, Text, twice


class Told(Part):
    """A sentence or two, and the claims that carry them."""

    text: Text
    claims: Claims


class FacePlace(Part):
    """A place on a face; its id names its outline in the drawing."""

    id: Id
    name: Text
    says: Annotated[tuple[Told, ...], Field(min_length=1)]
    often: Told | None = None  # only where a claim says how often


class Face(Part):
    """A face to choose; its id names its drawing."""

    id: Id
    name: Text
    alt: Text  # what the drawing shows
    facts: tuple[Told, ...] = ()  # what holds for the whole face
    places: Annotated[tuple[FacePlace, ...], Field(min_length=2)]


class FaceMapWords(Entry):
    """Faces with places to choose, each saying what can come up there."""

    noun: ClassVar[str] = "face-map"

    title: Text
    lead: Text
    faces: Annotated[tuple[Face, ...], Field(min_length=1)]
    none: Text  # said while no place is chosen
    heading_often: Text
    unknown: Text  # said of how often where no claim does
    unsure: Told
    caption: Text
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _places_can_be_told_apart(self) -> "FaceMapWords":
        if again := twice(face.id for face in self.faces):
            raise ValueError(f"Two faces have the id '{again}'. Rename one.")
        for face in self.faces:
            for name in ("id", "name"):
                if again := twice(getattr(place, name) for place in face.places):
                    raise ValueError(
                        f"Face '{face.id}': two places have the {name} '{again}'. Rename one."
                    )
        return self

    def told(self) -> Iterable[Told]:
        """Return all that is said, in the order of the map."""
        for face in self.faces:
            yield from face.facts
            for place in face.places:
                yield from place.says
                if place.often:
                    yield place.often
        yield self.unsure

    def refers(self) -> dict[str, Iterable[str]]:
        """Return the claims of all its sentences, each once."""
        claims = (claim for told in self.told() for claim in told.claims)
        return {"claim": tuple(dict.fromkeys(claims))}
