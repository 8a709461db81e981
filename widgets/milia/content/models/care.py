"""Treatments, signs that call for help, and bumps that look alike."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, model_validator

from .base import Audience, Claims, Entry, Id, Part, Review, Text, twice
from .evidence import Strength
from .helping import Explored

BandId = Literal["today", "soon", "next-visit", "fine-to-wait"]
PersonId = Literal["newborn", "baby", "older"]
EVERYONE: tuple[PersonId, ...] = get_args(PersonId)


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
    explored: Explored | None = None  # what is told of it beside the other options
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
        if self.explored and not self.where and self.id != "leave-alone":
            raise ValueError("An option that is shown beside others says 'where' it can be had.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims, those of what is told beside other options, and its sources."""
        more = self.explored.claims if self.explored else ()
        return {"claim": tuple(dict.fromkeys((*self.claims, *more))), "source": self.sources}


class Condition(Part):
    """Something that must be so, and the signs and the question that would say it is not."""

    so: Text
    signs: tuple[Id, ...] = ()  # none of these
    question: Text | None = None  # and no to this
    tell: Text | None = None  # a yes in a caller's own words
    band: BandId | None = None  # and where it leads

    @model_validator(mode="after")
    def _found_out(self) -> "Condition":
        asked = (self.question, self.tell, self.band)
        if any(asked) != all(asked) or not (all(asked) or self.signs):
            raise ValueError(
                "a condition names the signs that would break it, or asks: question, tell and band."
            )
        return self


class Sign(Part):
    """Something a person can notice, and what else must be so for it to count."""

    id: Id
    sign: Text
    question: Text  # asks for it, in plain words
    tell: Text  # a yes in a caller's own words
    about: tuple[PersonId, ...] = EVERYONE  # whom it is asked about
    after: Id | None = None  # asked only where this sign was said without its second clue
    any_of: tuple[Text, ...] = ()  # a second clue: one of these
    otherwise: Id | None = None  # without its second clue it counts as this sign
    all_of: tuple[Condition, ...] = ()  # all of these too
    claims: Claims
    sources: tuple[Id, ...] = ()
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()


class Call(Part):
    """What to say when calling: first, then what was noticed, then the request."""

    head: Text
    first: Text
    ask: Text


class Band(Entry):
    """How soon to ask for help, and the signs that say so; the first band that fits wins."""

    noun: ClassVar[str] = "band"

    id: BandId
    name: Text
    what_to_do: Text
    says: Text  # what a result in this band says first
    for_baby: Text | None = None  # and this, about a baby
    call: Call
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
    places: Annotated[tuple[Text, ...], Field(min_length=1)]  # the headings it is listed under
    where: Text
    clue: Text
    difference: Text  # from a milium
    what_to_do: Text
    band: BandId
    sooner: tuple[Sooner, ...] = ()
    audience: Audience = "learner"
    claims: Claims
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its band, claims and sources."""
        bands = (self.band, *(case.band for case in self.sooner))
        return {"band": bands, "claim": self.claims, "source": self.sources}
