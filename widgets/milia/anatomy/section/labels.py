"""Labels beside the drawing: as near as can be to what they name, never touching, never crossing.

All lengths here are SVG units, because text is not drawn to scale.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from .svg import Point

SIZE = 20  # of the letters: 12.5 px and more where the whole drawing is shown
LINE = 24  # from one line of text to the next
GAP = 14  # between two labels
SHIFTS = tuple(sign * 7.0 * step for step in range(30) for sign in (-1, 1))
DOT = 6  # from the middle of a dot: nearer than this, a line seems to end there

WIDTHS = {"ijl.,:;'|!": 0.33, "ftrI()- /": 0.42, "mwMW%": 0.98, "abcdefghkno": 0.64}


@dataclass(frozen=True)
class Label:
    """Lines of text that belong to a point of the drawing."""

    part: str
    lines: tuple[str, ...]
    anchor: Point

    @cached_property
    def width(self) -> float:
        """The room its longest line takes."""
        return max(text_width(line) for line in self.lines)

    @property
    def height(self) -> float:
        """The room its lines take."""
        return LINE * len(self.lines)


@dataclass(frozen=True)
class Placed:
    """A label that has found its place."""

    label: Label
    top: float
    x: float  # where its text begins, ends or is centred
    side: str  # left, right, above or below: where it stands

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of its text."""
        width = self.label.width
        left = {"left": self.x - width, "right": self.x}.get(self.side, self.x - width / 2)
        return left, self.top, left + width, self.top + self.label.height

    @property
    def leader(self) -> tuple[Point, Point]:
        """The line from the label to what it names."""
        left, top, right, bottom = self.box
        middle = (top + bottom) / 2
        start = {
            "left": (right + 8, middle),
            "right": (left - 8, middle),
            "above": (self.x, bottom + 4),
            "below": (self.x, top - 2),
        }[self.side]
        return start, self.label.anchor


def text_width(text: str, size: float = SIZE) -> float:
    """How wide a line of text can get, in the widest of the fonts we name."""
    return size * sum(
        next((width for letters, width in WIDTHS.items() if letter in letters), 0.72)
        if ord(letter) < 0x2E80
        else 1.0
        for letter in text
    )


def wrap(text: str, room: float) -> tuple[str, ...]:
    """Break a text into as few lines as fit, and these as even as can be."""
    best = _greedy(text, room)
    while room > SIZE:
        room -= SIZE / 4
        narrower = _greedy(text, room)
        if len(narrower) > len(best) or max(map(text_width, narrower)) > room:
            break
        best = narrower
    return best


def place(labels: Sequence[Label], side: str, x: float, top: float, bottom: float) -> list[Placed]:
    """Stack labels on one side of the drawing between `top` and `bottom`.

    Where no order keeps the leaders apart, the stack is moved a little, even beyond these.
    """
    first = sorted(labels, key=lambda label: (label.anchor[1], label.anchor[0]))
    tries = (_untangled(first, side, x, top, bottom, shift) for shift in SHIFTS)
    best, tangle = next(tries)
    for stack, crossings in tries:
        if not tangle:
            break
        if crossings < tangle:
            best, tangle = stack, crossings
    return best


def cross(a: tuple[Point, Point], b: tuple[Point, Point]) -> bool:
    """Tell whether two lines cross, or one runs over the dot at the end of the other."""
    if _turn(*a, b[0]) * _turn(*a, b[1]) < 0 and _turn(*b, a[0]) * _turn(*b, a[1]) < 0:
        return True
    return _away(a, b[1]) < DOT or _away(b, a[1]) < DOT


def _greedy(text: str, room: float) -> tuple[str, ...]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def _untangled(
    order: Sequence[Label], side: str, x: float, top: float, bottom: float, shift: float
) -> tuple[list[Placed], int]:
    """Stack labels in the order with the fewest crossings that can be found, and count these.

    Each round ends with fewer crossings or is the last: labels nobody foresaw stop it as well.
    """

    def stacked(labels: Sequence[Label]) -> list[Placed]:
        return _stack(labels, side, x, top, bottom, shift)

    best = stacked(order)
    tangle, before = _tangle(best), len(order) ** 2
    while 0 < tangle < before:
        before = tangle
        for stack in map(stacked, _reordered([placed.label for placed in best])):
            if (crossings := _tangle(stack)) < tangle:
                best, tangle = stack, crossings
                if not tangle:
                    break
    return best, tangle


def _stack(
    order: Sequence[Label], side: str, x: float, top: float, bottom: float, shift: float = 0.0
) -> list[Placed]:
    """Keep the order and move every label as little as possible (pool adjacent violators).

    Without the room taken by the labels above it, each wish is one number, and the places are
    those numbers made to rise; clipped to the room there is, they are still the nearest.
    """
    taken, offsets = 0.0, []
    for label in order:
        offsets.append(taken)
        taken += label.height + GAP
    wishes = [
        label.anchor[1] - label.height / 2 - offset + shift
        for label, offset in zip(order, offsets, strict=True)
    ]
    pools: list[list[float]] = []
    for wish in wishes:
        pools.append([wish])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    level = [_mean(pool) for pool in pools for _ in pool]
    last = bottom + max(0.0, shift) - (taken - GAP)
    return [
        Placed(label, max(top + min(0.0, shift), min(height, last)) + offset, x, side)
        for label, height, offset in zip(order, level, offsets, strict=True)
    ]


def _tangle(stack: Sequence[Placed]) -> int:
    """How many pairs of leaders cross."""
    return sum(cross(a, b) for a, b in combinations([label.leader for label in stack], 2))


def _reordered(order: Sequence[Label]) -> Iterator[list[Label]]:
    """Every order in which one label stands elsewhere, or two have changed places."""
    for i, label in enumerate(order):
        rest = [*order[:i], *order[i + 1 :]]
        for j in range(len(order)):
            if j != i:
                yield [*rest[:j], label, *rest[j:]]
    for i, j in combinations(range(len(order)), 2):
        swapped = list(order)
        swapped[i], swapped[j] = swapped[j], swapped[i]
        yield swapped


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _away(line: tuple[Point, Point], point: Point) -> float:
    """How far a point lies from a line."""
    (x, y), (x2, y2) = line
    length = (x2 - x) ** 2 + (y2 - y) ** 2
    along = ((point[0] - x) * (x2 - x) + (point[1] - y) * (y2 - y)) / length
    along = min(1.0, max(0.0, along))
    return math.dist(point, (x + along * (x2 - x), y + along * (y2 - y)))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
