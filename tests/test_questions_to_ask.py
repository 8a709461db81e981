"""Questions to ask: what Python lays out."""

import re

import ipywidgets
import pytest

from milia import QuestionsToAsk
from milia.content import load
from milia.widgets.base import HERE

from .small_course import SMALL, said_of, write
from .wording import grade

CARD = load().questions["before-a-removal"]
SCRIPT = (HERE / "questions_to_ask.js").read_text("utf-8")


def test_every_question_is_laid_out_with_why_it_is_asked() -> None:
    laid = QuestionsToAsk().questions
    assert [q["question"] for q in laid] == [q.question for q in CARD.questions]
    assert all(q["why"] for q in laid)


def test_each_is_a_question_and_rests_on_claims() -> None:
    assert [q.id for q in CARD.questions if not q.question.endswith("?")] == []
    assert [q.id for q in CARD.questions if not q.claims] == []


@pytest.mark.parametrize(
    "about",
    ["trained", "law here", "sure that it is", "clean", "hurt", "mark", "near my eye", "comes back",
     "leave it alone"],
)  # fmt: skip
def test_nothing_that_matters_is_left_out(about: str) -> None:
    assert any(about in q.question for q in CARD.questions)


def test_the_law_is_left_to_those_who_know_it() -> None:
    assert CARD.not_legal_advice.startswith("This is not legal advice.")
    (law,) = (q for q in CARD.questions if "law" in q.question)
    assert "Rules differ" in law.why
    assert not re.search(r"\b(California|Ohio|Maryland|Nebraska)\b", QuestionsToAsk().text())


def test_it_reads_at_grade_six_or_lower() -> None:
    assert grade(" ".join(f"{q.question} {q.why}" for q in CARD.questions)) <= 6


def test_the_text_names_all_that_nbval_must_compare() -> None:
    text = QuestionsToAsk().text()
    for words in QuestionsToAsk().words.values():
        assert words in text
    for each in CARD.questions:
        assert each.question in text
        assert each.why in text


def test_the_fallback_lists_the_questions_and_asks_for_nothing() -> None:
    data, _ = QuestionsToAsk()._repr_mimebundle_()
    html = data["text/html"]
    assert set(re.findall(r"<(\w+)", html)) == {"p", "strong", "ol", "li", "br"}
    assert all(each.question in html for each in CARD.questions)
    assert CARD.not_legal_advice in html
    assert CARD.private not in html


def test_it_stands_in_a_box_like_any_widget() -> None:
    assert isinstance(ipywidgets.VBox([QuestionsToAsk()]).children[0], ipywidgets.DOMWidget)


def test_nothing_is_told_to_python_and_nothing_becomes_html() -> None:
    for word in ("model.set", "save_changes", "model.send", "fetch(", "innerHTML", "localStorage"):
        assert word not in SCRIPT


def test_a_card_may_not_have_two_questions_of_one_id(tmp_path) -> None:
    each = "{id: a, question: Q, why: W, claims: [sealed]}"
    card = (
        "- {id: x, title: T, lead: L, not_legal_advice: N, claims: [sealed], own: O, private: P, "
        f"not_kept: K, questions: [{each}, {each}]}}\n"
    )
    said = said_of(write(tmp_path, {**SMALL, "questions.yaml": card}))
    assert "question-card 'x': Two questions have the id 'a'. Rename one." in said
