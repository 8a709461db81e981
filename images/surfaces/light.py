"""Light on the skin: what enters and comes out again, what is shaded, and what shines."""

from dataclasses import dataclass

import numpy as np
from bumps import State
from ground import SEED, ground
from noise import PX, Field, across, clouds, soft

from milia.anatomy.optics import Tissue, linear, reflectance, xyz
from milia.anatomy.section.relief import lift

EXPOSURE = 1.32  # of the photograph: a white card would be overexposed
KEY = np.array([-0.52, -0.55, 0.66])  # the light from the upper left, as in the drawings
FILL = np.array([0.70, 0.25, 0.66])
WINDOW = np.array([-0.16, -0.34, 0.92])  # a wide light overhead, which skin of every tone mirrors
FARTHEST = (0.13, 0.07, 0.045)  # mm that red, green and blue travel in skin (ASSUMPTION)
LEVELS = np.array([0.5, 0.8, 1.1, 1.5, 2.1])  # pigment and blood, as multiples
REACH = np.linspace(0, 4.4, 45)  # mm from the middle at which the optics are computed


@dataclass(frozen=True)
class Scene:
    """All of a state that is the same in every tone: where things lie, and the light on them."""

    away: Field  # mm from the middle, along an uneven outline
    pigment: Field  # as multiples
    blood: Field
    lit: np.ndarray  # light that enters, by colour
    shine: Field  # light that does not
    hairs: Field


def scene(state: State) -> Scene:
    """Work out the light on a state, for all tones."""
    skin = ground()
    right, down = across()
    angle = np.arctan2(down, right)
    wobble = 0.8 * np.sin(2 * angle + 1) + 0.4 * np.sin(3 * angle + 2.2)
    wobble = wobble + 0.7 * np.tanh(clouds(0.4, SEED + 20)) + 0.1 * clouds(0.09, SEED + 21)
    away = np.hypot(right, down) * (1 + state.uneven * wobble)
    bump = _bump(state, away)
    on_top = bump / bump.max() if state.lesion else bump
    height = skin.height * (1 - state.flat * on_top) + bump
    height = height + 0.008 * on_top * clouds(0.16, SEED + 22)
    away = np.abs(away + state.mottled * clouds(0.08, SEED + 23))
    pigment = 1 + 0.035 * clouds(0.5, SEED + 8) + 0.035 * clouds(0.1, SEED + 9)
    blood = 1 + 0.15 * clouds(0.5, SEED + 10) + 0.10 * clouds(0.12, SEED + 11)
    lit, shine = _light(height, state.wet * on_top)
    dim = 1 - 0.30 * skin.pores * (1 - on_top)
    keep = np.clip((away - (1.1 if state.lesion else 0)) / 0.3, 0, 1)
    return Scene(away, pigment, blood, lit * dim[..., None], shine, skin.hairs * keep)


def _bump(state: State, away: Field) -> Field:
    """Return how far a state lifts the skin (mm): the surface of the drawings, all round."""
    if not state.lesion:
        return np.zeros_like(away)
    steps = np.linspace(0, 4.5, 901)
    return np.interp(away, steps, [lift(state.lesion, float(at), 0.0) for at in steps])


def picture(state: State, at: Scene, tissue: Tissue) -> np.ndarray:
    """Return the picture of a state in a tone, as bytes of red, green and blue."""
    colour = np.stack(
        [
            soft(part, far / 4)
            for part, far in zip(_colours(state, at, tissue), FARTHEST, strict=True)
        ],
        axis=-1,
    )
    light = EXPOSURE * (colour * at.lit + at.shine[..., None])
    dark = np.exp(-8 * tissue.melanin)
    hair = np.array([0.085, 0.055, 0.035]) * (0.15 + 0.85 * dark)
    cover = 0.62 * at.hairs[..., None]
    light = light * (1 - cover) + hair * cover
    shown = light.reshape(light.shape[0] // 2, 2, light.shape[1] // 2, 2, 3).mean(axis=(1, 3))
    bright = 0.7 + 0.3 * (1 - np.exp(-(np.maximum(shown, 0.7) - 0.7) / 0.3))
    shown = np.clip(np.where(shown > 0.7, bright, shown), 0, 1)
    shown = np.where(shown <= 0.0031308, 12.92 * shown, 1.055 * shown ** (1 / 2.4) - 0.055)
    return np.floor(255 * shown + 0.5).astype(np.uint8)


def _colours(state: State, at: Scene, tissue: Tissue) -> np.ndarray:
    """Compute the optics on a grid of distance, pigment and blood, and read it at each pixel."""
    reach = REACH if state.name != "calm" else REACH[:1]
    table = np.empty((len(reach), len(LEVELS), len(LEVELS), 3))
    for i, away in enumerate(reach):
        skin, filling = state.inside(tissue, float(away))
        for j, pigment in enumerate(LEVELS):
            for k, blood in enumerate(LEVELS):
                here = Tissue(
                    min(1.0, skin.melanin * pigment), min(1.0, skin.blood * blood), skin.saturation
                )
                table[i, j, k] = linear(xyz(reflectance(here, filling)))
    return np.maximum(_read(table, reach, at), 0)


def _read(table: np.ndarray, reach: np.ndarray, at: Scene) -> np.ndarray:
    """Read a table between its points; the colours come first in what is returned."""
    sides = []
    for axis, values in ((reach, at.away), (LEVELS, at.pigment), (LEVELS, at.blood)):
        if len(axis) == 1:
            sides.append([(np.zeros(values.shape, int), 1.0)])
            continue
        place = np.interp(values, axis, np.arange(len(axis)))
        low = np.minimum(place.astype(int), len(axis) - 2)
        sides.append([(low, 1 - (place - low)), (low + 1, place - low)])
    total = np.zeros((*at.away.shape, 3))
    for i, a in sides[0]:
        for j, b in sides[1]:
            for k, c in sides[2]:
                total += table[i, j, k] * (a * b * c)[..., None]
    return np.moveaxis(total, -1, 0)


def _normals(height: Field) -> np.ndarray:
    down, right = (
        (np.roll(height, -1, axis) - np.roll(height, 1, axis)) * PX / 2 for axis in (0, 1)
    )
    long = np.sqrt(1 + right**2 + down**2)
    return np.stack([-right / long, -down / long, 1 / long], axis=-1)


def _light(height: Field, wet: Field) -> tuple[np.ndarray, Field]:
    """Return the light that enters, by colour, and the light that shines off the surface."""
    key, fill = (way / np.linalg.norm(way) for way in (KEY, FILL))
    normal, smooth = _normals(height), _normals(soft(height, 0.02))
    shadow = _shadow(height, key)
    facing = np.clip((normal @ key + 0.18) / 1.18, 0, None)
    hollow = np.clip(1 + 2.2 * (height - soft(height, 0.22)), 0.75, 1.08)
    hollow = hollow * np.clip(1 + 9 * (height - soft(height, 0.06)), 0.82, 1.05)
    falls = 0.95 * facing * (0.42 + 0.58 * shadow)
    falls = falls + 0.22 * np.clip((normal @ fill + 0.5) / 1.5, 0, None)
    falls = (falls + 0.08 * (1 + normal[..., 2])) * hollow
    lit = np.stack(
        [0.45 * falls + 0.275 * (soft(falls, far) + soft(falls, 2.2 * far)) for far in FARTHEST],
        axis=-1,
    )
    oily = np.clip(1 + 0.3 * clouds(0.5, SEED + 12), 0.3, 1.7)
    rough = 0.44 - 0.12 * np.maximum(wet, 0)
    shine = (
        (0.3 + 0.7 * np.maximum(wet, 0))
        * _shine(smooth, key, 0.56 - 0.42 * np.maximum(wet, 0))
        * np.clip(normal @ key, 0, 1)
        * shadow
    )
    shine = shine + 1.0 * _shine(smooth, WINDOW / np.linalg.norm(WINDOW), rough + 0.04)
    return lit, 0.42 * shine * oily * hollow * np.clip(1 + wet, 0.25, 1)


def _shadow(height: Field, key: np.ndarray) -> Field:
    """Return how much of the light arrives (0 to 1) past what stands in its way."""
    arrives = np.ones_like(height)
    flat = np.hypot(key[0], key[1])
    for far in np.linspace(0.05, 1.4, 18):
        move = [-round(far * PX * part / flat) for part in (key[1], key[0])]
        in_way = np.roll(height, move, (0, 1)) - (height + far * key[2] / flat)
        arrives = np.minimum(arrives, 1 - np.clip(14 * in_way, 0, 1))
    return soft(arrives, 0.05)


def _shine(normal: np.ndarray, way: np.ndarray, rough: Field | float) -> Field:
    """Return the mirror light of a rough surface, seen from above (Trowbridge and Reitz)."""
    half = way + np.array([0, 0, 1])
    across_ = np.clip(normal @ (half / np.linalg.norm(half)), 0, 1) ** 2
    square = rough**4
    spread = square / (np.pi * (across_ * (square - 1) + 1) ** 2)
    return 0.028 * spread / (4 * np.maximum(normal[..., 2], 0.3))
