"""The words of the course, as data that a clinician can review."""

from .errors import ContentError
from .load import Content, find, load

__all__ = ["Content", "ContentError", "find", "load"]
