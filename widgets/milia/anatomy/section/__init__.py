"""The section: skin with a milium and a pustule, cut open and drawn to scale as SVG."""

from .draw import draw
from .part import Words

__all__ = ["Words", "draw"]
