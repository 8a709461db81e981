"""A place on a picture is chosen: scored as a single choice."""

from .single_choice import parts, placements

__all__ = ["parts", "placements"]
