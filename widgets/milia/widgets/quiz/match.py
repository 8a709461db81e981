"""Each thing is matched with its other half; there may be more halves than things."""

from .placed import parts, placements

__all__ = ["parts", "placements"]
