"""Cards are sorted into bins; two bins or more, and none need be filled."""

from .placed import parts, placements

__all__ = ["parts", "placements"]
