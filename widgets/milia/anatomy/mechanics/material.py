"""What each triangle is made of, case by case."""

from dataclasses import dataclass

import numpy as np

from .cases import Case
from .mesh import LAYERS, Mesh
from .parameters import Parameters

SLIPPERY = (0.5, 1e4)  # kPa: shear and bulk of a ring that lets a pearl slide


def lame(modulus: float, poisson: float) -> tuple[float, float]:
    """The shear modulus and Lamé's first parameter (kPa) of a Young's modulus."""
    shear = modulus / (2 * (1 + poisson))
    return shear, 2 * shear * poisson / (1 - 2 * poisson)


@dataclass(frozen=True)
class Material:
    """The material of each triangle: shear (kPa), 1 / Lamé's first parameter, and if it is there.

    Triangles of a fluid or of a roof that is gone are not there; `present` says so.
    """

    shear: np.ndarray
    give: np.ndarray
    present: np.ndarray


def materials(mesh: Mesh, parameters: Parameters, case: Case) -> Material:
    """The material of each triangle of the mesh in this case."""
    p = parameters
    stiff = {
        "epidermis": p.living_modulus,
        "dermis": p.dermis_modulus,
        "fat": p.fat_modulus,
        "wall": p.wall_modulus if case.bump else p.dermis_modulus,
        "slip": p.content_modulus if case.bump else p.dermis_modulus,
        "core": p.content_modulus if case.bump else p.dermis_modulus,
    }
    table = [lame(stiff[name], p.poisson) for name in LAYERS]
    if case.loose:
        table[LAYERS.index("slip")] = SLIPPERY
    shear, bulk = np.array(table).T
    present = np.ones(len(mesh.layer), bool)
    if case.contents == "fluid":
        present &= ~mesh.content
    if case.opening:
        present &= ~((mesh.over > 0) & (mesh.over <= case.opening))
    return Material(shear[mesh.layer], 1 / bulk[mesh.layer], present)
