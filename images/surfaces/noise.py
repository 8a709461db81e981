"""Fields of numbers on a square of skin that meets itself at its edges: no border shows."""

import random
from functools import cache

import numpy as np

MM = 6.0  # the side of the square
SIDE = 512  # pixels it is computed with: two for each one that is shown
PX = SIDE / MM  # pixels in a mm

Field = np.ndarray  # SIDE x SIDE


@cache
def across() -> tuple[Field, Field]:
    """Return how far each pixel lies right of the middle, and below it (mm)."""
    line = (np.arange(SIDE) + 0.5) / PX - MM / 2
    right, down = np.meshgrid(line, line)
    return right, down


@cache
def _frequencies() -> Field:
    along = np.fft.fftfreq(SIDE)[:, None] ** 2 + np.fft.rfftfreq(SIDE)[None, :] ** 2
    return -2 * (np.pi * PX) ** 2 * along


def soft(field: Field, mm: float) -> Field:
    """Blur a field by a Gaussian whose deviation is `mm`."""
    return np.fft.irfft2(np.fft.rfft2(field) * np.exp(_frequencies() * mm**2), s=field.shape)


@cache
def clouds(mm: float, seed: int) -> Field:
    """Return clouds of about this size (mm): 0 on average, a deviation of 1."""
    rng = random.Random(seed)  # the same numbers in every version of Python
    grains = np.array([rng.random() for _ in range(SIDE * SIDE)]).reshape(SIDE, SIDE)
    field = soft(grains - grains.mean(), mm)
    return field / field.std()


def furrows(pitch: float, squeeze: float, seed: int) -> Field:
    """Return how far each pixel lies from a furrow between the fields of skin (1: a field's size).

    Each field of skin holds one point; a furrow runs where two points are equally near.
    """
    rng = random.Random(seed)
    count = round(MM / pitch)
    pitch = MM / count
    points = np.array([[rng.uniform(0.08, 0.92) for _ in range(2)] for _ in range(count * count)])
    points = points.reshape(count, count, 2)
    right, down = across()
    x = (right + MM / 2 + 0.10 * clouds(0.35, seed + 1)) / pitch
    y = (down + MM / 2 + 0.10 * clouds(0.35, seed + 2)) / pitch
    column, row = np.floor(x).astype(int), np.floor(y).astype(int)
    near = np.full((2, SIDE, SIDE), np.inf)
    for i in range(-2, 3):
        for j in range(-2, 3):
            at = points[(row + j) % count, (column + i) % count]
            dx, dy = column + i + at[..., 0] - x, row + j + at[..., 1] - y
            away = np.hypot(dx + 0.35 * dy, squeeze * dy)
            near = np.sort(np.stack([*near, away]), axis=0)[:2]
    return near[1] - near[0]


def scattered(apart: float, seed: int) -> list[tuple[float, float]]:
    """Return places (mm from the middle), none nearer than `apart` to another, edges joined."""
    rng = random.Random(seed)
    found: list[tuple[float, float]] = []
    for _ in range(4000):
        x, y = (rng.uniform(-MM / 2, MM / 2) for _ in range(2))
        gaps = ((wrapped(x - a), wrapped(y - b)) for a, b in found)
        if all(dx * dx + dy * dy > apart**2 for dx, dy in gaps):
            found.append((x, y))
    return found


def wrapped(distance: float | Field) -> float | Field:
    """Return the shorter way from edge to edge (mm)."""
    return (distance + MM / 2) % MM - MM / 2
