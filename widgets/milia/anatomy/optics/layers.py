"""Light in layers that scatter and absorb: Kubelka and Munk's films, laid one over another.

Sources: Kubelka and Munk 1931; Kubelka, J Opt Soc Am 38 (1948) 448 (films) and 44 (1954) 330
(adding); Saunderson, J Opt Soc Am 32 (1942) 727 (the surface). K = 2 mua and S = 0.75 mus' are
the usual passage from transport theory (ASSUMPTION: light is diffuse in every layer, which it
is not quite in one as thin as the epidermis).
"""

import math
from dataclasses import dataclass

OUTSIDE = 0.04  # reflected where air meets skin: ((1.4 - 1) / (1.4 + 1))^2 is 0.03, rough skin more
INSIDE = 0.55  # diffuse light that comes from within and is sent back in, for an index of 1.4


@dataclass(frozen=True)
class Film:
    """What a film sends back and lets pass, as shares of the light that meets it."""

    reflected: float
    passed: float


def deep(absorption: float, scattering: float) -> float:
    """Return what an endless depth of one material sends back (both per mm)."""
    k, s = 2 * absorption, 0.75 * scattering
    return s / (k + s + math.sqrt(k * (k + 2 * s))) if s else 0.0


def film(absorption: float, scattering: float, thick: float) -> Film:
    """Return what a film of one material does (both per mm; its thickness in mm)."""
    k, s = 2 * absorption, 0.75 * scattering
    fading = math.sqrt(k * (k + 2 * s))
    if fading == 0:  # nothing is absorbed
        return Film(s * thick / (1 + s * thick), 1 / (1 + s * thick))
    lost = -math.expm1(-2 * fading * thick)  # in place of sinh and cosh, which overflow
    both = (k + s) * lost + fading * (2 - lost)
    return Film(s * lost / both, 2 * fading * math.exp(-fading * thick) / both)


def over(top: Film, under: float) -> float:
    """Return what is sent back when a film lies over something that reflects `under`."""
    return top.reflected + top.passed**2 * under / (1 - top.reflected * under)


def seen(within: float) -> float:
    """Return what leaves the skin, shine left out: its surface sends much of it in again."""
    return (1 - OUTSIDE) * (1 - INSIDE) * within / (1 - INSIDE * within)
