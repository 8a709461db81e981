"""The learner's own page: what Python lays out, and what the browser makes of the answers."""

from .laid_out import items_of, key_of
from .my_answers import MyAnswers

__all__ = ["MyAnswers", "items_of", "key_of"]
