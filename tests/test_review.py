"""The review: every entry stands there once, with what it rests on and whether it was reviewed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

import pytest

from milia.content import Content, ContentError, load
from milia.content.models import SITUATIONS, Review
from milia.pages.review import __main__ as review
from milia.pages.review.options import VERDICTS
from milia.pages.review.plan import pages

from .browser.checks import SCHEMES, axe_violations, sideways
from .conftest import Watched

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
DR = Review(who="Dr A. Example", role="dermatologist", date=date(2026, 11, 23))
HOSTILE = "<script>alert('x')</script> & \"quotes\" <img src=x>"
VOID = {"meta", "link", "img", "br", "hr", "input"}


class Reader(HTMLParser):
    """Reads a page's tags; complains of one that is closed out of turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str, name: str) -> list[str]:
        """The values this attribute has on these tags; any tag for *."""
        return [attrs[name] for t, attrs in self.tags if tag in (t, "*") and name in attrs]


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return review.render(load(), NOTEBOOKS)


def anchors(content: Content) -> Iterator[tuple[str, object]]:
    """Every entry that a reviewer is shown, by the id it has on its page."""
    shelves = ("claims", "treatments", "helping", "asking", "look_alikes", "glossary", "items")
    told = ("stories", "building", "zooming", "face_map", "skin_tones", "squeezing")
    told += ("questions", "drills")
    explorer = ("cross_section_roles", "cross_section_settings")
    more = ("misconceptions", "figures", "anatomy_numbers", "mechanics")
    for shelf in (*shelves, *told, *explorer, *more):
        for entry in getattr(content, shelf).values():
            yield f"{entry.noun}-{entry.id}", entry
    for band in content.care.values():
        yield f"band-{band.id}", band
        yield from ((f"sign-{band.id}-{sign.id}", sign) for sign in band.signs)


ENTRIES = dict(anchors(load()))


def changed(shelf: str, name: str, **what: object) -> Content:
    """The course with one entry changed."""
    old = getattr(load(), shelf)
    new = {**old, name: old[name].model_copy(update=what)}
    return replace(load(), **{shelf: MappingProxyType(new)})


def entry_html(files: dict[str, str], anchor: str) -> str:
    """The card of one entry, as it stands on its page."""
    cut = re.compile(rf'<article class="entry" id="{anchor}">.*?</article>', re.DOTALL)
    (found,) = [found for html in files.values() for found in cut.findall(html)]
    return found


def text_of(html: str) -> str:
    """The words of a piece of a page, without its tags."""
    words: list[str] = []
    parser = HTMLParser()
    parser.handle_data = words.append
    parser.feed(html)
    return " ".join(" ".join(words).split())


def squeezed(text: str) -> str:
    return " ".join(text.split())


# --- what stands where


def test_every_entry_stands_on_exactly_one_page(files: dict[str, str]) -> None:
    found = Counter(id_ for html in files.values() for id_ in Reader(html).all("*", "id"))
    assert {anchor: found[anchor] for anchor in ENTRIES} == dict.fromkeys(ENTRIES, 1)
    counted = Counter(card.anchor for page in pages(load(), NOTEBOOKS) for card in page.cards)
    assert set(counted.values()) == {1}, "the index counts an entry twice"


def test_no_id_stands_twice_on_a_page(files: dict[str, str]) -> None:
    for name, html in files.items():
        twice = [id_ for id_, n in Counter(Reader(html).all("*", "id")).items() if n > 1]
        assert not twice, name


def test_every_link_between_pages_arrives(files: dict[str, str]) -> None:
    ids = {name: set(Reader(html).all("*", "id")) for name, html in files.items()}
    for name, html in files.items():
        for href in Reader(html).all("a", "href"):
            if not href.startswith("https://"):
                file, _, anchor = href.partition("#")
                assert not anchor or anchor in ids[file or name], f"{name}: {href}"
                assert (file or name) in files


def test_a_page_has_one_heading_a_language_a_title_and_a_main(files: dict[str, str]) -> None:
    titles = set()
    for name, html in files.items():
        tags = Counter(tag for tag, _ in Reader(html).tags)
        assert (tags["h1"], tags["main"], tags["title"]) == (1, 1, 1), name
        assert Reader(html).all("html", "lang") == ["en"]
        titles.add(re.search(r"<title>(.+?)</title>", html)[1])
    assert len(titles) == len(files)


def test_every_claim_says_all_that_its_file_says(files: dict[str, str]) -> None:
    for claim in load().claims.values():
        said = text_of(entry_html(files, f"claim-{claim.id}"))
        parts = [claim.statement, claim.detail, claim.caution, claim.ask_reviewer]
        parts += [f"{number.what}: {number}" for number in claim.numbers]
        for source in map(load().sources.get, claim.sources):
            parts += [source.authors, source.title, source.venue, f"Read: {source.read}"]
            parts += [str(source.year or "")]
            parts += ["Not looked up"] if source.kind == "not-looked-up" else []
        for part in filter(None, parts):
            assert squeezed(part) in said, claim.id


def test_a_claim_says_where_it_is_taught(files: dict[str, str]) -> None:
    said = text_of(entry_html(files, "claim-milium-filled-with-keratin"))
    assert "lesson 01, Two white bumps" in said
    for use in ("item “", "term “milium”", "misconception “", "figure “Milium and pustule”"):
        assert use in said
    assert "sign “" in text_of(entry_html(files, "claim-see-if-infected"))
    assert "treatment “Leave it alone”" in text_of(entry_html(files, "claim-no-medical-need"))


def test_an_option_says_all_that_is_told_of_it_beside_the_others(files: dict[str, str]) -> None:
    ways = [way for way in load().treatments.values() if way.explored]
    assert ways
    for way in ways:
        said, told = text_of(entry_html(files, f"treatment-{way.id}")), way.explored
        for fact in (*told.benefits, *told.costs, *told.steps, *told.ask):
            assert fact.text in said
        for stretch in told.course:
            assert "{} about week {} to {}".format(stretch.text, *stretch.weeks) in said
        for situation in SITUATIONS:
            answer = told.answers.of(situation)
            assert (
                f"{situation.replace('-', ' ')}: {VERDICTS[answer.verdict]} {answer.reason}" in said
            )
        for claim in told.claims:
            assert load().claims[claim].statement in said


def test_an_item_says_its_idea_and_whether_it_is_asked_before_the_course() -> None:
    name = "sealed-and-solid-stays-put"
    idea = load().ideas[load().items[name].idea]
    for pre_test in (False, True):
        files = review.render(changed("items", name, pre_test=pre_test), NOTEBOOKS)
        said = text_of(entry_html(files, f"item-{name}"))
        assert f"Idea {idea.name} taught under “{idea.heading}”" in said
        assert ("Pre-test asked before the course without feedback" in said) == pre_test


# --- review state


def test_what_nobody_reviewed_says_so(files: dict[str, str]) -> None:
    for anchor, entry in ENTRIES.items():
        if hasattr(entry, "signs"):
            continue
        said = text_of(entry_html(files, anchor))
        names = [review.who for review in getattr(entry, "reviewed", ())]
        assert all(name in said for name in names)
        state = "Awaiting review" if hasattr(entry, "reviewed") else "Not reviewed by itself"
        assert (state in said) != bool(names), anchor
        assert ("Reviewed by" in said) == bool(names), anchor


@pytest.mark.parametrize(
    ("shelf", "name"),
    [("claims", "milium-no-opening"), ("treatments", "leave-alone"), ("look_alikes", "bcc")],
)
def test_what_was_reviewed_names_who_and_when(shelf: str, name: str) -> None:
    content = changed(shelf, name, reviewed=(DR,))
    files = review.render(content, NOTEBOOKS)
    said = text_of(entry_html(files, f"{getattr(content, shelf)[name].noun}-{name}"))
    assert "Reviewed by Dr A. Example, dermatologist, 2026-11-23" in said
    assert "Awaiting review" not in said
    before = sum(card.awaits for page in pages(load(), NOTEBOOKS) for card in page.cards)
    assert f"{before - 1} of " in text_of(files["index.html"])


def test_a_reviewed_sign_names_who_and_when() -> None:
    band = load().care["today"]
    sign = band.signs[0].model_copy(update={"reviewed": (DR,)})
    files = review.render(changed("care", "today", signs=(sign, *band.signs[1:])), NOTEBOOKS)
    said = text_of(entry_html(files, f"sign-today-{sign.id}"))
    assert "Reviewed by Dr A. Example, dermatologist, 2026-11-23" in said


def test_every_question_stands_on_the_index_and_first_in_its_entry(files: dict[str, str]) -> None:
    index = text_of(files["index.html"])
    asked = {a: e for a, e in ENTRIES.items() if getattr(e, "ask_reviewer", None)}
    assert f"Questions for you: {len(asked)}" in index
    for anchor, entry in asked.items():
        question = squeezed(entry.ask_reviewer)
        assert question in index, anchor
        html = entry_html(files, anchor)
        assert f"Question for you: {question}" in text_of(html.partition("<dl>")[0]), anchor
    assert index.index("Questions for you:") < index.index("Awaiting review")


def test_what_is_for_teachers_is_marked_and_nothing_else_is(files: dict[str, str]) -> None:
    teachers = 0
    for anchor, entry in ENTRIES.items():
        if not hasattr(entry, "signs"):
            marked = "For teachers only, never shown to learners" in entry_html(files, anchor)
            assert marked == (getattr(entry, "audience", "learner") == "teacher"), anchor
            teachers += marked
    assert teachers


# --- what a page may hold


def test_pages_link_only_where_a_source_may_be_linked(files: dict[str, str]) -> None:
    allowed = {source.link for source in load().sources.values()}
    for html in files.values():
        links = {href for href in Reader(html).all("a", "href") if "://" in href}
        assert links <= allowed


def test_pages_load_nothing_and_run_nothing(files: dict[str, str]) -> None:
    for name, html in files.items():
        reader = Reader(html)
        tags = {tag for tag, _ in reader.tags}
        assert not tags & {"script", "link", "img", "iframe", "object", "embed", "svg", "form"}
        assert not reader.all("*", "src")
        assert not [a for _, attrs in reader.tags for a in attrs if a.startswith("on")], name
        assert not re.search(r"url\(|@import|@font-face", html), name


def test_the_same_content_gives_the_same_bytes(files: dict[str, str]) -> None:
    assert review.render(load(), NOTEBOOKS) == files


def test_hostile_text_is_shown_and_never_obeyed() -> None:
    claim = next(claim for claim in load().claims.values() if claim.sources)
    content = changed(
        "claims",
        claim.id,
        statement=HOSTILE,
        detail=HOSTILE,
        caution=HOSTILE,
        ask_reviewer=HOSTILE,
        reviewed=(DR.model_copy(update={"who": HOSTILE, "role": HOSTILE}),),
    )
    source = content.sources[claim.sources[0]]
    words = dict.fromkeys(("authors", "title", "venue", "read", "note"), HOSTILE)
    words |= {"doi": None, "pmid": None, "url": 'https://x.example/"onclick="alert(1)'}
    sources = {**content.sources, source.id: source.model_copy(update=words)}
    files = review.render(replace(content, sources=MappingProxyType(sources)), NOTEBOOKS)
    test_pages_load_nothing_and_run_nothing(files)
    assert text_of(entry_html(files, f"claim-{claim.id}")).count(HOSTILE) >= 9


# --- the command


def test_the_command_writes_pages_takes_old_ones_away_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    folder = tmp_path / "review"
    folder.mkdir()
    (folder / "claims-gone.html").write_text(review.OURS)
    (folder / "mine.html").write_text("dear to me")
    review.main([str(folder)])
    names = {file.name for file in folder.iterdir()}
    assert names == {*review.render(load(), NOTEBOOKS), "mine.html"}
    assert capsys.readouterr().out.endswith(f"Open {folder / 'index.html'}\n")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "review").write_text("a file")
    with pytest.raises(SystemExit, match=r"cannot be written to .*review \(.+\): make room"):
        review.write({"index.html": ""}, tmp_path / "review")


def test_an_error_in_the_content_comes_through_as_its_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Content:
        raise ContentError("content/claims/milium.yaml is empty. Write its entries.")

    monkeypatch.setattr(review, "load", broken)
    with pytest.raises(SystemExit) as caught:
        review.main([str(tmp_path / "review")])
    assert str(caught.value) == "content/claims/milium.yaml is empty. Write its entries."
    assert not (tmp_path / "review").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [(None, "No notebook in"), ("{", "01_bad.ipynb cannot be read"), ("[]", "cannot be read")],
)
def test_lessons_that_cannot_be_read_are_named(tmp_path: Path, text: str | None, said: str) -> None:
    if text:
        (tmp_path / "01_bad.ipynb").write_text(text)
    with pytest.raises(SystemExit, match=said):
        review.render(load(), tmp_path)


# --- as a reviewer sees it


@pytest.mark.browser
@pytest.mark.parametrize("name", ["index", "claims-extraction"])
def test_axe_is_content_and_nothing_sticks_out_on_a_phone(
    files: dict[str, str], watched: Watched, name: str
) -> None:
    page = watched.open(viewport={"width": 390, "height": 844})
    page.set_content(files[f"{name}.html"])
    for colours in SCHEMES:
        page.emulate_media(color_scheme=colours)
        assert axe_violations(page) == [], colours
        assert sideways(page) == [], colours
    assert watched.requests == []


@pytest.mark.browser
def test_boxes_to_tick_stand_on_paper_only(files: dict[str, str], watched: Watched) -> None:
    page = watched.open()
    page.set_content(files["claims-extraction.html"])
    assert not page.locator(".form").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".form").first.is_visible()


@pytest.mark.browser
def test_the_keyboard_reaches_the_page_and_its_contents(
    files: dict[str, str], watched: Watched
) -> None:
    page = watched.open()
    page.set_content(files["claims-extraction.html"])
    for name in ("Skip to the page", "All pages of the review", "Core"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == name
