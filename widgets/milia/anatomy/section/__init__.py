"""The section: skin with a pore or a bump or two, cut open and drawn to scale as SVG."""

from .companions import COMPANIONS
from .counterparts import COUNTERPARTS
from .draw import draw
from .part import Words
from .spots import Spotted, spotted

__all__ = ["COMPANIONS", "COUNTERPARTS", "Spotted", "Words", "draw", "spotted"]
