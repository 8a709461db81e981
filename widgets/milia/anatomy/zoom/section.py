"""The section of the course, seen in a square around one bump, and where the lens looks at it."""

import math
from functools import cache

from ..microscope import FIELD as LENS
from ..microscope import milium as sac_wall
from ..microscope import pustule as pore_wall
from ..section import milium, pustule
from ..section.defs import shared
from ..section.draw import SCOPE, painted
from ..section.layers import behind
from ..section.pocket import leaning
from ..section.scenes.scene import Stage
from ..section.style import style
from ..section.svg import SCALE, number, tag
from ..section.views import written
from ..skin import Milium, Pustule, Specimen
from .frame import OWN, SIDE

FIELD = 3.0  # mm
BAR = 0.5
INSIDE = 0.992  # a smooth line round the sac runs inside of the points that steer it
LESIONS = {"milium": Milium(), "pustule": Pustule()}


@cache
def stage(story: str) -> Stage:
    """The piece of skin with its one bump, in the middle."""
    return Stage(Specimen(lesions=(LESIONS[story],)))


def corner(story: str) -> tuple[float, float]:
    """The left and the top of what is seen (mm): it ends in the fat, above its lower edge."""
    layout = stage(story)
    return layout.spots[0].x - FIELD / 2, layout.deep - 0.03 - FIELD


def art(story: str) -> tuple[str, str]:
    """Draw the section, and give its style."""
    layout = stage(story)
    parts = "".join(part.paint for part in painted(layout, OWN))
    skin = tag("g", behind(layout, OWN), parts, clip_path=f"url(#{OWN}-slab)")
    body = tag("defs", shared(layout, OWN)) + skin
    left, top = corner(story)
    box = written((left * SCALE, top * SCALE, FIELD * SCALE, FIELD * SCALE))
    size = {"width": number(SIDE), "height": number(SIDE)}
    sky = tag("rect", class_="milia-sky", **size)
    return sky + tag("svg", body, viewBox=box, class_=SCOPE, **size), style(SCOPE, body)


def lens(story: str) -> tuple[float, float]:
    """The middle of the microscope's field (mm from the left and the top of the section)."""
    left, top = corner(story)
    x, y = _milium() if story == "milium" else _pustule()
    return x - left, y - top


def _milium() -> tuple[float, float]:
    """The lowest point of the wall, as it is drawn, lies where the lens has it."""
    spot = stage("milium").spots[0]
    sac = spot.lesion
    down = math.pi / 2
    bulge = sum(size * math.sin(times * down + turn) for times, turn, size in milium.TURNS)
    lowest = sac.centre + INSIDE * (sac.half + sac.half / 0.75 * bulge)
    return spot.x, lowest + (LENS / 2 - sac_wall.LOWEST) / 1000


def _pustule() -> tuple[float, float]:
    """Where the pus is widest, on the left: there the wall is whole."""
    layout = stage("pustule")
    spot = layout.spots[0]
    rows = pustule.filled(layout, spot)
    sides = [(leaning(spot, y) - half * (1 + 0.03 * math.sin(4 * y)), y) for half, y in rows[2:5]]
    (ax, ay), (bx, by), (cx, cy) = sides
    x, y = (ax + 6 * bx + cx) / 8, (ay + 6 * by + cy) / 8  # the smooth line passes the corner here
    return x + (LENS / 2 - pore_wall.EDGE) / 1000, y
