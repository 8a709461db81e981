"""Compute everything that is frozen, from the beginning or from where it was left.

python -m milia.anatomy.mechanics.make [work folder] [date=2026-11-24]
"""

import json
import sys
from datetime import date
from pathlib import Path

import numpy as np

from .cases import DRAWN
from .freeze import coarse_numbers, freeze
from .mesh import build
from .parameters import Parameters
from .sample import hypercube, parameters_at, solve_sample
from .snapshots import FINENESS, PINCHES, packed, snapshot, travels
from .work import Piece, Workshop, as_json

SAMPLES = 200
FINER = (1.0, 1.5, 3.0, 4.5)


def sample_pieces() -> list[Piece]:
    """Each sample is a piece."""

    def make(shares: dict[str, float]) -> bytes:
        parameters = parameters_at(shares)
        try:
            found = solve_sample(parameters)
        except (RuntimeError, ValueError, FloatingPointError) as error:
            found = {"error": repr(error)}
        return as_json({"parameters": vars(parameters), **found})

    return [
        Piece(f"samples/{count:03}.json", lambda shares=shares: make(shares))
        for count, shares in enumerate(hypercube(SAMPLES))
    ]


def snapshot_pieces(shop: Workshop) -> list[Piece]:
    """How far fingers go, then each case."""

    def travel() -> bytes:
        usual = Parameters()
        return as_json(travels(build(usual, FINENESS), usual, PINCHES).tolist())

    def case(name: str) -> bytes:
        known = json.loads(shop.path("snapshots/travel.json").read_bytes())
        return packed(snapshot(name, np.array(known)))

    return [
        Piece("snapshots/travel.json", travel),
        *(Piece(f"snapshots/{name}.npz", lambda name=name: case(name)) for name in DRAWN),
    ]


def convergence_pieces() -> list[Piece]:
    """The linear model's numbers on finer and finer triangles."""
    return [
        Piece(f"convergence/{each}.json", lambda each=each: as_json(coarse_numbers(each)))
        for each in FINER
    ]


def main(words: list[str]) -> int:
    """Do all pieces, then freeze what they say."""
    given = dict(word.split("=", 1) for word in words if "=" in word)
    folder = next((word for word in words if "=" not in word), ".model")
    shop = Workshop(Path(folder))
    shop.do([*snapshot_pieces(shop), *convergence_pieces(), *sample_pieces()])

    newest = max(path.stat().st_mtime for path in shop.folder.rglob("*") if path.is_file())
    size = freeze(shop, given.get("date", date.fromtimestamp(newest).isoformat()))
    print(f"Frozen: what a page needs is {size / 1000:.0f} kB gzipped.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
