"""How a pore or a bump shapes the surface above it (mm)."""

import math

from ..skin import Comedone, Follicle, Lesion, Milium, Pustule


def lift(lesion: Lesion, away: float, level: float) -> float:
    """Give the height of the surface `away` from the middle of a lesion in skin of this level."""
    match lesion:
        case Milium():
            return _blend(level, _shell(lesion, abs(away)), 0.16)
        case Comedone():
            dome = lesion.rise * math.exp(-2.2 * abs(away / lesion.half) ** 2.4)
            return level + dome - 0.016 * math.exp(-((away / 0.07) ** 2))
        case Pustule():
            return level + lesion.rise * math.exp(-1.9 * abs(away / lesion.half) ** 2.6)
        case Follicle():
            return level - 0.035 * math.exp(-((away / 0.06) ** 2))
    raise TypeError(f"Nothing is known of the surface over a {type(lesion).__name__}.")


def thin(lesion: Lesion, away: float) -> tuple[float, float]:
    """Give how much the epidermis is thinned there (0 to 1), and what it is thinned to (mm)."""
    match lesion:
        case Milium():
            reach, flat = lesion.half, lesion.roof
        case Comedone() | Pustule():
            reach, flat = 0.6 * lesion.half, lesion.cover
        case _:
            return 0.0, 1.0
    return max(0.0, 1 - (away / reach) ** 2), flat


def _shell(milium: Milium, away: float) -> float:
    """The top of the sac with its roof; beside it, a slope that leads away under the skin."""
    shell = milium.half + milium.roof
    if away < shell:
        return math.sqrt(shell**2 - away**2) - milium.centre
    return -milium.centre - (away - shell)


def _blend(a: float, b: float, width: float) -> float:
    """Take the larger of two, rounded off where they meet."""
    share = min(1.0, max(0.0, 0.5 + (a - b) / (2 * width)))
    return b + (a - b) * share + width * share * (1 - share)
