"""The frozen solution, read without numpy: what a widget hands to the page, and what tests look at.

The file is a little-endian count of bytes, so many bytes of JSON, then arrays one after the other.
The JSON names each array's place, kind and shape, and holds the numbers that are few. A triangle
is not there in a case, and is not to be drawn, where 0 < over <= the case's opening; where the
contents are fluid, the layers "slip" and "core" are only its inside. From `folds_from` on, the
floor of a sac lies in a fold whose details mean nothing.
"""

import json
import struct
from array import array
from functools import cache
from pathlib import Path
from sys import byteorder

FROZEN = Path(__file__).parent / "frozen"
KINDS = {"int16": "h", "int8": "b", "uint16": "H", "uint8": "B"}


@cache
def raw() -> bytes:
    """All bytes, as the page gets them."""
    return (FROZEN / "squeeze.bin").read_bytes()


@cache
def header() -> dict:
    """The JSON at the beginning."""
    (size,) = struct.unpack_from("<I", raw())
    return json.loads(raw()[4 : 4 + size])


def numbers(name: str) -> array:
    """The whole numbers of an array, row after row; its shape and unit are in the header."""
    at = header()["arrays"][name]
    (size,) = struct.unpack_from("<I", raw())
    found = array(KINDS[at["kind"]])
    start = 4 + size + at["start"]
    found.frombytes(raw()[start : start + at["bytes"]])
    if byteorder == "big":
        found.byteswap()
    return found


def weights_at(case: str, field: str, pinch: float) -> list[float]:
    """How much of each mode makes this field ("moved" or "stress") at a pinch (a share)."""
    rows, step = header()["cases"][case][field], header()["step"]
    place = min(max(pinch / step, 0.0), len(rows) - 1.0)
    low = min(int(place), len(rows) - 2)
    share = place - low
    return [a + share * (b - a) for a, b in zip(rows[low], rows[low + 1], strict=True)]


def field_at(case: str, field: str, pinch: float, where: list[int]) -> list[float]:
    """The field at some of its entries: mm (x and y by turns), or times healthy skin."""
    wide, finer = numbers(f"{case}-{field}"), numbers(f"{case}-{field}-finer")
    rows, width = header()["arrays"][f"{case}-{field}"]["shape"]
    weights = weights_at(case, field, pinch)
    parts = [(wide, k * width, w) for k, w in enumerate(weights[:rows])]
    parts += [(finer, k * width, w) for k, w in enumerate(weights[rows:])]
    return [sum(w * modes[start + at] for modes, start, w in parts) for at in where]


def times_healthy(case: str, pinch: float, triangles: list[int]) -> list[float]:
    """Stress in these triangles as a multiple of healthy skin at the same spot and pinch."""
    head = header()
    where = [3 * triangle + part for triangle in triangles for part in range(3)]

    def mises(name: str) -> list[float]:
        parts = field_at(name, "stress", pinch, where)
        return [
            (0.75 * parts[i] ** 2 + 3 * parts[i + 1] ** 2 + parts[i + 2] ** 2) ** 0.5
            for i in range(0, len(parts), 3)
        ]

    place = pinch / head["pinches"][0]
    low = min(int(place + 1e-9), len(head["floor"]) - 2)
    first, second = head["floor"][low : low + 2]
    floor = first + (place - low) * (second - first)
    pairs = zip(mises(case), mises("healthy"), strict=True)
    return [min(ours / max(calm, floor), head["scale"]) for ours, calm in pairs]


@cache
def shares() -> dict:
    """In how many samples of 100 each sentence holds, and how much the numbers vary."""
    return json.loads((FROZEN / "shares.json").read_text("utf-8"))


@cache
def record() -> dict:
    """When, from what and with which solvers it was computed, and how far off it is."""
    return json.loads((FROZEN / "record.json").read_text("utf-8"))
