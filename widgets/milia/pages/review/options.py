"""Lay open what is told of an option beside the others."""

from ...content.models import SITUATIONS, Explored
from .parts import Line, Row, row

VERDICTS = {"fine": "fine", "ask-first": "ask first", "not-for-you": "not for them"}


def explored(told: Explored) -> tuple[Row, ...]:
    """Return a row for each of its parts, answers for every situation among them."""
    answers = ((name.replace("-", " "), told.answers.of(name)) for name in SITUATIONS)
    return (
        row("Short name", told.short),
        row("Benefits told", *(fact.text for fact in told.benefits)),
        row("Told beside the harms", *(fact.text for fact in told.costs)),
        row("Steps for use", *(fact.text for fact in told.steps)),
        row("Ask a doctor or nurse when", *(fact.text for fact in told.ask)),
        row("When to stop", told.stop),
        row(
            "What may be so when",
            *(
                Line(stretch.text, more="about week {} to {}".format(*stretch.weeks))
                for stretch in told.course
            ),
        ),
        row(
            "For whom",
            *(
                Line(f"{name}: {VERDICTS[answer.verdict]}", more=answer.reason)
                for name, answer in answers
            ),
        ),
    )
