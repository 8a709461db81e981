"""The sources of a lesson: made from the claims it uses, all of them and no other."""

from pathlib import Path

import nbformat
import pytest

from milia import Sources
from milia.content import ContentError, find, load
from milia.content.models import Source
from milia.pages.lesson_time import Call, calls
from milia.widgets import sources as module
from milia.widgets.drill.cases import claims_of
from milia.widgets.sources import extent, place_of, sources_of
from milia.widgets.what_helps.options import options

from .test_notebooks import LESSONS, each_lesson

LESSON = "01_two_white_bumps"
SHOWN_BY = {"Quiz": "item", "Figure": "figure", "Term": "term", "StepByStep": "story"}
SHOWS_ALL_OF = {
    "AskSomeone": ("care", "asking"),
    "BuildAMilium": ("building",),
    "FaceMap": ("face_map",),
    "CrossSection": ("cross_section_roles", "cross_section_settings"),
    "LookAlikes": ("look_alikes",),
    "QuestionsToAsk": ("questions",),
    "SkinTones": ("skin_tones",),
    "SqueezeLab": ("squeezing",),
    "WhatHelps": ("helping",),
    "ZoomStory": ("zooming",),
}


def claims_shown(call: Call) -> set[str]:
    """All that what is called here rests on."""
    if call.name == "MiliumOrNot":
        return claims_of(*call.values)
    shelves = SHOWS_ALL_OF.get(call.name, ())
    shown = [entry for shelf in shelves for entry in getattr(load(), shelf).values()]
    if kind := SHOWN_BY.get(call.name):
        shown += [find(kind, id_) for id_ in call.values]
    if call.name == "WhatHelps":
        shown += options()
    return {claim for entry in shown for claim in entry.refers()["claim"]}


def claims_used(path: Path) -> set[str]:
    """All that a notebook's words, items, figures and terms rest on."""
    notebook = nbformat.read(path, as_version=4)
    used = {
        claim
        for cell in notebook.cells
        for claim in cell.metadata.get("milia", {}).get("claims", [])
    }
    return used.union(*map(claims_shown, calls(notebook)))


@each_lesson
def test_a_lesson_lists_the_claims_it_uses_and_no_other(path: Path) -> None:
    listed = set(load().lessons[path.stem].claims)
    used = claims_used(path)
    assert used - listed == set(), "add these to its claims in lessons.yaml"
    assert listed - used == set(), "take these out of its claims in lessons.yaml"


@each_lesson
def test_a_notebook_that_states_claims_ends_with_its_sources(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    cells = notebook.cells
    shown = [call.values for call in calls(notebook) if call.name == "Sources"]
    assert shown == ([(path.stem,)] if load().lessons[path.stem].claims else [])
    if shown:
        assert "Sources(" in cells[-2].source


def test_every_call_that_shows_claims_is_known_to_this_test() -> None:
    names = {call.name for path in LESSONS for call in calls(nbformat.read(path, as_version=4))}
    told = set(SHOWN_BY) | set(SHOWS_ALL_OF) | {"MiliumOrNot"}
    assert names - told == {"Sources", "AllSources", "Glossary", "MyAnswers"}


def test_the_sources_are_those_of_the_claims_and_of_their_numbers_by_author() -> None:
    claims = [find("claim", claim) for claim in find("lesson", LESSON).claims]
    wanted = {source for claim in claims for source in claim.refers()["source"]}
    found = sources_of(LESSON)
    assert {source.id for source in found} == wanted
    authors = [source.authors.casefold() for source in found]
    assert authors == sorted(authors)
    assert len(found) == len(wanted)


def test_each_source_is_cited_in_full_in_the_page_and_in_the_text() -> None:
    shown = Sources(LESSON)
    for source, cited in zip(shown.sources, shown.text().splitlines()[1:], strict=True):
        assert source.title in cited
        for part in (source.authors, source.venue, source.year, place_of(source), extent(source)):
            assert str(part or "") in cited
    assert shown.html().count("<li>") == len(shown.sources)
    assert f"<summary>Sources ({len(shown.sources)})</summary>" in shown.html()


def test_links_are_those_the_source_allows_and_no_other() -> None:
    shown = Sources(LESSON)
    links = [source.link for source in shown.sources if source.link]
    assert links
    assert shown.html().count("href=") == len(links)
    assert all(f'href="{link}"' in shown.html() for link in links)


def test_what_was_not_looked_up_is_said_so_and_never_called_read() -> None:
    general = find("source", "general-knowledge")
    assert general in sources_of(LESSON)
    (cited,) = [line for line in Sources(LESSON).text().splitlines() if general.title in line]
    assert cited.endswith("Not looked up.")
    assert "Read:" not in cited


HOSTILE = Source(
    id="hostile",
    authors="<script>a()</script>",
    title='"><img src=x>',
    url='https://a.org/"onmouseover="b()',
    kind="review",
    verified=True,
    read="<b>all</b>",
)


def test_whatever_a_source_holds_is_shown_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "sources_of", lambda _lesson: [HOSTILE])
    html = Sources(LESSON).html()
    for harmful in ("<script", "<img", '"onmouseover', "<b>"):
        assert harmful not in html


def test_the_html_is_made_of_what_jupyterlab_lets_through() -> None:
    data, metadata = Sources(LESSON)._repr_mimebundle_()
    assert metadata == {"milia": {"static": True}}
    assert data["text/plain"] == repr(Sources(LESSON)) == Sources(LESSON).text()
    for forbidden in ("<svg", "<style", "<script", "<input", "aria-", " class="):
        assert forbidden not in data["text/html"]


def test_an_unknown_lesson_is_refused_with_a_suggestion() -> None:
    with pytest.raises(ContentError, match=f"Did you mean '{LESSON}'"):
        Sources("01_two_white_bump")


def test_a_lesson_without_claims_is_refused() -> None:
    with pytest.raises(ContentError, match=r"'90_glossary' names no claims .* List its claims"):
        Sources("90_glossary")
