"""The colour of skin from what is in it: pigment, blood, keratin, pus. In plain Python."""

from .colour import lab, linear, written, xyz
from .difference import ciede2000
from .redness import Redness, chart, inflamed, redness
from .tissue import Filling, Tissue, reflectance
from .tones import Tone, lightness, tone, tones

__all__ = [
    "Filling",
    "Redness",
    "Tissue",
    "Tone",
    "chart",
    "ciede2000",
    "inflamed",
    "lab",
    "lightness",
    "linear",
    "redness",
    "reflectance",
    "tone",
    "tones",
    "written",
    "xyz",
]
