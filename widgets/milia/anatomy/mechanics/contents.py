"""A fluid in a sac: it keeps its volume, or leaks through a pore until its pressure is gone."""

import math
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from .mesh import Mesh
from .space import Space

# Integrals of N_i dN_j/ds on an edge with its ends and its midpoint as nodes, in this order.
_EDGE = np.array([[-1 / 2, -1 / 6, 2 / 3], [1 / 6, 1 / 2, -2 / 3], [-2 / 3, 2 / 3, 0]])


@dataclass(frozen=True)
class Sac:
    """The outline of the contents: its area is the sum of x dy from below round to above.

    That sum is bilinear in the places of the nodes, so its first derivative is exact and its second
    (`bend`) constant, however far the sac is deformed (plane strain).
    """

    bend: sp.csr_matrix
    places: np.ndarray
    volume: float

    @classmethod
    def of(cls, space: Space, mesh: Mesh) -> "Sac":
        """The sac of a slice."""
        inside = mesh.content
        tri = space.mesh
        left, right = tri.f2t
        between = (right >= 0) & (inside[left] != inside[np.where(right < 0, left, right)])
        facets = np.flatnonzero(between)
        ends = tri.facets[:, facets]
        a, b = tri.p[:, ends[0]], tri.p[:, ends[1]]
        centre = np.array([[0.0], [mesh.centre]])
        turn = (b - a)[0] * (centre - a)[1] - (b - a)[1] * (centre - a)[0]
        ends = np.where(turn > 0, ends, ends[::-1])
        vertices, middles = space.moves.nodal_dofs, space.moves.facet_dofs
        x, y = (np.stack([vertices[i, ends[0]], vertices[i, ends[1]], middles[i, facets]])
                for i in range(2))  # fmt: skip
        rows = np.repeat(x[:, None, :], 3, 1).ravel()
        cols = np.repeat(y[None, :, :], 3, 0).ravel()
        values = np.repeat(_EDGE[:, :, None], facets.size, 2).ravel()
        half = sp.coo_matrix((values, (rows, cols)), shape=(space.count[0],) * 2).tocsr()
        bend = (half + half.T).tocsr()
        places = np.zeros(space.count[0])
        at = space.moves.doflocs
        places[vertices[0]], places[vertices[1]] = tri.p
        places[middles[0]], places[middles[1]] = at[0, middles[0]], at[1, middles[1]]
        return cls(bend, places, float(places @ bend @ places) / 2)

    def volume_at(self, u: np.ndarray) -> float:
        """The area inside (mm2 of the half slice) after this displacement."""
        now = self.places + u
        return float(now @ (self.bend @ now)) / 2

    def push(self, u: np.ndarray) -> np.ndarray:
        """How the area grows with each displacement: the force of a pressure of 1 kPa."""
        return self.bend @ (self.places + u)


def seal(solve, load: np.ndarray, grow: np.ndarray) -> tuple[np.ndarray, float]:
    """Solve with a fluid that keeps its volume: all unknowns, and its pressure (kPa).

    solve: from a load to the unknowns, with the contents gone; grow: how the volume grows.
    """
    found, swell = solve(load), solve(grow)
    pressure = -float(grow @ found) / float(grow @ swell)
    return found + pressure * swell, pressure


def drain_seconds(
    give: float, volume: float, pore: float, length: float, viscosity: float
) -> float:
    """How long a pore takes to let two thirds of the flow out (Poiseuille; s).

    give: share of the contents per kPa; volume in mm3; pore: width, and length of the way, in mm;
    viscosity in Pa s.
    """
    resistance = 8 * viscosity * 1e-3 * length / (math.pi * (pore / 2) ** 4)  # kPa s / mm3
    return resistance * give * volume
