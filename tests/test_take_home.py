"""The take-home sheet: what a learner puts on it, and the one page it prints as."""

import re

import pytest
from playwright.sync_api import Page, expect

from milia import MyAnswers

from .answers_page import PLAIN, SOME, answer, mount, part, unfolded
from .browser.checks import axe_violations
from .test_own_page import REAL, full_record

pytestmark = pytest.mark.browser

MINE = MyAnswers()
TOLD = [
    {"id": name, "belief": f"Belief {name}.", "correction": f"So it is with {name}.",
     "told": [key], "pairs": []}
    for name, key in (("one", "item:pearl"), ("two", "item:roof"), ("three", "item:plug"))
]  # fmt: skip
PRINTS = "window.print = () => { window.pressed = (window.pressed ?? 0) + 1; };"
HOSTILE = "<img src=x onerror='window.hacked = 1'> & <b>bold</b>"


def sheet(page: Page) -> str:
    """What is seen on paper once the sheet is printed."""
    page.get_by_role("button", name="Print my sheet").click()
    page.emulate_media(media="print")
    return page.locator("body").inner_text()


def test_nothing_of_the_answers_is_on_the_sheet_unless_it_is_added(page: Page) -> None:
    mount(page, SOME, before=PRINTS, beliefs=TOLD)
    page.get_by_label("Your own questions").fill("  Can it stay?\n\nMay I see the tools? ")
    seen = sheet(page)
    assert page.evaluate("window.pressed") == 1
    for words in ("My take-home sheet", "Can it stay?", "May I see the tools?", "My notes"):
        assert words in seen
    for band in MINE.sheet["bands"]:
        assert band["name"] in seen
        assert all(sign in seen for sign in band["signs"])
    for words in (*MINE.sheet["notes"], "Not yet reviewed by a clinician."):
        assert words in seen
    answers = ("Choice", "Idea of", "So it is with", "look at again", "You have answered", "A page")
    assert [words for words in answers if words in seen] == []


def test_what_is_clear_can_be_chosen_to_remember_and_what_is_not_can_be_added(page: Page) -> None:
    mount(page, SOME, before=PRINTS, beliefs=TOLD)
    unfolded(page)
    boxes = part(page, "take-home").get_by_role("checkbox")
    expect(boxes).to_have_count(3)  # "two" tells what the learner has not got yet
    page.get_by_label("So it is with three.").check()
    page.get_by_label("Add the ideas I want to look at again").check()
    seen = sheet(page)
    assert "So it is with three. Not so: “Belief three.”" in seen
    assert "So it is with one." not in seen
    assert re.search("What I want to look at again\\s+Idea of roof\\s+When to ask", seen)


def test_six_fit_and_a_seventh_is_refused_in_words(page: Page) -> None:
    eight = [TOLD[0] | {"id": f"b-{n}", "correction": f"Number {n}."} for n in range(8)]
    mount(page, SOME, beliefs=eight)
    unfolded(page)
    for number in range(6):
        page.get_by_label(f"Number {number}.").check()
    seventh = page.get_by_label("Number 6.")
    seventh.press("Space")
    expect(seventh).not_to_be_checked()
    expect(part(page, "take-home").get_by_role("status")).to_have_text(
        "6 fit on the sheet. Untick one first."
    )
    page.get_by_label("Number 0.").uncheck()
    seventh.check()
    expect(part(page, "take-home").get_by_role("status")).to_be_empty()


def test_what_is_chosen_stays_chosen_when_an_answer_comes_and_goes_with_what_is_erased(
    page: Page,
) -> None:
    mount(page, SOME, before=PRINTS, beliefs=TOLD)
    unfolded(page)
    box = page.get_by_label("So it is with one.")
    box.check()
    page.evaluate("made => record.write({ 'item:roof': made })", answer("c"))
    expect(page.get_by_label("So it is with two.")).to_be_visible()
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    page.get_by_label("Add the ideas").check()
    page.evaluate("record.erase()")
    expect(box).to_have_count(0)
    expect(page.get_by_label("Add the ideas")).to_be_hidden()
    seen = sheet(page)
    assert "remember" not in seen
    assert "look at again" not in seen


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_fullest_sheet_is_one_page_and_gone_after_printing(
    page: Page, tmp_path, paper: str
) -> None:
    wrong = {  # every idea is worth another look, and every wrong idea is got past somewhere
        key: made | ({} if at % 2 else {"response": made["first"]["response"]})
        for at, (key, made) in enumerate(full_record().items())
    }
    mount(page, wrong, before=PRINTS, **REAL)
    unfolded(page)
    page.evaluate("document.querySelector('main').append('More of the page. '.repeat(9000))")
    worst = "\n".join(
        ["Why does it take so long, and what can I do about it until it is gone? Is it safe?"] * 12
    )
    page.get_by_label("Your own questions").fill(worst[:1000])
    boxes = part(page, "take-home").locator("fieldset").get_by_role("checkbox")
    longest = sorted(boxes.all(), key=lambda box: -len(box.evaluate("n => n.parentNode.innerText")))
    for box in longest[:6]:
        box.check()
    page.get_by_label("Add the ideas").check()
    seen = sheet(page)
    assert seen.count("Why does it take so long") == worst[:1000].count("Why does it take so long")
    page.emulate_media(media="null")  # as no medium is emulated, a PDF is paper
    file = tmp_path / "sheet.pdf"
    page.pdf(path=file, format=paper, margin=dict.fromkeys(("top", "bottom"), "1cm"))
    assert len(re.findall(rb"/Type /Page\b", file.read_bytes())) == 1
    expect(page.locator(".milia-paper")).to_have_count(0)
    expect(page.locator("main")).to_be_visible()


def test_a_thousand_short_lines_are_one_page_too_and_text_is_text(page: Page, tmp_path) -> None:
    mount(page, before=PRINTS, **PLAIN)
    page.get_by_label("Your own questions").fill(HOSTILE + "\n" + "a\n" * 450)
    seen = sheet(page)
    assert HOSTILE in seen
    assert seen.count(" / a") > 400
    assert page.locator(".milia-paper :is(img, b)").count() == 0
    assert page.evaluate("window.hacked") is None
    page.emulate_media(media="null")
    file = tmp_path / "sheet.pdf"
    page.pdf(path=file, format="A4", margin=dict.fromkeys(("top", "bottom"), "1cm"))
    assert len(re.findall(rb"/Type /Page\b", file.read_bytes())) == 1


def test_the_sheet_on_paper_has_headings_in_order(page: Page) -> None:
    mount(page, SOME, before=PRINTS, beliefs=TOLD)
    sheet(page)
    levels = "n => n.map((each) => each.tagName)"
    found = page.locator(".milia-paper :is(h1, h2, h3)").evaluate_all(levels)
    assert found == ["H1", "H2", "H2", "H2"]
    assert axe_violations(page, context=[[".milia-paper"]]) == []
