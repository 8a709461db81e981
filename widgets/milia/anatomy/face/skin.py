"""The colours of a face, for each of the ten skin tones: all are set by custom properties."""

from functools import cache

from ..optics import inflamed, linear, reflectance, tone, xyz

MIDDLE = 6  # the tone of a face where nobody has chosen one

# How a face takes the light that falls on it: shares of red, green and blue that come back.
LIGHT = (1.42, 1.40, 1.36)
SHADE = (0.68, 0.55, 0.49)
DEEP = (0.36, 0.27, 0.25)
LINE = (0.20, 0.13, 0.13)
LIP = ((0.92, 0.69, 0.68), (1.90, 1.34, 1.50))  # on the lightest and on the darkest skin
GROUND = "#e4dbe2"  # behind a face, in every theme: dark hair is seen on it
GLOSS = (0.062, 0.041, 0.028)  # what the darkest skin throws back besides, so that it is not dull

Light = tuple[float, float, float]


@cache
def skin(number: int) -> dict[str, str]:
    """Return the colours of a face by the names of their custom properties."""
    calm = tone(number)
    base = linear(xyz(reflectance(calm.tissue)))
    warm = linear(xyz(reflectance(inflamed(calm.tissue, 2.4))))
    dark = (number - 1) / 9
    lit = tuple(a + b * dark for a, b in zip(_times(base, LIGHT), GLOSS, strict=True))
    lip = tuple(a + (b - a) * dark for a, b in zip(*LIP, strict=True))
    return {
        "--face-light": _hex(lit),
        "--face-base": _hex(base),
        "--face-shade": _hex(_times(base, SHADE)),
        "--face-deep": _hex(_times(base, DEEP)),
        "--face-line": _hex(_times(base, LINE)),
        "--face-blush": _hex(_times(warm, (1.12, 0.92, 0.9))),
        "--face-lip": _hex(_times(warm, lip)),
    }


def dress(scope: str, number: int = MIDDLE) -> str:
    """Write the style rule that gives pictures of this class their skin tone."""
    colours = ";".join(f"{name}:{colour}" for name, colour in skin(number).items())
    return f".{scope}{{--face-ground:{GROUND};{colours}}}"


def _times(colour: Light, shares: Light) -> Light:
    red, green, blue = (part * share for part, share in zip(colour, shares, strict=True))
    return red, green, blue


def _hex(light: Light) -> str:
    """Write a colour as a screen's red, green and blue (IEC 61966-2-1)."""

    def bent(part: float) -> float:
        part = min(max(part, 0.0), 1.0)
        return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055

    return "#" + "".join(f"{round(bent(part) * 255):02x}" for part in light)
