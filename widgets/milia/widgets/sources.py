"""The sources at the end of a lesson, made from the claims it uses."""

from html import escape

from ..content import ContentError, find
from ..content.models import Source
from .base import CoursePassage

ABOUT = "Each fact in this lesson rests on these sources, and we say how much of each we read."


def sources_of(lesson: str) -> list[Source]:
    """Return the sources of a lesson's claims and of their numbers, by author."""
    claims = [find("claim", claim) for claim in find("lesson", lesson).claims]
    if not claims:
        raise ContentError(
            f"Lesson '{lesson}' names no claims in content/lessons.yaml, so it has no sources."
            " List its claims there."
        )
    names = {name for claim in claims for name in claim.refers()["source"]}
    return sorted((find("source", name) for name in names), key=by_author)


def by_author(source: Source) -> tuple[str, str]:
    """Return what sources are put in order by."""
    return source.authors.casefold(), source.title.casefold()


def place_of(source: Source) -> str:
    """Name where the source is to be found: by DOI, PubMed number or the publisher's host."""
    if source.doi:
        return f"doi:{source.doi}"
    if source.pmid:
        return f"PubMed {source.pmid}"
    return source.url.split("/")[2] if source.url else ""


def extent(source: Source) -> str:
    """Say how much of a source was read, and never more than that."""
    if source.kind == "not-looked-up":
        return "Not looked up"
    if source.kind == "own-arithmetic":
        return "Worked out for this course"
    return f"Read: {source.read}"


class Sources(CoursePassage):
    """List what a lesson rests on: `Sources("01_two_white_bumps")`.

    Raises `ContentError` for a lesson that does not exist or names no claims.
    """

    def __init__(self, lesson: str) -> None:
        """Gather the sources of the lesson's claims."""
        self.lesson = find("lesson", lesson)
        self.sources = sources_of(lesson)

    def text(self) -> str:
        """Cite every source on a line of its own."""
        lines = [f"Sources of {self.lesson.title} ({len(self.sources)}). {ABOUT}"]
        return "\n  ".join([*lines, *map(as_line, self.sources)])

    def html(self) -> str:
        """The list, folded away under its heading."""
        items = "".join(f"<li>{as_list_item(source)}</li>" for source in self.sources)
        return (
            f"<p>{ABOUT}</p><details><summary>Sources ({len(self.sources)})</summary>"
            f"<ul>{items}</ul></details>"
        )


def _citation(source: Source) -> tuple[str, str, str]:
    where = ", ".join(str(part) for part in (source.venue, source.year) if part)
    return source.authors, source.title, where


def as_line(source: Source) -> str:
    """Cite a source in plain words, with where it is to be found and how much was read."""
    parts = (*_citation(source), place_of(source), extent(source))
    return " ".join(_stop(part) for part in parts if part)


def as_list_item(source: Source) -> str:
    """The same as HTML, with its link."""
    authors, title, where = (escape(_stop(part)) for part in _citation(source))
    parts = [authors, f"<cite>{title}</cite>", where]
    if source.link:
        parts.append(f'<a href="{escape(source.link)}">{escape(place_of(source))}</a>')
    parts.append(f"<small>{escape(_stop(extent(source)))}</small>")
    return " ".join(part for part in parts if part)


def _stop(part: str) -> str:
    return part if not part or part.endswith((".", "?", "!")) else f"{part}."
