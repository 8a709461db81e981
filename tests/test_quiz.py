"""The Quiz as Python sees it, driven as the browser drives it."""

import ipywidgets
import pytest

from milia import Quiz
from milia.content import ContentError, find, load
from milia.widgets.quiz import table_of_parts

ITEM = "unchanged-pearl-holds-keratin"
KEY = find("item", ITEM).key
WRONG = next(choice.id for choice in find("item", ITEM).choices if choice.id != KEY)
SINGLE = [item for item in load().items.values() if item.type == "single-choice"]


def answer(quiz: Quiz, response: str) -> None:
    """Answer as the browser does: one message that sets both traits."""
    quiz.set_state({"response": response, "attempt": quiz.attempt + 1})


def test_an_item_is_asked_with_its_choices_in_order() -> None:
    quiz, item = Quiz(ITEM), find("item", ITEM)
    assert quiz.stem == item.stem
    assert [choice["text"] for choice in quiz.choices] == [choice.text for choice in item.choices]
    assert (quiz.response, quiz.attempt, quiz.outcome) == ("", 0, None)


def test_a_response_is_readable_and_observable() -> None:
    quiz, seen = Quiz(ITEM), []
    quiz.observe(lambda change: seen.append(change.new), "response")
    answer(quiz, WRONG)
    assert (quiz.response, seen) == (WRONG, [WRONG])
    assert not quiz.outcome.success
    answer(quiz, KEY)
    assert quiz.outcome.success
    assert quiz.outcome.feedback == next(
        choice.feedback for choice in find("item", ITEM).choices if choice.id == KEY
    )


def test_the_same_wrong_answer_twice_is_two_attempts() -> None:
    quiz, outcomes = Quiz(ITEM), []
    quiz.observe(lambda change: outcomes.append(quiz.outcome), "attempt")
    answer(quiz, WRONG)
    answer(quiz, WRONG)
    assert quiz.attempt == 2
    assert len(outcomes) == 2


def test_a_response_that_is_no_choice_earns_nothing() -> None:
    quiz = Quiz(ITEM)
    answer(quiz, "<script>")
    assert quiz.outcome is None


def test_a_quiz_stands_in_a_box_like_any_widget() -> None:
    box = ipywidgets.VBox([Quiz(ITEM)])
    assert isinstance(box.children[0], ipywidgets.DOMWidget)


def test_an_unknown_item_is_refused_with_a_suggestion() -> None:
    with pytest.raises(ContentError, match=f"Did you mean '{ITEM}'"):
        Quiz(ITEM + "s")


def test_an_item_of_another_type_is_refused_before_anything_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    several = find("item", ITEM).model_copy(update={"type": "multiple-choice"})
    monkeypatch.setattr("milia.widgets.quiz.find", lambda *_: several)
    with pytest.raises(ContentError, match="is multiple-choice, and Quiz asks single-choice"):
        Quiz(ITEM)


@pytest.mark.parametrize("item", SINGLE, ids=lambda item: item.id)
def test_each_part_of_an_item_has_its_points_and_feedback(item) -> None:
    parts = table_of_parts(item)
    assert {part["place"] for part in parts} == {choice.id for choice in item.choices}
    assert [part["place"] for part in parts if part["points"]] == [item.key]


def test_the_text_names_all_that_nbval_must_compare() -> None:
    item, text = find("item", ITEM), Quiz(ITEM).text()
    assert item.stem in text
    assert f"[x] {KEY}" in text
    for choice in item.choices:
        assert choice.text in text
        assert choice.feedback in text


def test_the_fallback_is_made_of_what_jupyterlab_lets_through() -> None:
    data, _ = Quiz(ITEM)._repr_mimebundle_()
    assert data["text/plain"] == Quiz(ITEM).text()
    for forbidden in ("<svg", "<style", "<script", "<input", "aria-"):
        assert forbidden not in data["text/html"]
    before, after = data["text/html"].split("<details>")
    assert find("item", ITEM).stem in before
    assert all(choice.feedback not in before for choice in find("item", ITEM).choices)
    assert find("item", ITEM).choices[0].feedback in after


def test_the_script_is_sent_once_per_class_and_stays_small() -> None:
    assert len(Quiz._esm.encode()) < 8_000
    assert Quiz._esm.index("function keepKeys") < Quiz._esm.index("export default")
