"""A drill: made-up cases, put together from clues, to be told apart by one rule."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from .base import Claims, Entry, Id, Part, Review, Text, twice

Tone = Literal["light", "brown", "dark brown"]
TONES: tuple[Tone, ...] = Tone.__args__


class Clue(Part):
    """Something that is told of a bump, and whether it fits a milium."""

    id: Id
    text: Text
    fits: bool = True
    why: Text | None = None  # why it does not fit
    site: Literal["cheek", "nose", "eyelid"] | None = None  # where the skin of a picture lies
    tones: Annotated[tuple[Tone, ...], Field(min_length=1)] = TONES  # the skin it can be told of
    claims: Claims

    @model_validator(mode="after")
    def _says_why(self) -> "Clue":
        if self.fits == bool(self.why):
            raise ValueError("A clue that does not fit says why ('why'), and no other does.")
        return self


class Bump(Part):
    """A kind of bump: the clues it can be told by, one of each list."""

    id: Id
    name: Text  # for reviewers: a learner is told clues, never a name
    drawn: Literal["milium", "closed-comedone", "pustule"] | None = None
    baby: bool = False
    ages: tuple[int, int]  # years, or weeks of a baby
    clues: Annotated[tuple[tuple[Id, ...], ...], Field(min_length=2)]
    why: Text | None = None  # the reason where every clue fits
    then: Text  # what to do about a bump like this
    claims: Claims


class CutPicture(Part):
    """What a drawing shows, without a name for it; {size} is its width in mm."""

    id: Literal["milium", "closed-comedone", "pustule"]
    alt: Text
    claims: Claims


class CaseSet(Part):
    """The bumps of one lesson: only what it has taught."""

    id: Id
    bumps: Annotated[tuple[Id, ...], Field(min_length=2)]


class Drill(Entry):
    """Cases to be told apart, and what is said around them."""

    noun: ClassVar[str] = "drill"

    title: Text
    lead: Text
    rule: Text
    ask: Text
    yes: Text
    no: Text
    cut: Text  # below a picture
    tested: Text
    private: Text
    not_kept: Text  # instead of that, where the browser keeps nothing
    names: Annotated[tuple[Text, ...], Field(min_length=24)]
    clues: tuple[Clue, ...]
    bumps: tuple[Bump, ...]
    pictures: tuple[CutPicture, ...]
    sets: tuple[CaseSet, ...]
    claims: Claims
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> "Drill":
        clues = {clue.id: clue for clue in self.clues}
        bumps = {bump.id for bump in self.bumps}
        for parts in (self.clues, self.bumps, self.sets):
            if again := twice(part.id for part in parts):
                raise ValueError(f"'{again}' stands twice. Rename one.")
        if again := twice(self.names):
            raise ValueError(f"The name '{again}' stands twice. Choose another.")
        told = [id_ for bump in self.bumps for slot in bump.clues for id_ in slot]
        if stray := next((id_ for id_ in told if id_ not in clues), None):
            raise ValueError(f"A bump is told by '{stray}', which is none of the clues.")
        if idle := set(clues) - set(told):
            raise ValueError(f"No bump is told by {', '.join(sorted(idle))}. Use them, or remove.")
        for each in self.sets:
            if stray := next((id_ for id_ in each.bumps if id_ not in bumps), None):
                raise ValueError(f"The set '{each.id}' has '{stray}', which is none of the bumps.")
        for bump in self.bumps:
            all_fit = [all(clues[id_].fits for id_ in slot) for slot in bump.clues]
            none_fits = [not any(clues[id_].fits for id_ in slot) for slot in bump.clues]
            if not (all(all_fit) or any(none_fits)):
                raise ValueError(
                    f"A case of '{bump.id}' may turn out as a milium or not. Let every clue fit, "
                    "or give it a list of clues of which none does."
                )
            if all(all_fit) != bool(bump.why):
                raise ValueError(f"'{bump.id}' needs a 'why' if all its clues fit, and only then.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims and those of its clues, bumps and pictures, each once."""
        parts = (claim for of in (self.clues, self.bumps, self.pictures) for p in of
                 for claim in p.claims)  # fmt: skip
        return {"claim": tuple(dict.fromkeys((*self.claims, *parts)))}
