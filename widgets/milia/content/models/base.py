"""What all entries of the course have in common."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LESSON_ID = r"^\d\d_[a-z0-9]+(_[a-z0-9]+)*$"
FIGURE_ID = r"^[a-z0-9]+(_[a-z0-9]+)*$"  # the stem of its files in images/
TEXT = r"^\S(.*\S)?$"

Id = Annotated[str, StringConstraints(pattern=ID, max_length=60)]
LessonId = Annotated[str, StringConstraints(pattern=LESSON_ID)]
FigureId = Annotated[str, StringConstraints(pattern=FIGURE_ID)]
Text = Annotated[str, StringConstraints(pattern=TEXT)]
Claims = Annotated[tuple[Id, ...], Field(min_length=1)]
Audience = Literal["learner", "teacher"]


class Part(BaseModel):
    """Something written inside an entry; frozen, and strict about what it is given."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Entry(Part):
    """Something with an id that others point to."""

    noun: ClassVar[str]

    id: Id

    def refers(self) -> dict[str, Iterable[str]]:
        """Return the ids this entry points to, by the kind of thing they name."""
        return {}


def _as_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"'{value}' is no date. Write it as 2026-11-23.") from None


class Review(Part):
    """Who has read an entry and stands by it."""

    who: Text
    role: Text
    date: Annotated[date, BeforeValidator(_as_date)]


def twice(values: Iterable[str]) -> str | None:
    """Return the first value that stands there twice, if one does."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return None
