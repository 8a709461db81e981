"""What is told of an option beside the others, and the words around them all."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, model_validator

from .base import Claims, Entry, Id, Part, Review, Text, twice
from .evidence import Strength

SituationId = Literal["pregnant", "baby", "eyelid", "broken-skin"]
SITUATIONS: tuple[SituationId, ...] = get_args(SituationId)
VerdictId = Literal["fine", "ask-first", "not-for-you"]
WEEKS = 24
SILENCE = "We found nothing"  # what is said where no claim is at hand
Week = Annotated[int, Field(ge=0, le=WEEKS)]


class Fact(Part):
    """Something that is told, and what it rests on."""

    text: Text
    claims: Claims


class Stretch(Part):
    """What may be so for a while, in one short sentence."""

    weeks: tuple[Week, Week]  # from about, to about
    text: Text
    claims: Claims

    @model_validator(mode="after")
    def _in_order(self) -> "Stretch":
        if self.weeks[0] > self.weeks[1]:
            raise ValueError("'weeks' ends before it begins. Write [from, to].")
        return self

    def covers(self, week: int) -> bool:
        """Whether it may be so in this week."""
        return self.weeks[0] <= week <= self.weeks[1]


class Answer(Part):
    """Whether an option is for somebody in a situation, and why."""

    verdict: VerdictId
    reason: Text
    claims: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _owns_up(self) -> "Answer":
        if bool(self.claims) == self.reason.startswith(SILENCE):
            raise ValueError(f"Name the claims of a reason, or begin it with '{SILENCE}'.")
        if not self.claims and self.verdict == "fine":
            raise ValueError("Where nothing was found it is not fine. Say 'ask-first'.")
        return self


class Answers(Part):
    """Whether an option is for somebody, in each of the situations."""

    pregnant: Answer
    baby: Answer
    eyelid: Answer
    broken_skin: Answer

    def of(self, situation: SituationId) -> Answer:
        """Return the answer for one situation."""
        return getattr(self, situation.replace("-", "_"))


class Explored(Part):
    """An option laid open: good and bad, how it is used, and what may be so when."""

    short: Text  # its name, where there is little room
    benefits: Annotated[tuple[Fact, ...], Field(min_length=2)]
    costs: tuple[Fact, ...] = ()  # what stands beside its harms
    steps: Annotated[tuple[Fact, ...], Field(min_length=2)]
    ask: Annotated[tuple[Fact, ...], Field(min_length=1)]  # when to ask a doctor or nurse
    stop: Text | None = None  # what is known of when to stop
    course: Annotated[tuple[Stretch, ...], Field(min_length=1)]
    answers: Answers

    @model_validator(mode="after")
    def _complete(self) -> "Explored":
        for week in range(WEEKS + 1):
            if not any(stretch.covers(week) for stretch in self.course):
                raise ValueError(f"Its course says nothing of week {week}. Widen a stretch.")
        starts = [stretch.weeks[0] for stretch in self.course]
        if any(later < sooner for sooner, later in pairwise(starts)):
            raise ValueError("Its course is out of order. Sort it by the first week.")
        return self

    @property
    def claims(self) -> Iterator[str]:
        """All that it rests on."""
        facts = (*self.benefits, *self.costs, *self.steps, *self.ask, *self.course)
        for part in (*facts, *map(self.answers.of, SITUATIONS)):
            yield from part.claims

    def in_week(self, week: int) -> str:
        """Say what may be so in this week."""
        return " ".join(stretch.text for stretch in self.course if stretch.covers(week))


class Situation(Part):
    """Somebody, or some skin, that an option may not be for."""

    id: SituationId
    label: Text  # beside a box to tick
    name: Text  # before a verdict


class Verdicts(Part):
    """The words for whether an option is for somebody."""

    fine: Text
    ask_first: Text
    not_for_you: Text

    def of(self, verdict: VerdictId) -> str:
        """Return the words for one."""
        return getattr(self, verdict.replace("-", "_"))


class Strengths(Part):
    """The words for how strong the evidence is."""

    strong: Text
    moderate: Text
    expert_opinion: Text

    def of(self, strength: Strength) -> str:
        """Return the words for one."""
        return getattr(self, strength.replace("-", "_"))


class Helping(Entry):
    """What is said around the options, whatever they are."""

    noun: ClassVar[str] = "helping"

    title: Text
    lead: Text
    proof: Text  # how sure anyone is of any of them
    who: Text
    situations: Annotated[tuple[Situation, ...], Field(min_length=1)]
    verdicts: Verdicts
    strength: Strengths
    no_harms: Text
    time: Text
    no_promise: Text
    week: Text
    matters: Text
    questions: Annotated[tuple[Fact, ...], Field(min_length=2, max_length=4)]
    close: Text
    claims: Claims
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _situations_differ(self) -> "Helping":
        if again := twice(situation.id for situation in self.situations):
            raise ValueError(f"two situations have the id '{again}'. Rename one.")
        return self

    def refers(self) -> dict[str, Iterable[str]]:
        """Return its claims and those of its questions."""
        asked = (claim for question in self.questions for claim in question.claims)
        return {"claim": tuple(dict.fromkeys((*self.claims, *asked)))}
