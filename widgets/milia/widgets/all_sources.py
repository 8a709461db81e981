"""Every source of the course on one page, with the lessons that rest on it."""

from html import escape

from ..content import load
from ..content.models import Lesson, Source
from .base import CoursePassage
from .sources import as_line, as_list_item, by_author, sources_of

ABOUT = "Each source, by author, how much of it we read, and the lessons that rest on it."


class AllSources(CoursePassage):
    """List the sources of all lessons, each once: `AllSources()`."""

    def __init__(self) -> None:
        """Gather the sources lesson by lesson."""
        used: dict[str, tuple[Source, list[Lesson]]] = {}
        for lesson in load().lessons.values():
            for source in sources_of(lesson.id) if lesson.claims else ():
                used.setdefault(source.id, (source, []))[1].append(lesson)
        self.used = sorted(used.values(), key=lambda entry: by_author(entry[0]))

    def text(self) -> str:
        """Cite every source on a line of its own."""
        lines = [f"Sources of the course ({len(self.used)}). {ABOUT}"]
        return "\n  ".join([*lines, *(f"{as_line(s)} {_lessons(of)}" for s, of in self.used)])

    def html(self) -> str:
        """The sources as a list."""
        items = "".join(
            f"<li>{as_list_item(source)} <small>{escape(_lessons(of))}</small></li>"
            for source, of in self.used
        )
        return f"<p>{ABOUT}</p><ul>{items}</ul>"


def _lessons(lessons: list[Lesson]) -> str:
    return f"In: {', '.join(lesson.title for lesson in lessons)}."
