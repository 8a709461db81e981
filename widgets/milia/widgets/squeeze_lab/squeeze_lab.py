"""A model of pinched skin: press, and see what moves, what leaves and what is stressed."""

from traitlets import Dict, Float, Unicode, validate

from ...anatomy.mechanics.parameters import Parameters
from ...content import ContentError
from ...content.models import Squeezing
from ..base import CourseWidget, css, js
from .data import packed
from .reading import as_html, in_words, spoken
from .sentences import noted, said, share_rows, spread_rows, words

PARTS = ("field", "slice", "paint", "parts", "squeeze_lab")  # of its script


class SqueezeLab(CourseWidget):
    """Pinch healthy skin, a pustule and a milium in a finite-element model: `SqueezeLab()`.

    `pinch` (per cent, from 0) is set as the learner goes; the last level of the words is the end,
    as beyond it the floor of a sac folds and details mean nothing.
    """

    interactive = True

    _esm = js("shared", *(f"squeeze_lab/{part}" for part in PARTS))
    _css = css("shared", "squeeze_lab/squeeze_lab")

    pinch = Float(0.0, help="How hard, in per cent.").tag(sync=True)
    words = Dict(help="All that is said: content/squeezing.yaml.").tag(sync=True)
    data = Unicode(help="The frozen solution of what is drawn, as a data URI.").tag(sync=True)
    finger = Float(help="mm from the middle to a finger.").tag(sync=True)

    def __init__(self) -> None:
        """Look up the words and the solution."""
        told = words()
        super().__init__(
            words=_words(told), data=packed(told.cases, most() / 100), finger=Parameters().gap
        )

    @validate("pinch")
    def _in_reach(self, proposal: dict) -> float:
        return a_pinch(proposal["value"])

    def describe(self, pinch: float | None = None) -> str:
        """Say every case at a pinch in per cent, as the page says it."""
        return spoken(words(), self.pinch if pinch is None else a_pinch(pinch))

    @staticmethod
    def solve(pinch: float = 10, **parameters: float) -> str:
        """Solve the small-strain model again, with other numbers, such as `dermis_modulus=200`.

        A number that is not there or out of its bounds, and missing solvers, are errors that say
        what to do.
        """
        from ...anatomy.mechanics.resolve import resolve  # it needs the extra `model`

        unknown = [name for name in parameters if name not in vars(Parameters())]
        if unknown:
            raise ContentError(
                f"The model has no number '{unknown[0]}'. It has {', '.join(vars(Parameters()))}."
            )
        found = resolve(Parameters(**parameters), pinch / 100)
        return "\n".join(
            f"{each.words}: {each.times_healthy:.2f} x healthy skin, "
            f"{100 * each.escaped:.0f} of 100 parts left"
            for each in found.values()
        )

    def text(self) -> str:
        """Everything the lab shows and can say."""
        return in_words(words(), self.data)

    def fallback(self) -> str:
        """Still pictures, a table of what happens, and the boxes; nothing to press."""
        return as_html(words())


def most() -> int:
    """Where the slider ends, in per cent."""
    return words().levels[-1].upto


def a_pinch(percent: float) -> float:
    """Return a pinch that the lab shows, or refuse it."""
    if not 0 <= percent <= most():
        raise ContentError(f"No pinch of {percent} %. Choose one from 0 to {most()}.")
    return percent


def _words(told: Squeezing) -> dict:
    """The words as the page shows them: every sentence as it may be said."""
    plain = (
        "title", "lead", "slider", "look", "tissue", "stress", "choose", "opening", "tissues",
        "legend", "scale", "rest", "true_size", "around", "left", "beside", "again",
    )  # fmt: skip
    return {
        **{name: getattr(told, name) for name in plain},
        "lesson": told.lesson.text,
        "levels": [level.model_dump() for level in told.levels],
        "panels": [
            {
                "name": panel.name,
                "about": panel.about,
                "states": [
                    {
                        "case": state.case,
                        "choice": state.choice or "",
                        "pressed": " ".join(said(sentence) for sentence in state.pressed),
                    }
                    for state in panel.states
                ],
            }
            for panel in told.panels
        ],
        "boxes": [
            [told.put_in_title, told.put_in_lead, [[each.text, ""] for each in told.put_in]],
            [told.computed_title, told.computed_lead, [noted(each) for each in told.computed]],
            [told.clinical_title, "", [[each.text, ""] for each in told.clinical]],
        ],
        "sure": [told.sure_title, list(told.sure)],
        "tables": [[list(told.columns), share_rows()], [list(told.spread), spread_rows()]],
        "leaves_out": [told.leaves_out_title, list(told.leaves_out)],
    }
