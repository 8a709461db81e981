"""The handout: what stands on paper, in what order, and what a screen reader finds in the PDF."""

import io
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from milia import Quiz
from milia.content import find, load
from milia.pages.addresses import PAGES
from milia.pages.handout import __main__ as handout
from milia.pages.handout.press import Press
from milia.pages.handout.sheets import edition, question_card, taken
from milia.pages.kernel_free import Page
from milia.widgets.drill.cases import cases

from .mounted import mount

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
LESSON = "01_two_white_bumps"
DAY = date(2026, 11, 24)
A4 = (595, 842)  # points
TITLES = {
    "00_start_here": "Start here",
    LESSON: "Two white bumps",
    "questions-to-ask": "Questions to ask",
    "take-home-sheet": "Take-home sheet",
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the command prints: two lessons, the card and the sheet, as PDF."""
    folder = tmp_path_factory.mktemp("course") / "handout"
    command = [sys.executable, "-m", "milia.pages.handout", str(folder), "00", "01"]
    env = os.environ | {"SOURCE_DATE_EPOCH": f"{datetime(2026, 11, 24, 12, tzinfo=UTC):%s}"}
    subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return {path.stem: path.read_bytes() for path in sorted(folder.iterdir())}


def on_a_press(what: Callable[[Press], object]) -> object:
    """Do something with a press, in a thread: this one may have a browser of the tests already."""

    def work() -> object:
        with Press(DAY) as press:
            return what(press)

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


@pytest.fixture(scope="module")
def pages(printed: dict[str, bytes]) -> dict[str, list[str]]:
    """What each page says, without ligatures and line breaks."""
    readers = {name: PdfReader(io.BytesIO(pdf)) for name, pdf in printed.items()}
    return {name: [plain(p.extract_text()) for p in r.pages] for name, r in readers.items()}


def plain(text: str) -> str:
    for joined in ("ffi", "ffl", "ff", "fi", "fl"):
        text = text.replace(LIGATURES[joined], joined)
    return re.sub(r"(?<=\w-) ", "", " ".join(text.split()))  # a line may end at a hyphen


LIGATURES = {"ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02", "ffi": "\ufb03", "ffl": "\ufb04"}


def elements(node: object) -> Iterator[DictionaryObject]:
    """Every element of the structure tree, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, ArrayObject):
        for child in node:
            yield from elements(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


@pytest.mark.parametrize("name", TITLES)
def test_a_pdf_is_tagged_and_says_its_title_and_language(
    printed: dict[str, bytes], name: str
) -> None:
    reader = PdfReader(io.BytesIO(printed[name]))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == f"{TITLES[name]} · Pearl or Pimple?"
    found = Counter(element["/S"] for element in elements(root["/StructTreeRoot"]["/K"]))
    assert found["/H1"] == 1
    assert found["/H2"] >= 1
    assert not found["/Form"]  # nothing that looks as if it could be pressed
    assert reader.outline
    for page in reader.pages:
        assert tuple(page.mediabox[2:]) == pytest.approx(A4, abs=1)


def test_every_picture_has_its_words(printed: dict[str, bytes]) -> None:
    root = PdfReader(io.BytesIO(printed[LESSON])).root_object
    figures = [e for e in elements(root["/StructTreeRoot"]["/K"]) if e["/S"] == "/Figure"]
    assert len(figures) >= 4
    assert all(figure.get("/Alt") for figure in figures)


def test_the_outline_is_the_lessons_headings(printed: dict[str, bytes]) -> None:
    def titles(entries: list) -> Iterator[str]:
        for entry in entries:
            yield from titles(entry) if isinstance(entry, list) else [entry.title]

    said = list(titles(PdfReader(io.BytesIO(printed[LESSON])).outline))
    notebook = (NOTEBOOKS / f"{LESSON}.ipynb").read_text("utf-8")
    headings = re.findall(r'"#+ ([^"\\]+)', notebook)
    drill = find("drill", "milium-or-not").title
    assert drill in said
    assert [title for title in said if title != drill] == [*headings, "Answers"]


def test_no_address_but_a_sources_leads_out_of_it(printed: dict[str, bytes]) -> None:
    for pdf in printed.values():
        links = re.findall(rb"/URI \(([^)]*)\)", pdf)
        assert all(link.startswith(b"https://") for link in links)
        assert b"handout.invalid" not in pdf


def test_answers_stand_on_the_last_pages_alone_and_are_numbered_as_their_items(
    pages: dict[str, list[str]],
) -> None:
    first = next(n for n, text in enumerate(pages[LESSON]) if text.startswith("Answers"))
    before, after = " ".join(pages[LESSON][:first]), " ".join(pages[LESSON][first:])
    items = [item for item in load().items.values() if item.lesson == LESSON]
    assert len(items) >= 10
    asked = {item.id: re.search(rf"(\d+)\. {re.escape(item.stem)}", before) for item in items}
    starts = sorted(found.start() for found in asked.values())
    assert sorted(int(found[1]) for found in asked.values()) == list(range(1, len(items) + 1))
    for item in items:
        found = asked[item.id]
        end = next((start for start in starts if start > found.start()), None)
        beside = before[found.start() : end]  # the lesson itself may say the same elsewhere
        assert found[0] in after
        for choice in item.all_choices:
            assert choice.text in beside
            assert choice.feedback not in beside
        right = [choice for choice in item.choices if choice.place or choice.id in item.right]
        assert all(choice.feedback in after for choice in right)
        assert item.reveal is None or item.reveal not in before


def test_a_drill_is_dealt_on_paper_with_its_rule_and_its_answers_stand_with_the_others(
    pages: dict[str, list[str]],
) -> None:
    first = next(n for n, text in enumerate(pages[LESSON]) if text.startswith("Answers"))
    before, after = " ".join(pages[LESSON][:first]), " ".join(pages[LESSON][first:])
    drill = find("drill", "milium-or-not")
    assert drill.rule in before
    dealt = [case for case in cases("first") if case.who in before]
    assert len(dealt) == before.count(f"☐ {drill.yes} ☐ {drill.no}") == 8
    for case in dealt:
        assert all(clue.text in before for clue in case.clues)
        assert " ".join([*case.why, case.bump.then]) in after
    assert not any(bump.then in before for bump in drill.bumps)


CONTROLS = ".milia-quiz :is(input, select, button, textarea, label, fieldset, legend, output)"
ONE_OF_EACH = {item.type: item for item in load().items.values() if not item.pre_test}


@pytest.mark.browser
def test_every_type_of_item_has_a_form_for_a_pencil_with_nothing_filled_in(page: Tab) -> None:
    mount(page, *(Quiz(item.id, ask_sure=True) for item in ONE_OF_EACH.values()))
    for box in page.locator("[type=checkbox]:visible, [type=radio]:visible").all():
        box.check()
    for select in page.get_by_role("combobox").all():
        select.select_option(index=1)
    for button in page.locator("[type=submit]:visible").all():
        button.click()
    page.emulate_media(media="print")
    page.evaluate((PAGES / "handout" / "handout.js").read_text("utf-8"))
    assert page.locator(CONTROLS).count() == 0
    for number, (kind, item) in enumerate(ONE_OF_EACH.items(), 1):
        form = page.locator(f"[data-type={kind}]")
        expect(form.locator(".stem").first).to_contain_text(f"{number}. {item.stem}")
        things, places = len(item.choices), len(item.places)
        boxes = {"sort": things * places, "compare": things * places}.get(kind, 0)
        written = things if kind in ("order", "match", "label") else 0
        ticked = len(item.rules) if kind == "compare" else 0 if boxes or written else things
        assert form.locator(".milia-quiz-box:visible").count() == boxes, kind
        assert form.locator(".milia-quiz-write:visible").count() == written, kind
        assert form.locator(".choices:not(.milia-quiz-sure *) > li").count() == ticked, kind
        said = form.inner_text()
        for choice in item.all_choices:
            assert choice.text in said
            assert choice.feedback not in said
        assert not re.search("Fits|Look again|Not yet", said), kind
        empty = form.locator(".milia-quiz-box, .milia-quiz-write, .choices i").all_text_contents()
        assert set(empty) == {""}, kind
        answers = page.locator(".milia-answers-quiz").nth(number - 1)
        expect(answers.locator(".answer-to")).to_have_text(f"{number}. {item.stem}")


def test_a_pre_test_has_no_answers_and_two_digits_have_room(pages: dict[str, list[str]]) -> None:
    said = " ".join(pages["00_start_here"])
    for item in (item for item in load().items.values() if item.pre_test):
        assert item.stem in said
        assert not any(choice.feedback in said for choice in item.choices)
    assert "Answers" not in said.replace("Answers you", "")
    assert "10. Why me?" in said


def test_nothing_that_only_a_screen_has_is_printed(pages: dict[str, list[str]]) -> None:
    for said in map(" ".join, pages.values()):
        for word in (
            "Check answer",
            "See the answer",
            "Next question",
            "Skip",
            "Hint",
            "¶",
            "Colors",
        ):
            assert word not in said.replace("Colors and the paths", "")
        assert "talks to the computer" not in said


@pytest.mark.parametrize("name", TITLES)
def test_every_page_says_what_it_is_and_that_no_clinician_has_read_it(
    pages: dict[str, list[str]], name: str
) -> None:
    for number, text in enumerate(pages[name], 1):
        assert f"{TITLES[name]} · Pearl or Pimple?" in text
        assert "Not yet reviewed by a clinician" in text
        assert f"Page {number} of {len(pages[name])}" in text


def test_a_lesson_takes_few_pages_and_card_and_sheet_one_each(
    pages: dict[str, list[str]],
) -> None:
    assert {name: len(texts) for name, texts in pages.items() if "_" not in name} == {
        "questions-to-ask": 1,
        "take-home-sheet": 1,
    }
    assert len(pages["00_start_here"]) <= 4
    assert 5 <= len(pages[LESSON]) <= 11


def test_what_is_chosen_on_a_screen_has_a_state_on_paper(pages: dict[str, list[str]]) -> None:
    said = " ".join(pages[LESSON])
    for role in load().cross_section_roles.values():
        assert role.sentence("milium").text in said
    assert find("term", "keratin").definition in said
    assert "How sure are you? (You may leave this out.) Guessing Fairly sure Very sure" in said


def test_the_card_has_every_question(pages: dict[str, list[str]]) -> None:
    card = find("question-card", "before-a-removal")
    said = pages["questions-to-ask"][0]
    for each in card.questions:
        assert each.question in said
        assert each.why in said
    assert card.not_legal_advice in said


def test_the_sheet_says_what_the_notebooks_and_the_care_say(pages: dict[str, list[str]]) -> None:
    said = pages["take-home-sheet"][0]
    for band in load().care.values():
        assert band.name in said
        assert band.what_to_do in said
        assert all(sign.sign in said for sign in band.signs)
    assert "Words of 24 November 2026" in said
    assert find("asking", "ask-someone").no_diagnosis in said


def test_each_lesson_of_the_short_path_gives_an_action_and_its_short_words() -> None:
    short = [x.title for x in load().lessons.values() if x.short_path and x.id != "00_start_here"]
    found = taken(NOTEBOOKS)
    assert [each.title for each in found] == short
    for each in found:
        assert each.html.count("<strong>In short:</strong>") == 1
        assert each.html.index("<p>") < each.html.index("In short:")
    own = (PAGES / "handout").glob("*.j2")
    assert all("milium" not in path.read_text("utf-8") for path in own)  # no fact of its own


def test_the_same_words_give_the_same_pages_also_where_chance_deals(
    printed: dict[str, bytes],
) -> None:
    script = b"""document.querySelector("main").textContent = `Dealt ${Math.random()}`;
        document.documentElement.dataset.mounted = "";"""
    html = b'<title>x</title><main></main><script src="files/x.js"></script>'
    made = [question_card(DAY), *[Page("x", html, {"x.js": script})] * 2]
    again, dealt, redealt = on_a_press(lambda press: [press.print(page)[0] for page in made])
    once = printed["questions-to-ask"]
    assert len(again) == len(once)
    for pdf in (once, again):
        assert re.findall(rb"Date \(D:(\d{14})", pdf) == [b"20261124000000"] * 2
    assert said_on(once) == said_on(again)
    assert "Dealt 0." in said_on(dealt)
    assert said_on(dealt) == said_on(redealt)


def said_on(pdf: bytes) -> str:
    return plain(PdfReader(io.BytesIO(pdf)).pages[0].extract_text())


def test_the_day_is_that_of_the_content(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert edition(NOTEBOOKS) == date(2023, 11, 14)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert date(2026, 1, 1) < edition(NOTEBOOKS)
    monkeypatch.setenv("PATH", str(tmp_path))  # no git
    assert date(2020, 1, 1) < edition(NOTEBOOKS)


@pytest.mark.parametrize(
    ("words", "lessons"),
    [
        (["01"], [LESSON]),
        (["06_what_helps", "01", "01"], ["06_what_helps", LESSON]),
        ([], [name for name, each in load().lessons.items() if each.kind == "lesson"]),
    ],
)
def test_lessons_are_chosen_by_number_or_name(words: list[str], lessons: list[str]) -> None:
    assert handout.chosen(words) == lessons


def test_a_lesson_that_does_not_exist_is_named_with_one_that_does() -> None:
    with pytest.raises(SystemExit, match=r"no lesson two-white-bums .* mean 01_two_white_bumps"):
        handout.chosen(["two-white-bums"])


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SystemExit, match=r"cannot be written to .*file.*make room or get leave"):
        handout.write(tmp_path / "file" / "a.pdf", b"pdf")


def test_a_full_disk_is_named_and_leaves_the_old_file(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("This system has no disk that is always full.")
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / ".a.pdf.new").symlink_to("/dev/full")
    with pytest.raises(SystemExit, match=r"No space left on device\): make room"):
        handout.write(tmp_path / "a.pdf", b"pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


def test_without_a_browser_it_says_how_to_come_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", os.devnull)
    with pytest.raises(SystemExit, match="printed by Chromium, and none starts here: run `make"):
        on_a_press(lambda press: press)


def test_a_widget_that_cannot_come_stops_the_press() -> None:
    broken = b'<title>x</title><main><p class="broken">This part could not be made.</p></main>'
    with pytest.raises(SystemExit, match="lesson 01_x cannot be printed"):
        on_a_press(lambda press: press.print(Page("01_x", broken, {})))
