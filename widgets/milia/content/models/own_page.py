"""The parts of the learner's own page."""

from typing import ClassVar

from .base import Entry, Text


class OwnPart(Entry):
    """One part of the page: what it shows, and what stands there until there is something."""

    noun: ClassVar[str] = "own-part"

    title: Text
    lead: Text
    empty: Text
