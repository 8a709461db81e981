"""A guess before the answer is known: placed and scored as a single choice."""

from .single_choice import parts, placements

__all__ = ["parts", "placements"]
