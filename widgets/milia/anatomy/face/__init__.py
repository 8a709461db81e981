"""An adult and a baby, seen from the front, drawn in any of the ten skin tones."""

from .draw import FACES, SCOPE, draw_face, picture
from .pencil import OWN
from .skin import MIDDLE, dress, skin

__all__ = ["FACES", "MIDDLE", "OWN", "SCOPE", "draw_face", "dress", "picture", "skin"]
