"""Milium or not? in a page with no kernel: a round of cards, how it went, and what is kept."""

import json
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import MiliumOrNot

from .browser.checks import axe_violations, sideways, small_targets
from .conftest import Watched
from .mounted import mount

pytestmark = pytest.mark.browser

CARDS = 8
CASES = {case["who"]: case for case in MiliumOrNot("first").cases}


def heading(page: Page) -> Locator:
    return page.locator(".milia-drill h4")


def shown(page: Page) -> dict:
    """The case on the card that is shown."""
    return CASES[heading(page).inner_text().split("\n")[-1]]


def answer(page: Page, fits: bool = True, sure: str = "") -> dict:
    """Decide on this card, as its clues do or not."""
    case = shown(page)
    name = "Milium" if case["milium"] == fits else "Not a milium"
    page.get_by_role("radio", name=name, exact=True).check()
    if sure:
        page.get_by_role("radio", name=sure).check()
    page.get_by_role("button", name="Check answer").click()
    return case


def on(page: Page) -> None:
    page.locator(".milia-drill-card form > button:visible").click()


def play(page: Page, missed: int = 0) -> list[dict]:
    """Play a round: very sure of each, and wrong on the first few."""
    played = []
    for at in range(CARDS):
        expect(heading(page)).to_contain_text(f"Card {at + 1} of {CARDS}.")
        played.append(answer(page, fits=at >= missed, sure="Very sure"))
        on(page)
    expect(heading(page)).to_have_text("How it went")
    return played


def kept(page: Page) -> dict | None:
    return json.loads(page.evaluate("localStorage.getItem('milia:drill')") or "null")


def test_each_card_is_answered_at_once_with_the_reason_that_decides(page: Page) -> None:
    mount(page, MiliumOrNot("first"))
    output = page.locator(".milia-drill output")
    page.get_by_role("button", name="Check answer").click()
    expect(output).to_have_text("Choose one of the two first.")
    expect(page.get_by_role("radio").first).to_be_focused()
    for fits in (True, False):
        case = answer(page, fits=fits)
        expect(output).to_contain_text("Yes." if fits else "Look again.")
        for words in (*case["why"], case["then"]):
            expect(output).to_contain_text(words)
        expect(page.get_by_role("button", name="Next card")).to_be_focused()
        expect(page.get_by_role("radio").first).to_be_disabled()
        on(page)
        expect(heading(page)).to_be_focused()


def test_a_round_ends_with_how_it_went_and_the_next_one_is_new(page: Page) -> None:
    mount(page, MiliumOrNot("first"))
    first = play(page, missed=2)
    expect(heading(page)).to_be_focused()
    end = page.locator(".milia-drill-end")
    expect(end).to_contain_text("On 6 of 8 cards you decided as the clues do.")
    expect(end).to_contain_text("You felt very sure on 2 cards where a clue says otherwise.")
    expect(end.locator("li")).to_have_count(2)
    expect(end.get_by_role("row", name="Very sure 8 6 2")).to_be_visible()
    assert kept(page)["all"] == kept(page)["very"] == {"cards": 8, "right": 6}
    page.get_by_role("button", name="Deal another round").click()
    second = play(page)
    assert not {case["who"] for case in first} & {case["who"] for case in second}
    expect(end).to_contain_text("All rounds so far: 14 of 16 cards.")
    assert page.evaluate("window.models[0].saved") == [], "nothing is told to Python"


def test_rounds_are_mixed_and_give_no_next_card_away(page: Page) -> None:
    drill = MiliumOrNot("first")
    drill._esm += "\nwindow.deal = deal;"
    mount(page, drill)
    rounds = page.evaluate(
        "Array.from({ length: 200 }, () => deal(window.models[0].get('cases'), []))"
    )
    for cards in rounds:
        assert len({card["id"] for card in cards}) == CARDS
        assert 3 <= sum(card["milium"] for card in cards) <= 5
    orders = {tuple(card["milium"] for card in cards) for cards in rounds}
    assert len(orders) > 20
    close = [a for cards in rounds for a, b in pairwise(cards)
             if a["kind"] == b["kind"] and not a["milium"]]  # fmt: skip
    assert close == []


def test_erasing_the_answers_erases_how_it_went(page: Page) -> None:
    drill = MiliumOrNot("first")
    drill._esm += "\nwindow.record = record;"
    mount(page, drill)
    play(page)
    assert page.evaluate("Object.keys(record.all())") == [], "it is no answer, and in no file"
    page.evaluate("record.erase()")
    assert kept(page) is None
    expect(heading(page)).to_contain_text("Card 1 of 8.")


@pytest.mark.parametrize("text", ["{", "null", '{"all": {"cards": 1, "right": 2}}'])
def test_what_is_kept_and_not_ours_counts_as_nothing(page: Page, text: str) -> None:
    mount(page, MiliumOrNot("first"), script=f"localStorage.setItem('milia:drill', {text!r});")
    answer(page)
    assert kept(page)["all"] == {"cards": 1, "right": 1}


def test_the_keyboard_alone_plays_and_its_keys_stay_inside(page: Page) -> None:
    mount(page, MiliumOrNot("first"))
    page.keyboard.press("Tab")
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    for key in ("Space", "Tab", "Space", "Enter"):  # a verdict, how sure, check
        page.keyboard.press(key)
    expect(page.get_by_role("button", name="Next card")).to_be_focused()
    page.keyboard.press("Enter")
    expect(heading(page)).to_contain_text("Card 2 of 8.")
    assert page.evaluate("window.leaked") is None


def test_it_works_by_touch(watched: Watched) -> None:
    page = watched.open(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    mount(page, MiliumOrNot("first"))
    page.locator("label", has_text="Not a milium").tap()
    page.get_by_role("button", name="Check answer").tap()
    page.get_by_role("button", name="Next card").tap()
    expect(heading(page)).to_contain_text("Card 2 of 8.")


def test_no_complaint_on_a_card_after_it_or_at_the_end(page: Page) -> None:
    heading2 = "document.querySelector('main').append(Object.assign("
    heading2 += "document.createElement('h2'), { textContent: 'A heading' }));"
    mount(page, MiliumOrNot("first"), script=heading2)

    def check(width: int, scheme: str) -> None:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert axe_violations(page) == []
        assert sideways(page) == []
        assert small_targets(page) == []

    check(320, "light")
    check(1200, "dark")
    answer(page, fits=False, sure="Guessing")
    check(320, "dark")
    on(page)
    for _ in range(CARDS - 1):
        answer(page)
        on(page)
    check(320, "light")
    check(1200, "dark")


def test_on_paper_the_round_is_a_list_with_its_answers_after_all_else(page: Page) -> None:
    mount(page, MiliumOrNot("first"))
    page.emulate_media(media="print")
    asked, answers = page.locator(".milia-drill-paper ol"), page.locator("main > :last-child ol")
    expect(asked.locator("li")).to_have_count(CARDS)
    expect(answers.locator("li")).to_have_count(CARDS)
    expect(page.locator(".milia-drill-card")).to_be_hidden()
    expect(asked).to_contain_text("☐ Not a milium")
