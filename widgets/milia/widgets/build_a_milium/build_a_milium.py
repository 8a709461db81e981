"""A blank slice of skin, and a tray of parts to put a milium together from."""

from collections.abc import Iterable

from traitlets import Dict, List, Unicode, validate

from ...anatomy.section.kit import PIECES, draw_look, draw_piece, draw_slice
from ...content import ContentError, find
from ...content.errors import did_you_mean
from ...content.models import Building
from ..base import CourseWidget, css, js
from .reading import as_html, ids, in_words, key, state, states


class BuildAMilium(CourseWidget):
    """Put together a milium on a slice of calm skin: `BuildAMilium()`.

    `placed` are the parts on the slice, such as ["wall", "keratin"]; the page sets it as the
    learner goes. Raises `ContentError`, with the reason, for a part that does not belong, and for
    one that is not there.
    """

    interactive = True

    _esm = js("shared", "drawn", "build_a_milium/build_a_milium")
    _css = css("shared", "build_a_milium/build_a_milium")

    title = Unicode().tag(sync=True)
    lead = Unicode().tag(sync=True)
    caption = Unicode().tag(sync=True)
    parts = List(Dict(), help="[{id, name, word, reason, belongs, picture}]").tag(sync=True)
    states = Dict(help="What is said of the slice, by the parts on it.").tag(sync=True)
    labels = Dict(help="{alt, belong, come_back}: the finished slice, on paper.").tag(sync=True)
    slice = Unicode(help="The slice in layers, as SVG.").tag(sync=True)
    look = Unicode(help="The style of the slice and of the parts.").tag(sync=True)
    placed = List(Unicode(), help="The parts that are on the slice.").tag(sync=True)

    def __init__(self) -> None:
        """Take the words and draw the slice and its parts."""
        self._words = words = find("building", "milium")
        order = ids(words)
        super().__init__(
            title=words.title,
            lead=words.lead,
            caption=words.caption,
            parts=[_tray(part.id, words) for part in words.parts],
            states=states(words),
            labels={"alt": words.done_alt, "belong": words.belong, "come_back": words.come_back},
            slice=draw_slice(order),
            look=draw_look(order),
        )

    @validate("placed")
    def _belongs(self, proposal: dict) -> list[str]:
        return self._known(proposal["value"])

    def _known(self, placed: Iterable[str]) -> list[str]:
        placed, parts = list(placed), {part.id: part for part in self._words.parts}
        for name in placed:
            if name not in parts:
                raise ContentError(f"No part '{name}' to put in. {did_you_mean(name, parts)}")
            if not parts[name].belongs:
                raise ContentError(f"Part '{name}' comes back: {parts[name].reason}")
        return key(placed, self._words).split()

    def describe(self, placed: Iterable[str] | None = None) -> str:
        """Say what is on the slice and what is missing, as the page does."""
        return state(self.placed if placed is None else self._known(placed), self._words)

    def text(self) -> str:
        """Every part with its reason, what is said at the end, and a mark of the picture."""
        return in_words(self._words)

    def fallback(self) -> str:
        """The finished slice with its numbers, and every part with its reason."""
        return as_html(self._words)


def _tray(name: str, words: Building) -> dict[str, object]:
    """A part as the page needs it."""
    if name not in PIECES:
        raise ContentError(
            f"content/building.yaml: '{words.id}' has the part '{name}', which nobody draws. "
            f"{did_you_mean(name, PIECES)}"
        )
    part = next(part for part in words.parts if part.id == name)
    told = {"id": name, "name": part.name, "word": part.word, "reason": part.reason}
    return {**told, "belongs": part.belongs, "picture": draw_piece(name)}
