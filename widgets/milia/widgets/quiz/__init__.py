"""The Quiz: one file for each item type, in Python what is right, in JavaScript how it is asked."""

from .quiz import Quiz
from .scoring import Outcome, Part, score, table_of_parts

__all__ = ["Outcome", "Part", "Quiz", "score", "table_of_parts"]
