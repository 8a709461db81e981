"""The options for ordinary milia side by side, so that a learner can weigh them."""

from collections.abc import Iterable

from traitlets import Dict, Int, List, Unicode, validate

from ...content.models import SITUATIONS, WEEKS, Treatment
from ..base import CourseWidget, css, js
from .options import (
    a_week,
    bad,
    facts,
    in_order,
    known,
    of_situation,
    of_week,
    options,
    sure,
    words,
)
from .reading import as_html, in_words


class WhatHelps(CourseWidget):
    """Lay the options side by side, good and bad, and recommend none: `WhatHelps()`.

    `WhatHelps("pregnant")`, "baby", "eyelid" or "broken-skin" begins with that box ticked. What is
    ticked tells of somebody's health and stays on the page; `week` can be read and set.
    """

    interactive = True

    _esm = js("shared", "what_helps/option", "what_helps/weeks", "what_helps/what_helps")
    _css = css("shared", "what_helps/what_helps")

    about = Unicode("", help="The situation that was ticked at first, or none.").tag(sync=True)
    week = Int(0, help=f"The week that is looked at, 0 to {WEEKS}.").tag(sync=True)
    weeks = Int(WEEKS, help="The last week.").tag(sync=True)
    words = Dict(help="What is said around the options: content/helping.yaml.").tag(sync=True)
    options = List(Dict(), help="Each option with all that is told of it.").tag(sync=True)

    def __init__(self, about: str = "") -> None:
        """Look up the options, and tick what it is about."""
        about = about and known(about)
        super().__init__(
            about=about,
            words=_words(),
            options=[_option(way) for way in options()],
        )

    @validate("about")
    def _refuse_strangers(self, proposal: dict) -> str:
        return proposal["value"] and known(proposal["value"])

    @validate("week")
    def _refuse_strange_weeks(self, proposal: dict) -> int:
        return a_week(proposal["value"])

    def describe(self, situations: Iterable[str] | None = None, *, week: int | None = None) -> str:
        """Say what the page says: for whom the options are, and what may be so in a week.

        What is not given is as at first, the week as it is now; `ContentError` refuses what cannot
        be chosen.
        """
        ticked = in_order([self.about] * bool(self.about) if situations is None else situations)
        at = self.week if week is None else a_week(week)
        return " ".join([*map(of_situation, ticked), of_week(at)])

    def text(self) -> str:
        """Everything the explorer shows and can say."""
        return in_words(self.describe())

    def fallback(self) -> str:
        """The options as a table, and what else is told of them as lists."""
        return as_html()


def _words() -> dict:
    said = words()
    around = said.model_dump(
        exclude={"id", "claims", "ask_reviewer", "reviewed", "situations", "verdicts", "strength"}
    )
    return around | {
        "questions": [question.text for question in said.questions],
        "situations": [
            each.model_dump() | {"said": of_situation(each.id)} for each in said.situations
        ],
    }


def _option(way: Treatment) -> dict:
    """All that is told of an option, as the page shows it."""
    said, told = words(), way.explored
    answers = {name: told.answers.of(name) for name in SITUATIONS}
    return {
        "id": way.id,
        "name": told.short,
        "good": [fact.text for fact in told.benefits],
        "bad": bad(way),
        "expect": way.expect,
        "sure": sure(way),
        "facts": [list(fact) for fact in facts(way)],
        "steps": [fact.text for fact in told.steps],
        "not_for": list(way.not_for),
        "ask": [fact.text for fact in told.ask],
        "stop": told.stop or "",
        "course": [
            {"from": stretch.weeks[0], "to": stretch.weeks[1], "text": stretch.text}
            for stretch in told.course
        ],
        "answers": {
            name: {"kind": a.verdict, "verdict": said.verdicts.of(a.verdict), "reason": a.reason}
            for name, a in answers.items()
        },
    }
