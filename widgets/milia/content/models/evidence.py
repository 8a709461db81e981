"""Sources, and the claims that rest on them."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, model_validator

from .base import Audience, Entry, Id, Part, Review, Text

DOI = r"^10\.\d{4,9}/\S+$"
PMID = r"^\d{5,8}$"
URL = r"^https://[^\s/]+/\S*$"
Strength = Literal["strong", "moderate", "expert-opinion"]
SourceKind = Literal[
    "guideline",
    "review",
    "study",
    "case-report",
    "textbook",
    "patient-page",
    "medicine-text",  # a label, prescribing text or drug monograph
    "law",
    "not-looked-up",  # taken for general knowledge; nobody opened a book
    "own-arithmetic",
]


class Source(Entry):
    """Something that was read, how much of it, and how to find it again."""

    noun: ClassVar[str] = "source"

    authors: Text
    title: Text
    venue: Text | None = None
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    doi: Annotated[str, StringConstraints(pattern=DOI)] | None = None
    pmid: Annotated[str, StringConstraints(pattern=PMID)] | None = None
    url: Annotated[str, StringConstraints(pattern=URL)] | None = None
    kind: SourceKind
    verified: bool  # its title or number was seen in print, not only remembered
    read: Text  # how much of it was read
    background: bool = False  # no entry rests on it
    note: Text | None = None

    @property
    def link(self) -> str | None:
        """Where a reader is sent: the DOI, then PubMed, then the publisher's own page."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return self.url


class Number(Part):
    """A measured or quoted range with its unit, or a phrase where no number is fair."""

    what: Text
    low: Annotated[float, Field(allow_inf_nan=False)] | None = None
    typical: Annotated[float, Field(allow_inf_nan=False)] | None = None
    high: Annotated[float, Field(allow_inf_nan=False)] | None = None
    unit: Text | None = None
    phrase: Text | None = None
    source: Id

    @model_validator(mode="after")
    def _number_or_phrase(self) -> "Number":
        values = [v for v in (self.low, self.typical, self.high) if v is not None]
        if bool(values) == bool(self.phrase):
            raise ValueError(
                f"'{self.what}' needs either low, typical or high, or a phrase. Keep one way."
            )
        if values and not self.unit:
            raise ValueError(f"'{self.what}' has no unit. Add one, such as 'unit: mm'.")
        if values != sorted(values):
            raise ValueError(f"'{self.what}' is not in order. Write low <= typical <= high.")
        return self

    def __str__(self) -> str:
        """Return the number as it is read aloud: 0.5 to 2 mm, at most 3 mm."""
        if self.phrase:
            return self.phrase
        low, typical, high = (v if v is None else f"{v:g}" for v in self._values)
        if low and high:
            usual = f", typically {typical}" if typical else ""
            return f"{low} to {high} {self.unit}{usual}"
        if typical:
            return f"about {typical} {self.unit}"
        return f"at least {low} {self.unit}" if low else f"at most {high} {self.unit}"

    @property
    def _values(self) -> tuple[float | None, float | None, float | None]:
        return self.low, self.typical, self.high


class Claim(Entry):
    """One fact in the patient's words, with what it rests on.

    A learner is shown the statement. Detail, caution and numbers are for authors, teachers
    and reviewers.
    """

    noun: ClassVar[str] = "claim"

    topic: Id
    statement: Text
    detail: Text | None = None
    strength: Strength
    priority: Literal["core", "extra"]
    audience: Audience = "learner"
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    numbers: tuple[Number, ...] = ()
    caution: Text | None = None
    ask_reviewer: Text | None = None  # what a reviewer is asked to settle
    reviewed: tuple[Review, ...] = ()

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its sources and those of its numbers."""
        return {"source": (*self.sources, *(number.source for number in self.numbers))}
