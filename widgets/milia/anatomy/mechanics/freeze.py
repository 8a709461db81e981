"""Pack what was computed into `frozen/`: the same bytes for the same numbers and date."""

import gzip
import io
import json
import struct
from hashlib import sha256
from random import Random

import numpy as np
import scipy.sparse as sp

from . import sentences
from .cases import CASES, DRAWN
from .measures import measure, numbers
from .mesh import LAYERS, Mesh, build
from .parameters import QUANTITIES, Parameters
from .reader import FROZEN
from .reduce import KNOTS, coarser, compress
from .sample import PINCH, SEED, SHEETS
from .snapshots import COLUMNS, FINENESS, PINCHES
from .solve import solve_all
from .work import Workshop, as_json, versions

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
COARSE = 1.0


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


def freeze(shop: Workshop, when: str) -> None:
    """Write every frozen file."""
    FROZEN.mkdir(exist_ok=True)
    data, held_out, errors, reach = drawn(shop)
    (FROZEN / "squeeze.bin").write_bytes(data)
    (FROZEN / "held_out.json").write_bytes(as_json(held_out))
    (FROZEN / "shares.json").write_bytes(as_json(shared(shop)))
    (FROZEN / "coarse.json").write_bytes(as_json(coarse_numbers()))
    about = {
        "date": when,
        "versions": versions(),
        "parameters": vars(Parameters()),
        "bounds": {n: [q.low, q.usual, q.high, q.unit, q.status] for n, q in QUANTITIES.items()},
        "mesh": {
            str(f): mesh_digest(build(fineness=f)) for f in (COARSE, DRAWN_FINENESS, FINENESS)
        },
        "unknowns": json.loads(shop.path("convergence/3.0.json").read_bytes())["unknowns"],
        "convergence": convergence(shop),
        "reach": reach,
        "interpolation_error": errors,
        "gzipped": len(gzip.compress(data, 9, mtime=0)),
    }
    (FROZEN / "record.json").write_bytes(as_json(about))


def mesh_digest(mesh: Mesh) -> str:
    """A digest of a mesh to a hundred-thousandth of a millimetre."""
    total = sha256(np.round(1e5 * mesh.points).astype("<i8").tobytes())
    total.update(mesh.triangles.astype("<i8").tobytes() + mesh.layer.astype("<i8").tobytes())
    return total.hexdigest()


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


def shared(shop: Workshop) -> dict:
    """The shares of each sentence, and the spread of the numbers behind them."""
    files = sorted(shop.folder.glob("samples/*.json"))
    everything = [json.loads(path.read_bytes()) for path in files]
    good = [each for each in everything if "error" not in each]
    found = {
        "samples": len(good), "failed": len(everything) - len(good), "seed": SEED, "pinch": PINCH,
        "bare_from": sentences.BARE_FROM, "put_in": sentences.PUT_IN,
        "computed": {key: each.says for key, each in sentences.COMPUTED.items()},
    }  # fmt: skip
    found["shares"] = {sheet: sentences.shares(good, sheet) for sheet in SHEETS}
    found["spread"] = {sheet: _spread([each[sheet] for each in good]) for sheet in SHEETS}
    return found


def _spread(samples: list[dict]) -> dict[str, list[float]]:
    """The 5th, 50th and 95th percentile, and the ends, of what the sentences rest on."""

    def all_of(read) -> list[float]:
        values = np.array([read(cases) for cases in samples])
        return [
            float(f"{v:.4g}")
            for v in (*np.percentile(values, [5, 50, 95]), values.min(), values.max())
        ]

    found = {}
    for case in CASES:
        found[f"{case} around / healthy"] = all_of(
            lambda c, case=case: c[case]["around"] / c["healthy"]["around"]
        )
    for case in ("milium", "loose-milium"):
        found[f"{case} rises more than its spot, mm"] = all_of(
            lambda c, case=case: c[case]["risen"] - c["healthy"]["risen"]
        )
    for case in ("opened-milium", "wider-opened-milium"):
        found[f"{case} rises more than sealed, mm"] = all_of(
            lambda c, case=case: c[case]["risen"] - c["milium"]["risen"]
        )
    found["pustule wall / milium wall"] = all_of(
        lambda c: c["closed-pustule"]["wall"] / c["milium"]["wall"]
    )
    found["escaped share"] = all_of(lambda c: c["open-pustule"]["escaped"])
    found["fluid pressure, kPa"] = all_of(lambda c: c["closed-pustule"]["pressure"])
    found["seconds to drain"] = all_of(lambda c: c["seconds"])
    return found


def convergence(shop: Workshop) -> dict:
    """The linear model's numbers on finer and finer triangles."""
    files = sorted(shop.folder.glob("convergence/*.json"))
    return {path.stem: json.loads(path.read_bytes()) for path in files}


def coarse_numbers(fineness: float = COARSE) -> dict:
    """The linear model on coarse triangles, for a test to solve again."""
    found = {}
    for sheet in SHEETS:
        solved = solve_all(Parameters(), PINCH, fineness=fineness, sheet=sheet)
        found[sheet] = {case: numbers(measure(solved, case)) for case in solved.states}
        found["unknowns"] = int(sum(solved.bump.space.count))
    return found
