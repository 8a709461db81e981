"""The linear model: small strains, every case, in a moment."""

import time
from dataclasses import dataclass

import numpy as np
from skfem import BilinearForm, LinearForm
from skfem.helpers import dot

from .cases import CASES
from .contents import seal
from .material import Material, materials
from .mesh import LAYERS, WIDTH, Mesh, build
from .parameters import Parameters
from .sheet import Horny, Sheet
from .space import Space, State

PAD, TAPER = 6.0, 0.8  # mm: how far a finger reaches along the skin, and how softly it begins
ROUNDS = 25


def finger(x: np.ndarray, gap: float) -> np.ndarray:
    """How firmly a finger holds the skin at x (0 to 1): soft at its edges, so none cuts in."""

    def ramp(z: np.ndarray) -> np.ndarray:
        return 0.5 - 0.5 * np.cos(np.pi * np.clip(z, 0, 1))

    return ramp((x - gap) / TAPER) * ramp((gap + PAD - x) / TAPER)


@BilinearForm
def _grip(u, v, w):
    return finger(w.x[0], w.gap) * dot(u, v) * w.weight


def _grip_of(part: int):
    return LinearForm(lambda v, w: finger(w.x[0], w.gap) * v[part] * w.weight)


class Slice:
    """A slice of skin between two fingers: with a bump, or healthy with the same triangles."""

    def __init__(
        self,
        mesh: Mesh,
        parameters: Parameters,
        *,
        bump: bool = True,
        sheet: Sheet = "slack",
        axisymmetric: bool = False,
    ) -> None:
        """Lay fingers, base and sides on the triangles."""
        self.grid, self.parameters, self.sheet = mesh, parameters, sheet
        self.space = Space(
            mesh.points if bump else mesh.healthy, mesh.triangles, axisymmetric=axisymmetric
        )
        tri, p = self.space.mesh, parameters
        outer = tri.boundary_facets()
        ends = tri.p[0, tri.facets[:, outer]]
        upright = np.ptp(ends, axis=0) < 1e-9
        skin = mesh.layer[tri.f2t[0, outer]] == LAYERS.index("epidermis")
        self.top = outer[skin & ~upright]
        edge = self.space.edges(self.top)
        of = {**self.space._of(edge), "gap": p.gap}
        self.grip = p.pad_stiffness * _grip.assemble(edge, **of)
        pulls = [p.pad_stiffness * _grip_of(part).assemble(edge, **of) for part in range(2)]
        self.load = -pulls[0] - p.push_share * pulls[1]  # of 1 mm of travel
        base = tri.p[1].min()
        self.fixed = np.unique(
            np.concatenate(
                [
                    self.space.held(lambda x: np.abs(x[1] - base) < 1e-6, "u^1", "u^2"),
                    self.space.held(lambda x: np.abs(x[0]) < 1e-9, "u^1"),
                    self.space.held(lambda x: np.abs(x[0] - WIDTH) < 1e-6, "u^1"),
                ]
            )
        )
        surface = np.unique(tri.facets[:, self.top])
        self.surface = surface[np.argsort(tri.p[0, surface])]

    def free(self, material: Material) -> np.ndarray:
        """The unknowns that are not held and belong to something."""
        return np.setdiff1d(self.space.alive(material.present), self.fixed)

    def horny(self, material: Material) -> Horny:
        """The horny layer, gone where the roof is."""
        below = self.space.mesh.f2t[0, self.top]
        return Horny(self.space, self.top, self.parameters, ~material.present[below])

    def shortening(self, u: np.ndarray) -> float:
        """The pinch: by how much the skin held by both fingers has come closer (a share)."""
        x, held = self.space.mesh.p[0, self.surface], self.parameters.gap + TAPER
        moved = u[self.space.moves.nodal_dofs[0, self.surface]]
        return -float(np.interp(held, x, moved)) / held

    def solve(self, case: str, travel: float = 1.0) -> State:
        """What fingers that travel so far (mm, each) do to this case."""
        case_ = CASES[case]
        material = materials(self.grid, self.parameters, case_)
        space, sheet = self.space, self.horny(material)
        moves = space.count[0]
        free = self.free(material)
        still = space.stiffness(material.shear, material.give, material.present)
        still = still + _padded(self.grip, still.shape)
        load, grow, volume = np.zeros(sum(space.count)), np.zeros(sum(space.count)), 1.0
        load[:moves] = self.load * travel
        if case_.contents == "fluid":
            grow[:moves] = space.swelling(np.flatnonzero(self.grid.content))
            volume = space.volumes[self.grid.content].sum()
        taut = self.sheet == "taut"
        line = np.full_like(sheet.there, float(taut))
        hoop, found, fluid, seen = line.copy(), None, 0.0, []
        for _ in range(ROUNDS):
            pulled = _padded(sheet.matrix(line, hoop), still.shape)
            solver = space.solver(still + pulled, free)
            sealed = case_.contents == "fluid" and not case_.leaks
            found, fluid = seal(solver, load, grow) if sealed else (solver(load), 0.0)
            if taut:
                break
            now = [(part > 0).astype(float) for part in sheet.stretched(found[:moves])]
            if np.array_equal(now[0], line) and np.array_equal(now[1], hoop):
                break
            key = hash((now[0].tobytes(), now[1].tobytes()))
            if key in seen:  # two answers take turns: settle between them
                now = [(a + b) / 2 for a, b in zip(now, (line, hoop), strict=True)]
            seen.append(key)
            line, hoop = now
        escaped = -float(grow @ found) / volume if case_.leaks else 0.0
        return State(found[:moves], found[moves:], fluid, escaped)


def _padded(matrix, shape):
    grown = matrix.copy()
    grown.resize(shape)
    return grown.tocsr()


def travel_for(healthy: Slice, pinch: float) -> float:
    """How far each finger travels (mm) to shorten healthy skin between them by this share."""
    return pinch / healthy.shortening(healthy.solve("healthy").u)


@dataclass(frozen=True)
class Solved:
    """Every case of one set of parameters at one pinch."""

    parameters: Parameters
    mesh: Mesh
    healthy: Slice
    bump: Slice
    travel: float
    states: dict[str, State]
    seconds: float

    def slice_of(self, case: str) -> Slice:
        """The slice that a case was solved on."""
        return self.bump if CASES[case].bump else self.healthy


def solve_all(
    parameters: Parameters,
    pinch: float,
    *,
    cases: tuple[str, ...] = tuple(CASES),
    fineness: float = 1.0,
    sheet: Sheet = "slack",
    axisymmetric: bool = False,
) -> Solved:
    """Solve these cases at a pinch (a share), healthy skin first, which says how far fingers go."""
    start = time.perf_counter()
    mesh = build(parameters, fineness)
    healthy = Slice(mesh, parameters, bump=False, sheet=sheet, axisymmetric=axisymmetric)
    bump = Slice(mesh, parameters, sheet=sheet, axisymmetric=axisymmetric)
    unit = healthy.solve("healthy")
    travel = pinch / healthy.shortening(unit.u)
    states = {"healthy": State(unit.u * travel, unit.p * travel)}
    for case in cases:
        if case != "healthy":
            states[case] = bump.solve(case, travel)
    seconds = time.perf_counter() - start
    return Solved(parameters, mesh, healthy, bump, travel, states, seconds)
