"""The kit: the milium of the section, taken apart so that it can be put together on a slice."""

from .pieces import BOXES, PIECES
from .slab import OWN, draw_finished, draw_look, draw_piece, draw_slice

__all__ = ["BOXES", "OWN", "PIECES", "draw_finished", "draw_look", "draw_piece", "draw_slice"]
