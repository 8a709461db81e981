"""How different two colours look: CIEDE2000.

Source: Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", Color Res Appl 30 (2005)
21. About 1 is just seen side by side; over 10 is seen at a glance.
"""

import math
from math import atan2, cos, hypot, radians, sin, sqrt

from .colour import Triple


def ciede2000(one: Triple, other: Triple) -> float:
    """Return the difference of two colours given as L*, a* and b*."""
    l1, a1, b1 = one
    l2, a2, b2 = other
    grey = 0.5 * (1 - _calm(0.5 * (hypot(a1, b1) + hypot(a2, b2))))
    a1, a2 = a1 * (1 + grey), a2 * (1 + grey)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = (math.degrees(atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn, hue = _hues(h1, h2, c1 * c2 == 0)
    light, chroma = 0.5 * (l1 + l2), 0.5 * (c1 + c2)

    wave = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    dark = (light - 50) ** 2
    dl = (l2 - l1) / (1 + 0.015 * dark / sqrt(20 + dark))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn) / 2) / (1 + 0.015 * chroma * wave)
    bend = 30 * math.exp(-(((hue - 275) / 25) ** 2))
    mixed = -2 * _calm(chroma) * sin(radians(2 * bend))
    return sqrt(max(0.0, dl**2 + dc**2 + dh**2 + mixed * dc * dh))


def _calm(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25**7))


def _hues(h1: float, h2: float, colourless: bool) -> tuple[float, float]:
    """Return the turn from one hue to the other, and the hue halfway, the short way round."""
    if colourless:
        return 0.0, h1 + h2
    turn = (h2 - h1 + 180) % 360 - 180
    if turn == -180 and h2 > h1:
        turn = 180.0
    if abs(h1 - h2) <= 180:
        return turn, 0.5 * (h1 + h2)
    return turn, 0.5 * (h1 + h2 + (360 if h1 + h2 < 360 else -360))
