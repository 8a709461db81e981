"""Words explained on demand, beside the place where they are first used."""

from html import escape

from traitlets import Dict, List

from ..content import ContentError, find
from ..content.models import Term as TermWords
from .base import CourseWidget, css, js
from .glossary import also, line


def word(name: str) -> TermWords:
    """Find a term that may stand on a learner's page."""
    words = find("term", name)
    if words.audience != "learner":
        raise ContentError(
            f"Term '{name}' in content/glossary is for teachers and never stands on a learner's"
            " page. Choose a term for learners."
        )
    return words


class Term(CourseWidget):
    """Explain one word or a few: `Term("milium", "keratin")`.

    Each is a chip that opens by pointer or keyboard. Raises `ContentError` for a word that the
    glossary lacks or keeps for teachers.
    """

    _esm = js("shared", "term")
    _css = css("shared", "term")

    words = List(Dict(), help="[{id, term, say, definition, also}] in order.").tag(sync=True)

    def __init__(self, *names: str) -> None:
        """Find each word in the glossary."""
        if not names:
            raise ContentError('Term() names no word. Write one or a few, such as Term("milium").')
        self._terms = [word(name) for name in names]
        super().__init__(
            words=[
                {
                    "id": words.id,
                    "term": words.term,
                    "say": words.pronunciation,
                    "definition": words.definition,
                    "also": also(words),
                }
                for words in self._terms
            ]
        )

    @property
    def title(self) -> str:
        """What stands above the words."""
        return "Words to know" if len(self._terms) > 1 else "A word to know"

    def text(self) -> str:
        """Name every word with all that is said of it."""
        return "\n  ".join([self.title, *map(line, self._terms)])

    def fallback(self) -> str:
        """The words and their definitions as a list, all open."""
        entries = "".join(
            f"<dt><strong>{escape(words.term)}</strong> ({escape(words.pronunciation)})</dt>"
            f"<dd>{escape(f'{words.definition} {also(words)}'.rstrip())}</dd>"
            for words in self._terms
        )
        return f"<p><strong>{self.title}</strong></p><dl>{entries}</dl>"
