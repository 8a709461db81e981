"""What absorbs and scatters light in skin, wavelength by wavelength (per mm; wavelengths in nm).

Where a source gives a value per cm, it is divided by ten here, because the lengths of the course
are in mm. What nobody was found to have measured is called an assumption.
"""

import math

from .haemoglobin import oxy_deoxy

WAVELENGTHS = tuple(range(380, 701, 10))  # nm: what the eye sees, in steps that colours need

MM = 0.1  # per cm to per mm
HAEMOGLOBIN = 150  # g in a litre of whole blood (Prahl, OMLC 1998: a typical value)
MOLAR = 64_500  # g of haemoglobin in a mole (the same page)


def melanin(nm: float) -> float:
    """Absorption inside melanosomes, the grains of pigment: 6.6e11 nm^-3.33 per cm.

    Source: Jacques, "Skin optics", Oregon Medical Laser Center News, January 1998. He gives
    1.3 to 6.3 % of melanosomes for the epidermis of light skin, 11 to 16 % for moderately and
    18 to 43 % for darkly pigmented skin. How much a grain absorbs differs tenfold, he says.
    """
    return MM * 6.6e11 * nm**-3.33


def baseline(nm: float) -> float:
    """Absorption of skin without pigment and blood: 0.244 + 85.3 exp(-(nm - 154) / 66.2) per cm.

    Source: Jacques 1998, as above. It was measured in rat skin; he uses it for human skin.
    """
    return MM * (0.244 + 85.3 * math.exp(-(nm - 154) / 66.2))


def blood(nm: float, saturation: float) -> float:
    """Absorption of whole blood of which this share (0 to 1) carries oxygen.

    The molar values are in `haemoglobin`; 2.303 turns them to base e.
    """
    oxy, deoxy = oxy_deoxy(nm)
    molar = saturation * oxy + (1 - saturation) * deoxy
    return MM * math.log(10) * molar * HAEMOGLOBIN / MOLAR


def scattering(nm: float) -> float:
    """Reduced scattering of skin: 46 (nm / 500)^-1.421 per cm.

    Source: Jacques, "Optical properties of biological tissues: a review", Phys Med Biol 58
    (2013) R37, the fit to skin. It is used for epidermis and dermis alike.
    """
    return MM * 46.0 * (nm / 500) ** -1.421


def keratin(nm: float) -> tuple[float, float]:
    """Absorption and reduced scattering of the packed dead cells in a milium or a comedone.

    ASSUMPTION: no measurement was found. It holds no blood and no pigment, scatters twice
    as much as skin (sheets with air and fat between them), and is a little yellow.
    """
    return MM * (0.25 + 8 * math.exp(-(nm - 380) / 60)), MM * 90 * (nm / 500) ** -0.7


def pus(nm: float) -> tuple[float, float]:
    """Absorption and reduced scattering of pus.

    ASSUMPTION: no measurement was found. A dense soup of white cells scatters much; their enzymes
    absorb blue light, so pus is yellower than keratin; a thousandth of it is blood.
    """
    absorbed = MM * (0.5 + 60 * math.exp(-(nm - 380) / 48)) + 0.001 * blood(nm, 0.6)
    return absorbed, MM * 80 * (nm / 500) ** -0.8
