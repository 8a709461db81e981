"""The glossary: every word for learners, in order, and none that is kept for teachers."""

import re

from milia import Glossary
from milia.content import load

TERMS = load().glossary.values()


def test_every_learners_term_is_named_with_all_that_is_said_of_it() -> None:
    text = Glossary().text()
    learners = [term for term in TERMS if term.audience == "learner"]
    assert len(learners) > 50
    for term in learners:
        start = f"  {term.term} ({term.pronunciation}): "
        (line,) = [line for line in text.splitlines() if line.startswith(start)]
        assert term.definition in line
        assert all(other in line for other in term.also_called)


def test_the_terms_stand_in_order_of_the_alphabet() -> None:
    terms = [term.term.casefold() for term in Glossary().terms]
    assert terms == sorted(terms)


def test_no_teachers_term_is_in_it() -> None:
    teachers = [term for term in TERMS if term.audience == "teacher"]
    assert teachers
    shown = Glossary().text() + Glossary().html()
    for term in teachers:
        assert f"term-{term.id}" not in shown
        assert term.definition not in shown


def test_an_address_can_point_to_each_term() -> None:
    ids = re.findall(r'<dt id="([^"]+)"', Glossary().html())
    assert ids == [f"term-{term.id}" for term in Glossary().terms]
    assert len(ids) == len(set(ids))


def test_quotes_and_signs_are_shown_as_text() -> None:
    html = Glossary().html()
    assert "&quot;whitehead&quot;" in html
    for forbidden in ("<svg", "<style", "<script", "<input", "aria-", " class="):
        assert forbidden not in html


def test_it_needs_no_script_and_its_text_is_what_nbval_compares() -> None:
    data, metadata = Glossary()._repr_mimebundle_()
    assert metadata == {"milia": {"static": True}}
    assert data == {"text/plain": repr(Glossary()), "text/html": Glossary().html()}
