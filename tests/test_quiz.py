"""The Quiz as Python sees it, driven as the browser drives it."""

import json
from html import unescape
from pathlib import Path

import ipywidgets
import pytest
import traitlets
from hypothesis import given, settings
from hypothesis import strategies as st

from milia import Quiz
from milia.content import ContentError, find, load
from milia.content.models import CHOOSING, PLACING, Item
from milia.widgets.quiz import score, table_of_parts

ITEM = "unchanged-pearl-holds-keratin"
KEY = find("item", ITEM).key
WRONG = next(choice.id for choice in find("item", ITEM).choices if choice.id != KEY)
ITEMS = list(load().items.values())
BY_TYPE = {item.type: item.id for item in ITEMS if not item.pre_test}
PRE_TEST = [item.id for item in ITEMS if item.pre_test]
POST_TEST = [item.id for item in ITEMS if item.parallel]
SHARED = json.loads((Path(__file__).parent / "quiz_cases.json").read_text(encoding="utf-8"))
each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)


def case_item(name: str) -> Item:
    """An item of the shared cases; what a case does not turn on is filled in."""
    (fields,) = [item for item in SHARED["items"] if item["id"] == name]
    whole = {"stem": "What is so?", "claims": ["x"], "idea": "x", **fields}
    return Item.model_validate_json(json.dumps(whole))


def answer(quiz: Quiz, item: str, response: list[str]) -> None:
    """Answer as the browser does: one message that sets all traits."""
    others = [other for other in quiz.answers if other["item"] != item]
    before = next((other for other in quiz.answers if other["item"] == item), None)
    said = {"response": response, "sure": ""}
    new = {
        "item": item,
        **said,
        "attempt": (before["attempt"] if before else 0) + 1,
        "at": quiz.attempt + 1,
        "first": before["first"] if before else said,
    }
    quiz.set_state(
        {
            "answers": [*others, new],
            "item": item,
            "response": response,
            "attempt": quiz.attempt + 1,
        }
    )


# -- scoring ---------------------------------------------------------------------------------


@pytest.mark.parametrize("case", SHARED["cases"], ids=lambda c: f"{c['item']}: {c['why']}")
def test_a_shared_case_is_scored_as_the_page_scores_it(case: dict) -> None:
    outcome = score(case_item(case["item"]), case["response"])
    found = outcome and {
        "points": outcome.points,
        "possible": outcome.possible,
        "feedback": list(outcome.feedback),
    }
    assert found == case["outcome"]


@given(st.data())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_points_are_all_there_for_the_key_and_only_for_it(data: st.DataObject) -> None:
    item = data.draw(st.sampled_from([item for item in ITEMS if item.type in CHOOSING]))
    ids = [choice.id for choice in item.choices]
    response = data.draw(st.lists(st.sampled_from([*ids, "", "__proto__", item.id]), max_size=6))
    outcome = score(item, response)
    several = item.type in ("multiple-choice", "spot-error")
    if several:
        valid = bool(response) and set(response) <= set(ids)
    else:
        valid = len(response) == 1 and response[0] in ids
    assert (outcome is not None) == valid
    if outcome:
        assert 0 <= outcome.points <= outcome.possible
        assert outcome.success == (set(response) == set(item.right))
        every = item.type == "spot-error"  # of a post every sentence is answered
        said = [c.feedback for c in item.choices if every or c.id in response]
        assert list(outcome.feedback) == said


PLACED = [item for item in ITEMS if item.type in ("order", "sort", "match")]


@given(st.data())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_point_is_earned_by_each_that_is_put_in_its_place_and_by_no_other(data) -> None:
    item = data.draw(
        st.sampled_from([item for item in ITEMS if item.type in PLACING and not item.rules])
    )
    right = {choice.id: item.place_of(choice) for choice in item.choices}
    known = {*right.values(), *(place.id for place in item.places)}
    strays = st.sampled_from([(), (), (), ("__proto__",), ("",), (item.id,), (next(iter(right)),)])
    things = [*data.draw(st.permutations(list(right))), *data.draw(strays)]
    things = things[data.draw(st.sampled_from([0, 0, 0, 1])) :]
    if item.type == "order":
        places = [str(at) for at in range(1, len(things) + 1)]
        response = things
    else:
        some = st.sampled_from(sorted(known) * 6 + ["", "__proto__"])
        places = [data.draw(st.one_of(st.just(right.get(t, "")), some)) for t in things]
        response = [f"{thing}:{place}" for thing, place in zip(things, places, strict=True)]
    outcome = score(item, response)
    assert (outcome is not None) == (sorted(things) == sorted(right) and set(places) <= known)
    if outcome:
        fit = [thing for thing, place in zip(things, places, strict=True) if right[thing] == place]
        assert (outcome.points, outcome.possible) == (len(fit), len(right))
        assert outcome.success == (len(fit) == len(right))
        said = {choice.id: choice.feedback for choice in item.choices}
        assert list(outcome.feedback) == [said[thing] for thing in things]


def test_the_placed_are_shown_in_no_telling_order() -> None:
    assert {item.type for item in PLACED} == {"order", "sort", "match"}
    for item in PLACED:
        (asked,) = Quiz(item.id).items
        things = [choice["id"] for choice in asked["choices"]]
        assert sorted(things) == sorted(choice.id for choice in item.choices)
        assert things != [choice.id for choice in item.choices]
        halves = [place["id"] for place in asked["places"]]
        assert sorted(halves) == sorted(place.id for place in item.places)
        if item.type == "match":  # no half stands level with its thing
            level = dict(zip(things, halves, strict=False))
            assert [c.id for c in item.choices if level[c.id] == c.place] == []


def test_what_is_placed_can_be_worked_by_hand_where_nothing_runs() -> None:
    for item in PLACED:
        before, after = Quiz(item.id).fallback().split("<details>")
        before, after = unescape(before), unescape(after)
        assert all(part.text in before for part in (*item.choices, *item.places))
        assert all(choice.feedback not in before for choice in item.choices)
        boxes = len(item.choices) * len(item.places) if item.type == "sort" else 0
        assert before.count("<td>☐</td>") == boxes
        assert before.count("<li>A. ") == (item.type == "match")
        belongs = [f"number {n}" for n in range(1, len(item.choices) + 1)]
        if item.type != "order":
            belongs = [item.place_text(choice) for choice in item.choices]
        for choice, where in zip(item.choices, belongs, strict=True):
            assert f"<strong>{choice.text}</strong> ({where}): {choice.feedback}" in after


@given(st.data())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_what_is_placed_earns_a_point_for_each_thing_where_it_belongs(data: st.DataObject) -> None:
    """Placed is every thing, each once and in a place there is; in an order it is first to last."""
    item = data.draw(st.sampled_from([item for item in ITEMS if item.type in PLACING]))
    table = table_of_parts(item)
    elements = list(dict.fromkeys(part.element for part in table))
    places = {e: [part.place for part in table if part.element == e] for e in elements}
    is_order = item.type == "order"
    said = (
        data.draw(st.permutations(elements))
        if is_order
        else [
            f"{element}:{data.draw(st.sampled_from(places[element]))}"
            for element in data.draw(st.permutations(elements))
        ]
    )
    placed = (
        list(zip(said, map(str, range(1, 99)), strict=False))
        if is_order
        else [tuple(one.split(":")) for one in said]
    )
    earned = sum(part.points for part in table if (part.element, part.place) in placed)
    outcome = score(item, said)
    assert (outcome.points, outcome.possible) == (earned, len(elements))
    assert outcome.success == (earned == len(elements))
    wrong = data.draw(st.sampled_from([*said, "x", "__proto__:x", f"{elements[0]}:x"]))
    assert score(item, [*said, wrong]) is None, "one thing too many"
    assert score(item, said[1:]) is None, "one is left over"
    assert score(item, [*said[1:], wrong if wrong != said[0] else "x"]) is None


@each_item
def test_every_element_has_one_place_that_earns_its_point(item: Item) -> None:
    parts = table_of_parts(item)
    assert len({(part.element, part.place) for part in parts}) == len(parts)
    for element in {part.element for part in parts}:
        assert sum(part.points for part in parts if part.element == element) == 1


# -- a widget like any other ------------------------------------------------------------------


def test_an_item_is_asked_with_its_choices_in_order() -> None:
    quiz, item = Quiz(ITEM), find("item", ITEM)
    (asked,) = quiz.items
    assert asked["stem"] == item.stem
    assert [choice["text"] for choice in asked["choices"]] == [c.text for c in item.choices]
    assert (quiz.item, quiz.response, quiz.attempt, quiz.outcome) == ("", [], 0, None)


def test_a_response_is_readable_and_observable() -> None:
    quiz, seen = Quiz(ITEM), []
    quiz.observe(lambda change: seen.append(change.new), "response")
    answer(quiz, ITEM, [WRONG])
    assert (quiz.response, seen) == ([WRONG], [[WRONG]])
    assert not quiz.outcome.success
    answer(quiz, ITEM, [KEY])
    assert quiz.outcome.success
    right = next(choice for choice in find("item", ITEM).choices if choice.id == KEY)
    assert quiz.outcome.feedback == (right.feedback,)


def test_the_same_wrong_answer_twice_is_two_attempts() -> None:
    quiz, outcomes = Quiz(ITEM), []
    quiz.observe(lambda change: outcomes.append(quiz.outcome), "attempt")
    answer(quiz, ITEM, [WRONG])
    answer(quiz, ITEM, [WRONG])
    assert quiz.attempt == 2
    assert len(outcomes) == 2


def test_in_a_set_every_answer_is_heard_with_its_item() -> None:
    other = BY_TYPE["multiple-choice"]
    quiz, heard = Quiz(ITEM, other), []
    quiz.observe(lambda _: heard.append((quiz.item, quiz.outcome.success)), "attempt")
    answer(quiz, ITEM, [KEY])
    answer(quiz, other, list(find("item", other).keys))
    answer(quiz, ITEM, [WRONG])
    assert heard == [(ITEM, True), (other, True), (ITEM, False)]
    assert [entry["item"] for entry in quiz.answers] == [other, ITEM]


@pytest.mark.parametrize("response", [["<script>"], [], [KEY, WRONG]])
def test_a_response_that_is_no_answer_has_no_outcome(response: list[str]) -> None:
    quiz = Quiz(ITEM)
    answer(quiz, ITEM, response)
    assert quiz.outcome is None


def test_an_answer_to_an_item_that_was_not_asked_has_no_outcome() -> None:
    quiz = Quiz(ITEM)
    answer(quiz, BY_TYPE["predict"], ["anything"])
    assert quiz.outcome is None


def test_a_quiz_stands_in_boxes_and_tabs_and_can_be_linked() -> None:
    quiz, number = Quiz(ITEM), ipywidgets.IntText()
    assert isinstance(ipywidgets.VBox([quiz]).children[0], ipywidgets.DOMWidget)
    assert ipywidgets.Tab([quiz], titles=["Check"]).children == (quiz,)
    traitlets.dlink((quiz, "attempt"), (number, "value"))
    answer(quiz, ITEM, [WRONG])
    assert number.value == 1


# -- wrong use --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda: Quiz(ITEM + "s"), f"No item '{ITEM}s' in content/items. Did you mean '{ITEM}'"),
        (lambda: Quiz(), "takes the ids of one or more items"),
        (lambda: Quiz([ITEM]), "takes the ids of one or more items"),
        (lambda: Quiz(3), "takes the ids of one or more items"),
        (lambda: Quiz(ITEM, ITEM), f"names the item '{ITEM}' twice"),
        (lambda: Quiz(ITEM, pre_test=True), f"Item '{ITEM}' is not one of the pre-test"),
        (lambda: Quiz(*POST_TEST[:1], post_test=True), "asks two items or more"),
        (lambda: Quiz(*PRE_TEST, pre_test=True, post_test=True), "is no pre-test: choose one"),
        (lambda: Quiz(*POST_TEST, ITEM, post_test=True), f"Item '{ITEM}' is parallel to none"),
    ],
)
def test_wrong_use_is_refused_before_anything_is_drawn(wrong, sentence: str, monkeypatch) -> None:
    drawn = []
    monkeypatch.setattr("ipywidgets.Widget.open", lambda *_: drawn.append(1))
    with pytest.raises(ContentError) as refused:
        wrong()
    assert sentence in str(refused.value)
    assert not drawn


def test_a_misspelt_option_is_refused() -> None:
    with pytest.raises(TypeError, match="asksure"):
        Quiz(ITEM, asksure=True)


# -- what can be read where nothing runs ------------------------------------------------------


@each_item
def test_the_text_names_all_that_nbval_must_compare(item: Item) -> None:
    text = Quiz(item.id, pre_test=item.pre_test).text()
    assert item.stem in text
    for choice in item.choices:
        assert f"[{'x' if choice.id in item.right else ' '}] {choice.id}: {choice.text}" in text
        assert choice.feedback in text
    assert (item.reveal or "") in text
    assert (item.hint or "") in text


def test_the_text_tells_a_pre_test_a_set_and_sureness_apart() -> None:
    first = {
        Quiz(ITEM).text().splitlines()[0],
        Quiz(ITEM, ask_sure=True).text().splitlines()[0],
        Quiz(PRE_TEST[0], pre_test=True).text().splitlines()[0],
        Quiz(PRE_TEST[0], PRE_TEST[1], pre_test=True).text().splitlines()[0],
        Quiz(*POST_TEST, post_test=True).text().splitlines()[0],
    }
    assert len(first) == 5


def test_the_fallback_folds_the_answers_away() -> None:
    item = find("item", ITEM)
    data, _ = Quiz(ITEM)._repr_mimebundle_()
    assert data["text/plain"] == Quiz(ITEM).text()
    for forbidden in ("<svg", "<style", "<script", "<input", "aria-"):
        assert forbidden not in data["text/html"]
    before, after = data["text/html"].split("<details>")
    assert item.stem in before
    assert all(choice.feedback not in before for choice in item.choices)
    assert item.choices[0].feedback in after


@pytest.mark.parametrize(
    "quiz",
    [lambda: Quiz(*PRE_TEST, pre_test=True), lambda: Quiz(BY_TYPE["predict"])],
    ids=["pre-test", "predict"],
)
def test_the_fallback_of_a_pre_test_or_a_prediction_gives_nothing_away(quiz) -> None:
    asked = quiz()
    html = asked.fallback()
    for item in (find("item", laid["id"]) for laid in asked.items):
        assert item.stem in html.replace("&quot;", '"').replace("&#x27;", "'")
        assert all(choice.feedback not in html for choice in item.choices)
        assert not item.reveal or item.reveal not in html
    assert "details" not in html


def test_the_page_learns_nothing_of_right_and_wrong_in_a_pre_test() -> None:
    sent = json.dumps(Quiz(*PRE_TEST, pre_test=True).items)
    for name in PRE_TEST:
        assert all(choice.feedback not in sent for choice in find("item", name).choices)
    points = {
        part["points"] for item in Quiz(*PRE_TEST, pre_test=True).items for part in item["parts"]
    }
    assert points == {0}


def test_a_post_test_brings_the_pre_test_with_its_answers() -> None:
    for item in Quiz(*POST_TEST, post_test=True).items:
        before = find("item", item["before"]["id"])
        assert before.id == find("item", item["id"]).parallel
        assert [part["place"] for part in item["before"]["parts"] if part["points"]] == [before.key]
    assert all("before" not in item for item in Quiz(*POST_TEST).items)


def test_a_post_says_in_words_who_wrote_it_and_which_sentences_are_wrong() -> None:
    item = next(item for item in ITEMS if item.type == "spot-error")
    assert f"By: {item.by}" in Quiz(item.id).text()
    html = Quiz(item.id).fallback()
    assert html.count("(wrong)") == len(item.keys)
    assert html.count("(true)") == len(item.choices) - len(item.keys)


def test_a_pre_test_has_no_outcome_in_python_either() -> None:
    quiz = Quiz(*PRE_TEST, pre_test=True)
    answer(quiz, PRE_TEST[0], [find("item", PRE_TEST[0]).key])
    assert quiz.attempt == 1
    assert quiz.outcome is None
