"""A drill on made-up cases: read the clues, decide, and hear why, a few cards at a time."""

from traitlets import Dict, List

from ..base import CourseWidget, css, js
from . import reading
from .cases import Case, cases, words
from .pictures import atlas

STEMS = ("tally", "deal", "card", "end", "drill")


class MiliumOrNot(CourseWidget):
    """Let a learner tell milia from other bumps: `MiliumOrNot("first")`.

    The cases are those of a set in content/drills.yaml, made of what its lesson has taught. The
    page deals eight of them at a time, shuffled anew; how it went stays in the browser, and is
    told to nobody, Python included. Raises `ContentError` for a set that is not there.
    """

    interactive = True

    _esm = js("shared", "drawn", "quiz/sure", "quiz/paper", *(f"drill/{stem}" for stem in STEMS))
    _css = css("shared", "quiz/paper", "drill/drill")

    words = Dict(help="What is said around the cases.").tag(sync=True)
    cases = List(Dict(), help="[{id, kind, who, clues, milium, why, then, picture}]").tag(sync=True)
    atlas = Dict(help="All drawings: {pieces, pictures, look}.").tag(sync=True)

    def __init__(self, name: str) -> None:
        """Make up the cases of this set and draw what can be drawn."""
        self._made = made = cases(name)
        shown = tuple(sorted({case.picture for case in made if case.picture is not None}))
        around = (
            "title",
            "lead",
            "rule",
            "ask",
            "yes",
            "no",
            "cut",
            "tested",
            "private",
            "not_kept",
        )
        super().__init__(
            words={part: getattr(words(), part) for part in around},
            cases=[_laid_out(case, at, shown) for at, case in enumerate(made)],
            atlas=atlas(shown),
        )

    def text(self) -> str:
        """Every case with its clues and what is said to them, and a mark for each drawing."""
        return reading.in_words(self._made)

    def fallback(self) -> str:
        """The cases as a list with their drawings, and what fits folded away."""
        return reading.as_html(self._made)


def _laid_out(case: Case, at: int, shown: tuple[int, ...]) -> dict:
    return {
        "id": at,
        "kind": case.bump.id,
        "who": case.who,
        "clues": [clue.text for clue in case.clues],
        "milium": case.milium,
        "why": list(case.why),
        "then": case.bump.then,
        "picture": None if case.picture is None else shown.index(case.picture),
    }
