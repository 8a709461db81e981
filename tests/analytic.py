"""Problems whose exact answers are in textbooks, and triangles to solve them on."""

import numpy as np

from milia.anatomy.mechanics.material import lame
from milia.anatomy.mechanics.space import Space

YOUNG, POISSON = 80.0, 0.49
SHEAR, BULK = lame(YOUNG, POISSON)


def triangles(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points and triangles of a grid of points (rows, columns, 2); equal points become one."""
    index: dict[tuple[float, float], int] = {}
    found = []
    for i in range(rows.shape[0] - 1):
        for j in range(rows.shape[1] - 1):
            cell = [rows[i, j], rows[i, j + 1], rows[i + 1, j + 1], rows[i + 1, j]]
            nodes = [index.setdefault(tuple(np.round(p, 9) + 0.0), len(index)) for p in cell]
            for three in (nodes[:3], [nodes[0], *nodes[2:]]):
                if len(set(three)) == 3:
                    found.append(three)
    return np.array(list(index)), np.array(found)


def fan(radii: np.ndarray, count: int, span: float = np.pi / 2, start: float = 0.0) -> np.ndarray:
    """A grid in rings about the origin, from one angle through another."""
    angles = start + np.linspace(0, span, count + 1)
    return radii[:, None, None] * np.stack([np.cos(angles), np.sin(angles)], -1)


def quarter(space: Space) -> np.ndarray:
    """The unknowns held by symmetry: no way out of x = 0 and of y = 0."""
    return np.concatenate(
        [
            space.held(lambda x: np.abs(x[0]) < 1e-9, "u^1"),
            space.held(lambda x: np.abs(x[1]) < 1e-9, "u^2"),
        ]
    )


def at_radius(space: Space, radius: float, slack: float) -> np.ndarray:
    """The boundary edges about this far from the origin."""
    outer = space.mesh.boundary_facets()
    ends = np.hypot(*space.mesh.p[:, space.mesh.facets[:, outer]])
    return outer[(np.abs(ends - radius) < slack).all(0)]


def polar(stress: np.ndarray, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Stress along and across the radius, from rows xx, yy, zz, xy."""
    c, s = x / np.hypot(*x)
    xx, yy, _, xy = stress
    along = xx * c * c + yy * s * s + 2 * xy * c * s
    return along, xx + yy - along


def lame_cylinder(r, inner: float, outer: float, pressure: float):
    """Radial and hoop stress, and displacement, of a pressed cylinder (plane strain)."""
    a = pressure * inner**2 / (outer**2 - inner**2)
    moved = a * (1 + POISSON) / YOUNG * ((1 - 2 * POISSON) * r + outer**2 / r)
    return a * (1 - outer**2 / r**2), a * (1 + outer**2 / r**2), moved


def pressure_inside(inner: float, outer: float, pressure: float, *, ball: bool) -> float:
    """The pressure of a fluid that cannot shrink, in a cylinder or ball pressed from outside."""
    # The wall's inner side cannot move: u = A r + B / r^n there is 0.
    n = 2 if ball else 1
    b_of_a = -(inner ** (n + 1))
    hydro = 3 * BULK + 2 * SHEAR if ball else 2 * (BULK + SHEAR)
    across = 4 * SHEAR if ball else 2 * SHEAR

    def radial(r: float) -> float:  # per unit of A
        return hydro - across * b_of_a / r ** (n + 1)

    return pressure * radial(inner) / radial(outer)


def rigid_inclusion(r, t, radius: float):
    """Stress xx, yy, xy about a rigid bonded disc in a sheet pulled by 1 (Muskhelishvili)."""
    k, z = 3 - 4 * POISSON, r * np.exp(1j * t)
    a, b = -2 / k, (1 - k) / 2
    c = -a / 2
    first = (1 - a * radius**2 / z**2) / 4
    bent = a * radius**2 / (2 * z**3)
    second = -(1 - b * radius**2 / z**2 - 3 * c * radius**4 / z**4) / 2
    total, turn = 4 * first.real, 2 * (np.conj(z) * bent + second)
    return (total - turn.real) / 2, (total + turn.real) / 2, turn.imag / 2


def hertz_shear(depth):
    """Greatest shear under the middle of a roller of half-width 1 and peak pressure 1."""
    return depth - depth**2 / np.sqrt(1 + depth**2)
