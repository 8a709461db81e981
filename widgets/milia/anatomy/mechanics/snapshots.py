"""The large-strain model along the pinch: every quarter per cent from none to ten, case by case."""

import io

import numpy as np

from .cases import CASES
from .finite import Finite
from .measures import read
from .mesh import Mesh, build
from .parameters import Parameters
from .solve import Slice, travel_for
from .space import State

FINENESS = 3.0
PINCHES = tuple(step / 400 for step in range(1, 41))


def travels(mesh: Mesh, parameters: Parameters, pinches: tuple[float, ...]) -> np.ndarray:
    """How far fingers travel (mm) to pinch healthy skin by each share, at large strains."""
    healthy = Slice(mesh, parameters, bump=False)
    tries = travel_for(healthy, pinches[-1]) * np.linspace(0.1, 1.2, 12)
    found = [0.0]
    finite = Finite(healthy, "healthy")
    finite.follow(list(tries), lambda _, state: found.append(healthy.shortening(state.u)))
    known = np.concatenate([[0.0], tries])[: len(found)]
    return np.interp(pinches, found, known)


def shear_parts(stress: np.ndarray) -> np.ndarray:
    """The parts of a stress that change shape: xx - yy, xy, and zz less the mean of xx and yy.

    They are signed, so that they change smoothly along a pinch where von Mises stress, which is
    sqrt(3/4 a^2 + 3 b^2 + c^2) of them, has a kink.
    """
    xx, yy, zz, xy = stress
    return np.stack([xx - yy, xy, zz - (xx + yy) / 2])


def snapshot(
    case: str,
    travel: np.ndarray,
    *,
    parameters: Parameters = Parameters(),  # noqa: B008
    fineness: float = FINENESS,
) -> dict[str, np.ndarray]:
    """A case at each travel that was reached: vertices' displacement, stress, and what is read off.

    moved: (k, n, 2) mm; stress: (k, m, 3) kPa, means of each triangle, see `shear_parts`;
    read: (k, 7), see `COLUMNS`.
    """
    mesh = build(parameters, fineness)
    part = Slice(mesh, parameters, bump=CASES[case].bump)
    finite, rows = Finite(part, case), []

    def keep(_: int, state: State) -> None:
        stress, weights = finite.cauchy(state)
        found = read(part.space, mesh, parameters.radius, state.u, stress, weights)
        _, volume, _ = finite.kinematics(state.u)
        mean = (shear_parts(stress) * weights).sum(2) / weights.sum(1)
        moved = state.u[part.space.moves.nodal_dofs].T
        numbers = [state.fluid, state.escaped, part.shortening(state.u), volume.min()]
        rows.append((moved, mean.T, [found["around"], found["wall"], found["risen"], *numbers]))

    finite.follow(list(travel), keep)
    moved, stress, numbers = (np.array(each) for each in zip(*rows, strict=True))
    return {"moved": moved, "stress": stress, "read": numbers, "travel": travel[: len(rows)]}


COLUMNS = ("around", "wall", "risen", "pressure", "escaped", "shortening", "least_volume")


def packed(arrays: dict[str, np.ndarray]) -> bytes:
    """The arrays as the bytes of an .npz file."""
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()
