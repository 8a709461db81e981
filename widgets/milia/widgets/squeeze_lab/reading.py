"""The lab in words: as nbval compares it, and as HTML where no script runs."""

from collections.abc import Iterable
from hashlib import sha256
from html import escape

from ...anatomy.mechanics import reader
from ...content.models import Squeezing
from ...content.models.squeezing import SqueezePanel, SqueezeState
from .data import around, left
from .frames import frame
from .sentences import level, noted, said, share_rows, spread_rows

STILLS = (0, 3, 6)  # per cent: what paper shows


def state_said(panel: SqueezePanel, state: SqueezeState, percent: float) -> str:
    """Say one case at a pinch."""
    name = f"{panel.name}, {state.choice.lower()}" if state.choice else panel.name
    told = " ".join(map(said, state.pressed)) if percent and state.pressed else panel.about
    return f"{name}. {told}"


def spoken(told: Squeezing, percent: float) -> str:
    """Say every case at a pinch, the level first."""
    states = (state_said(p, state, percent) for p in told.panels for state in p.states)
    return " ".join([f"{level(percent)}.", *states])


def measured(told: Squeezing, case: str, percent: float) -> list[str]:
    """The numbers of a case at a pinch."""
    lines = []
    if percent and case != "healthy":
        lines.append(told.around.format(f"{around(case, percent):.1f}"))
    if reader.header()["cases"][case]["contents"] == "fluid":
        lines.append(told.left.format(f"{100 * left(case, percent):.0f}"))
    return lines


def in_words(told: Squeezing, data: str) -> str:
    """All that is shown and said, and a mark that changes when the solution does."""
    lines = [told.title, told.lead, told.lesson.text, told.slider, told.choose]
    lines += [f"  {each.word}" for each in told.levels]
    lines += [f"  ( ) {each}" for each in (told.look, told.tissue, told.stress, told.opening)]
    lines += [f"  {each}" for each in told.tissues]
    lines += [told.legend, *(f"  {each}" for each in told.scale), told.rest, told.true_size]
    for panel in told.panels:
        lines += ["", f"{panel.name}. {panel.about}"]
        for state in panel.states:
            for percent in STILLS:
                numbers = measured(told, state.case, percent)
                sentence = state_said(panel, state, percent)
                lines += [f"  {level(percent)}: {sentence}", *(f"    {line}" for line in numbers)]
    lines += ["", told.beside]
    for title, lead, each in boxes(told):
        lines += ["", title, lead, *(f"  {line}" for line in each)]
    lines += ["", told.sure_title, *(f"  {line}" for line in told.sure)]
    for table in tables(told):
        lines += [f"  {' | '.join(row)}" for row in table]
    lines += [f"  {told.again}", "", told.leaves_out_title]
    lines += [f"  {line}" for line in told.leaves_out]
    return "\n".join([*lines, "", f"solution sha256 {sha256(data.encode()).hexdigest()[:12]}"])


def boxes(told: Squeezing) -> list[tuple[str, str, list[str]]]:
    """What was put in, what was worked out and what doctors say, each apart."""
    worked = [f"{text} ({note})" if note else text for text, note in map(noted, told.computed)]
    return [
        (told.put_in_title, told.put_in_lead, [each.text for each in told.put_in]),
        (told.computed_title, told.computed_lead, worked),
        (told.clinical_title, "", [each.text for each in told.clinical]),
    ]


def tables(told: Squeezing) -> list[list[list[str]]]:
    """How often each sentence holds, and how widely stress varies."""
    return [[list(told.columns), *share_rows()], [list(told.spread), *spread_rows()]]


def as_html(told: Squeezing) -> str:
    """Pictures at three pinches, the numbers, the boxes, and the rest to unfold."""
    sure = _ul(told.sure) + "".join(map(_table, tables(told))) + f"<p>{escape(told.again)}</p>"
    return (
        f"<p><strong>{escape(told.title)}</strong></p><p>{escape(told.lead)}</p>"
        f"<p>{escape(told.lesson.text)}</p>{''.join(_panel(told, p) for p in told.panels)}"
        f"<p>{escape(told.beside)}</p><p>{escape(told.true_size)}</p>"
        + "".join(
            f"<p><strong>{escape(title)}</strong></p><p>{escape(lead)}</p>{_ul(lines)}"
            for title, lead, lines in boxes(told)
        )
        + _details(told.sure_title, sure)
        + _details(told.leaves_out_title, _ul(told.leaves_out))
    )


def _panel(told: Squeezing, panel: SqueezePanel) -> str:
    rows = []
    for place, state in enumerate(panel.states):
        for percent in STILLS:
            words = state_said(panel, state, percent)
            cells = [level(percent), " ".join([words, *measured(told, state.case, percent)])]
            picture = "" if place else f'<img src="{frame(state.case, percent)}" alt="">'
            if percent or not place:
                row = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
                rows.append(f"<tr><td>{picture}</td>{row}</tr>")
    return (
        f"<p><strong>{escape(panel.name)}.</strong> {escape(panel.about)}</p>"
        f"<table><tbody>{''.join(rows)}</tbody></table>"
    )


def _table(rows: list[list[str]]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in rows[0])
    body = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows[1:])
    lines = "".join(f"<tr>{row}</tr>" for row in body)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _details(summary: str, inside: str) -> str:
    return f"<details><summary>{escape(summary)}</summary>{inside}</details>"


def _ul(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
