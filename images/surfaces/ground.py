"""The skin itself: furrows, pores, fine hairs, and blotches of pigment and blood."""

import random
from dataclasses import dataclass
from functools import cache

import numpy as np
from noise import MM, PX, SIDE, Field, across, clouds, furrows, scattered, soft, wrapped

from milia.anatomy.section.relief import lift
from milia.anatomy.skin import Follicle

SEED = 7  # one piece of skin, always the same


@dataclass(frozen=True)
class Ground:
    """A square of calm skin: its height (mm), how much it is pore, and how much hair covers it."""

    height: Field
    pores: Field
    hairs: Field


@cache
def ground() -> Ground:
    """Return the piece of skin that all pictures show."""
    places = scattered(0.55, SEED)
    height = -0.011 * (1 + 0.45 * np.tanh(clouds(0.3, SEED + 1))) * _cut(0.46, 0.8, 0.13, 2)
    height -= 0.007 * _cut(0.23, 0.9, 0.17, 3)
    height = soft(height, 0.018) + 0.011 * clouds(0.5, SEED + 4)
    height += 0.0014 * clouds(0.016, SEED + 5)
    sunk, pores = _pores(places)
    return Ground(height + sunk, pores, _hairs(places))


def _cut(pitch: float, squeeze: float, wide: float, seed: int) -> Field:
    return np.exp(-((furrows(pitch, squeeze, SEED + seed) / wide) ** 2))


def _pores(places: list[tuple[float, float]]) -> tuple[Field, Field]:
    """Sink a pore at each place, as deep and wide as in the drawings, some more, some less."""
    rng = random.Random(SEED + 6)
    right, down = across()
    sunk, pores = np.zeros((SIDE, SIDE)), np.zeros((SIDE, SIDE))
    away = np.linspace(0, 0.3, 120)
    funnel = np.array([lift(Follicle(), at, 0.0) for at in away])
    for x, y in places:
        size, oval, deep = rng.uniform(0.5, 1.05), rng.uniform(0.8, 1.25), rng.uniform(0.3, 1.0)
        rho = np.hypot(wrapped(right - x), wrapped(down - y) / oval) / size
        sunk += deep * np.interp(rho, away, funnel, right=0)
        pores += deep * np.exp(-((rho / 0.045) ** 2))
    return sunk, np.clip(pores, 0, 1)


def _hairs(places: list[tuple[float, float]]) -> Field:
    """Lay a fine hair over the skin from one pore in three."""
    rng = random.Random(SEED + 7)
    cover = np.zeros((SIDE, SIDE))
    for x, y in places:
        if rng.random() > 0.22:
            continue
        turn, bend, long = rng.gauss(0.9, 0.35), rng.gauss(0, 0.5), rng.uniform(0.6, 1.4)
        along = np.linspace(0, 1, int(3 * long * PX))
        angle = turn + bend * along
        step = long / len(along)
        columns = ((x + MM / 2 + np.cumsum(np.cos(angle)) * step) * PX).astype(int) % SIDE
        rows = ((y + MM / 2 + np.cumsum(np.sin(angle)) * step) * PX).astype(int) % SIDE
        np.maximum.at(cover, (rows, columns), 1 - 0.7 * along)
    return soft(cover, 0.0085)
