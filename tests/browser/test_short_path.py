"""The short path as a learner takes it: from the pre-test to a printed result, in one sitting."""

import pytest
from playwright.sync_api import Locator, Page, expect

from milia.content import load

from ..conftest import THOROUGH
from . import servers

pytestmark = pytest.mark.browser

SHORT = [lesson for lesson in load().lessons.values() if lesson.short_path]


def click(target: Locator) -> None:
    target.click()


def press(target: Locator) -> None:
    """Go to it with the Tab key alone, from wherever the keyboard is, and press it."""
    keys = target.page.keyboard
    for _ in range(300):
        if target.evaluate("node => node === document.activeElement"):
            break
        keys.press("Tab")
    expect(target).to_be_focused()
    keys.press("Space" if target.evaluate("node => node.tagName === 'INPUT'") else "Enter")


def answer(quiz: Locator, use) -> None:
    """Answer every item of a quiz with its first choice; whatever it is, it is met with words."""
    while True:
        form = quiz.locator(".milia-quiz-item:visible")
        use(form.locator("input").first)
        use(form.locator("button[type=submit]"))
        expect(form.locator(".milia-quiz-feedback")).not_to_be_empty()
        on = quiz.get_by_role("button", name="Next question")
        if not on.is_visible():
            return
        use(on)


@pytest.mark.parametrize("use", [press, click] if THOROUGH else [press])
def test_from_the_pre_test_to_a_printed_result(page: Page, voila: servers.Server, use) -> None:
    page.goto(voila.url)
    use(page.get_by_role("link", name=SHORT[0].question))
    pre_test = page.locator(".milia-quiz")
    for _ in range(6):
        use(pre_test.locator(".milia-quiz-item:visible input").first)
        use(pre_test.get_by_role("button", name="Keep and go on"))
    expect(pre_test).to_contain_text("You answered 6 of 6.")
    for lesson in SHORT[1:]:
        on = page.locator(".turn").get_by_role("link", name=lesson.title)
        use(on)
        expect(page.get_by_role("heading", level=1)).to_contain_text(lesson.title)
        expect(page.locator(".fallback:visible")).to_have_count(0)  # every widget is there
        spare = page.locator("h3", has_text="If you have time")
        for quiz in page.locator(".milia-quiz").all():
            if spare.count() and quiz.evaluate(AFTER, spare.element_handle()):
                continue
            answer(quiz, use)
        if lesson is SHORT[-1]:
            ask_and_print(page, use)


AFTER = "(quiz, spare) => spare.compareDocumentPosition(quiz) & Node.DOCUMENT_POSITION_FOLLOWING"


def ask_and_print(page: Page, use) -> None:
    """Ask about a bump that bleeds, and print what comes of it."""
    page.evaluate("window.print = () => { window.printed = true; }")
    ask = page.locator(".milia-ask-someone")
    use(ask.get_by_role("button", name=load().asking["ask-someone"].people[-1].name))
    while not ask.locator(".milia-ask-someone-result").is_visible():
        bleeds = "bleed" in ask.get_by_role("group").inner_text() + ask.inner_text()
        use(ask.get_by_role("button", name="Yes" if bleeds else "No", exact=True))
    result = ask.locator(".milia-ask-someone-result")
    band = result.get_by_role("heading").first.inner_text()
    assert band in {band.name for band in load().care.values()}
    use(ask.get_by_role("button", name="Print this result"))
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    paper = page.locator("body").inner_text()
    assert band in paper
    assert "bleed" in paper
    assert SHORT[-1].question not in paper  # the result stands alone
