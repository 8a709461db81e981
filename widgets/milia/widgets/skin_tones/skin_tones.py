"""Calm skin, three bumps and two marks in ten skin tones, and the tone a learner chooses."""

import json

from ipywidgets import widget_serialization
from traitlets import Dict, List, Tuple

from ...content import find
from ..base import CourseWidget, css, js
from .pictures import TonePicture, address
from .reading import MIDDLE, NUMBERS, as_html, in_words, named

KEPT_BACK = {"id", "states", "lightest", "darkest", "claims", "ask_reviewer", "reviewed"}


class SkinTones(CourseWidget):
    """Show bumps and marks in the skin tone a learner chooses: `SkinTones()`.

    The choice stays in the browser, and every drawing of the course wears it (tone.css).
    """

    interactive = True

    _esm = js("shared", "skin_tones/chart", "skin_tones/skin_tones")
    _css = css("shared", "skin_tones/skin_tones")

    words = Dict(help="All that is said around the pictures.").tag(sync=True)
    states = List(Dict(), help="[{id, name, says, dark}]").tag(sync=True)
    tones = List(Dict(), help="[{number, name, colour, mild, strong}], light to dark").tag(
        sync=True
    )
    pictures = Tuple(help="The pictures of each tone, fetched when asked for.").tag(
        sync=True, **widget_serialization
    )

    def __init__(self) -> None:
        """Take the words, the computed numbers and the pictures."""
        self._words = words = find("skin-tones", "skin-tones")
        self._numbers = json.loads(NUMBERS.read_text(encoding="utf-8"))
        numbers = [row["number"] for row in self._numbers]
        said = words.model_dump(exclude=KEPT_BACK) | {"middle": MIDDLE}
        super().__init__(
            words=said,
            states=[s.model_dump(include={"id", "name", "says", "dark"}) for s in words.states],
            tones=[{**row, "name": named(row["number"], words)} for row in self._numbers],
            pictures=tuple(
                TonePicture(
                    number=number,
                    pictures={state.id: address(state.id, number) for state in words.states},
                )
                for number in numbers
            ),
        )

    def text(self) -> str:
        """Every state with its sentence and the marks of its pictures, and the chart."""
        return in_words(self._words, self._numbers)

    def fallback(self) -> str:
        """A middle tone's six pictures with their sentences, and the numbers."""
        return as_html(self._words, self._numbers)
