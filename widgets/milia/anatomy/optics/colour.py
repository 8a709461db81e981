"""From a spectrum to the colour a screen shows, without a table of anybody's.

The eye: Wyman, Sloan and Shirley, "Simple analytic approximations to the CIE XYZ color matching
functions", J Comput Graph Tech 2 (2013) 2, the fit of several lobes to the CIE 1931 observer.
The light: Planck's law at 6504 K in place of daylight D65 (ASSUMPTION: no more than 1.3 CIEDE2000
apart for skin). Both are scaled so that a white card is the white of sRGB (IEC 61966-2-1).
"""

import math
from functools import cache

from .absorption import WAVELENGTHS
from .tissue import Spectrum

Triple = tuple[float, float, float]

WHITE = (0.95047, 1.0, 1.08883)  # X, Y and Z of D65, to which sRGB and CIELAB refer here
TO_SRGB = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
LOBES = (  # height, place (nm), and how steep it is before and after
    ((0.362, 442.0, 0.0624, 0.0374), (1.056, 599.8, 0.0264, 0.0323),
     (-0.065, 501.1, 0.0490, 0.0382)),
    ((0.821, 568.8, 0.0213, 0.0247), (0.286, 530.9, 0.0613, 0.0322)),
    ((1.217, 437.0, 0.0845, 0.0278), (0.681, 459.0, 0.0385, 0.0725)),
)  # fmt: skip


def matching(nm: float) -> Triple:
    """Return how much a wavelength adds to X, Y and Z."""
    x, y, z = (
        sum(
            height * math.exp(-0.5 * ((nm - at) * (before if nm < at else after)) ** 2)
            for height, at, before, after in lobes
        )
        for lobes in LOBES
    )
    return x, y, z


def daylight(nm: float) -> float:
    """Return how bright a black body of 6504 K is at a wavelength, beside itself at 560 nm."""

    def planck(nm: float) -> float:
        return nm**-5 / math.expm1(1.4388e7 / (nm * 6504))  # h c / k is 1.4388e7 nm K

    return planck(nm) / planck(560)


@cache
def _weights() -> tuple[Triple, ...]:
    """Return what each wavelength adds to X, Y and Z, so that white gives WHITE."""
    lit = [tuple(daylight(nm) * part for part in matching(nm)) for nm in WAVELENGTHS]
    x, y, z = (white / sum(part) for white, part in zip(WHITE, zip(*lit, strict=True), strict=True))
    return tuple((x * a, y * b, z * c) for a, b, c in lit)


def xyz(spectrum: Spectrum) -> Triple:
    """Return X, Y and Z of a reflectance."""
    rows = zip(spectrum, _weights(), strict=True)
    x, y, z = map(sum, zip(*((r * a, r * b, r * c) for r, (a, b, c) in rows), strict=True))
    return x, y, z


def lab(colour: Triple) -> Triple:
    """Return lightness L* (0 to 100), a* (green to red) and b* (blue to yellow) of X, Y and Z."""

    def bent(share: float) -> float:
        edge = 6 / 29
        return math.cbrt(share) if share > edge**3 else share / (3 * edge**2) + 4 / 29

    x, y, z = (bent(part / white) for part, white in zip(colour, WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def linear(colour: Triple) -> Triple:
    """Return the light of a screen's red, green and blue for X, Y and Z (1 is a white card)."""
    red, green, blue = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in TO_SRGB)
    return red, green, blue


def encoded(light: float) -> float:
    """Return how sRGB writes an amount of light, both from 0 to 1."""
    light = min(1.0, max(0.0, light))
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def written(colour: Triple) -> str:
    """Return X, Y and Z as a style sheet writes a colour: '#c69c6d'."""
    return "#" + "".join(f"{round(255 * encoded(part)):02x}" for part in linear(colour))
