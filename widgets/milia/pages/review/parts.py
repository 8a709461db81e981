"""What a review page is made of: sections of cards, each card one entry laid open."""

from dataclasses import dataclass

from ...content.models import Claim, Review, Source


@dataclass(frozen=True)
class Line:
    """A piece of text, with more behind it or a link to another entry."""

    text: str
    more: str = ""
    href: str = ""


@dataclass(frozen=True)
class Row:
    """A label and what stands beside it."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Card:
    """One entry, with all that is needed to agree or disagree with it."""

    kind: str
    id: str
    anchor: str
    title: str
    rows: tuple[Row, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    teacher: bool = False
    ask: str | None = None
    keeps_review: bool = False  # whether its file has room for the name of a reviewer
    reviewed: tuple[Review, ...] = ()

    @property
    def awaits(self) -> bool:
        """Whether a review of it would be written down, and none is."""
        return self.keeps_review and not self.reviewed


@dataclass(frozen=True)
class Section:
    """Cards under one heading."""

    title: str
    cards: tuple[Card, ...]
    rows: tuple[Row, ...] = ()  # what holds for all of them
    anchor: str = ""


@dataclass(frozen=True)
class Page:
    """One file of the review."""

    stem: str
    title: str
    lead: str
    sections: tuple[Section, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All its cards, which the index counts."""
        return tuple(card for section in self.sections for card in section.cards)

    @property
    def file(self) -> str:
        """The name it is written under."""
        return f"{self.stem}.html"


def row(label: str, *texts: str | Line | None) -> Row:
    """Make a row of what there is; without a line it is left out of its card."""
    lines = (text if isinstance(text, Line) else Line(text) for text in texts if text)
    return Row(label, tuple(lines))


def filled(*rows: Row) -> tuple[Row, ...]:
    """Leave out the rows that have nothing to say."""
    return tuple(row for row in rows if row.lines)


def to_claim(claim: Claim) -> Line:
    """Link to a claim on its topic's page, by its statement."""
    return Line(claim.statement, href=f"claims-{claim.topic}.html#claim-{claim.id}")
