"""Pack what was computed into `frozen/`: the same bytes for the same numbers and date."""

import gzip
import json
from hashlib import sha256

import numpy as np

from . import sentences
from .cases import CASES
from .measures import measure, numbers
from .mesh import Mesh, build
from .page_data import DRAWN_FINENESS, drawn
from .parameters import QUANTITIES, Parameters
from .reader import FROZEN
from .sample import PINCH, SEED, SHEETS
from .snapshots import FINENESS
from .solve import solve_all
from .work import Workshop, as_json, versions

COARSE = 1.0


def freeze(shop: Workshop, when: str) -> int:
    """Write every frozen file; how many bytes the page's are, gzipped."""
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
    return about["gzipped"]


def mesh_digest(mesh: Mesh) -> str:
    """A digest of a mesh to a hundred-thousandth of a millimetre."""
    total = sha256(np.round(1e5 * mesh.points).astype("<i8").tobytes())
    total.update(mesh.triangles.astype("<i8").tobytes() + mesh.layer.astype("<i8").tobytes())
    return total.hexdigest()


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
