"""A lining of skin cells, row upon row, as it is round a milium and along the tube of a pore."""

import math
from dataclasses import dataclass
from random import Random
from typing import Literal

from .lens import Place, blob, dots, layer, ring

Kind = Literal["flat", "cell", "basal"]


@dataclass(frozen=True)
class Row:
    """One row of cells: how thick it is, how long its cells are, and its nuclei (um).

    ASSUMPTION, all of it: the course's sources say "several layers" with a granular layer; sizes
    are those of textbook pictures. Rows add up to the wall of `anatomy.skin`.
    """

    kind: Kind
    thick: float
    long: float
    nucleus: tuple[float, float]  # along and across; (0, 0) where none is left
    grains: int = 0  # dark grains in a cell


def cells_of(row: Row, start: float, end: float, rng: Random) -> list[tuple[float, float]]:
    """The ends of every cell of a row, from `start` to past `end` (um)."""
    at, found = start - row.long * rng.uniform(0.2, 1.0), []
    while at < end:
        long = row.long * rng.uniform(0.82, 1.2)
        found.append((at, at + long))
        at += long
    return found


def rows_painted(rows: tuple[Row, ...], place: Place, start: float, end: float, seed: int) -> str:
    """Paint the rows, from the first, which lies on the inside, outwards."""
    rng, across = Random(seed), 0.0
    shapes: dict[str, str] = {"flat": "", "cell": "", "basal": ""}
    nuclei = nucleoli = chromatin = ""
    coarse: list = []
    fine: list = []
    for row in rows:
        for left, right in cells_of(row, start, end, rng):
            shapes[row.kind] += _cell(row, left, right, across, place, rng)
            along, deep = (left + right) / 2 + rng.uniform(-0.6, 0.6), across + row.thick / 2
            if row.nucleus[0]:
                nuclei += _nucleus(row, along, deep, place, rng)
                middle = place(along + rng.uniform(-0.8, 0.8), deep + rng.uniform(-0.4, 0.4))
                nucleoli += dots([middle]) if row.kind != "flat" else ""
                chromatin += dots(
                    place(
                        along + 0.3 * row.nucleus[0] * rng.uniform(-1, 1),
                        deep + 0.3 * row.nucleus[1] * rng.uniform(-1, 1),
                    )
                    for _ in range(3)
                )
            for count in range(row.grains):
                off = rng.uniform(-0.43, 0.43)
                room = 0.36 * row.thick * (1 - abs(off) / 0.6)
                grain = place(
                    (left + right) / 2 + off * (right - left), deep + room * rng.uniform(-1, 1)
                )
                (coarse if count % 3 else fine).append(grain)
        across += row.thick
    return (
        "".join(layer(shapes[kind], kind) for kind in ("basal", "cell", "flat"))
        + layer(nuclei, "nucleus")
        + layer(chromatin, "chromatin")
        + layer(nucleoli, "nucleolus")
        + layer(dots(coarse), "grain")
        + layer(dots(fine), "grain-fine")
    )


def _cell(row: Row, left: float, right: float, across: float, place: Place, rng: Random) -> str:
    """A cell between its neighbours: flat ones taper, as scales do; tall ones are blocks."""
    gap, bend = 0.35, rng.uniform(-0.25, 0.25)
    top, low = across + gap / 2, across + row.thick - gap / 2
    left, right, middle = left + gap / 2, right - gap / 2, (top + low) / 2 + bend
    taper = {"flat": 0.24, "cell": 0.16, "basal": 0.1}[row.kind] * (right - left)
    corner = {"flat": 0.16, "cell": 0.22, "basal": 0.06}[row.kind] * (low - top)
    points = [
        (left, middle - corner), (left + taper, top), ((left + right) / 2, top),
        (right - taper, top),
        (right, middle - corner), (right, middle + corner), (right - taper, low),
        ((left + right) / 2, low), (left + taper, low), (left, middle + corner),
    ]  # fmt: skip
    return ring([place(*point) for point in points])


def _nucleus(row: Row, along: float, deep: float, place: Place, rng: Random) -> str:
    """A nucleus that lies as its cell does."""
    (ax, ay), (bx, by) = place(along - 2, deep), place(along + 2, deep)
    long, thick = (size * rng.uniform(0.88, 1.1) for size in row.nucleus)
    turn = math.atan2(by - ay, bx - ax) + rng.uniform(-0.12, 0.12)
    return blob(place(along, deep), long, thick, rng, turn, 0.06)
