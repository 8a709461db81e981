"""The drill in words: as nbval compares it, and as HTML where no script runs."""

from collections.abc import Sequence
from hashlib import sha256
from html import escape

from .cases import Case, words
from .pictures import plain, shapes

AROUND = ("title", "lead", "rule", "cut", "tested", "private", "not_kept")


def in_words(made: Sequence[Case]) -> str:
    """Name every case, its clues, what fits, why, and a mark that changes with a picture."""
    lines = [getattr(words(), part) for part in AROUND]
    for count, case in enumerate(made, 1):
        lines += [f"{count}. {_told(case)}", f"   {_answer(case)}"]
        if case.picture is not None:
            lines.append(f"   Picture {case.picture + 1}: {shapes()[case.picture].alt}")
    for at in sorted({case.picture for case in made if case.picture is not None}):
        mark = sha256(plain(shapes()[at]).encode()).hexdigest()[:12]
        lines.append(f"Picture {at + 1} sha256 {mark}")
    return "\n".join(lines)


def as_html(made: Sequence[Case]) -> str:
    """The cases as a numbered list, each drawing once, and the answers folded away."""
    drill, told = words(), "".join(f"<li>{escape(_told(case))}</li>" for case in made)
    answers = "".join(f"<li>{escape(_answer(case))}</li>" for case in made)
    return (
        f"<p><strong>{escape(drill.title)}</strong></p><p>{escape(drill.lead)}</p>"
        f"<p>{escape(drill.rule)}</p><ol>{told}</ol>"
        f"<details><summary>Answers</summary><ol>{answers}</ol></details>"
        f"<p>{escape(drill.tested)}</p>"
    )


def _told(case: Case) -> str:
    return " ".join([case.who, *(clue.text for clue in case.clues)])


def _answer(case: Case) -> str:
    verdict = words().yes if case.milium else words().no
    return " ".join([f"{verdict}.", *case.why, case.bump.then])
