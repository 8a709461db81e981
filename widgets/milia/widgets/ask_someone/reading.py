"""The clues and results in words: as nbval compares them, and as HTML where no script runs."""

from html import escape

from ...content import Content
from ...content.models import Band, Sign
from .table import Table


def in_words(content: Content, table: Table) -> str:
    """Name every clue with its band, and all that a result can say."""
    words = content.find("asking", "ask-someone")
    lines = [words.title, words.lead, words.no_diagnosis, words.unsure]
    lines += [words.private, words.emergency, words.who]
    lines += [f"  {' '.join(filter(None, (p.name + '.', p.tell)))}" for p in words.people]
    for band in content.care.values():
        lines += ["", f"{band.name}: {band.says}", f"  {band.what_to_do}"]
        lines += [f"  About a baby: {band.for_baby}"] if band.for_baby else []
        lines += [f"  {band.call.head}: {band.call.first} {band.call.ask}"]
        for clue in table.clues.values():
            if clue.band == band.id:
                lines.append(f"  Clue {clue.id}: {clue.question}")
                lines += [f"    - {choice}" for choice in (*clue.choices, *clue.calm_too)]
                lines.append(f"    Said: {clue.tell}")
    said = (words.said.yes, words.said.no, words.said.unsure, words.calm_too)
    lines += ["", *said, words.unsure_tell, words.no_tell, words.be_ready]
    return "\n".join([*lines, ", ".join(words.to_fill_in)])


def as_html(content: Content) -> str:
    """The bands with their signs as lists, and what to say folded away."""
    words = content.find("asking", "ask-someone")
    before = (words.no_diagnosis, words.emergency)
    return "".join(
        [
            f"<p><strong>{escape(words.title)}</strong></p>",
            *(f"<p>{escape(line)}</p>" for line in before),
            *map(_band, content.care.values()),
        ]
    )


def line(sign: Sign) -> str:
    """A sign with what else must be so, on one line."""
    if sign.any_of:
        return f"{sign.sign}, and one of these: {'; '.join(sign.any_of)}"
    also = "; ".join(condition.so for condition in sign.all_of)
    return f"{sign.sign}, and all of these: {also}" if also else sign.sign


def _band(band: Band) -> str:
    to_do = " ".join(filter(None, (band.what_to_do, band.for_baby)))
    return (
        f"<p><strong>{escape(band.name)}</strong>. {escape(to_do)}</p>"
        f"<ul>{''.join(map(_sign, band.signs))}</ul>"
        f"<details><summary>{escape(band.call.head)}</summary>"
        f"<ul><li>{escape(band.call.first)}</li><li>{escape(band.call.ask)}</li></ul></details>"
    )


def _sign(sign: Sign) -> str:
    more = sign.any_of or [condition.so for condition in sign.all_of]
    if not more:
        return f"<li>{escape(sign.sign)}</li>"
    head = "and one of these" if sign.any_of else "and all of these"
    items = "".join(f"<li>{escape(text)}</li>" for text in more)
    return f"<li>{escape(sign.sign)}, {head}:<ul>{items}</ul></li>"
