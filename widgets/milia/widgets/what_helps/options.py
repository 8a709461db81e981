"""The options as they are told: which, for whom, and what may be so when."""

from collections.abc import Iterable

from ...content import Content, ContentError, load
from ...content.errors import did_you_mean
from ...content.models import SITUATIONS, WEEKS, Helping, Treatment


def words(content: Content | None = None) -> Helping:
    """Return the words around the options."""
    return (content or load()).find("helping", "what-helps")


def options(content: Content | None = None) -> tuple[Treatment, ...]:
    """Return every option that is shown; leaving a milium alone comes first."""
    return tuple(way for way in (content or load()).treatments.values() if way.explored)


def sure(way: Treatment) -> str:
    """Return how strong the evidence is, in words, and what it is about."""
    return f"{words().strength.of(way.evidence.strength)}. {way.evidence.why}"


def facts(way: Treatment) -> list[tuple[str, str]]:
    """Return who does it, how long, and where it can be had."""
    told = {"Who": way.who, "How long": way.how_long, "Where": way.where}
    return [(name, text) for name, text in told.items() if text]


def bad(way: Treatment) -> list[str]:
    """Return its harms, or that none was found, and what else it costs."""
    return [*(way.harms or (words().no_harms,)), *(fact.text for fact in way.explored.costs)]


def known(situation: str) -> str:
    """Return a situation that is asked about, or refuse it with the nearest that is."""
    if situation not in SITUATIONS:
        guess = did_you_mean(str(situation), SITUATIONS)
        raise ContentError(f"WhatHelps knows nothing about '{situation}'. {guess}")
    return situation


def in_order(situations: Iterable[str]) -> list[str]:
    """Return situations once each, in the order they are asked about."""
    wanted = {known(situation) for situation in situations}
    return [situation for situation in SITUATIONS if situation in wanted]


def a_week(week: int) -> int:
    """Return a week that there is, or refuse it."""
    if isinstance(week, bool) or not isinstance(week, int) or not 0 <= week <= WEEKS:
        raise ContentError(f"There is no week {week}. Choose one from 0 to {WEEKS}.")
    return week


def of_situation(situation: str) -> str:
    """Say which options are fine in a situation, which are to be asked about, and which are not."""
    said = words()
    (name,) = [each.name for each in said.situations if each.id == situation]
    by_verdict: dict[str, list[str]] = {}
    for verdict in ("fine", "ask-first", "not-for-you"):
        for way in options():
            if way.explored.answers.of(situation).verdict == verdict:
                by_verdict.setdefault(said.verdicts.of(verdict), []).append(way.explored.short)
    return f"{name}. " + " ".join(f"{key}: {', '.join(v)}." for key, v in by_verdict.items())


def of_week(week: int) -> str:
    """Say what may be so in a week, option by option."""
    each = (f"{way.explored.short}: {way.explored.in_week(week)}" for way in options())
    return f"Week {week}. {' '.join(each)}"
