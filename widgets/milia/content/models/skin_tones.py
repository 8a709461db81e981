"""Skin in ten tones: what stands around the pictures of bumps and marks."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .base import Claims, Entry, Id, Part, Review, Text, twice


class ToneState(Part):
    """Calm skin, a bump or a mark; its id names its pictures."""

    id: Id
    name: Text
    says: Text
    dark: Text | None = None  # said too, from the tone `dark_from` on
    claims: Claims


class ToneWords(Entry):
    """What is said around the pictures, the choice of a tone and the chart of redness."""

    noun: ClassVar[str] = "skin-tones"

    title: Text
    lead: Text
    choose: Text
    lightest: Text
    darkest: Text
    none: Text  # before a tone is chosen
    forget: Text
    kept: Text
    not_kept: Text
    states: Annotated[tuple[ToneState, ...], Field(min_length=2)]
    dark_from: Annotated[int, Field(ge=2, le=10)]
    caption: Text
    note: Text
    compare: Text
    compare_ask: Text
    redness: Text
    redness_says: Text
    bars: Text  # over the chart
    redness_limit: Text
    mild: Text
    strong: Text
    teachers: Text
    teachers_say: Text
    claims: Claims
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _states_differ(self) -> "ToneWords":
        for name in ("id", "name"):
            if again := twice(getattr(state, name) for state in self.states):
                raise ValueError(f"Two states have the {name} '{again}'. Rename one.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return the claims of its states and of what is said around them, each once."""
        states = (claim for state in self.states for claim in state.claims)
        return {"claim": tuple(dict.fromkeys((*states, *self.claims)))}
