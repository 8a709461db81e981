"""Milium or not?: made-up cases, told in clues and drawn, to be told apart again and again."""

from .drill import MiliumOrNot

__all__ = ["MiliumOrNot"]
