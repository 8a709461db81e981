"""Questions to ask in a page with no kernel: what is kept, what is erased, and what is printed."""

import json
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import MyAnswers, QuestionsToAsk
from milia.content import load

from .browser.checks import axe_violations, faults_on_screens, sideways_when_doubled
from .conftest import Watched
from .mounted import mount

pytestmark = pytest.mark.browser

CARD = load().questions["before-a-removal"]
FIRST = CARD.questions[0]
KEY = "milia:own-questions"
HOSTILE = "<img src=x onerror='window.hacked=1'><b>Do you do this often?</b>"
HEADING = """const heading = document.createElement("h2");
heading.textContent = "Questions";
document.querySelector("main").append(heading);"""
ANSWER = {"response": ["a"], "sure": "", "attempt": 1, "at": 1_700_000_000_000}


def opened(page: Page, *more: object) -> None:
    mount(page, QuestionsToAsk(), *more, script=HEADING)
    page.evaluate("void (window.print = () => { window.pressed = (window.pressed ?? 0) + 1; })")


def own(page: Page) -> Locator:
    return page.locator(".milia-questions").get_by_label(CARD.own, exact=True)


def kept(page: Page) -> str | None:
    return page.evaluate(f"localStorage.getItem('{KEY}')")


def printed(page: Page) -> str:
    page.get_by_role("button", name="Print these questions").click()
    page.emulate_media(media="print")
    return page.locator("body").inner_text()


# -- what is kept -----------------------------------------------------------------------------


def test_what_is_written_is_there_again_after_a_reload(page: Page) -> None:
    opened(page)
    own(page).fill("How many have you done?")
    opened(page)
    expect(own(page)).to_have_value("How many have you done?")
    own(page).fill("")
    assert kept(page) is None


def test_python_is_told_nothing(page: Page) -> None:
    opened(page)
    own(page).fill("My secret")
    page.get_by_label(FIRST.question).uncheck()
    assert page.evaluate("window.models[0].saved") == []
    assert "My secret" not in page.evaluate("JSON.stringify(window.models[0].state)")


def test_what_is_written_is_bounded_also_where_storage_was_tampered_with(page: Page) -> None:
    opened(page)
    own(page).fill("a" * 5000)
    assert len(kept(page)) <= 1000
    page.evaluate(f"localStorage.setItem('{KEY}', 'b'.repeat(50000))")
    opened(page)
    assert own(page).input_value() == "b" * 1000


def test_another_tab_is_followed(watched: Watched) -> None:
    here = watched.open()
    opened(here)
    there = here.context.new_page()
    opened(there)
    own(there).fill("From over there")
    expect(own(here)).to_have_value("From over there")


def test_two_places_to_write_on_one_page_hold_the_same(page: Page) -> None:
    """JupyterLab has every open notebook on one page."""
    opened(page, MyAnswers())
    sheet = page.locator(".milia-my-answers").get_by_label(CARD.own, exact=True)
    own(page).fill("From the card")
    expect(sheet).to_have_value("From the card")
    sheet.fill("From the sheet")
    expect(own(page)).to_have_value("From the sheet")
    page.evaluate("for (const done of cleanups) done()")
    page.evaluate("dispatchEvent(new Event('milia:note'))")


def test_where_storage_is_forbidden_it_says_so_and_still_prints(fresh_page: Page) -> None:
    fresh_page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    opened(fresh_page)
    expect(fresh_page.get_by_text(CARD.not_kept)).to_be_visible()
    own(fresh_page).fill("Is it near the eye?")
    fresh_page.evaluate("dispatchEvent(new Event('milia:record'))")
    expect(own(fresh_page)).to_have_value("Is it near the eye?")
    assert "Is it near the eye?" in printed(fresh_page)


def test_where_storage_is_full_it_says_so(page: Page) -> None:
    opened(page)
    expect(page.get_by_text(CARD.private)).to_be_visible()
    page.evaluate("void (Storage.prototype.setItem = () => { throw new Error('full'); })")
    own(page).fill("No room for this")
    expect(page.get_by_text(CARD.not_kept)).to_be_visible()
    expect(own(page)).to_have_value("No room for this")


# -- my answers: erased with them, and in no file ---------------------------------------------


def test_erasing_my_answers_asks_first_and_erases_the_questions_too(page: Page) -> None:
    opened(page, MyAnswers())
    own(page).fill("Mine alone")
    page.get_by_role("button", name="Erase my answers").click()
    dialog = page.get_by_role("dialog", name="Erase your own questions?")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name="Save to a file")).to_have_count(0)
    dialog.get_by_role("button", name="Keep them").click()
    expect(own(page)).to_have_value("Mine alone")
    page.get_by_role("button", name="Erase my answers").click()
    dialog.get_by_role("button", name="Erase your own questions").click()
    said = page.locator(".milia-my-answers-status")
    expect(said).to_have_text("Your own questions erased. This browser is fresh again.")
    expect(own(page)).to_have_value("")
    assert kept(page) is None


def test_with_answers_the_dialog_says_that_the_questions_go_and_no_file_keeps_them(
    page: Page,
) -> None:
    opened(page, MyAnswers())
    own(page).fill("Mine alone")
    answer = json.dumps({**ANSWER, "first": {"response": ["a"], "sure": ""}})
    page.evaluate(
        "answer => { localStorage.setItem('milia:item:x', answer);"
        " dispatchEvent(new Event('milia:record')); }",
        answer,
    )
    note = page.get_by_text("The questions you wrote for a visit are kept here too, but not in")
    expect(note).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    assert "Mine alone" not in download.value.path().read_text("utf-8")
    page.get_by_role("button", name="Erase my answers").click()
    dialog = page.get_by_role("dialog", name="Erase 1 answer?")
    expect(dialog).to_contain_text(
        "So do the questions you wrote for a visit. No file keeps those."
    )
    dialog.get_by_role("button", name="Erase 1 answer").click()
    said = page.locator(".milia-my-answers-status")
    expect(said).to_have_text(
        "1 answer and your own questions erased. This browser is fresh again."
    )
    expect(own(page)).to_have_value("")


# -- on paper ---------------------------------------------------------------------------------


def test_only_what_was_chosen_is_printed_and_nothing_else_of_the_page(page: Page) -> None:
    opened(page)
    page.evaluate("document.querySelector('main').append('More of the lesson. '.repeat(9000))")
    page.get_by_label(FIRST.question).uncheck()
    own(page).fill("How many have you done?\n\n  And what if it bleeds?  ")
    seen = printed(page)
    assert page.evaluate("window.pressed") == 1
    assert FIRST.question not in seen
    for each in CARD.questions[1:]:
        assert each.question in seen
        assert each.why in seen
    assert "How many have you done?" in seen
    assert "And what if it bleeds?" in seen
    assert CARD.not_legal_advice in seen
    for word in ("More of the lesson", "Print these", "A page", CARD.private):
        assert word not in seen
    paper = page.locator(".milia-questions-paper")
    expect(paper.locator("li")).to_have_count(len(CARD.questions) + 1)
    for line in paper.locator("li").all():
        expect(line.locator(".milia-paper-line")).to_have_count(2)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_card_fits_one_page_and_is_gone_after_printing(
    page: Page, tmp_path, paper: str
) -> None:
    opened(page)
    page.evaluate("document.querySelector('main').append('More of the lesson. '.repeat(9000))")
    printed(page)
    page.emulate_media(media="null")
    file = tmp_path / "card.pdf"
    page.pdf(path=file, format=paper, margin=dict.fromkeys(("top", "bottom"), "1cm"))
    assert len(re.findall(rb"/Type /Page\b", file.read_bytes())) == 1
    expect(page.locator(".milia-questions-paper")).to_have_count(0)
    expect(page.locator("main")).to_be_visible()


def test_what_a_learner_writes_is_text_on_paper_too(page: Page) -> None:
    opened(page)
    own(page).fill(HOSTILE)
    assert HOSTILE in printed(page)
    assert page.locator(".milia-questions-paper :is(img, b)").count() == 0
    assert page.evaluate("window.hacked") is None


def test_with_nothing_chosen_it_says_what_to_do_and_prints_nothing(page: Page) -> None:
    opened(page)
    for each in CARD.questions:
        page.get_by_label(each.question).uncheck()
    page.get_by_role("button", name="Print these questions").click()
    expect(page.locator("output")).to_have_text(
        "Choose a question, or write one of your own, then print."
    )
    assert page.evaluate("window.pressed") is None
    own(page).fill("Only mine")
    assert "Only mine" in printed(page)


def test_printing_the_whole_lesson_prints_the_questions(page: Page) -> None:
    opened(page)
    page.emulate_media(media="print")
    seen = page.locator("main").inner_text()
    assert all(each.question in seen for each in CARD.questions)
    assert "Print these" not in seen


# -- for every eye, ear and hand --------------------------------------------------------------


def test_axe_finds_nothing_and_all_is_within_reach_on_every_screen(page: Page) -> None:
    opened(page)
    assert faults_on_screens(page) == {}
    assert sideways_when_doubled(page) == {}


def test_the_keyboard_is_enough_and_its_keys_stay_inside(page: Page) -> None:
    opened(page)
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    page.get_by_label(FIRST.question).focus()
    page.keyboard.press("Space")
    expect(page.get_by_label(FIRST.question)).not_to_be_checked()
    own(page).focus()
    page.keyboard.type("dd")
    expect(own(page)).to_have_value("dd")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Print these questions")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("window.pressed") == 1
    assert page.evaluate("window.leaked") is None


def test_a_screen_reader_hears_the_group_the_choices_and_what_is_kept(page: Page) -> None:
    opened(page)
    heard = page.locator(".milia-questions").aria_snapshot()
    assert 'group "Questions to print"' in heard
    assert f'checkbox "{FIRST.question} {FIRST.why}" [checked]' in heard
    assert f'textbox "{CARD.own}"' in heard
    expect(own(page)).to_have_accessible_description(CARD.private)


def test_two_on_one_page_do_not_mix(page: Page) -> None:
    opened(page, QuestionsToAsk())
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    assert len(ids) == len(set(ids))
    assert axe_violations(page) == []


def test_a_widget_that_is_gone_listens_no_more(page: Page) -> None:
    opened(page)
    own(page).fill("Kept")
    page.evaluate("window.cleanups[0]()")
    expect(page.locator(".milia-questions")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('milia:record'))")
