"""Should I ask someone?: every way through the clues, held against the care rules by themselves."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import ipywidgets
import pytest

from milia import AskSomeone
from milia.content import ContentError, load
from milia.widgets.ask_someone.rules import ALSO, ANSWERS, Clue, Rules
from milia.widgets.ask_someone.table import table
from milia.widgets.base import HERE

from .wording import grade, sentences

CONTENT = load()
WORDS = CONTENT.asking["ask-someone"]
PEOPLE = {person.id: person for person in WORDS.people}
BANDS = list(CONTENT.care)
TABLE = table(CONTENT)
DIAGNOSIS = re.compile(
    r"\bmili(um|a)\b|\bpustules?\b|\bpimples?\b|\bcomedones?\b|\bwhiteheads?\b|\bcancer|\bcarcinoma"
    r"|\bherpes|\bcold sores?\b|\bmollusc|\bstye\b|\bchalazion|\bcysts?\b|\binfect(ed|ion)"
    r"|\byou (may |might |probably )?have\b|\b(it|this|that|bump) is (a|an|probably|likely)\b",
    re.IGNORECASE,
)


def ways(step: int, answers: dict[str, str]) -> Iterator[tuple[dict[str, str], dict]]:
    """Every way on from a step of the table: the answers given, and the end."""
    found = TABLE.steps[step]
    if "band" in found:
        yield answers, found
        return
    for said in ANSWERS:
        yield from ways(found[said], {**answers, found["clue"]: said})


PATHS = [
    (person, answers, end)
    for person, start in TABLE.starts.items()
    for answers, end in ways(start, {})
]


# -- the care rules, said once more and from the content alone --------------------------------


def said(name: str, answers: dict[str, str]) -> bool:
    """Yes and not sure both count."""
    return answers.get(name) in ("yes", "unsure")


def holds(sign, person: str, answers: dict[str, str]) -> bool:
    """Whether a sign to ask holds, by the answers, by whom it is about, or by another sign."""
    if PEOPLE[person].sign == sign.id:
        return True
    signs = [other for band in CONTENT.care.values() for other in band.signs]
    for other in signs:
        lacks = said(other.id, answers) and answers.get(other.id + ALSO) == "no"
        if other.otherwise == sign.id and lacks:
            return True
    return said(sign.id, answers) and (not sign.any_of or said(sign.id + ALSO, answers))


def must_end(person: str, answers: dict[str, str]) -> str:
    """The most urgent band with anything that fits; to wait takes every condition."""
    signs = [(band, sign) for band in BANDS for sign in CONTENT.care[band].signs]
    calm = [sign for _, sign in signs if sign.all_of]
    held = {sign.id for _, sign in signs if not sign.all_of and holds(sign, person, answers)}
    broken = {
        condition.band
        for sign in calm
        for number, condition in enumerate(sign.all_of, 1)
        if condition.question and said(f"{sign.id}-{number}", answers)
    }
    for band in BANDS[:-1]:
        if band in broken or any(sign.id in held for at, sign in signs if at == band):
            return band
    for sign in calm:
        if answers.get(sign.id) != "yes" or person not in sign.about:
            continue
        if all(
            not held & set(condition.signs)
            and (not condition.question or answers.get(f"{sign.id}-{number}") == "no")
            for number, condition in enumerate(sign.all_of, 1)
        ):
            return BANDS[-1]
    return "next-visit"


def test_every_path_ends_where_the_care_rules_say() -> None:
    assert len(PATHS) > 200
    wrong = [(p, a, end["band"]) for p, a, end in PATHS if end["band"] != must_end(p, a)]
    assert wrong == []


def test_every_path_ends_in_one_of_the_four_and_every_end_is_reached() -> None:
    assert {end["band"] for _, _, end in PATHS} == set(BANDS)
    for person, ends in {
        "newborn": BANDS,
        "baby": BANDS[:-1],  # at 3 months it is for the next visit, at the latest
        "older": BANDS,
    }.items():
        assert {end["band"] for p, _, end in PATHS if p == person} == set(ends)


@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_more_urgent_is_left_unasked(person: str) -> None:
    for _, answers, end in (path for path in PATHS if path[0] == person):
        for band in BANDS[: BANDS.index(end["band"])]:
            for sign in CONTENT.care[band].signs:
                if person in sign.about and not sign.after and PEOPLE[person].sign != sign.id:
                    assert sign.id in answers, (answers, sign.id)


def test_waiting_is_fine_on_few_paths_and_only_after_no_to_everything_else() -> None:
    fine = [(p, a) for p, a, end in PATHS if end["band"] == BANDS[-1]]
    assert fine
    for person, answers in fine:
        (calm,) = (s for s in CONTENT.care[BANDS[-1]].signs if person in s.about)
        assert answers[calm.id] == "yes"
        asked = {name for condition in calm.all_of for name in condition.signs}
        asked -= {p.sign for p in PEOPLE.values()}  # a choice of the person, not a clue
        assert all(answers[name] == "no" for name in asked)
        assert "unsure" not in [a for name, a in answers.items() if name + ALSO not in answers]


def test_not_sure_never_lowers_urgency() -> None:
    for person, answers, end in PATHS:
        rules = Rules(CONTENT, PEOPLE[person])
        for clue, answer in answers.items():
            if answer == "no" and not next(iter(c.calm for c in rules.clues if c.id == clue), 0):
                unsure = {**answers, clue: "unsure"}
                after = must_end(person, unsure)
                assert BANDS.index(after) <= BANDS.index(end["band"])
            if answer == "yes":
                after = must_end(person, {**answers, clue: "unsure"})
                assert BANDS.index(after) <= BANDS.index(end["band"])


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_an_urgent_sign_ends_it_at_once(person: str, answer: str) -> None:
    urgent = [s for s in CONTENT.care["today"].signs if person in s.about]
    assert len(urgent) >= 3
    for sign in urgent:
        (only,) = (p for p in PATHS if p[0] == person and p[1].get(sign.id) == answer)
        assert only[2] == {"band": "today", "because": [sign.id]}
        assert list(only[1])[-1] == sign.id
        assert len(only[1]) <= len(urgent)


def test_clues_come_from_the_most_to_the_least_urgent_band() -> None:
    for person in PEOPLE.values():
        places = [BANDS.index(clue.band) for clue in Rules(CONTENT, person).clues]
        assert places == sorted(places)


def test_every_sign_is_asked_of_somebody_and_decides_some_path() -> None:
    deciding = {name for _, _, end in PATHS for name in end["because"]}
    signs = {sign.id for band in CONTENT.care.values() for sign in band.signs}
    assert signs - deciding == set()


def test_every_reason_is_something_that_was_said() -> None:
    for person, answers, end in PATHS:
        assert end["because"]
        for name in end["because"]:
            assert name in answers or name == PEOPLE[person].sign
            assert name in TABLE.clues


def test_how_many_clues_can_still_come_is_never_too_few() -> None:
    for person, answers, _ in PATHS:
        step = TABLE.steps[TABLE.starts[person]]
        for number, answer in enumerate(answers.values()):
            assert len(answers) - number <= step["most"]
            step = TABLE.steps[step[answer]]


# -- the words --------------------------------------------------------------------------------


def results() -> Iterator[str]:
    """All that a result can say."""
    for band in CONTENT.care.values():
        yield from (band.name, band.says, band.what_to_do, band.for_baby or "")
        yield from band.call.model_dump().values()
    for clue in TABLE.clues.values():
        yield from (clue.question, clue.tell, *clue.choices, *clue.calm_too)
    yield from WORDS.said.model_dump().values()
    yield from (WORDS.unsure_tell, WORDS.no_tell, WORDS.calm_too, WORDS.be_ready)
    yield from (WORDS.no_diagnosis, WORDS.emergency, WORDS.private, *WORDS.to_fill_in)
    yield from (word for person in PEOPLE.values() for word in (person.name, person.tell or ""))


def test_no_result_says_what_the_bump_is() -> None:
    assert [text for text in results() if DIAGNOSIS.search(text)] == []
    for text in ("You have a milium.", "It is a cyst", "You may have this", "This is probably so"):
        assert DIAGNOSIS.search(text)


def test_the_clues_are_short_and_plain() -> None:
    for band in BANDS:
        asked = [c.question for c in TABLE.clues.values() if c.band == band]
        assert grade(" ".join(asked)) <= 6
    assert grade(" ".join(results())) <= 6
    # Alone, a short question is graded with much noise: this only finds one that is really hard.
    assert [c.question for c in TABLE.clues.values() if grade(c.question) > 8] == []
    long = [s for text in results() for s in sentences(text) if len(s.split()) > 18]
    assert [text for text in long if not text.startswith(WORDS.also_tell)] == []


def test_no_country_no_number_to_dial() -> None:
    assert not re.search(r"\b(911|999|112|111|NHS|GP|US|UK)\b", " ".join(results()))


def test_the_text_names_every_clue_its_band_and_every_word_of_a_result() -> None:
    text = AskSomeone().text()
    for word in filter(None, results()):
        assert word in text
    for clue in TABLE.clues.values():
        before = text[: text.index(f"Clue {clue.id}: {clue.question}")]
        named = [before.rfind(f"\n{CONTENT.care[band].name}: ") for band in BANDS]
        assert BANDS[named.index(max(named))] == clue.band


def test_the_fallback_lists_the_bands_with_their_signs() -> None:
    data, _ = AskSomeone()._repr_mimebundle_()
    assert data["text/plain"] == AskSomeone().text()
    html = data["text/html"]
    places = [html.index(f"<strong>{band.name}</strong>") for band in CONTENT.care.values()]
    assert places == sorted(places)
    for band in CONTENT.care.values():
        for sign in band.signs:
            assert sign.sign in html
            assert all(text in html for text in sign.any_of)
            assert all(condition.so in html for condition in sign.all_of)
    assert set(re.findall(r"<(\w+)", html)) == {"p", "strong", "ul", "li", "details", "summary"}


# -- the widget -------------------------------------------------------------------------------


def test_it_stands_in_a_box_like_any_widget() -> None:
    assert isinstance(ipywidgets.VBox([AskSomeone()]).children[0], ipywidgets.DOMWidget)


def test_it_takes_nothing() -> None:
    with pytest.raises(TypeError):
        AskSomeone("milium")


def test_nothing_is_kept_and_nothing_is_told_to_python() -> None:
    own = "".join(path.read_text("utf-8") for path in sorted((HERE / "ask_someone").glob("*.js")))
    for word in ("model.set", "save_changes", "model.send", "record.", "Storage", "fetch("):
        assert word not in own
    assert not any(name.startswith("answer") for name in AskSomeone().keys)


def test_the_page_is_sent_no_more_than_it_looks_up() -> None:
    widget = AskSomeone()
    named = Counter(step["clue"] for step in widget.steps if "clue" in step)
    reasons = {name for step in widget.steps for name in step.get("because", ())}
    assert set(named) | reasons == set(widget.clues)
    assert {step["band"] for step in widget.steps if "band" in step} == set(widget.bands)
    assert len(widget.steps) < 200


@pytest.mark.parametrize(
    ("sign", "change"),
    [
        ("pearly-and-calm", {"after": "pearly-and-chainging"}),
        ("many-at-once", {"otherwise": "lotz"}),
    ],
)
def test_a_sign_that_names_a_stranger_is_refused_with_a_suggestion(sign, change) -> None:
    (band,) = (b for b in CONTENT.care.values() if any(s.id == sign for s in b.signs))
    signs = tuple(s.model_copy(update=change) if s.id == sign else s for s in band.signs)
    care = {**CONTENT.care, band.id: band.model_copy(update={"signs": signs})}
    broken = replace(CONTENT, care=MappingProxyType(care))
    with pytest.raises(ContentError, match=rf"sign '{sign}' names sign '.*Did you mean '"):
        table(broken)


def test_a_clue_may_be_compared_and_not_changed() -> None:
    clue = Clue("a", "today", "Is it?", "It is.")
    assert clue == replace(clue)
    with pytest.raises(AttributeError):
        clue.band = "soon"
