"""What clear writing asks of a lesson, and what the authors found when they checked one."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, StringConstraints, model_validator

from .base import Entry, Id, LessonId, Part, Text, twice

Checklist = Literal["pemat-p", "cdc-index"]
CHECKLISTS: tuple[Checklist, ...] = get_args(Checklist)
Met = Literal["yes", "no", "n/a"]


class Criterion(Entry):
    """One question of a published checklist, in the course's own words."""

    noun: ClassVar[str] = "criterion"

    checklist: Checklist
    part: Text
    asks: Text
    na_when: Text | None = None  # without it the question always applies
    throughout: bool = False  # no one place earns it: all of the lesson does


class Finding(Part):
    """The answer to one criterion, and what in the lesson earns it."""

    criterion: Id
    met: Met
    says: Text | None = None  # stands in the lesson, letter for letter
    cell: Id | None = None
    shows: Annotated[str, StringConstraints(pattern=r"^[A-Z]\w+$")] | None = None  # in that cell
    why: Text | None = None

    @model_validator(mode="after")
    def _owns_up(self) -> "Finding":
        if self.met != "yes" and not self.why:
            raise ValueError(f"'{self.criterion}' is not met. Say why in one sentence.")
        if self.met == "yes" and not (self.says or self.cell or self.why):
            raise ValueError(f"'{self.criterion}' is met by nothing. Name what earns it.")
        if self.shows and not self.cell:
            raise ValueError(f"'{self.criterion}' names what is shown. Name its cell too.")
        return self


class SelfCheck(Entry):
    """A lesson held by its authors against every criterion; no rater has seen it."""

    noun: ClassVar[str] = "self-check"

    id: LessonId
    audience: Text
    objective: Text
    main_message: Text  # stands in the lesson, letter for letter
    findings: Annotated[tuple[Finding, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _answered_once(self) -> "SelfCheck":
        if again := twice(finding.criterion for finding in self.findings):
            raise ValueError(f"'{again}' is answered twice. Remove one.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its lesson and its criteria."""
        return {"lesson": (self.id,), "criterion": tuple(f.criterion for f in self.findings)}

    def count(self, criteria: Iterable[str]) -> Counter[str]:
        """Count the answers to these criteria: yes, no and n/a."""
        wanted = set(criteria)
        return Counter(finding.met for finding in self.findings if finding.criterion in wanted)
