"""The words of the course, as data that a clinician can review."""

from .errors import ContentError
from .load import find, load
from .shelves import Content

__all__ = ["Content", "ContentError", "find", "load"]
