"""The microscope: a tenth of a millimetre of a milium and of a pustule, cell by cell, to scale."""

from .lens import FIELD, SIDE
from .milium import draw_milium
from .pustule import draw_pustule

__all__ = ["FIELD", "SIDE", "draw_milium", "draw_pustule"]
