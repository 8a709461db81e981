"""What is read off a solution: stress around a bump, in its lining, and how far it moves."""

from dataclasses import asdict, dataclass

import numpy as np

from .cases import CASES
from .material import materials
from .mesh import LAYERS, Mesh
from .solve import Solved
from .space import Space

AROUND = 0.5  # mm of dermis about a sac


def von_mises(stress: np.ndarray) -> np.ndarray:
    """The von Mises stress of rows xx, yy, zz, xy."""
    xx, yy, zz, xy = stress
    mean = (xx + yy + zz) / 3
    parts = (xx - mean) ** 2 + (yy - mean) ** 2 + (zz - mean) ** 2 + 2 * xy**2
    return np.sqrt(1.5 * parts)


def percentile(values: np.ndarray, weights: np.ndarray, share: float) -> float:
    """The value below which this share of the weight lies."""
    order = np.argsort(values, axis=None)
    total = np.cumsum(weights.ravel()[order])
    return float(values.ravel()[order][np.searchsorted(total, share * total[-1])])


def dermis_around(mesh: Mesh, radius: float) -> np.ndarray:
    """Triangles of dermis within half a millimetre of the sac, its roof not among them."""
    away = mesh.points[mesh.triangles].mean(1) - [0, mesh.centre]
    near = np.hypot(*away.T) < radius + AROUND
    return near & (mesh.layer == LAYERS.index("dermis")) & (mesh.over == 0)


def lining(mesh: Mesh) -> np.ndarray:
    """Triangles of the sac's own wall, its roof not among them."""
    return (mesh.layer == LAYERS.index("wall")) & (mesh.over == 0)


@dataclass(frozen=True)
class Measures:
    """A case in numbers: stress in kPa, shares of one, lengths in mm."""

    around: float  # 95th percentile of von Mises stress in the dermis around
    around_mean: float
    wall: float  # the same in the sac's lining
    wall_mean: float
    pressure: float  # of a fluid
    escaped: float  # share of the contents that has left
    risen: float  # mean rise of the sac's contents
    beside: float  # mean rise of the skin's surface just beside the bump


def read(
    space: Space, mesh: Mesh, radius: float, u: np.ndarray, stress: np.ndarray, weights: np.ndarray
) -> dict:
    """The measures that only need a displacement and its stress."""
    mises = von_mises(stress)
    derm, wall, inside = dermis_around(mesh, radius), lining(mesh), mesh.content
    field = np.asarray(space.moves.interpolate(u))

    def mean(values: np.ndarray, part: np.ndarray) -> float:
        return float((values[part] * weights[part]).sum() / weights[part].sum())

    beside = np.abs(mesh.points[:, 0] - (radius + 0.35)) < 0.25
    beside &= np.abs(mesh.healthy[:, 1]) < 1e-6
    return {
        "around": percentile(mises[derm], weights[derm], 0.95),
        "around_mean": mean(mises, derm),
        "wall": percentile(mises[wall], weights[wall], 0.95),
        "wall_mean": mean(mises, wall),
        "risen": mean(field[1], inside),
        "beside": float(u[space.moves.nodal_dofs[1, beside]].mean()),
    }


def measure(solved: Solved, case: str) -> Measures:
    """A case of the linear model in numbers."""
    part, state = solved.slice_of(case), solved.states[case]
    material = materials(solved.mesh, solved.parameters, CASES[case])
    stress = part.space.stress(state.u, state.p, material.shear * material.present)
    found = read(
        part.space, solved.mesh, solved.parameters.radius, state.u, stress, part.space.weights
    )
    return Measures(**found, pressure=float(state.fluid), escaped=float(state.escaped))


def numbers(measures: Measures) -> dict[str, float]:
    """The same, for a file."""
    return asdict(measures)
