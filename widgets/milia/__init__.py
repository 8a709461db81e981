"""Pearl or Pimple? Widgets and words for a course about two white bumps."""

from .widgets.figure import Figure
from .widgets.quiz import Quiz

__all__ = ["Figure", "Quiz"]
