"""Build a milium: parts put on a blank slice, some of which come back with a reason."""

from .build_a_milium import BuildAMilium

__all__ = ["BuildAMilium"]
