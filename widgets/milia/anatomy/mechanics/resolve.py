"""Change a number and solve again: the small-strain model, for a curious reader with a kernel."""

from dataclasses import dataclass
from importlib.util import find_spec

from .cases import CASES, DRAWN
from .parameters import Parameters

MOST = 0.12  # a share: beyond it small strains say nothing
NEEDS = ("numpy", "scipy", "skfem")


@dataclass(frozen=True)
class Answer:
    """One case: stress in the skin around (times healthy skin), and the share that left."""

    words: str
    times_healthy: float
    escaped: float
    moves_with_skin: float  # mm the contents rise more than the same spot in healthy skin


def resolve(parameters: Parameters | None = None, pinch: float = 0.10) -> dict[str, Answer]:
    """Solve every case with these numbers at a pinch (a share, 0.10 is ten per cent).

    A number out of its bounds and a missing solver are errors that say what to do.
    """
    if not (isinstance(pinch, int | float) and 0 < pinch <= MOST):
        raise ValueError(
            f"pinch is {pinch}. Choose a share above 0 and up to {MOST}: 0.1 brings the fingers a "
            "tenth closer, and beyond that this model of small strains says nothing."
        )
    missing = [name for name in NEEDS if find_spec(name) is None]
    if missing:
        raise RuntimeError(
            f"The solvers are not installed ({', '.join(missing)}). Run `make model ARGS=install` "
            "(or `python run.py model install`) in the course's folder, then restart the kernel."
        )
    from .measures import measure
    from .solve import solve_all

    solved = solve_all(parameters or Parameters(), pinch, cases=DRAWN)
    found = {case: measure(solved, case) for case in solved.states}
    calm = found["healthy"]
    return {
        case: Answer(
            CASES[case].words,
            round(each.around / calm.around, 3),
            round(each.escaped, 4),
            0.0 if CASES[case].contents == "fluid" else round(each.risen - calm.risen, 4),
        )
        for case, each in found.items()
    }
