"""From snapshots to a few shapes that a browser can add up: little data, and no physics left in it.

Each field along the pinch is a sum of a few modes, each times a number that changes with the pinch.
Modes come from half per cents; the quarters in between are kept to see how far off it is.
"""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline

from .mesh import Mesh

KNOTS = np.linspace(0, 0.10, 41)
KEEP = 3e-4  # leave out modes that weigh less than this share of the first


@dataclass(frozen=True)
class Reduced:
    """A field: modes (k, n) and their weights at `KNOTS` up to where it was computed (knots, k)."""

    modes: np.ndarray
    weights: np.ndarray

    def at(self, pinch: float) -> np.ndarray:
        """The field at a pinch, as the browser adds it up: straight from knot to knot."""
        known = KNOTS[: len(self.weights)]
        return np.array([np.interp(pinch, known, each) for each in self.weights.T]) @ self.modes


def compress(pinches: np.ndarray, fields: np.ndarray, most: int, wide: int = 2) -> Reduced:
    """Reduce the fields (pinches, n) of one case, none of them at a pinch of 0.

    A field grows from nothing nearly in step with the pinch, so each is reduced per unit of pinch:
    then a small pinch is as exact, for its size, as a large one.
    """
    each = fields / pinches[:, None]
    _, sizes, shapes = np.linalg.svd(each, full_matrices=False)
    count = max(1, min(most, int((sizes > KEEP * sizes[0]).sum())))
    modes = shapes[:count]
    known = KNOTS[pinches[-1] + 1e-9 >= KNOTS]
    weights = known[:, None] * CubicSpline(pinches, each @ modes.T)(known)
    # Modes are stored as whole numbers, of 16 bits for the first few and of 8 for the others,
    # which weigh little; their size goes into the weights.
    largest = np.abs(modes).max(1) / np.where(np.arange(count) < wide, 32767, 127)
    whole = np.round(modes / largest[:, None])
    return Reduced(whole.astype("<i2"), weights * largest)


def coarser(fine: Mesh, coarse: Mesh) -> tuple[np.ndarray, np.ndarray]:
    """Where a coarser mesh finds itself in a finer one.

    Points of the coarse one as indices of the fine one's; for each fine triangle the coarse one
    of the same layer that holds its middle.
    """
    place = {tuple(point): index for index, point in enumerate(np.round(fine.points, 5))}
    points = np.array([place[tuple(point)] for point in np.round(coarse.points, 5)])
    a, b, c = (coarse.points[coarse.triangles[:, i]] for i in range(3))
    area = _cross(b - a, c - a)
    owner = np.empty(len(fine.triangles), int)
    for index, middle in enumerate(fine.points[fine.triangles].mean(1)):
        inside = np.minimum(
            np.minimum(_cross(b - middle, c - middle), _cross(c - middle, a - middle)),
            _cross(a - middle, b - middle),
        )
        same = coarse.layer == fine.layer[index]
        same &= coarse.over == fine.over[index]
        owner[index] = np.argmax(np.where(same, inside / area, -np.inf))
    return points, owner


def _cross(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    return u[..., 0] * v[..., 1] - u[..., 1] * v[..., 0]
