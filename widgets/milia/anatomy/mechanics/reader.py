"""The frozen solution, read without numpy: what a widget hands to the page, and what tests look at.

The file is a little-endian count of bytes, so many bytes of JSON, then arrays one after the other.
The JSON names each array's place, kind and shape, and holds the numbers that are few.
"""

import json
import struct
from array import array
from functools import cache
from pathlib import Path
from sys import byteorder

FROZEN = Path(__file__).parent / "frozen"
KINDS = {"int16": "h", "uint16": "H", "uint8": "B"}


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
    modes = numbers(f"{case}-{field}")
    width = header()["arrays"][f"{case}-{field}"]["shape"][1]
    weights = weights_at(case, field, pinch)
    return [sum(w * modes[k * width + at] for k, w in enumerate(weights)) for at in where]


@cache
def shares() -> dict:
    """In how many samples of 100 each sentence holds, and how much the numbers vary."""
    return json.loads((FROZEN / "shares.json").read_text("utf-8"))


@cache
def record() -> dict:
    """When, from what and with which solvers it was computed, and how far off it is."""
    return json.loads((FROZEN / "record.json").read_text("utf-8"))
