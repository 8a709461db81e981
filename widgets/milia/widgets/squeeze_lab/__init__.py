"""The squeeze lab: what a pinch does to skin, to a pustule and to a milium, in a model."""

from .squeeze_lab import SqueezeLab

__all__ = ["SqueezeLab"]
