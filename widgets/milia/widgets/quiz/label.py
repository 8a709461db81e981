"""The parts of a picture are named: each name is put on its part."""

from .placed import parts, placements

__all__ = ["parts", "placements"]
