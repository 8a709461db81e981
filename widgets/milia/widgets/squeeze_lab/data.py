"""What the page gets of the frozen solution: the cases it draws, as far as its slider goes."""

import json
import struct
from base64 import b64encode
from functools import cache

from ...anatomy.mechanics import reader
from ...content import ContentError
from ...content.errors import did_you_mean

KIND = "data:application/octet-stream;base64,"
ROWS = ("moved", "stress", "escaped")  # of each case, from no pinch on


@cache
def packed(cases: tuple[str, ...], most: float) -> str:
    """Return the file of these cases up to a pinch (a share), as a data URI; it is read alike."""
    head, old = dict(reader.header()), reader.header()["arrays"]
    for case in cases:
        if case not in head["cases"]:
            raise ContentError(
                f"content/squeezing.yaml has the case '{case}', which nobody solved. "
                f"{did_you_mean(case, head['cases'])}"
            )
    last = round(most / head["step"])
    head["cases"] = {case: _short(head["cases"][case], last) for case in cases}
    head["pinches"], head["floor"] = head["pinches"][:last], head["floor"][: last + 1]
    del head["words"]
    others = tuple(f"{case}-" for case in reader.header()["cases"] if case not in cases)
    kept = [name for name in old if not name.startswith(others)]
    head["arrays"], parts, size = {}, [], 0
    for name in kept:
        data = _bytes(old[name])
        head["arrays"][name] = {**old[name], "start": size}
        parts.append(data + b"\0" * (-len(data) % 4))
        size += len(parts[-1])
    text = json.dumps(head, sort_keys=True, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    whole = struct.pack("<I", len(text)) + text + b"".join(parts)
    return f"{KIND}{b64encode(whole).decode()}"


def _short(case: dict, last: int) -> dict:
    kept = {name: case[name][: last + 1] for name in ROWS}
    return {**case, **kept, "around": case["around"][:last], "pressure": []}


def _bytes(at: dict) -> bytes:
    raw = reader.raw()
    start = 4 + struct.unpack_from("<I", raw)[0] + at["start"]
    return raw[start : start + at["bytes"]]


def around(case: str, percent: float) -> float:
    """Stress in the skin around at a pinch above 0, as a multiple of healthy skin."""
    return _between(reader.header()["cases"][case]["around"], percent, 1)


def left(case: str, percent: float) -> float:
    """The share of the contents that has left at a pinch."""
    return _between(reader.header()["cases"][case]["escaped"], percent, 0)


def _between(row: list[float], percent: float, first: int) -> float:
    place = percent / 100 / reader.header()["step"] - first
    low = min(max(int(place), 0), len(row) - 2)
    share = max(place - low, 0.0)
    return row[low] + share * (row[low + 1] - row[low])
