"""The pus of a pustule beside the wall of its pore: white cells of true size in fluid."""

import math
from dataclasses import dataclass
from functools import cache
from random import Random

from ..section.svg import Point
from ..skin import Pustule
from ..skin.lengths import WHITE_CELL
from .lens import FIELD, Place, band, blob, curve, dots, layer, slide, steps
from .lining import Row, rows_painted

SEED = 8
WALL = 1000 * Pustule().wall  # um
EDGE = 42.0  # um from the left of the field: there the wall ends and the pus begins
GERM = 1.6  # um
LOW, HIGH = 1000 * WHITE_CELL.low, 1000 * WHITE_CELL.high

# From the pus outwards. ASSUMPTION: see Row.
ROWS = (
    Row("flat", 0.12 * WALL, 17, (6.0, 1.7)),
    Row("cell", 0.18 * WALL, 13, (6.2, 3.0)),
    Row("cell", 0.20 * WALL, 12, (6.4, 3.6)),
    Row("cell", 0.22 * WALL, 11, (6.0, 4.2)),
    Row("basal", 0.28 * WALL, 7.6, (4.4, 5.6)),
)


@dataclass(frozen=True)
class WhiteCell:
    """A neutrophil: its middle and its width (um), how many lobes its nucleus has, its turn."""

    x: float
    y: float
    across: float
    lobes: int
    turn: float
    spent: bool = False  # it is dying: its nucleus has become a ball


@cache
def white_cells() -> tuple[WhiteCell, ...]:
    """The neutrophils in the pus, crowded but never one on top of another."""
    rng, found = Random(SEED), []
    for _ in range(14000):
        across = rng.uniform(LOW, HIGH)
        x, y = rng.uniform(EDGE + 3, FIELD + 6), rng.uniform(-6, FIELD + 6)
        if x - across / 2 < edge(y) + 0.8:
            continue
        if any(math.hypot(x - c.x, y - c.y) < (across + c.across) / 2 + 0.25 for c in found):
            continue
        lobes = rng.choices((2, 3, 4, 5), (22, 45, 26, 7))[0]
        found.append(WhiteCell(x, y, across, lobes, rng.uniform(0, math.tau), len(found) % 9 == 5))
    return tuple(found)


def edge(y: float) -> float:
    """Where the pus begins: the wall's inner side is ragged."""
    return EDGE + 0.9 * math.sin(0.11 * y + 0.6) + 0.35 * math.sin(0.43 * y)


def labels() -> dict[str, tuple[Point, Point]]:
    """What is named: where it is, and where its name stands (um)."""
    cell = min(white_cells(), key=lambda cell: math.hypot(cell.x - 72, cell.y - 20))
    germ = min(germs(), key=lambda rod: math.hypot(rod[0] - 74, rod[1] - 62))
    return {
        "white-cell": ((cell.x - 1, cell.y - 0.3 * cell.across), (56.0, 2.4)),
        "germ": ((germ[0] + 0.4, germ[1] + 1.6), (74.0, 74.0)),
        "lining": ((27.0, 21.0), (2.4, 2.4 + 7.5)),
    }


def draw_pustule() -> str:
    """Draw the field: the skin, the wall of the pore and the pus, from left to right."""
    ys = steps(-3, FIELD + 3, 12)
    inside = [(edge(y), y) for y in ys]
    rim = [(edge(y) - WALL, y) for y in ys]
    place: Place = lambda along, across: (edge(along) - across, along)  # noqa: E731
    return slide(
        layer(band(inside, [(FIELD + 4, y) for y in ys]), "wet-bed"),
        _fluid(),
        layer(band([(-4.0, y) for y in ys], rim), "dermis-bed"),
        _dermis(),
        layer(band(rim, inside), "gap-bed"),
        rows_painted(ROWS, place, 0, FIELD, SEED + 1),
        layer(curve(rim), "membrane"),
        _guests(),
        _crowd(),
        _germs(),
    )


def nucleus(cell: WhiteCell, rng: Random) -> tuple[str, str, str]:
    """The lobes of a nucleus, the strands between them, and their shade."""
    step = {2: 1.9, 3: 1.35, 4: 1.2, 5: 1.05}[cell.lobes]
    away = cell.across * {2: 0.2, 3: 0.225, 4: 0.24, 5: 0.25}[cell.lobes]
    size = cell.across * {2: 0.34, 3: 0.285, 4: 0.245, 5: 0.215}[cell.lobes]
    lobes, middles = "", []
    for at in range(cell.lobes):
        angle = cell.turn + step * (at - (cell.lobes - 1) / 2) + rng.uniform(-0.12, 0.12)
        out = away * rng.uniform(0.92, 1.1)
        middle = cell.x + out * math.cos(angle), cell.y + out * math.sin(angle)
        middles.append(middle)
        long = size * rng.uniform(1.06, 1.3)
        lobes += blob(middle, size, long, rng, angle + rng.uniform(-0.3, 0.3), 0.1)
    shade = dots((x + rng.uniform(-0.5, 0.5), y + rng.uniform(-0.5, 0.5)) for x, y in middles)
    return lobes, curve(middles) if len(middles) > 2 else _straight(middles), shade


def _straight(middles: list) -> str:
    (ax, ay), (bx, by) = middles
    return curve([(ax, ay), ((ax + bx) / 2 + 0.2, (ay + by) / 2), (bx, by)])


def _crowd() -> str:
    """Every white cell: its body with fine specks, and its nucleus."""
    rng = Random(SEED + 2)
    bodies = ghosts = lobes = strands = shades = balls = ""
    specks: list[Point] = []
    glints: list[Point] = []
    for cell in white_cells():
        body = blob((cell.x, cell.y), cell.across, cell.across, rng, cell.turn, 0.03)
        if cell.spent:
            ghosts += body
            balls += blob((cell.x + 0.9, cell.y - 0.5), 4.1, 3.9, rng)
            balls += blob((cell.x - 2.1, cell.y + 1.5), 2.2, 2.1, rng)
            continue
        bodies += body
        lit = cell.x - 0.1 * cell.across, cell.y - 0.12 * cell.across
        glints.append(lit)
        drawn, strand, shade = nucleus(cell, rng)
        lobes, strands, shades = lobes + drawn, strands + strand, shades + shade
        for _ in range(6):
            angle, out = rng.uniform(0, math.tau), 0.43 * cell.across * math.sqrt(rng.random())
            specks.append((cell.x + out * math.cos(angle), cell.y + out * math.sin(angle)))
    return (
        layer(ghosts, "ghost")
        + layer(bodies, "body")
        + layer(dots(glints), "glint")
        + layer(dots(specks), "specks")
        + layer(strands, "strand")
        + layer(lobes, "lobe")
        + layer(shades, "lobe-shade")
        + layer(balls, "ball")
    )


def _guests() -> str:
    """White cells on their way through the wall, squeezed between its cells."""
    rng = Random(SEED + 4)
    bodies = lobes = strands = ""
    for x, y, turn in ((24.5, 29.0, 0.25), (33.0, 71.0, -0.2), (8.0, 56.0, 1.35)):
        bodies += blob((x, y), 16.5, 9.6, rng, turn, 0.05)
        middles = []
        for at in (-1, 0, 1):
            middle = x + 4.1 * at * math.cos(turn), y + 4.1 * at * math.sin(turn) + 0.5 * (at % 2)
            middles.append(middle)
            lobes += blob(middle, 4.3, 3.6, rng, turn, 0.1)
        strands += curve(middles)
    return layer(bodies, "body") + layer(strands, "strand") + layer(lobes, "lobe")


def _fluid() -> str:
    """Fluid is clear; specks and wisps of what has fallen apart float in it."""
    rng = Random(SEED + 5)
    haze = "".join(
        blob(
            (rng.uniform(48, 98), rng.uniform(4, 96)), rng.uniform(12, 26), rng.uniform(8, 16), rng
        )
        for _ in range(7)
    )
    bits = dots((rng.uniform(EDGE + 2, FIELD), rng.uniform(0, FIELD)) for _ in range(80))
    wisps = ""
    for _ in range(26):
        x, y, turn = rng.uniform(44, 98), rng.uniform(0, 100), rng.uniform(0, math.tau)
        bend = rng.uniform(-1.6, 1.6)
        wisps += curve(
            [
                (x, y),
                (x + 3 * math.cos(turn) + bend, y + 3 * math.sin(turn)),
                (x + 6.5 * math.cos(turn), y + 6.5 * math.sin(turn) + bend),
            ]
        )
    return layer(haze, "haze") + layer(wisps, "wisp") + layer(bits, "debris")


@cache
def germs() -> tuple[tuple[float, float, float], ...]:
    """Where each rod lies and how it is turned: some in the fluid, some in white cells."""
    rng = Random(SEED + 6)
    hosts = [cell for cell in white_cells() if 52 < cell.x < 96 and 4 < cell.y < 96][::4]
    places = [(c.x + rng.uniform(-3, 3), c.y + rng.uniform(-3, 3)) for c in hosts for _ in range(2)]
    places += [(rng.uniform(46, 99), rng.uniform(2, 98)) for _ in range(16)]
    return tuple((x, y, rng.uniform(0, math.tau)) for x, y in places)


def _germs() -> str:
    """Rods 1.6 um long (ASSUMPTION)."""
    rods = ""
    for x, y, turn in germs():
        across, down = 0.5 * GERM * math.cos(turn), 0.5 * GERM * math.sin(turn)
        rods += curve([(x - across, y - down), (x + 0.1, y), (x + across, y + down)])
    return layer(rods, "germ-rod")


def _dermis() -> str:
    """The skin beside the pore: swollen, its fibres pushed apart."""
    rng, thick, thin = Random(SEED + 3), "", ""
    for count in range(8):
        right, start = rng.uniform(2.5, 17), rng.uniform(-30, 60)
        ys = steps(max(-4, start), min(FIELD + 4, start + rng.uniform(40, 75)), 5)
        sway, turn = rng.uniform(0.5, 1.2), rng.uniform(0, 6)
        line = [(edge(y) - WALL - right + sway * math.sin(0.12 * y + turn), y) for y in ys]
        thick, thin = (thick + curve(line), thin) if count % 2 else (thick, thin + curve(line))
    nuclei = blob((5.5, 17), 2.0, 12.5, rng, 0.06) + blob((10.5, 88), 1.9, 11, rng, -0.08)
    return layer(thick, "bundle") + layer(thin, "bundle-thin") + layer(nuclei, "spindle")
