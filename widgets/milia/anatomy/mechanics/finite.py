"""The same slice with large strains: neo-Hookean tissue, Newton's method, plane strain only.

P = mu (F - F^-T) + p cof F with J - 1 = p / lambda. The fluid's volume is that of the deformed sac,
and its pressure turns with the wall. The horny layer pulls by its Green strain and never pushes.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import splu
from skfem import BilinearForm, LinearForm

from .cases import CASES
from .contents import Sac
from .material import materials
from .sheet import along
from .solve import Slice, _padded
from .space import State

TOLERANCE = 1e-7
ROUNDS = 14


def _green(w):
    """The strain of the sheet, and the stretched tangent."""
    change, tangent = along(w["at"].grad, w.n)
    now = [tangent[i] + change[i] for i in range(2)]
    return (now[0] ** 2 + now[1] ** 2 - 1) / 2, now


@BilinearForm
def _sheet_stiffness(u, v, w):
    strain, now = _green(w)
    du, dv = along(u.grad, w.n)[0], along(v.grad, w.n)[0]
    onto = (now[0] * du[0] + now[1] * du[1]) * (now[0] * dv[0] + now[1] * dv[1])
    used = w.strong * ((strain > 0) if w.slack else 1.0)
    return used * (onto + strain * (du[0] * dv[0] + du[1] * dv[1]))


@LinearForm
def _sheet_force(v, w):
    strain, now = _green(w)
    dv = along(v.grad, w.n)[0]
    used = np.maximum(strain, 0) if w.slack else strain
    return w.strong * used * (now[0] * dv[0] + now[1] * dv[1])


def _onward(state: State, back: State, share: float) -> State:
    """A guess: on from one state past another, by a share of the way between them."""
    return State(
        state.u + share * (state.u - back.u),
        state.p + share * (state.p - back.p),
        state.fluid + share * (state.fluid - back.fluid),
    )


@dataclass
class Load:
    """What is asked of a step: how far the fingers travel (mm), and the share that has escaped."""

    travel: float
    escaped: float = 0.0


class Finite:
    """One case of a slice at large strains, from state to state along its load."""

    def __init__(self, slice_: Slice, case: str) -> None:
        """Gather what does not change from state to state."""
        self.slice, self.case, self.name = slice_, CASES[case], case
        self.material = materials(slice_.grid, slice_.parameters, self.case)
        space = self.space = slice_.space
        here = self.here = np.flatnonzero(self.material.present)
        self.free = slice_.free(self.material)
        sheet = slice_.horny(self.material)
        self.edge, self.strong = sheet.basis, sheet.strength * sheet.there
        fluid = self.case.contents == "fluid"
        self.sac = Sac.of(space, slice_.grid) if fluid else None
        self.dx = space.moves.dx[here]
        moves, presses = space.moves, space.presses
        grads = [np.asarray(moves.basis[i][0].grad) for i in range(moves.Nbfun)]
        self.grads = np.stack(grads)[:, :, :, here].transpose(3, 0, 4, 1, 2).copy()  # e b q i j
        shapes = [np.broadcast_to(np.asarray(presses.basis[i][0]), space.moves.dx.shape)
                  for i in range(presses.Nbfun)]  # fmt: skip
        self.shapes = np.stack(shapes)[:, here].transpose(1, 2, 0).copy()  # e q m
        self.dofs_u = moves.element_dofs[:, here].T
        self.dofs_p = presses.element_dofs[:, here].T + space.count[0]
        self.mu, self.give = self.material.shear[here, None], self.material.give[here, None]

    def kinematics(self, u: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The deformation gradient (e, q, 2, 2), its determinant and its cofactor."""
        gradient = np.einsum("ebqij,eb->eqij", self.grads, u[self.dofs_u], optimize=True)
        f = gradient + np.eye(2)
        cof = np.stack(
            [
                np.stack([f[..., 1, 1], -f[..., 1, 0]], -1),
                np.stack([-f[..., 0, 1], f[..., 0, 0]], -1),
            ],
            -2,
        )
        return f, f[..., 0, 0] * f[..., 1, 1] - f[..., 0, 1] * f[..., 1, 0], cof

    def tangent(self, state: State) -> tuple[sp.csr_matrix, np.ndarray, float]:
        """The stiffness and the inner forces of a state, and its smallest determinant."""
        f, j, cof = self.kinematics(state.u)
        mean = np.einsum("eqm,em->eq", self.shapes, state.p[self.dofs_p - self.space.count[0]])
        mu, dx = self.mu, self.dx
        cells, points, nodes = f.shape[0], f.shape[1], self.grads.shape[1]
        first = mu[..., None, None] * f + (mean - mu / j)[..., None, None] * cof
        flat = cof.reshape(cells, points, 4)
        second = (mu / j**2)[..., None, None] * flat[..., :, None] * flat[..., None, :]
        second += mu[..., None, None] * np.eye(4)
        turn = mean - mu / j
        for a, b, sign in ((0, 3, 1), (3, 0, 1), (1, 2, -1), (2, 1, -1)):
            second[..., a, b] += sign * turn
        second *= dx[..., None, None]
        g = self.grads.reshape(cells, nodes, points * 4)
        pushed = np.matmul(self.grads.reshape(cells, nodes, points, 1, 4), second[:, None])
        kuu = np.matmul(pushed.reshape(cells, nodes, points * 4), g.transpose(0, 2, 1))
        onto = np.einsum("ebqi,eqi->ebq", self.grads.reshape(cells, nodes, points, 4), flat)
        kup = np.matmul(onto * dx[:, None], self.shapes)
        kpp = np.einsum("eqm,eqn,eq->emn", self.shapes, self.shapes, self.give * dx, optimize=True)
        force_u = np.matmul(g, (first * dx[..., None, None]).reshape(cells, -1, 1))[..., 0]
        force_p = np.einsum("eqm,eq->em", self.shapes, (j - 1 - self.give * mean) * dx)
        size = sum(self.space.count)
        du, dp = self.dofs_u, self.dofs_p
        triples = [(kuu, du, du), (kup, du, dp), (kup.transpose(0, 2, 1), dp, du), (-kpp, dp, dp)]
        rows = np.concatenate(
            [np.broadcast_to(r[:, :, None], k.shape).ravel() for k, r, _ in triples]
        )
        cols = np.concatenate(
            [np.broadcast_to(c[:, None, :], k.shape).ravel() for k, _, c in triples]
        )
        values = np.concatenate([k.ravel() for k, _, _ in triples])
        matrix = sp.coo_matrix((values, (rows, cols)), shape=(size, size)).tocsr()
        force = np.bincount(du.ravel(), force_u.ravel(), size)
        force += np.bincount(dp.ravel(), force_p.ravel(), size)
        return (*self._with_surface(matrix, force, state), float(j.min()))

    def _with_surface(self, matrix, force, state: State):
        """Add the fingers' springs and the horny layer."""
        moves = self.space.count[0]
        given = {"at": self.edge.interpolate(state.u), "strong": self.strong,
                 "slack": self.slice.sheet == "slack"}  # fmt: skip
        extra = self.slice.grip + _sheet_stiffness.assemble(self.edge, **given)
        force[:moves] += self.slice.grip @ state.u + _sheet_force.assemble(self.edge, **given)
        return matrix + _padded(extra, matrix.shape), force

    @property
    def rest(self) -> State:
        """The state without any load."""
        return State(np.zeros(self.space.count[0]), np.zeros(self.space.count[1]))

    def newton(self, start: State, load: Load, rounds: int = ROUNDS) -> State | None:
        """The state under this load, from a guess; None if it is not found."""
        moves, free = self.space.count[0], self.free
        held = self.sac is not None and not self.case.leaks
        outer = np.zeros(sum(self.space.count))
        outer[:moves] = self.slice.load * load.travel
        scale = np.linalg.norm(self.slice.load) * max(abs(load.travel), 1e-3)

        def look(x: np.ndarray, fluid: float):
            now = State(x[:moves], x[moves:], fluid)
            matrix, inner, least = self.tangent(now)
            left, push, missing = outer - inner, np.zeros_like(x), 0.0
            if held:
                push[:moves] = self.sac.push(now.u)
                left += fluid * push
                matrix = matrix - fluid * _padded(self.sac.bend, matrix.shape)
                missing = self.sac.volume * (1 - load.escaped) - self.sac.volume_at(now.u)
            error = np.linalg.norm(left[free]) / scale + abs(missing)
            return error if least > 0.02 else np.inf, matrix, left, push, missing

        x, fluid = np.concatenate([start.u, start.p]), start.fluid
        error, matrix, left, push, missing = look(x, fluid)
        for _ in range(rounds):
            if error < TOLERANCE:
                return self._finished(x, fluid)
            if not np.isfinite(error):
                return None
            part = matrix[free][:, free].tocsc()
            try:
                factors = splu(part, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0,
                               options={"SymmetricMode": True})  # fmt: skip
            except RuntimeError:
                return None
            step, more = factors.solve(left[free]), 0.0
            if held:
                swell = factors.solve(push[free])
                more = (missing - push[free] @ step) / (push[free] @ swell)
                step = step + more * swell
            before, share = error, 1.0
            while share > 0.05:  # a shorter step where a triangle would turn inside out
                new = x.copy()
                new[free] += share * step
                error, matrix, left, push, missing = look(new, fluid + share * more)
                if error < 20 * before + 1e-3:
                    break
                share /= 2
            x, fluid = new, fluid + share * more
        return None

    def _finished(self, x: np.ndarray, fluid: float) -> State:
        moves, out = self.space.count[0], 0.0
        if self.sac is not None:
            out = 1 - self.sac.volume_at(x[:moves]) / self.sac.volume
        return State(x[:moves], x[moves:], fluid, out)

    def follow(
        self, loads: list[float], found: Callable[[int, State], None], *, finest: int = 16
    ) -> int:
        """Go from load to load (mm of travel); how many were reached.

        Steps shrink where Newton's method fails. Where even the smallest fails, a fold may have
        formed: one long, patient step is tried from the last state.
        """
        state, back, at, earlier = self.rest, None, 0.0, 0.0
        for count, target in enumerate(loads):
            whole = step = target - at
            while at < target - 1e-12:
                step = min(step, target - at)
                new = None
                if back is not None:
                    new = self.newton(_onward(state, back, step / (at - earlier)), Load(at + step))
                new = new or self.newton(state, Load(at + step))
                if new is None and step / 2 < whole / finest:
                    step = target - at
                    new = self.newton(state, Load(target), 4 * ROUNDS)
                    if new is None:
                        return count
                if new is None:
                    step /= 2
                    continue
                back, earlier, state, at = state, at, new, at + step
                step *= 1.5
            found(count, state)
        return len(loads)

    def cauchy(self, state: State) -> tuple[np.ndarray, np.ndarray]:
        """The true stress (rows xx, yy, zz, xy) at each quadrature point, and its volume there."""
        f, j, _ = self.kinematics(state.u)
        mean = np.einsum("eqm,em->eq", self.shapes, state.p[self.dofs_p - self.space.count[0]])
        left = np.einsum("eqik,eqjk->eqij", f, f)
        mu = self.mu / j
        parts = [mu * (left[..., 0, 0] - 1) + mean, mu * (left[..., 1, 1] - 1) + mean, mean,
                 mu * left[..., 0, 1]]  # fmt: skip
        stress = np.zeros((4, *self.space.moves.dx.shape))
        weights = self.space.moves.dx.copy()
        stress[:, self.here] = np.stack(parts)
        weights[self.here] *= j
        return stress, weights
