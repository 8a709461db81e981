"""Ranges with a unit: in claims, in the skin, and in what skin does when it is pushed."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from .base import Audience, Entry, Id, Part, Text

Value = Annotated[float, Field(allow_inf_nan=False)]
Basis = Literal["measured", "quoted", "modelled"]


class Range(Part):
    """A low, a typical and a high value with their unit, or a phrase where no number is fair."""

    low: Value | None = None
    typical: Value | None = None
    high: Value | None = None
    unit: Text | None = None
    phrase: Text | None = None

    @model_validator(mode="after")
    def _number_or_phrase(self) -> "Range":
        values = [v for v in (self.low, self.typical, self.high) if v is not None]
        if bool(values) == bool(self.phrase):
            raise ValueError("write either low, typical or high, or a phrase. Keep one way.")
        if values and not self.unit:
            raise ValueError("the number has no unit. Add one, such as 'unit: mm'.")
        if values != sorted(values):
            raise ValueError("the values are not in order. Write low <= typical <= high.")
        return self

    def __str__(self) -> str:
        """Return the range as it is read aloud: 0.5 to 3 mm, typically 1.5 mm."""
        if self.phrase:
            return self.phrase
        low, typical, high = (
            None if v is None else f"{v:g} {self.unit}" for v in (self.low, self.typical, self.high)
        )
        if low and high:
            span = low if low == high else f"{self.low:g} to {high}"
            return f"{span}, typically {typical}" if typical and low != high else span
        if typical:
            return f"about {typical}"
        return f"at least {low}" if low else f"at most {high}"


class Number(Range):
    """A number that a claim leans on, and the source it is read from."""

    what: Text
    source: Id


class Measured(Entry, Range):
    """A number with its basis; "modelled" was chosen by the course, not measured by anyone."""

    basis: Basis
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    caution: Text | None = None
    audience: Audience = "learner"

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its sources."""
        return {"source": self.sources}


class AnatomyNumber(Measured):
    """How thick, wide, deep or many a structure of the skin is, in adults."""

    noun: ClassVar[str] = "anatomy-number"

    structure: Text
    site: Text | None = None
    method: Text
    drawing: Text | None = None  # advice for whoever draws it


class Mechanics(Measured):
    """How stiff, strong or runny a material is, or how hard fingers push."""

    noun: ClassVar[str] = "mechanics"

    quantity: Text
    material: Text
    conditions: Text | None = None
    use: Text  # what the course may say with it
