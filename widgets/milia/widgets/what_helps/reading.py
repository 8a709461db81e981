"""The options in words: as nbval compares them, and as HTML where no script runs."""

from collections.abc import Iterable
from html import escape

from ...content.models import Treatment
from .options import bad, facts, options, sure, words

HEADS = ("Option", "May be good", "May be bad", "What to expect", "How sure")
USE, NOT_FOR, ASK = "How it is used", "Not for", "Ask a doctor or nurse if"


def when(weeks: tuple[int, int]) -> str:
    """Say a stretch of weeks, never as if it were exact."""
    first, last = weeks
    return f"About week {first}" if first == last else f"About week {first} to {last}"


def in_words(now: str) -> str:
    """Name everything that is shown or can be said, and what is said now."""
    said = words()
    lines = [said.title, said.lead, said.proof, said.who]
    lines += [f"  [ ] {situation.label}" for situation in said.situations]
    for way in options():
        lines += ["", way.explored.short]
        lines += [f"  {head}: {'; '.join(texts)}" for head, texts in _lists(way)]
        lines += [f"  {head}: {text}" for head, text in (*_rest(way), *facts(way))]
        lines += [f"  {way.explored.stop}"] if way.explored.stop else []
        lines += [f"  {line}" for line in (*_answers(way), *_course(way))]
    lines += ["", said.time, said.no_promise, said.week]
    lines += [said.matters, *(f"  {question.text}" for question in said.questions), said.close]
    return "\n".join([*lines, "", now])


def as_html() -> str:
    """The options as a table of good and bad, and the rest as lists."""
    said = words()
    head = "".join(f"<th>{escape(name)}</th>" for name in HEADS)
    before = "".join(f"<p>{escape(line)}</p>" for line in (said.lead, said.proof))
    weigh = _ul(question.text for question in said.questions)
    return (
        f"<p><strong>{escape(said.title)}</strong></p>{before}"
        f"<table><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(map(_row, options()))}</tbody></table>"
        f"<p><strong>{escape(said.time)}</strong></p><p>{escape(said.no_promise)}</p>"
        f"{''.join(map(_more, options()))}"
        f"<p><strong>{escape(said.matters)}</strong></p>{weigh}<p>{escape(said.close)}</p>"
    )


def _row(way: Treatment) -> str:
    told = way.explored
    good = _ul(fact.text for fact in told.benefits)
    cells = (good, _ul(bad(way)), *(escape(text) for _, text in _rest(way)))
    return f"<tr><th>{escape(told.short)}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _more(way: Treatment) -> str:
    lists = "".join(f"<p>{escape(head)}:</p>{_ul(texts)}" for head, texts in _lists(way)[2:])
    first = _ul(f"{head}: {text}" for head, text in facts(way))
    stop = f"<p>{escape(way.explored.stop)}</p>" if way.explored.stop else ""
    return (
        f"<details><summary>{escape(way.explored.short)}: more</summary>"
        f"{first}{lists}{stop}{_ul(_answers(way))}{_ul(_course(way))}</details>"
    )


def _rest(way: Treatment) -> list[tuple[str, str]]:
    return [(HEADS[3], way.expect), (HEADS[4], sure(way))]


def _lists(way: Treatment) -> list[tuple[str, list[str]]]:
    told = way.explored
    return [
        (HEADS[1], [fact.text for fact in told.benefits]),
        (HEADS[2], bad(way)),
        (USE, [fact.text for fact in told.steps]),
        (NOT_FOR, list(way.not_for)),
        (ASK, [fact.text for fact in told.ask]),
    ]


def _answers(way: Treatment) -> list[str]:
    said = words()
    answers = ((each.name, way.explored.answers.of(each.id)) for each in said.situations)
    return [f"{name}: {said.verdicts.of(a.verdict)}. {a.reason}" for name, a in answers]


def _course(way: Treatment) -> list[str]:
    return [f"{when(stretch.weeks)}: {stretch.text}" for stretch in way.explored.course]


def _ul(texts: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"
