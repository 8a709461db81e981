"""How soon to ask about a bump, found out one clue at a time; never what the bump is."""

from traitlets import Dict, List

from ...content import load
from ..base import CourseWidget, css, js
from .reading import as_html, in_words, line
from .table import table


class AskSomeone(CourseWidget):
    """Ask one clue at a time, and end in how soon to ask: `AskSomeone()`.

    Python lays out where each answer leads; what was answered stays on the page and goes nowhere,
    as it tells of somebody's health.
    """

    interactive = True

    _esm = js("shared", "print_alone", "ask_someone/result", "ask_someone/ask_someone")
    _css = css("shared", "print_alone", "ask_someone/ask_someone")

    words = Dict(help="What is said around the clues: content/asking.yaml.").tag(sync=True)
    people = List(Dict(), help="[{id, name, tell, step}]").tag(sync=True)
    clues = Dict(help="{id: {question, choices, tell, calm_too}}").tag(sync=True)
    steps = List(Dict(), help="[{clue, yes, no, unsure, most} or {band, because}]").tag(sync=True)
    bands = Dict(help="{id: {place, name, says, what_to_do, for_baby, call, signs}}").tag(sync=True)

    def __init__(self) -> None:
        """Walk every way through the clues, and lay out what the page looks up."""
        content = load()
        self._table = made = table(content)
        words = content.find("asking", "ask-someone")
        super().__init__(
            words=words.model_dump(
                exclude={"id", "people", "claims", "ask_reviewer", "reviewed", "also", "also_tell"}
            ),
            people=[
                {"id": p.id, "name": p.name, "tell": p.tell, "step": made.starts[p.id]}
                for p in words.people
            ],
            clues={
                clue.id: {
                    "question": clue.question,
                    "choices": list(clue.choices),
                    "tell": clue.tell,
                    "calm_too": list(clue.calm_too),
                }
                for clue in made.clues.values()
            },
            steps=made.steps,
            bands={
                band.id: band.model_dump(include={"name", "says", "what_to_do", "for_baby", "call"})
                | {"place": place, "signs": [line(sign) for sign in band.signs]}
                for place, band in enumerate(content.care.values())
            },
        )

    def text(self) -> str:
        """Name every clue with its band, and all that a result can say."""
        return in_words(load(), self._table)

    def fallback(self) -> str:
        """The bands with their signs and what to say, as lists; nothing to press."""
        return as_html(load())
