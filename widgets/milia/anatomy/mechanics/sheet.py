"""The horny layer: a sheet without thickness on top of the skin.

Under a pinch it can fold along its fine lines, so it pulls but does not push ("slack"). The other
assumption, a flat sheet that also carries a push ("taut"), is kept beside it.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import scipy.sparse as sp
from skfem import BilinearForm

from .parameters import Parameters
from .space import Space

Sheet = Literal["slack", "taut"]


def along(gradient, normal):
    """The change of a displacement along an edge, as a vector."""
    tangent = [-normal[1], normal[0]]
    return [sum(gradient[i, j] * tangent[j] for j in range(2)) for i in range(2)], tangent


def _stretch(u, w):
    change, tangent = along(u.grad, w.n)
    return sum(change[i] * tangent[i] for i in range(2))


@BilinearForm
def _pull(u, v, w):
    form = w.pulls * _stretch(u, w) * _stretch(v, w)
    if w.axisymmetric:  # hoops, which stretch by u/x
        form = form + w.hoops * u[0] * v[0] / w.x[0] ** 2
    return form * w.weight


@dataclass
class Horny:
    """The sheet on these edges of a space, and where it is there."""

    space: Space
    facets: np.ndarray
    parameters: Parameters
    gone: np.ndarray

    def __post_init__(self) -> None:
        """Lay the sheet on the edges."""
        p = self.parameters
        self.basis = self.space.edges(self.facets)
        self.strength = p.horny_modulus * p.horny_thickness / (1 - p.poisson**2)  # kPa mm
        there = np.repeat(~self.gone[:, None], self.basis.dx.shape[1], 1)
        self.there = there.astype(float)

    def matrix(self, pulls: np.ndarray, hoops: np.ndarray) -> sp.csr_matrix:
        """The stiffness of the sheet where it is in use (shares at each quadrature point)."""
        strong = self.strength * self.there
        of = self.space._of(self.basis)
        return _pull.assemble(self.basis, pulls=strong * pulls, hoops=strong * hoops, **of)

    def stretched(self, u: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """How much the sheet is stretched along the slice, and round it."""
        field = self.basis.interpolate(u)
        normal = np.asarray(self.basis.normals)
        tangent = np.stack([-normal[1], normal[0]])
        line = np.einsum("ij...,i...,j...->...", field.grad, tangent, tangent)
        if not self.space.axisymmetric:
            return line, np.zeros_like(line)
        return line, np.asarray(field)[0] / np.asarray(self.basis.global_coordinates())[0]
