"""Skin in ten tones in words: as plain text, and as HTML where no script runs."""

from html import escape
from pathlib import Path

from ...content.models import ToneWords
from .pictures import address, mark

NUMBERS = Path(__file__).parent / "computed.json"  # written by computed.py
MIDDLE = 6  # one of the two in the middle: shown where no tone is chosen
SIZE = 256  # px


def named(number: int, words: ToneWords) -> str:
    """Name a tone as its button does."""
    end = {1: words.lightest, 10: words.darkest}.get(number)
    return f"Skin tone {number}" + (f", {end}" if end else "")


def in_words(words: ToneWords, numbers: list[dict]) -> str:
    """All that is shown and said, and marks that change when a picture does."""
    lines = [words.title, words.lead, f"{words.choose}:"]
    lines += [f"  {named(row['number'], words)}, {row['colour']}" for row in numbers]
    lines += [words.none, words.forget, words.kept, words.not_kept]
    for state in words.states:
        lines.append(f"{state.name}. {state.says}")
        if state.dark:
            lines.append(f"  From tone {words.dark_from} on: {state.dark}")
        lines.append("  Pictures: " + " ".join(mark(state.id, row["number"]) for row in numbers))
    lines += [words.caption, words.note, f"{words.compare}: {words.compare_ask}"]
    lines += [words.redness, words.redness_says, words.bars, words.redness_limit, words.teachers]
    lines.append(words.teachers_say)
    for row in numbers:
        told = f"{words.mild} {row['mild']}, {words.strong} {row['strong']}"
        lines.append(f"  Tone {row['number']}: {told}")
    return "\n".join(lines)


def as_html(words: ToneWords, numbers: list[dict]) -> str:
    """A middle tone's pictures with their sentences, and the chart as a table."""
    states = "".join(
        f'<li><img src="{address(state.id, MIDDLE)}" alt="{escape(state.name)}, tone {MIDDLE}" '
        f'width="{SIZE}" height="{SIZE}"><br><strong>{escape(state.name)}.</strong> '
        f"{escape(state.says)}</li>"
        for state in words.states
    )
    rows = "".join(
        f"<tr><th>Tone {row['number']}</th><td>{row['mild']}</td><td>{row['strong']}</td></tr>"
        for row in numbers
    )
    return (
        f"<p><strong>{escape(words.title)}</strong></p><p>Tone {MIDDLE} of 10.</p>"
        f"<ul>{states}</ul><p>{escape(words.caption)} {escape(words.note)}</p>"
        f"<p><strong>{escape(words.redness)}.</strong> {escape(words.redness_says)} "
        f"{escape(words.redness_limit)}</p><details><summary>{escape(words.teachers)}</summary>"
        f"<p>{escape(words.teachers_say)}</p><table><thead><tr><th>Tone</th>"
        f"<th>{escape(words.mild)}</th><th>{escape(words.strong)}</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></details>"
    )
