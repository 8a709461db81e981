"""The slice of skin as triangles, laid out by arithmetic alone: no mesher, the same each time.

Right half of a symmetric slice. Rays from the middle of the sac run to a box in the dermis; the
epidermis lies on that box in strips, the fat below it. So each layer has whole triangles, whatever
the lengths, and healthy skin can have the very same triangles with the bump let down.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..section.relief import lift
from ..skin import Milium
from .parameters import Parameters

WIDTH = 15.0  # mm from the middle to a far side that does not move sideways
SLIP = 0.03  # mm, the outermost ring of the contents, which can be made slippery
OPENINGS = (1 / 3, 2 / 3)  # half of a small and of a wider opening, as shares of the sac's radius
RINGS = (0.8, 0.55, 0.3)  # radii inside the contents, as shares; each ring halves the count
LAYERS = ("epidermis", "dermis", "fat", "wall", "slip", "core")


@dataclass(frozen=True)
class Mesh:
    """Triangles of skin: where they are with a bump and when healthy, and what each is made of.

    points, healthy: (n, 2) mm, x from the middle, y up from the level of the skin around;
    triangles: (m, 3); layer: (m,) index into `LAYERS`; over: (m,) 1 where a small opening
    takes the roof away, 2 where only a wider one does, else 0.
    """

    points: np.ndarray
    healthy: np.ndarray
    triangles: np.ndarray
    layer: np.ndarray
    over: np.ndarray
    centre: float

    @property
    def content(self) -> np.ndarray:
        """Which triangles are inside the sac."""
        return self.layer >= LAYERS.index("slip")


def _graded(count: int, growth: float) -> np.ndarray:
    """Shares from 0 to 1 whose steps grow by exp(growth) from first to last."""
    at = np.linspace(0, 1, count + 1)
    return at if abs(growth) < 1e-9 else np.expm1(growth * at) / np.expm1(growth)


class _Patchwork:
    """Collects quadrilaterals and triangles; points at the same place become one."""

    def __init__(self) -> None:
        self.index: dict[tuple[float, float], int] = {}
        self.triangles: list[tuple[int, int, int]] = []
        self.layer: list[int] = []
        self.over: list[int] = []

    def triangle(self, corners, layer: str, over: int = 0) -> None:
        keys = [(round(float(x), 6) + 0.0, round(float(y), 6) + 0.0) for x, y in corners]
        nodes = [self.index.setdefault(key, len(self.index)) for key in keys]
        (ax, ay), (bx, by), (cx, cy) = keys
        if (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) < 0:
            nodes.reverse()
        self.triangles.append(tuple(nodes))
        self.layer.append(LAYERS.index(layer))
        self.over.append(over)

    def grid(self, rows: np.ndarray, layer: str, over: np.ndarray | None = None) -> None:
        """Two triangles for each cell of a grid of points (rows, columns, 2)."""
        for i in range(rows.shape[0] - 1):
            for j in range(rows.shape[1] - 1):
                a, b, c, d = rows[i, j], rows[i, j + 1], rows[i + 1, j + 1], rows[i + 1, j]
                first = np.hypot(*(c - a)) <= np.hypot(*(d - b)) + 1e-6
                halves = ((a, b, c), (a, c, d)) if first else ((a, b, d), (b, c, d))
                for half in halves:
                    self.triangle(half, layer, 0 if over is None else int(over[j]))


def build(parameters: Parameters = Parameters(), fineness: float = 1.0) -> Mesh:  # noqa: B008
    """Lay out the triangles: some 4 300 unknowns at fineness 1, growing with its square.

    The points of fineness 1.5 are among those of 3, so what is computed on one is drawn on the
    other without interpolation.
    """
    p, patch = parameters, _Patchwork()
    sac = p.milium
    middle = np.array([0.0, -sac.centre])
    thin = min(p.epidermis, 0.75 * p.roof)  # epidermis over the sac
    below = Milium(p.diameter, p.roof - thin, p.wall, p.rise - thin)  # same middle, less roof
    top = np.vectorize(lambda x: lift(sac, x, 0.0))
    under = np.vectorize(lambda x: lift(below, x, -p.epidermis))
    floor, base = -p.epidermis - p.dermis, -p.epidermis - p.dermis - p.fat

    def counted(*counts: int) -> list[int]:
        return [max(2, round(fineness * count)) for count in counts]

    # Columns: over the sac with its openings, beside it, and far away.
    small, wide = (share * p.radius for share in OPENINGS)
    side = p.radius + 0.6
    a, b, c, d, right, bottom, ring, far, deep = counted(4, 4, 6, 4, 6, 8, 4, 12, 6)
    bottom += -(a + b + c + d + right + bottom) % 8  # rings in the sac halve three times
    thickness = max(1, int(fineness / 1.5))  # triangles through epidermis and lining
    stops = (
        (0, small, a),
        (small, wide, b),
        (wide, 1.05 * p.radius, c),
        (1.05 * p.radius, side, d),
    )
    columns = np.concatenate([np.linspace(u, v, n + 1)[:-1] for u, v, n in stops] + [[side]])
    beyond = side + (WIDTH - side) * _graded(far, 3.0)
    rows = _graded(right, 0.8)

    # The box of dermis around the sac, from straight above the middle round to straight below.
    upper = np.stack([columns, under(columns)], 1)
    corner, heel = upper[-1], np.array([side, floor])
    along_side = corner + rows[1:, None] * (heel - corner)
    along_floor = np.stack([np.linspace(side, 0, bottom + 1)[1:], np.full(bottom, floor)], 1)
    outline = np.concatenate([upper, along_side, along_floor])
    away = outline - middle
    rays = away / np.hypot(*away.T)[:, None]
    rays[[0, -1], 0] = 0.0
    rim = middle + p.radius * rays
    over = np.zeros(len(outline) - 1, int)
    over[:a], over[a : a + b] = 1, 2
    grown = _graded(ring, 1.2)[:, None, None]
    patch.grid(rim + grown * (outline - rim), "dermis", over)

    # Lining, slippery ring and contents.
    for name, outer, inner in (
        ("wall", p.radius, p.radius - p.wall),
        ("slip", p.radius - p.wall, p.radius - p.wall - SLIP),
    ):
        radii = np.linspace(outer, inner, thickness + 1)[:, None, None]
        patch.grid(middle + radii * rays, name, over if name == "wall" else None)
    _fill(patch, middle, p.radius - p.wall - SLIP, rays)

    # Epidermis over and beside; its columns stand square to the sac, upright further away.
    stretch = (p.radius + p.roof) / (p.radius + p.roof - thin) - 1
    lean = columns * (1 + stretch * np.cos(np.pi / 2 * columns / side) ** 2)
    lower = np.concatenate([columns, beyond[1:]])
    higher = np.concatenate([lean, beyond[1:]])
    skin = np.stack([lower, under(lower)], 1), np.stack([higher, top(higher)], 1)
    levels = np.linspace(0, 1, thickness + 1)[:, None, None]
    strips = np.concatenate([over[: a + b + c + d], np.zeros(far, int)])
    patch.grid(skin[0] + levels * (skin[1] - skin[0]), "epidermis", strips)

    # Dermis far away, and fat.
    heights = corner[1] + rows * (floor - corner[1])
    share = ((heights - corner[1]) / (floor - corner[1]))[:, None]
    edge = under(beyond)
    patch.grid(np.stack(np.broadcast_arrays(beyond, edge + share * (floor - edge)), -1), "dermis")
    depths = (floor + (base - floor) * _graded(deep, 1.5))[:, None]
    feet = np.concatenate([along_floor[::-1, 0], beyond])
    patch.grid(np.stack(np.broadcast_arrays(feet, depths), -1), "fat")

    points = np.array(list(patch.index))
    healthy = _let_down(points, top, under, p.epidermis, floor)
    triangles = np.array(patch.triangles)
    return Mesh(points, healthy, triangles, np.array(patch.layer), np.array(patch.over), middle[1])


def _fill(patch: _Patchwork, middle: np.ndarray, radius: float, rays: np.ndarray) -> None:
    """Fill the contents with rings that halve their number of points inward, and a fan."""
    fine, outer = rays, radius
    for share in RINGS:
        inner = share * radius
        coarse = fine[::2]
        for j in range(len(coarse) - 1):
            far = [middle + outer * fine[2 * j + k] for k in range(3)]
            near = [middle + inner * coarse[j + k] for k in range(2)]
            for corners in (
                (near[0], far[0], far[1]),
                (near[0], far[1], near[1]),
                (near[1], far[1], far[2]),
            ):
                patch.triangle(corners, "core")
        fine, outer = coarse, inner
    for one, other in pairwise(fine):
        patch.triangle((middle, middle + outer * one, middle + outer * other), "core")


def _let_down(points: np.ndarray, top, under, epidermis: float, floor: float) -> np.ndarray:
    """The same points in healthy skin: each column of epidermis and dermis at its own thickness."""
    x, y = points.T
    high, low = top(x), under(x)
    inside = (y - low) / (high - low)
    flat = np.where(
        y >= low, -epidermis + inside * epidermis,
        np.where(y > floor, floor + (y - floor) / (low - floor) * (-epidermis - floor), y),
    )  # fmt: skip
    return np.stack([x, np.round(flat, 6) + 0.0], 1)
