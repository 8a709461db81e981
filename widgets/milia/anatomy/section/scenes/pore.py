"""From a pore to a pimple: open, clogged, broken inside, full of pus, and dried up."""

from random import Random

from ...skin import Comedone, Follicle, Lesion, Pustule, Specimen
from .. import comedone
from ..draw import painted
from ..layout import SEED, Spot
from ..pocket import leaning
from ..svg import Point, curve, oval, path, tag
from .scene import Scene, Stage, group

SKY = 0.98  # mm: room for the hair of a pustule


def healthy(prefix: str) -> Scene:
    """An open pore with its hair and its gland."""
    return _plain(Follicle(), prefix)


def clogged(prefix: str) -> Scene:
    """The pore is clogged, and nothing around it is inflamed."""
    return _plain(Comedone(), prefix)


def broken(prefix: str) -> Scene:
    """The wall has given way on one side, and what was in the pore leaks into the skin."""
    layout = Stage(Specimen(lesions=(Comedone(),)))
    spot = layout.spots[0]
    leak = _leak(spot, breach(layout, spot), prefix)
    return Scene(layout, group(painted(layout, prefix)) + leak, SKY)


def pus(prefix: str) -> Scene:
    """The body fights: a swollen pore, full of pus."""
    return _plain(Pustule(), prefix)


def dried(prefix: str) -> Scene:
    """The bump has dried up: a flake lies on the pore, and a dark mark is left in the skin."""
    layout = Stage(Specimen(lesions=(Follicle(),)))
    spot = layout.spots[0]
    x, y = spot.x, layout.surface(spot.x)
    mark = oval((x, y + 0.06), 0.55, 0.07, "stain", filter=f"url(#{prefix}-soft)")
    skin = tag("g", mark, clip_path=f"url(#{prefix}-flesh)")
    return Scene(layout, group(painted(layout, prefix)) + skin + _flake((x, y)), SKY)


def breach(layout: Stage, spot: Spot) -> Point:
    """Where the wall is broken (mm): half-way down, away from the surface and the root."""
    half, y = comedone.filled(layout, spot)[4]
    return leaning(spot, y) + half, y


def _plain(lesion: Lesion, prefix: str) -> Scene:
    layout = Stage(Specimen(lesions=(lesion,)))
    return Scene(layout, group(painted(layout, prefix)), SKY)


def _leak(spot: Spot, at: Point, prefix: str) -> str:
    """Flakes and drops of oil that have gone through the gap, thinner the farther they went."""
    (x, y), rng = at, Random(SEED + 11)
    gap = oval((x + 0.01, y), 0.07, 0.1, "spill")
    seep = oval((x + 0.24, y + 0.05), 0.32, 0.19, "spill", filter=f"url(#{prefix}-soft)")
    seep += oval((x + 0.16, y + 0.03), 0.2, 0.12, "spill", filter=f"url(#{prefix}-soft)")
    flakes, drops = "", ""
    for _ in range(60):
        away, up = abs(rng.gauss(0, 0.26)), rng.gauss(0.04, 0.1)
        left, tilt = x + 0.02 + away, rng.uniform(-0.03, 0.03)
        flakes += curve([(left, y + up), (left + 0.03, y + up + tilt), (left + 0.06, y + up)])
    for _ in range(14):
        size = rng.uniform(0.014, 0.03)
        middle = x + 0.03 + abs(rng.gauss(0.1, 0.14)), y + rng.gauss(0.04, 0.08)
        drops += oval(middle, 1.3 * size, size, "oil")
    return seep + gap + path(flakes, "sheet", "sheet0") + drops


def _flake(mouth: Point) -> str:
    """A dry flake on the pore: what is left of the bump."""
    x, y = mouth
    upper = [(x - 0.3, y + 0.01), (x - 0.17, y - 0.075), (x + 0.05, y - 0.09), (x + 0.29, y - 0.01)]
    lower = [(x + 0.29, y - 0.01), (x + 0.02, y + 0.035), (x - 0.3, y + 0.01)]
    cracks = curve([(x - 0.14, y - 0.05), (x - 0.11, y - 0.02), (x - 0.12, y + 0.015)])
    cracks += curve([(x + 0.1, y - 0.06), (x + 0.08, y - 0.03), (x + 0.11, y + 0.01)])
    return path(f"{curve(upper)}L{curve(lower)[1:]}Z", "crust", "rim") + path(cracks, "plug-lines")
