"""What each kind of entry may say, and what it must."""

from .base import Entry, Review
from .evidence import Claim, Number, Source
from .teaching import Choice, FigurePart, FigureWords, Item, Lesson

__all__ = [
    "Choice",
    "Claim",
    "Entry",
    "FigurePart",
    "FigureWords",
    "Item",
    "Lesson",
    "Number",
    "Review",
    "Source",
]
