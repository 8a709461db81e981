"""Finite elements on the slice: quadratic displacement and linear pressure (Taylor and Hood).

The pressure here is a mean tension p = lambda div u (kPa), so that nearly incompressible tissue
locks nothing. Plane strain, or axisymmetric about x = 0, where the integrals have a weight of
2 pi x and hoops stretch by u/x.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import splu
from skfem import (
    Basis,
    BilinearForm,
    ElementTriP1,
    ElementTriP2,
    ElementVector,
    FacetBasis,
    LinearForm,
    MeshTri,
)
from skfem.helpers import ddot, div, sym_grad


@BilinearForm
def _shear(u, v, w):
    form = 2 * ddot(sym_grad(u), sym_grad(v))
    if w.axisymmetric:
        form = form + 2 * u[0] * v[0] / w.x[0] ** 2
    return w.modulus * form * w.weight


@BilinearForm
def _swell(u, q, w):
    grown = div(u) + (u[0] / w.x[0] if w.axisymmetric else 0)
    return w.present * grown * q * w.weight


@BilinearForm
def _give(p, q, w):
    return w.give * p * q * w.weight


@dataclass(frozen=True)
class State:
    """A solution: displacement (mm), mean tension (kPa) and what its fluid does."""

    u: np.ndarray
    p: np.ndarray
    fluid: float = 0.0  # kPa
    escaped: float = 0.0  # share of the contents


class Space:
    """The unknowns on one set of triangles, and the matrices of what lies between them."""

    def __init__(
        self, points: np.ndarray, triangles: np.ndarray, *, axisymmetric: bool = False
    ) -> None:
        """Number the unknowns."""
        self.axisymmetric = axisymmetric
        self.mesh = MeshTri(np.ascontiguousarray(points.T), np.ascontiguousarray(triangles.T))
        self.moves = Basis(self.mesh, ElementVector(ElementTriP2()), intorder=4)
        self.presses = self.moves.with_element(ElementTriP1())
        self.count = self.moves.N, self.presses.N
        self.x = np.asarray(self.moves.global_coordinates())  # (2, triangles, points)
        self.weights = self.moves.dx * (2 * np.pi * self.x[0] if axisymmetric else 1)

    def spread(self, each: np.ndarray) -> np.ndarray:
        """A value of each triangle, at each of its quadrature points."""
        return np.repeat(np.asarray(each, float)[:, None], self.moves.dx.shape[1], 1)

    def _of(self, basis) -> dict:
        weight = 2 * np.pi * np.asarray(basis.global_coordinates())[0] if self.axisymmetric else 1.0
        return {"axisymmetric": self.axisymmetric, "weight": weight}

    def stiffness(self, shear: np.ndarray, give: np.ndarray, present: np.ndarray) -> sp.csr_matrix:
        """The matrix of shear (kPa) and give (1/kPa) of each triangle, where it is present."""
        here, of = self.spread(present), self._of(self.moves)
        k = _shear.assemble(self.moves, modulus=self.spread(shear * present), **of)
        b = _swell.assemble(self.moves, self.presses, present=here, **of)
        c = _give.assemble(self.presses, give=self.spread(give * present), **of)
        return sp.bmat([[k, b.T], [b, -c]], format="csr")

    def alive(self, present: np.ndarray) -> np.ndarray:
        """The unknowns that a present triangle has."""
        moves = np.unique(self.moves.element_dofs[:, present])
        presses = np.unique(self.presses.element_dofs[:, present])
        return np.concatenate([moves, self.count[0] + presses])

    def edges(self, facets: np.ndarray, order: int = 4) -> FacetBasis:
        """The displacement on these edges."""
        return FacetBasis(self.mesh, self.moves.elem, facets=facets, intorder=order)

    def held(self, where, *parts: str) -> np.ndarray:
        """The unknowns at places where `where(x)` holds; `parts` are "u^1" and "u^2"."""
        found = self.moves.get_dofs(where)
        return np.concatenate([found.all(part) for part in parts])

    @cached_property
    def volumes(self) -> np.ndarray:
        """The size of each triangle (mm2, or mm3 where axisymmetric)."""
        return self.weights.sum(1)

    def swelling(self, triangles: np.ndarray) -> np.ndarray:
        """How much the volume of these triangles grows with each unknown displacement."""
        inside = Basis(self.mesh, self.moves.elem, intorder=4, elements=triangles)

        @LinearForm
        def grow(v, w):
            return (div(v) + (v[0] / w.x[0] if w.axisymmetric else 0)) * w.weight

        return grow.assemble(inside, **self._of(inside))

    def solver(self, matrix: sp.csr_matrix, free: np.ndarray):
        """Factor the free part of a matrix: a function from a load to all unknowns."""
        part = matrix[free][:, free].tocsc()
        options = {"SymmetricMode": True}
        factors = splu(part, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options=options)

        def solve(load: np.ndarray) -> np.ndarray:
            found = np.zeros(sum(self.count))
            found[free] = factors.solve(load[free])
            return found

        return solve

    def stress(self, u: np.ndarray, p: np.ndarray, shear: np.ndarray) -> np.ndarray:
        """The stress (kPa) at each quadrature point: rows xx, yy, zz, xy."""
        field, mean = self.moves.interpolate(u), np.asarray(self.presses.interpolate(p))
        strain, twice = sym_grad(field), 2 * self.spread(shear)
        hoop = np.asarray(field)[0] / self.x[0] if self.axisymmetric else np.zeros_like(mean)
        xx, yy, xy = strain[0, 0], strain[1, 1], strain[0, 1]
        return np.stack([twice * xx + mean, twice * yy + mean, twice * hoop + mean, twice * xy])
