"""The model against textbooks: what it must get right before anything else is believed of it."""

from itertools import pairwise

import numpy as np
import pytest
from skfem import LinearForm
from skfem.helpers import dot

from milia.anatomy.mechanics.cases import CASES
from milia.anatomy.mechanics.contents import Sac, drain_seconds, seal
from milia.anatomy.mechanics.finite import Finite, Load
from milia.anatomy.mechanics.material import lame, materials
from milia.anatomy.mechanics.measures import von_mises
from milia.anatomy.mechanics.mesh import build
from milia.anatomy.mechanics.parameters import Parameters
from milia.anatomy.mechanics.solve import Slice, solve_all, travel_for
from milia.anatomy.mechanics.space import Space, State

from . import analytic as exact
from .conftest import THOROUGH

FINER = 2 if THOROUGH else 1
USUAL = Parameters()


@pytest.fixture(scope="module")
def mesh():
    return build(USUAL, 1.0)


@pytest.fixture(scope="module")
def bump(mesh) -> Slice:
    return Slice(mesh, USUAL)


def pushed(space: Space, facets: np.ndarray, pressure: float) -> np.ndarray:
    """The load of a pressure on these edges."""
    edges = space.edges(facets)

    @LinearForm
    def push(v, w):
        return -pressure * dot(w.n, v) * w.weight

    load = np.zeros(sum(space.count))
    load[: space.count[0]] = push.assemble(edges, **space._of(edges))
    return load


def one_material(space: Space, keep: np.ndarray | None = None):
    """The matrix of the textbook's material, and which unknowns it has."""
    n = space.mesh.t.shape[1]
    keep = np.ones(n, bool) if keep is None else keep
    matrix = space.stiffness(np.full(n, exact.SHEAR), np.full(n, 1 / exact.BULK), keep)
    return matrix, space.alive(keep)


# --- patch tests and balances


@pytest.mark.parametrize("round_", [False, True])
def test_an_even_strain_comes_out_even_on_the_slices_own_triangles(mesh, round_: bool) -> None:
    space = Space(mesh.points, mesh.triangles, axisymmetric=round_)
    moves, x = space.count[0], space.moves.doflocs
    across = np.isin(np.arange(moves), space.moves.split_indices()[0])
    even = np.where(across, 0.01 * x[0], 0.005 * x[1])
    if not round_:
        even += np.where(across, 0.003 * x[1], -0.002 * x[0])
    matrix, alive = one_material(space)
    edge = space.moves.get_dofs(space.mesh.boundary_facets()).all()
    known = np.zeros(sum(space.count))
    known[edge] = even[edge]
    found = space.solver(matrix, np.setdiff1d(alive, edge))(-matrix @ known) + known
    swelling = exact.BULK * (0.025 if round_ else 0.015)
    assert np.abs(found[:moves] - even).max() < 1e-9 * np.abs(even).max()
    assert np.abs(found[moves:] / swelling - 1).max() < 1e-7


def test_a_large_even_strain_leaves_no_force_inside(mesh) -> None:
    skin = USUAL.but(living_modulus=80, fat_modulus=30)
    finite = Finite(Slice(mesh, skin, bump=False), "healthy")
    finite.mu, finite.give = np.full_like(finite.mu, 27.0), np.full_like(finite.give, 1 / 1300)
    finite.strong = 0 * finite.strong
    finite.slice.grip = 0 * finite.slice.grip
    space, f = finite.space, np.array([[0.8, 0.1], [-0.05, 1.3]])
    moves, x, volume = space.count[0], space.moves.doflocs, np.linalg.det(f)
    across = np.isin(np.arange(moves), space.moves.split_indices()[0])
    change = f - np.eye(2)
    u = np.where(across, change[0] @ x, change[1] @ x)
    state = State(u, np.full(space.count[1], 1300 * (volume - 1)))
    _, force, least = finite.tangent(state)
    inside = np.setdiff1d(
        np.arange(sum(space.count)), space.moves.get_dofs(space.mesh.boundary_facets()).all()
    )
    assert least == pytest.approx(volume)
    assert np.abs(force[inside]).max() < 1e-9 * np.abs(force).max()
    left = 27 / volume * (f @ f.T - np.eye(2)) + 1300 * (volume - 1) * np.eye(2)
    stress, _ = finite.cauchy(state)
    assert stress[0] == pytest.approx(left[0, 0])
    assert stress[1] == pytest.approx(left[1, 1])
    assert stress[3] == pytest.approx(left[0, 1])


def test_the_fingers_work_is_the_energy_that_is_stored(mesh, bump) -> None:
    state = bump.solve("milium", 0.3)
    space, material = bump.space, materials(mesh, USUAL, CASES["milium"])
    stress = space.stress(state.u, state.p, material.shear)
    deviator = stress.copy()
    deviator[:3] -= stress[:3].mean(0)
    shear, give = space.spread(material.shear), space.spread(material.give)
    mean = np.asarray(space.presses.interpolate(state.p))
    strain = (stress - np.array([1, 1, 1, 0])[:, None, None] * mean) / (2 * shear)
    energy = shear * (strain[:3] ** 2).sum(0) + 2 * shear * strain[3] ** 2 + give * mean**2 / 2
    stored = (energy * space.weights).sum()
    sheet = bump.horny(material)
    line = sheet.stretched(state.u)[0]
    stored += (sheet.strength * np.maximum(line, 0) ** 2 * sheet.basis.dx).sum() / 2
    stored += state.u @ (bump.grip @ state.u) / 2
    worked = 0.3 * bump.load @ state.u / 2
    assert stored == pytest.approx(worked, rel=1e-9)


# --- textbooks


def cylinder(n: int, *, growth: float = 2.0) -> Space:
    radii = 0.6 + (2.0 - 0.6) * np.expm1(growth * np.linspace(0, 1, 2 * n + 1)) / np.expm1(growth)
    return Space(*exact.triangles(exact.fan(radii, 3 * n)))


def lame_errors(n: int) -> tuple[float, float]:
    """The error in stress (L2) and in how far the inner wall moves, of a pressed cylinder."""
    space = cylinder(n)
    matrix, alive = one_material(space)
    load = pushed(space, exact.at_radius(space, 0.6, 1e-6), 10.0)
    found = space.solver(matrix, np.setdiff1d(alive, exact.quarter(space)))(load)
    u, p = np.split(found, [space.count[0]])
    n_tri = space.mesh.t.shape[1]
    along, hoop = exact.polar(space.stress(u, p, np.full(n_tri, exact.SHEAR)), space.x)
    right, across, _ = exact.lame_cylinder(np.hypot(*space.x), 0.6, 2.0, 10.0)
    wrong = (((along - right) ** 2 + (hoop - across) ** 2) * space.weights).sum()
    error = np.sqrt(wrong / ((right**2 + across**2) * space.weights).sum())
    node = np.argmin(np.hypot(space.mesh.p[0] - 0.6, space.mesh.p[1]))
    moved = u[space.moves.nodal_dofs[0, node]]
    return float(error), abs(float(moved / exact.lame_cylinder(0.6, 0.6, 2.0, 10.0)[2]) - 1)


def test_a_pressed_cylinder_is_lames_and_the_error_falls_with_the_square_of_the_size() -> None:
    sizes = (3, 6, 12, 24) if THOROUGH else (3, 6, 12)
    errors = [lame_errors(n) for n in sizes]
    orders = [np.log2(coarse[0] / fine[0]) for coarse, fine in pairwise(errors)]
    assert errors[-1][0] < 0.006
    assert errors[-1][1] < 0.001
    assert min(orders) > 1.85, orders


@pytest.mark.parametrize("ball", [False, True])
def test_a_fluid_in_a_pressed_cylinder_or_ball_has_the_pressure_of_the_textbook(ball: bool) -> None:
    n = 8 * FINER
    radii = np.concatenate([np.linspace(0, 0.6, n // 2 + 1), np.linspace(0.6, 2.0, 2 * n + 1)[1:]])
    space = Space(*exact.triangles(exact.fan(radii, 2 * n)), axisymmetric=ball)
    middle = np.hypot(*space.mesh.p[:, space.mesh.t].mean(1))
    matrix, alive = one_material(space, middle > 0.6)
    grow = np.zeros(sum(space.count))
    grow[: space.count[0]] = space.swelling(np.flatnonzero(middle < 0.6))
    solve = space.solver(matrix, np.setdiff1d(alive, exact.quarter(space)))
    load = pushed(space, exact.at_radius(space, 2.0, 1e-6), 10.0)
    _, pressure = seal(solve, load, grow)
    assert pressure == pytest.approx(exact.pressure_inside(0.6, 2.0, 10.0, ball=ball), rel=0.004)


def test_stress_about_a_hard_disc_is_muskhelishvilis() -> None:
    n, far = 10 * FINER, 7.2
    grown = 0.6 + (far - 0.6) * np.expm1(3.2 * np.linspace(0, 1, 3 * n + 1)) / np.expm1(3.2)
    radii = np.concatenate([[0.0, 0.2, 0.4], grown])
    space = Space(*exact.triangles(exact.fan(radii, 2 * n)))
    middle = np.hypot(*space.mesh.p[:, space.mesh.t].mean(1))
    shear = np.where(middle < 0.6, 1e5, 1.0) * exact.SHEAR
    matrix = space.stiffness(shear, exact.SHEAR / exact.BULK / shear, np.ones(len(shear), bool))
    edges = space.edges(exact.at_radius(space, far, 1e-6))

    @LinearForm
    def pull(v, w):
        xx, yy, xy = exact.rigid_inclusion(np.hypot(*w.x), np.arctan2(w.x[1], w.x[0]), 0.6)
        across = (xx * w.n[0] + xy * w.n[1]) * v[0]
        return across + (xy * w.n[0] + yy * w.n[1]) * v[1]

    load = np.zeros(sum(space.count))
    load[: space.count[0]] = pull.assemble(edges)
    free = np.setdiff1d(np.arange(sum(space.count)), exact.quarter(space))
    u, p = np.split(space.solver(matrix, free)(load), [space.count[0]])
    stress = space.stress(u, p, shear)
    r = np.hypot(*space.x)
    near = (r < 1.2) & (middle > 0.6)[:, None]
    right = np.stack(exact.rigid_inclusion(r, np.arctan2(space.x[1], space.x[0]), 0.6))
    wrong = (((stress[[0, 1, 3]] - right) ** 2).sum(0) * space.weights)[near].sum()
    assert np.sqrt(wrong / ((right**2).sum(0) * space.weights)[near].sum()) < 0.008
    # The most that a lone hard disc can do to the stress beside it: not even twice.
    remote = von_mises(np.array([1.0, 0, exact.POISSON, 0])[:, None])[0]
    assert von_mises(stress)[near].max() / remote == pytest.approx(1.95, abs=0.05)


def test_shear_under_a_roller_is_hertzs() -> None:
    n = 12 * FINER
    x = np.concatenate([np.linspace(0, 2, 2 * n + 1), np.geomspace(2.1, 40, n)])
    y = -np.concatenate([np.linspace(0, 3, 3 * n + 1), np.geomspace(3.1, 40, n)])[::-1]
    space = Space(*exact.triangles(np.stack(np.meshgrid(x, y), -1)))
    outer = space.mesh.boundary_facets()
    top = outer[np.abs(space.mesh.p[1, space.mesh.facets[:, outer]]).max(0) < 1e-9]
    edges = space.edges(top, 8)

    @LinearForm
    def press(v, w):
        return -np.sqrt(np.clip(1 - w.x[0] ** 2, 0, None)) * v[1]

    load = np.zeros(sum(space.count))
    load[: space.count[0]] = press.assemble(edges)
    held = np.concatenate(
        [
            space.held(lambda x: np.abs(x[0]) < 1e-9, "u^1"),
            space.held(lambda x: np.abs(x[0] - 40) < 1e-6, "u^1"),
            space.held(lambda x: np.abs(x[1] + 40) < 1e-6, "u^1", "u^2"),
        ]
    )
    matrix, alive = one_material(space)
    u, p = np.split(space.solver(matrix, np.setdiff1d(alive, held))(load), [space.count[0]])
    stress = space.stress(u, p, np.full(space.mesh.t.shape[1], exact.SHEAR))
    axis = (space.x[0] < 0.03) & (space.x[1] > -3)
    found, right = np.abs(stress[0] - stress[1])[axis] / 2, exact.hertz_shear(-space.x[1][axis])
    assert np.sqrt(((found - right) ** 2).sum() / (right**2).sum()) < 0.02
    assert found.max() == pytest.approx(0.300, abs=0.006)


# --- large strains, the fluid's outline and the leak


def test_a_small_pinch_is_the_same_in_both_models(mesh, bump) -> None:
    for case in ("milium", "closed-pustule", "open-pustule"):
        small, finite = bump.solve(case, 1e-4), Finite(bump, case)
        large = finite.newton(finite.rest, Load(1e-4))
        assert np.abs(large.u - small.u).max() < 0.01 * np.abs(small.u).max()
        assert large.fluid == pytest.approx(small.fluid, rel=0.01, abs=1e-9)


def test_newtons_matrix_is_the_slope_of_the_forces(bump) -> None:
    finite = Finite(bump, "closed-pustule")
    finite.strong = 0 * finite.strong  # its kinks, where the sheet goes slack, have no slope
    x, moves = bump.space.moves.doflocs, bump.space.count[0]
    waves = np.cos(2 * x[0] - x[1]), np.sin(x[0])[: bump.space.count[1]]

    def forces(share: float) -> np.ndarray:
        u = 0.01 * np.sin(3 * x[0] + 2 * x[1]) + share * waves[0]
        return finite.tangent(State(u, share * waves[1]))

    slope = (forces(1e-5)[1] - forces(-1e-5)[1]) / 2e-5
    guess = forces(0.0)[0] @ np.concatenate(waves)
    assert np.linalg.norm(slope - guess) < 1e-7 * np.linalg.norm(guess)
    assert moves == waves[0].size


def test_the_sacs_outline_knows_its_area_however_it_is_bent(mesh, bump) -> None:
    sac, x = Sac.of(bump.space, mesh), bump.space.moves.doflocs
    across = np.isin(np.arange(x.shape[1]), bump.space.moves.split_indices()[0])
    assert sac.volume == pytest.approx(bump.space.volumes[mesh.content].sum())
    bent = np.where(across, 0.2 * x[0], -0.3 * x[1] + 0.1 * x[0])
    assert sac.volume_at(bent) == pytest.approx(1.2 * 0.7 * sac.volume)


def test_a_wider_pore_and_a_thinner_fluid_let_it_out_sooner() -> None:
    usual = drain_seconds(0.045, 1.6, 0.13, 0.06, 1.0)
    assert drain_seconds(0.045, 1.6, 0.26, 0.06, 1.0) == pytest.approx(usual / 16)
    assert drain_seconds(0.045, 1.6, 0.13, 0.06, 0.01) == pytest.approx(usual / 100)


# --- the slice


def test_the_slice_has_no_gap_and_no_triangle_inside_out(mesh) -> None:
    edges = np.sort(np.concatenate([mesh.triangles[:, [i, (i + 1) % 3]] for i in range(3)]), 1)
    count = len(np.unique(edges, axis=0))
    assert len(mesh.points) - count + len(mesh.triangles) == 1
    for points in (mesh.points, mesh.healthy):
        a, b, c = (points[mesh.triangles[:, i]] for i in range(3))
        area = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]
        assert area.min() > 0


def test_a_pinch_of_ten_percent_brings_the_fingers_a_tenth_closer(mesh) -> None:
    healthy = Slice(mesh, USUAL, bump=False)
    travel = travel_for(healthy, 0.1)
    assert healthy.shortening(healthy.solve("healthy", travel).u) == pytest.approx(0.1)


def test_what_is_put_in_is_so_and_what_flows_is_computed(mesh, bump) -> None:
    assert bump.solve("closed-pustule", 0.3).fluid > 0
    assert bump.solve("open-pustule", 0.3).escaped > 0.01
    assert bump.solve("milium", 0.3).escaped == 0
    assert lame(3.0, 0.5 - 1e-9)[0] == pytest.approx(1.0)


def test_a_round_bump_can_be_solved_too() -> None:
    solved = solve_all(USUAL, 0.1, cases=("closed-pustule", "milium"), axisymmetric=True)
    assert solved.states["closed-pustule"].fluid > 0
