"""Sources, and the claims that rest on them."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from .base import Audience, Entry, Id, Review, Text
from .numbers import Number

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
