"""The page's file: triangles to draw, and what moves and presses them, as whole numbers."""

import io
import json
import struct
from random import Random

import numpy as np
import scipy.sparse as sp

from .cases import CASES, DRAWN
from .mesh import LAYERS, Mesh, build
from .parameters import Parameters
from .reduce import KNOTS, coarser, compress
from .snapshots import COLUMNS, FINENESS, PINCHES
from .work import Workshop

DRAWN_FINENESS = FINENESS / 2
SHOWN = 4.6  # mm from the middle: no more is drawn
DEEP = -3.2
UNIT = 2e-4  # mm: what a point's whole numbers count
FLOOR = 0.25  # of the dermis's median: below it a ratio to healthy skin says nothing
PROBES = 12
SCALE = 4.0  # times healthy skin: the end of the colour scale
FOLDED = 0.5  # of its volume: a triangle pressed smaller than this lies in a fold
# Where the floor of a sac snaps into a fold, the quarter per cent between is used as well.
SNAPS = {"closed-pustule": (0.0825,)}
# Modes of displacement and of stress, and how many of each are stored finely. A sac that folds
# changes more along its way than anything else.
MODES = {
    "solid": {"moved": (4, 2), "stress": (4, 2)},
    "skin": {"moved": (4, 2), "stress": (4, 2)},
    "fluid": {"moved": (8, 4), "stress": (8, 6)},
}


class Pack:
    """Arrays one after the other, with a header that says where each is."""

    def __init__(self, head: dict) -> None:
        """Begin with what the header holds beside the arrays."""
        self.head, self.parts, self.size = {**head, "arrays": {}}, [], 0

    def add(self, name: str, values: np.ndarray, kind: str) -> None:
        """Append an array, and note its place."""
        data = np.ascontiguousarray(values, np.dtype(kind).newbyteorder("<")).tobytes()
        data += b"\0" * (-len(data) % 4)  # the page reads it in place, which needs even starts
        self.head["arrays"][name] = {"kind": kind, "shape": list(values.shape), "start": self.size,
                                     "bytes": values.size * np.dtype(kind).itemsize}  # fmt: skip
        self.parts.append(data)
        self.size += len(data)

    def bytes(self) -> bytes:
        """The file."""
        head = json.dumps(self.head, sort_keys=True, separators=(",", ":")).encode()
        head += b" " * (-len(head) % 4)
        return struct.pack("<I", len(head)) + head + b"".join(self.parts)


def _load(shop: Workshop, case: str) -> dict[str, np.ndarray]:
    with np.load(io.BytesIO(shop.path(f"snapshots/{case}.npz").read_bytes())) as file:
        return dict(file)


def drawn(shop: Workshop) -> tuple[bytes, dict, dict, dict]:
    """The page's file, what it must meet at unseen pinches, how far off it is, how far it goes."""
    usual = Parameters()
    fine, coarse = build(usual, FINENESS), build(usual, DRAWN_FINENESS)
    at, owner = coarser(fine, coarse)
    middle = coarse.points[coarse.triangles].mean(1)
    shown = np.flatnonzero((middle[:, 0] < SHOWN) & (middle[:, 1] > DEEP))
    used = np.unique(coarse.triangles[shown])
    renamed = np.full(len(coarse.points), -1)
    renamed[used] = np.arange(len(used))
    pack = Pack({
        "unit": UNIT, "step": float(KNOTS[1]), "layers": LAYERS, "pinches": list(PINCHES),
        "cases": {}, "words": {name: CASES[name].words for name in DRAWN},
    })  # fmt: skip
    for name, points in (("bump", coarse.points), ("healthy", coarse.healthy)):
        pack.add(name, np.round(points[used] / UNIT), "int16")
    pack.add("triangles", renamed[coarse.triangles[shown]], "uint16")
    pack.add("layer", coarse.layer[shown], "uint8")
    pack.add("over", coarse.over[shown], "uint8")
    share = _shares(fine, owner, len(coarse.triangles))
    calm = _stress(shop, "healthy", share, shown)
    derm = coarse.layer[shown] == LAYERS.index("dermis")
    floor = FLOOR * np.median(von_mises_of(calm)[:, derm], 1)
    pack.head["floor"] = [0.0, *np.round(floor, 5).tolist()]
    pack.head["scale"] = SCALE
    healthy, calm_again = _load(shop, "healthy"), None
    dice = Random(1)
    held_out, errors, reach = {}, {}, {}
    for case in DRAWN:
        found = _load(shop, case)
        count = len(found["moved"])
        seen = sorted({*range(1, count, 2), *(PINCHES.index(snap) for snap in SNAPS.get(case, ()))})
        unseen = [k for k in range(seen[-1]) if k not in seen]
        moved = found["moved"][:, at[used]].reshape(count, -1)
        if CASES[case].contents == "fluid":
            moved = _filled(moved, coarse, used, shown, renamed)
        stress = _stress(shop, case, share, shown)
        read = dict(zip(COLUMNS, found["read"].T, strict=True))
        folded = np.flatnonzero(read["least_volume"] < FOLDED)
        folds_from = PINCHES[folded[0]] if folded.size else None
        entry, again = {}, {}
        for name, values in (("moved", moved), ("stress", stress.reshape(count, -1))):
            most, wide = MODES[CASES[case].contents][name]
            reduced = compress(np.array(PINCHES)[seen], values[seen], most, wide)
            pack.add(f"{case}-{name}", reduced.modes[:wide], "int16")
            pack.add(f"{case}-{name}-finer", reduced.modes[wide:], "int8")
            entry[name] = [[float(f"{w:.6g}") for w in row] for row in reduced.weights]
            again[name] = np.array([reduced.at(PINCHES[k]) for k in unseen])
        if case == "healthy":
            calm_again = dict(zip(unseen, again["stress"].reshape(len(unseen), -1, 3), strict=True))
        right = ratio(stress[unseen], calm[unseen], floor[unseen])
        near = again["stress"].reshape(len(unseen), -1, 3)
        near = ratio(near, np.stack([calm_again[k] for k in unseen]), floor[unseen])
        off = np.abs(near - right) / SCALE
        errors[case] = {
            "moved": _rounded(np.abs(again["moved"] - moved[unseen]).max() / np.abs(moved).max()),
            "stress": _rounded(off.max()),
            "stress before a fold": _rounded(_before(off, unseen, folds_from)),
            "stress, 99.9 of 100 triangles": _rounded(np.quantile(off, 0.999)),
        }
        held_out[case] = {
            "range": _rounded(np.abs(moved).max()),
            "moved": _probed(dice, moved, unseen),
            "times": _probed(dice, ratio(stress, calm[:count], floor[:count]), unseen),
        }
        reach[case] = PINCHES[count - 1]
        calm_around = healthy["read"][:count, COLUMNS.index("around")]
        entry["escaped"] = [0.0, *np.round(read["escaped"], 5).tolist()]
        entry["around"] = np.round(read["around"] / calm_around, 4).tolist()
        entry["pressure"] = [0.0, *np.round(read["pressure"], 4).tolist()]
        entry["reach"] = reach[case]
        entry["contents"], entry["opening"] = CASES[case].contents, CASES[case].opening
        entry["folds_from"] = folds_from
        pack.head["cases"][case] = entry
    return pack.bytes(), held_out, errors, reach


def ratio(stress: np.ndarray, calm: np.ndarray, floor: np.ndarray) -> np.ndarray:
    """Stress as a multiple of healthy skin at the same spot, up to the end of the scale."""
    under = np.maximum(von_mises_of(calm), floor[:, None])
    return np.minimum(von_mises_of(stress) / under, SCALE)


def von_mises_of(parts: np.ndarray) -> np.ndarray:
    """Von Mises stress of the three parts that are kept."""
    a, b, c = np.moveaxis(parts, -1, 0)
    return np.sqrt(0.75 * a**2 + 3 * b**2 + c**2)


def _before(off: np.ndarray, unseen: list[int], folds_from: float | None) -> float:
    """The largest error at pinches before the floor of a sac folds."""
    return max(off[i].max() for i, k in enumerate(unseen) if PINCHES[k] < (folds_from or 1))


def _rounded(value: float) -> float:
    return round(float(value), 6)


def _probed(dice: Random, values: np.ndarray, unseen: list[int]) -> dict:
    """A few places and what is right there, at pinches that nothing was made from."""
    places = sorted(dice.sample(range(values.shape[1]), PROBES))
    right = {str(PINCHES[k]): np.round(values[k, places], 6).tolist() for k in unseen}
    return {"where": places, "values": right}


def _shares(fine: Mesh, owner: np.ndarray, count: int) -> sp.csr_matrix:
    """Means over the fine triangles of each coarse one, as a matrix (coarse, fine)."""
    a, b, c = (fine.points[fine.triangles[:, i]] for i in range(3))
    size = np.abs((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0])
    total = np.bincount(owner, size, count)
    return sp.csr_matrix((size / total[owner], (owner, np.arange(len(owner)))), (count, len(owner)))


def _stress(shop: Workshop, case: str, share: sp.csr_matrix, shown: np.ndarray) -> np.ndarray:
    """The parts of the stress (kPa) of each triangle that is drawn (pinches, triangles, 3)."""
    return np.stack([share[shown] @ each for each in _load(shop, case)["stress"]])


def _filled(moved: np.ndarray, coarse: Mesh, used, shown, renamed) -> np.ndarray:
    """Let the points inside a fluid move along with its outline: only so that it can be drawn."""
    inside = coarse.content[shown]
    triangles = renamed[coarse.triangles[shown]]
    free = np.setdiff1d(triangles[inside], triangles[~inside])
    n = len(used)
    near = np.zeros((n, n))
    for a, b in ((0, 1), (1, 2), (2, 0)):
        near[triangles[inside][:, a], triangles[inside][:, b]] = 1
    near = np.maximum(near, near.T)
    laplace = np.diag(near.sum(1)) - near
    known = np.setdiff1d(np.arange(n), free)
    field = moved.reshape(len(moved), n, 2).copy()
    for part in range(2):
        held = known if part else np.union1d(known, free[coarse.points[used[free], 0] == 0])
        loose = np.setdiff1d(free, held)
        values = field[:, :, part]
        values[:, np.intersect1d(held, free)] = 0
        right = -laplace[np.ix_(loose, held)] @ values[:, held].T
        values[:, loose] = np.linalg.solve(laplace[np.ix_(loose, loose)], right).T
        field[:, :, part] = values
    return field.reshape(len(moved), -1)
