"""Questions to ask before a removal is booked: to choose from, to add to, and to print."""

from html import escape

from traitlets import Dict, List

from ..content import find
from .base import CourseWidget, css, js


class QuestionsToAsk(CourseWidget):
    """Show the questions to ask before a milium is taken out: `QuestionsToAsk()`.

    What is chosen lasts while the page is open; what a learner writes stays in the browser, goes
    into no file, and is told to nobody, Python included.
    """

    interactive = True

    _esm = js("shared", "print_alone", "own_questions", "questions_to_ask")
    _css = css("shared", "print_alone", "own_questions", "questions_to_ask")

    words = Dict(help="What is said around the questions: content/questions.yaml.").tag(sync=True)
    questions = List(Dict(), help="[{id, question, why}]").tag(sync=True)

    def __init__(self) -> None:
        """Take the words of the card."""
        self._card = card = find("question-card", "before-a-removal")
        around = {"title", "lead", "not_legal_advice", "own", "private", "not_kept"}
        super().__init__(
            words=card.model_dump(include=around),
            questions=[each.model_dump(exclude={"claims"}) for each in card.questions],
        )

    def text(self) -> str:
        """Every question with why it is asked, and all that is said around them."""
        card = self._card
        lines = [card.title, card.lead]
        for count, each in enumerate(card.questions, 1):
            lines += [f"{count}. {each.question}", f"   {each.why}"]
        return "\n".join([*lines, card.own, card.private, card.not_kept, card.not_legal_advice])

    def fallback(self) -> str:
        """The questions as a list; nothing to choose and nothing to write in."""
        card = self._card
        items = "".join(
            f"<li><strong>{escape(each.question)}</strong><br>{escape(each.why)}</li>"
            for each in card.questions
        )
        return (
            f"<p><strong>{escape(card.title)}</strong></p><ol>{items}</ol>"
            f"<p>{escape(card.not_legal_advice)}</p>"
        )
