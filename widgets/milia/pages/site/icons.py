"""The mark of the course as PNG, for a home screen: drawn from the geometry of mark.svg."""

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import hypot

UNITS = 40  # the side of the mark
INK, PAPER = (0x2A, 0x1F, 0x2D), (0xFB, 0xF8, 0xF4)
CORNER = 11.0
LINE = 2.6  # how wide the line of the skin is
SKIN = (  # cubic curves: the skin, rising over the bump
    ((4, 25), (4, 25), (10, 25), (10, 25)),
    ((10, 25), (14, 25), (15, 16), (20, 16)),
    ((20, 16), (25, 16), (26, 25), (30, 25)),
    ((30, 25), (30, 25), (36, 25), (36, 25)),
)
PEARL, CORE, MIDDLE = 5.4, 2.2, (20, 25)
STEPS = 16  # straight pieces of a curve
# A launcher cuts a maskable icon to any shape that keeps the middle 80 %: all of it has to fit.
SAFE = 0.85


@dataclass(frozen=True)
class Icon:
    """A square picture of the mark, and what it may be used for."""

    size: int
    purpose: str  # "any", "maskable", or "touch" for a phone that rounds it by itself
    content: bytes

    @property
    def stem(self) -> str:
        """Return its name."""
        return f"icon-{self.purpose}-{self.size}"


@cache
def drawn() -> tuple[Icon, ...]:
    """Draw every size that is asked for."""
    wanted = [(192, "any"), (512, "any"), (192, "maskable"), (512, "maskable"), (180, "touch")]
    return tuple(Icon(size, use, png(size, full=use != "any")) for size, use in wanted)


def png(size: int, *, full: bool) -> bytes:
    """Draw the mark `size` pixels wide, either on its rounded ground or filling the square."""
    unit = size / UNITS
    paper = _Cover(size)
    shrink = SAFE if full else 1.0

    def at(point: tuple[float, float]) -> tuple[float, float]:
        """Return where a point of the mark is drawn, in pixels."""
        x, y = (20 + (value - 20) * shrink for value in point)
        return x * unit, y * unit

    for curve in SKIN:
        points = [at(_along(curve, step / STEPS)) for step in range(STEPS + 1)]
        for one, other in pairwise(points):
            paper.stroke(one, other, LINE / 2 * shrink * unit)
    paper.stroke(at(MIDDLE), at(MIDDLE), PEARL * shrink * unit)
    core = _Cover(size)
    core.stroke(at(MIDDLE), at(MIDDLE), CORE * shrink * unit)
    ground = [1.0] * size * size if full else _rounded(size, CORNER * unit)
    return _encoded(size, ground, [p * (1 - c) for p, c in zip(paper.of, core.of, strict=True)])


class _Cover:
    """How much of each pixel is covered, from 0 to 1."""

    def __init__(self, size: int) -> None:
        self.size, self.of = size, [0.0] * (size * size)

    def stroke(self, one: tuple[float, float], other: tuple[float, float], half: float) -> None:
        """Cover what is no farther than `half` from the line between two points."""
        (x1, y1), (x2, y2) = one, other
        dx, dy = x2 - x1, y2 - y1
        length = dx * dx + dy * dy
        for row in range(int(min(y1, y2) - half - 1), int(max(y1, y2) + half + 2)):
            for column in range(int(min(x1, x2) - half - 1), int(max(x1, x2) + half + 2)):
                x, y = column + 0.5 - x1, row + 0.5 - y1
                along = max(0.0, min(1.0, (x * dx + y * dy) / length)) if length else 0.0
                share = half + 0.5 - hypot(x - along * dx, y - along * dy)
                place = row * self.size + column
                if share > self.of[place]:
                    self.of[place] = min(1.0, share)


def _along(curve: tuple, t: float) -> tuple[float, float]:
    """Return the point of a cubic curve at `t`, from 0 to 1."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y


def _rounded(size: int, radius: float) -> list[float]:
    """Return how much of each pixel a square with round corners covers."""
    reach = [max(0.0, radius - at - 0.5, at + 0.5 - (size - radius)) for at in range(size)]
    return [max(0.0, min(1.0, radius + 0.5 - hypot(x, y))) for y in reach for x in reach]


def _encoded(size: int, ground: list[float], paper: list[float]) -> bytes:
    """Write the picture as PNG: paper on ink, see-through where there is no ground."""
    mixed = [[round(i + (p - i) * step / 255) for i, p in zip(INK, PAPER, strict=True)]
             for step in range(256)]  # fmt: skip
    colours = [bytes(colour) for colour in mixed]
    lines = bytearray()
    for start in range(0, size * size, size):
        lines += b"\0"  # no filter
        for place in range(start, start + size):
            lines += colours[round(paper[place] * 255)] + bytes((round(ground[place] * 255),))
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(lines), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
