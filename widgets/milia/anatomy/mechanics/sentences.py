"""What may be said on the screen, and in how many samples of 100 it holds.

Keys only: the words that learners read are content. A sentence that is computed carries its share
and is never bare below 95; what is put in has none, because it could not come out otherwise.
"""

from collections.abc import Callable
from dataclasses import dataclass

Cases = dict[str, dict[str, float]]
BARE_FROM = 95  # of 100
STAYS = 0.1  # mm
LIFTS = 0.02  # mm
FLOWS = 0.01  # share of the contents


@dataclass(frozen=True)
class Sentence:
    """A sentence that the model computes, and how to tell whether it holds in a sample."""

    says: str
    holds: Callable[[Cases], bool]


def _more(case: str, other: str, what: str) -> Callable[[Cases], bool]:
    return lambda cases: cases[case][what] >= cases[other][what]


def _together(case: str, other: str, what: str) -> Callable[[Cases], bool]:
    return lambda cases: abs(cases[case][what] - cases[other][what]) <= STAYS


COMPUTED = {
    "fluid-has-pressure": Sentence(
        "A pinch puts the fluid in a pustule under pressure.",
        lambda cases: cases["closed-pustule"]["pressure"] > 0,
    ),
    "open-pore-lets-fluid-out": Sentence(
        "Through an open pore more than 1 % of the fluid leaves.",
        lambda cases: cases["open-pustule"]["escaped"] > FLOWS,
    ),
    "around-milium-more": Sentence(
        "The skin around a milium is stressed more than healthy skin.",
        _more("milium", "healthy", "around"),
    ),
    "around-closed-pustule-more": Sentence(
        "The skin around a pustule before anything flows is stressed more than healthy skin.",
        _more("closed-pustule", "healthy", "around"),
    ),
    "around-open-pustule-more": Sentence(
        "The skin around a pustule that has let fluid out is stressed more than healthy skin.",
        _more("open-pustule", "healthy", "around"),
    ),
    "around-closed-pustule-at-least-milium": Sentence(
        "The skin around a pustule is stressed at least as much as that around a milium.",
        _more("closed-pustule", "milium", "around"),
    ),
    "around-open-pustule-at-least-milium": Sentence(
        "The skin around an emptied pustule is stressed at least as much as that around a milium.",
        _more("open-pustule", "milium", "around"),
    ),
    "pustule-wall-at-least-milium-wall": Sentence(
        "A pustule's own wall is stressed at least as much as a milium's.",
        _more("closed-pustule", "milium", "wall"),
    ),
    "open-pustule-wall-at-least-milium-wall": Sentence(
        "The wall of a pustule that has let fluid out is stressed at least as much as a milium's.",
        _more("open-pustule", "milium", "wall"),
    ),
    "milium-stays-with-its-skin": Sentence(
        f"A milium goes where that spot in healthy skin goes, within {STAYS} mm up or down.",
        _together("milium", "healthy", "risen"),
    ),
    "loose-milium-stays-with-its-skin": Sentence(
        f"A milium that slides in its sac does so too, within {STAYS} mm.",
        _together("loose-milium", "healthy", "risen"),
    ),
    "pinch-does-not-lift-an-opened-milium": Sentence(
        f"A pinch from the sides lifts an opened milium no further than a sealed one "
        f"(by {LIFTS} mm at most).",
        lambda cases: cases["opened-milium"]["risen"] - cases["milium"]["risen"] <= LIFTS,
    ),
    "pinch-does-not-lift-a-wider-opened-milium": Sentence(
        f"Nor does it with a wider opening (by {LIFTS} mm at most).",
        lambda cases: cases["wider-opened-milium"]["risen"] - cases["milium"]["risen"] <= LIFTS,
    ),
}  # fmt: skip

PUT_IN = {
    "milium-is-sealed": "A milium has no way out.",
    "milium-is-solid": "The contents of a milium do not flow.",
    "nothing-leaves-a-milium": "Nothing leaves a milium: it follows from the two above.",
    "pustule-holds-fluid": "The contents of a pustule flow and cannot be pressed smaller.",
    "open-pore-is-open": "An open pore is open, and stays so.",
    "one-shape": "Pustule and milium have the same shape here, so that only the contents differ.",
}


def shares(samples: list[dict[str, Cases]], sheet: str) -> dict[str, float]:
    """Of 100 samples, in how many each computed sentence holds under this assumption."""
    return {
        key: round(100 * sum(each.holds(s[sheet]) for s in samples) / len(samples), 1)
        for key, each in COMPUTED.items()
    }
