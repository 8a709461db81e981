"""The words of the squeeze lab: what was put in, what was worked out, and what doctors say."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .base import Claims, Entry, Id, Part, Review, Text, twice


class Grounded(Part):
    """A sentence, and the one thing it rests on."""

    text: Text
    claims: tuple[Id, ...] = ()
    computed: Id | None = None  # a key of the model's shares
    put_in: Id | None = None  # true by how the model was made

    @model_validator(mode="after")
    def _rests_on_one_thing(self) -> "Grounded":
        if sum(map(bool, (self.claims, self.computed, self.put_in))) != 1:
            raise ValueError("Say what it rests on: one of 'claims', 'computed' and 'put_in'.")
        return self


Sentences = Annotated[tuple[Grounded, ...], Field(min_length=1)]
Lines = Annotated[tuple[Text, ...], Field(min_length=1)]
Columns = Annotated[tuple[Text, Text, Text], Field(strict=False)]


class Level(Part):
    """A word for how hard a pinch is, up to a value of the slider."""

    upto: Annotated[int, Field(ge=0)]
    word: Text


class SqueezeState(Part):
    """A case of the model, and what is said of it while it is pinched."""

    case: Id
    choice: Text | None = None  # its name among the states of one panel
    pressed: tuple[Grounded, ...] = ()


class SqueezePanel(Part):
    """One drawing: what lies between the fingers."""

    name: Text
    about: Text
    states: Annotated[tuple[SqueezeState, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _states_can_be_chosen(self) -> "SqueezePanel":
        if len(self.states) > 1 and not all(state.choice for state in self.states):
            raise ValueError(f"'{self.name}' has several states. Give each a 'choice'.")
        return self


class Squeezing(Entry):
    """All that the squeeze lab says."""

    noun: ClassVar[str] = "squeezing"

    title: Text
    lead: Text
    lesson: Grounded
    slider: Text
    levels: Annotated[tuple[Level, ...], Field(min_length=2)]
    look: Text
    tissue: Text
    stress: Text
    choose: Text
    panels: Annotated[tuple[SqueezePanel, ...], Field(min_length=2)]
    opening: Text
    tissues: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]
    legend: Text
    scale: Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]
    rest: Text  # said where there is no pinch
    true_size: Text
    around: Text  # {} is a number
    left: Text  # {} is a number
    put_in_title: Text
    put_in_lead: Text
    put_in: Sentences
    computed_title: Text
    computed_lead: Text
    computed: Sentences
    further: Sentences  # worked out as well, and told where it says how sure we are
    clinical_title: Text
    clinical: Sentences
    beside: Text  # stands where fluid is seen to leave
    beside_claims: Claims
    bare: Text  # {} is a number
    always: Text
    sure_title: Text
    sure: Lines
    columns: Columns
    spread: Columns
    again: Text
    leaves_out_title: Text
    leaves_out: Lines
    ask_reviewer: Text | None = None
    reviewed: tuple[Review, ...] = ()

    @model_validator(mode="after")
    def _boxes_keep_apart(self) -> "Squeezing":
        for box, basis in (("put_in", "put_in"), ("computed", "computed"), ("clinical", "claims")):
            for said in getattr(self, box):
                if not getattr(said, basis):
                    raise ValueError(f"'{said.text}' stands under '{box}': give its '{basis}'.")
        if again := twice(said.computed for said in (*self.computed, *self.further)):
            raise ValueError(f"Two sentences are computed from '{again}'. Keep one.")
        if any(later.upto <= sooner.upto for sooner, later in pairwise(self.levels)):
            raise ValueError("The levels are out of order. Sort them by 'upto'.")
        return self

    @property
    def cases(self) -> tuple[str, ...]:
        """Every case that is drawn."""
        return tuple(state.case for panel in self.panels for state in panel.states)

    def grounded(self) -> Iterator[Grounded]:
        """Yield every sentence with what it rests on."""
        yield self.lesson
        for panel in self.panels:
            for state in panel.states:
                yield from state.pressed
        yield from (*self.put_in, *self.computed, *self.further, *self.clinical)

    def told(self) -> Iterator[str]:
        """Yield everything that a learner reads here."""
        yield from (self.title, self.lead, self.slider, self.look, self.tissue, self.stress)
        yield from (self.choose, self.opening, self.beside, self.again)
        yield from (
            *self.tissues,
            self.legend,
            *self.scale,
            self.rest,
            self.true_size,
            self.bare.format("99"),
            self.always,
        )
        yield from (level.word for level in self.levels)
        for panel in self.panels:
            yield from (panel.name, panel.about)
            yield from (state.choice for state in panel.states if state.choice)
        yield from (said.text for said in self.grounded())
        yield from (self.around.format("1.2"), self.left.format("12"))
        yield from (self.put_in_title, self.put_in_lead, self.computed_title, self.computed_lead)
        yield from (self.clinical_title, self.sure_title, *self.sure, *self.columns, *self.spread)
        yield from (self.leaves_out_title, *self.leaves_out)

    def refers(self) -> dict[str, Iterable[str]]:
        """Return the claims of its sentences, each once."""
        claims = [claim for said in self.grounded() for claim in said.claims]
        return {"claim": tuple(dict.fromkeys((*claims, *self.beside_claims)))}
