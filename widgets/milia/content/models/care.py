"""Treatments, signs that call for help, and bumps that look alike."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from .base import Audience, Entry, Id, Part, Review, Text, twice
from .evidence import Strength

BandId = Literal["today", "soon", "next-visit", "fine-to-wait"]
Claims = Annotated[tuple[Id, ...], Field(min_length=1)]


class Evidence(Part):
    """How sure we are that an option helps against milia (not against acne)."""

    strength: Strength
    why: Text


class Treatment(Entry):
    """One option for ordinary milia, or the list of things never to do."""

    noun: ClassVar[str] = "treatment"

    name: Text
    line: Text  # the option in one sentence
    who: Text
    how_long: Text | None = None
    expect: Text | None = None
    evidence: Evidence
    harms: tuple[Text, ...] = ()
    not_for: tuple[Text, ...] = ()
    never: tuple[Text, ...] = ()  # an entry with this is a warning, not an option
    where: Text | None = None  # what holds in which country
    audience: Audience = "learner"
    claims: Claims
    sources: tuple[Id, ...] = ()
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _option_or_warning(self) -> "Treatment":
        option = (self.how_long, self.expect, self.not_for)
        if any(option) if self.never else not all(option):
            raise ValueError(
                "an option says how_long, expect and not_for; a warning says never. Keep one way."
            )
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims and sources."""
        return {"claim": self.claims, "source": self.sources}


class Sign(Part):
    """Something a person can notice, and what else must be so for it to count."""

    id: Id
    sign: Text
    any_of: tuple[Text, ...] = ()  # a second clue: one of these
    all_of: tuple[Text, ...] = ()  # all of these too
    claims: Claims
    sources: tuple[Id, ...] = ()
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()


class Band(Entry):
    """How soon to ask for help, and the signs that say so; the first band that fits wins."""

    noun: ClassVar[str] = "band"

    id: BandId
    name: Text
    what_to_do: Text
    strength: Strength
    signs: Annotated[tuple[Sign, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _signs_differ(self) -> "Band":
        if again := twice(sign.id for sign in self.signs):
            raise ValueError(f"two signs have the id '{again}'. Rename one.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return the claims and sources of its signs."""
        return {
            "claim": [claim for sign in self.signs for claim in sign.claims],
            "source": [source for sign in self.signs for source in sign.sources],
        }


class Sooner(Part):
    """A case in which a look-alike needs help sooner."""

    when: Text
    band: BandId


class LookAlike(Entry):
    """A bump that can be taken for a milium, and the clue a patient can notice."""

    noun: ClassVar[str] = "look-alike"

    name: Text
    where: Text
    clue: Text
    difference: Text  # from a milium
    what_to_do: Text
    band: BandId
    sooner: tuple[Sooner, ...] = ()
    claims: Claims
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its band, claims and sources."""
        bands = (self.band, *(case.band for case in self.sooner))
        return {"band": bands, "claim": self.claims, "source": self.sources}
