"""An adult and a baby, seen from the front, drawn in any of the ten skin tones."""

from .draw import FACES, SCOPE, draw_face, draw_map, picture
from .pencil import OWN
from .regions import REGIONS
from .skin import GROUND, MIDDLE, dress, skin

__all__ = [
    "FACES",
    "GROUND",
    "MIDDLE",
    "OWN",
    "REGIONS",
    "SCOPE",
    "draw_face",
    "draw_map",
    "dress",
    "picture",
    "skin",
]
