"""The same slice with large strains: neo-Hookean tissue, Newton's method, plane strain only.

P = mu (F - F^-T) + p cof F with J - 1 = p / lambda. The fluid's volume is that of the deformed sac, and
its pressure turns with the wall. The horny layer pulls by its Green strain and never pushes.
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


@dataclass
class Load:
    """What is asked of a step: how far the fingers travel (mm), and the share that has escaped."""

    travel: float
    escaped: float = 0.0


class Finite:
    """One case of a slice at large strains, from state to state along its load."""

    def __init__(self, slice_: Slice, case: str) -> None:
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
            [np.stack([f[..., 1, 1], -f[..., 1, 0]], -1), np.stack([-f[..., 0, 1], f[..., 0, 0]], -1)],
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
        rows = np.concatenate([np.broadcast_to(r[:, :, None], k.shape).ravel() for k, r, _ in triples])
        cols = np.concatenate([np.broadcast_to(c[:, None, :], k.shape).ravel() for k, _, c in triples])
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

    def newton(self, start: State, load: Load) -> State | None:
        """The state under this load, from a guess; None if it is not found."""
        moves, free = self.space.count[0], self.free
        held = self.sac is not None and not self.case.leaks
        outer = np.zeros(sum(self.space.count))
        outer[:moves] = self.slice.load * load.travel
        scale = np.linalg.norm(self.slice.load) * max(abs(load.travel), 1e-3)
        x, fluid = np.concatenate([start.u, start.p]), start.fluid
        before = np.inf
        for _ in range(ROUNDS):
            now = State(x[:moves], x[moves:], fluid)
            matrix, inner, least = self.tangent(now)
            if not least > 0.02:
                return None
            left = outer - inner
            missing = 0.0
            if held:
                push = np.zeros_like(x)
                push[:moves] = self.sac.push(now.u)
                left += fluid * push
                matrix = matrix - fluid * _padded(self.sac.bend, matrix.shape)
                missing = self.sac.volume * (1 - load.escaped) - self.sac.volume_at(now.u)
            error = np.linalg.norm(left[free]) / scale + abs(missing)
            if error < TOLERANCE:
                return self._finished(x, fluid)
            if not np.isfinite(error) or error > 50 * before + 50:
                return None
            before = error
            part = matrix[free][:, free].tocsc()
            try:
                factors = splu(part, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0,
                               options={"SymmetricMode": True})  # fmt: skip
            except RuntimeError:
                return None
            step = factors.solve(left[free])
            if held:
                swell = factors.solve(push[free])
                more = (missing - push[free] @ step) / (push[free] @ swell)
                step, fluid = step + more * swell, fluid + more
            x[free] += step
        return None

    def _finished(self, x: np.ndarray, fluid: float) -> State:
        moves, out = self.space.count[0], 0.0
        if self.sac is not None:
            out = 1 - self.sac.volume_at(x[:moves]) / self.sac.volume
        return State(x[:moves], x[moves:], fluid, out)

    def follow(
        self, loads: list[float], found: Callable[[int, State], None], *, finest: int = 32
    ) -> int:
        """Go from load to load (mm of travel), in smaller steps where need be; how many were reached."""
        done, state, back, at, earlier = 0, self.rest, None, 0.0, 0.0
        for count, target in enumerate(loads):
            step = target - at
            least = step / finest
            while at < target - 1e-12:
                step = min(step, target - at)
                goal = at + step
                guess = state
                if back is not None and at > earlier:
                    share = step / (at - earlier)
                    guess = State(
                        state.u + share * (state.u - back.u),
                        state.p + share * (state.p - back.p),
                        state.fluid + share * (state.fluid - back.fluid),
                    )
                new = self.newton(guess, Load(goal)) or (
                    self.newton(state, Load(goal)) if guess is not state else None
                )
                if new is None:
                    step /= 2
                    if step < least:
                        return done
                    continue
                back, earlier, state, at = state, at, new, goal
                step *= 1.5
            found(count, state)
            done += 1
        return done

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
