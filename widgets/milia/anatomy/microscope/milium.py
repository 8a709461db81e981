"""The wall of a milium at its lowest point: keratin above it, the dermis below."""

import math
from random import Random

from ..section.svg import Point
from ..skin import Milium
from .lens import FIELD, band, blob, curve, layer, slide, steps
from .lining import Row, rows_painted

SEED = 21
SAC = Milium()
WALL = 1000 * SAC.wall  # um
HALF = 1000 * SAC.half
LOWEST = 80.0  # um below the top of the field: where the wall ends
SHEET = 1.25  # um from sheet to sheet: within 0.5 to 2 um, as content/anatomy_numbers.yaml has it

# From the keratin outwards. ASSUMPTION: see Row.
ROWS = (
    Row("flat", 0.11 * WALL, 19, (5.5, 1.3), 26),
    Row("flat", 0.14 * WALL, 16, (6.0, 1.9), 22),
    Row("cell", 0.20 * WALL, 12.5, (6.2, 3.2)),
    Row("cell", 0.24 * WALL, 11, (6.0, 4.0)),
    Row("basal", 0.31 * WALL, 7.4, (4.3, 5.6)),
)


def labels() -> dict[str, tuple[Point, Point]]:
    """What is named: where it is, and where its name stands (um)."""
    return {
        "sheets": ((52.0, 27.0), (5.0, 10.0)),
        "grains": ((41.0, 56.2), (5.0, 37.0)),
        "wall": ((84.0, 69.0), (60.0, 86.5)),
    }


def inner(x: float) -> float:
    """The depth of the wall's inner side, above which the sheets lie."""
    return outer(x) - WALL


def outer(x: float) -> float:
    """The depth of the wall's outer side: part of a circle as large as the sac."""
    away = x - FIELD / 2
    return LOWEST - (HALF - math.sqrt(HALF**2 - away**2)) + 0.35 * math.sin(0.21 * x + 1)


def sheets() -> list[float]:
    """How far from the wall each sheet of keratin lies, to the top of the field (um)."""
    rng, found, at = Random(SEED), [], 0.9
    while at < inner(FIELD / 2) + 3:
        found.append(at)
        at += SHEET * rng.uniform(0.72, 1.28)
    return found


def sheet(x: float, away: float) -> float:
    """The depth of a sheet: they wave together, the more the farther they are from the wall."""
    loose = min(1.0, away / 16)
    wave = 1.1 * math.sin(0.115 * x + 0.06 * away) + 0.5 * math.sin(0.27 * x - 0.11 * away + 2)
    wave += 0.9 * math.sin(0.045 * x - 0.085 * away + 1)
    return inner(x) - away + loose * wave


def draw_milium() -> str:
    """Draw the field: sheets like those of an onion, the granular layer and the wall."""
    xs = steps(-3, FIELD + 3, 15)
    edge = [(x, inner(x)) for x in xs]
    rim = [(x, outer(x)) for x in xs]
    floor = [(x, FIELD + 4) for x in xs]
    return slide(
        layer(band([(x, -4.0) for x in xs], edge), "horn-bed"),
        _leaves(xs),
        _clefts(),
        layer(band(rim, floor), "dermis-bed"),
        _dermis(),
        layer(band(edge, rim), "gap-bed"),
        rows_painted(
            ROWS, lambda along, across: (along, inner(along) + across), 0, FIELD, SEED + 1
        ),
        layer(curve(rim), "membrane"),
    )


def _leaves(xs: list[float]) -> str:
    kinds = {"leaf-pale": "", "leaf": "", "leaf-deep": ""}
    names = ("leaf", "leaf-deep", "leaf", "leaf-pale", "leaf-deep", "leaf")
    for count, away in enumerate(sheets()):
        shift = 2.7 * (count % 5)  # or all scales would end one above the other
        line = curve([(x - shift, sheet(x - shift, away)) for x in xs] + [(106, sheet(106, away))])
        kinds[names[(count * 5 + count // 4) % 6]] += line
    return "".join(layer(d, name) for name, d in kinds.items())


def _clefts() -> str:
    """Narrow gaps between sheets, as every slice of keratin has them."""
    rng, d = Random(SEED + 2), ""
    places = [(18, 33), (66, 44), (84, 24), (40, 50), (8, 14), (57, 17), (92, 40), (30, 21)]
    for x, away in places:
        half, tall = rng.uniform(7, 13), rng.uniform(0.5, 0.95)
        xs = steps(x - half, x + half, 6)
        open_ = [tall * math.sin(math.pi * at / 6) for at in range(7)]
        upper = [(x, sheet(x, away) - gap) for x, gap in zip(xs, open_, strict=True)]
        lower = [(x, sheet(x, away) + gap) for x, gap in zip(xs, open_, strict=True)]
        d += band(upper, lower)
    return layer(d, "cleft")


def _dermis() -> str:
    """Collagen along the wall, with the narrow nuclei of the cells that make it."""
    rng, thick, thin = Random(SEED + 3), "", ""
    for count in range(13):
        down, start = rng.uniform(3.2, FIELD - LOWEST + 2), rng.uniform(-30, 55)
        end = start + rng.uniform(45, 80)
        xs = steps(max(-4, start), min(FIELD + 4, end), 5)
        sway, turn = rng.uniform(0.5, 1.1), rng.uniform(0, 6)
        line = [(x, outer(x) + down + sway * math.sin(0.12 * x + turn)) for x in xs]
        thick, thin = (thick + curve(line), thin) if count % 2 else (thick, thin + curve(line))
    nuclei = blob((27, 88.5), 13, 2.0, rng, 0.07) + blob((74, 93.2), 11.5, 1.8, rng, -0.05)
    return layer(thick, "bundle") + layer(thin, "bundle-thin") + layer(nuclei, "spindle")
