"""Bumps that look like a milium: each with its clue, where a patient would look for it."""

import re
from html import unescape
from types import MappingProxyType, SimpleNamespace

import pytest

from milia import LookAlikes
from milia.content import load
from milia.widgets import look_alikes as module

CARE = load().care
OTHERS = load().look_alikes
each_other = pytest.mark.parametrize("other", OTHERS.values(), ids=lambda other: other.id)


def said_of(name: str) -> list[str]:
    """Every line of the text that is about the look-alike of this name."""
    return [line for line in LookAlikes().text().splitlines() if line.startswith(f"    {name}. ")]


@each_other
def test_each_is_shown_with_its_clue_in_every_place_it_is_looked_for(other) -> None:
    lines = said_of(other.name)
    assert len(lines) == len(other.places)
    for line in lines:
        for words in (other.where, other.clue, other.difference, other.what_to_do):
            assert words in line


@each_other
def test_each_says_how_soon_to_ask_and_when_it_cannot_wait(other) -> None:
    for line in said_of(other.name):
        assert line.endswith(
            f"{'If not' if other.sooner else 'How soon'}: {CARE[other.band].name}."
        )
        for case in other.sooner:
            assert re.search(rf"{CARE[case.band].name}: [^.]*{re.escape(case.when)}", line)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_the_page_says_what_the_text_says() -> None:
    shown = LookAlikes()
    first, *told = shown.text().splitlines()
    for place, others in shown.places.items():
        told[told.index(f"  {place}")] = f"{place} ({len(others)})"
    assert words(re.sub(r"<[^>]+>", " ", unescape(shown.html()))) == words(" ".join(told))
    assert first == "Bumps that can look like a milium"


def test_who_knows_no_name_has_few_places_to_choose_from() -> None:
    places = LookAlikes().places
    assert 3 <= len(places) <= 5
    assert min(map(len, places.values())) > 1, "a place misspelt makes a place of its own"


def test_blisters_near_the_eye_are_found_among_the_bumps_near_the_eye() -> None:
    (near,) = [others for place, others in LookAlikes().places.items() if "near the eyes" in place]
    assert "herpes" in [other.id for other in near]


def test_no_teachers_entry_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = OTHERS["stye"].model_copy(update={"audience": "teacher"})
    shelf = MappingProxyType({**OTHERS, "stye": hidden})
    monkeypatch.setattr(module, "load", lambda: SimpleNamespace(look_alikes=shelf))
    assert said_of(hidden.name) == []
    assert hidden.clue not in LookAlikes().text() + LookAlikes().html()
    assert len(said_of(OTHERS["bcc"].name)) == 1


def test_it_is_made_of_what_jupyterlab_lets_through_and_needs_no_script() -> None:
    data, metadata = LookAlikes()._repr_mimebundle_()
    assert metadata == {"milia": {"static": True}}
    assert data == {"text/plain": repr(LookAlikes()), "text/html": LookAlikes().html()}
    assert "&quot;whitehead&quot;" in data["text/html"]
    for forbidden in ("<svg", "<style", "<script", "<input", "aria-", " class=", " id="):
        assert forbidden not in data["text/html"]


def test_it_never_names_a_learners_own_bump() -> None:
    assert not re.search(r"\byou(r bump| have)\b", LookAlikes().text())
