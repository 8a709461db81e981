"""Answer an item of any type as it should be, with the keyboard alone."""

import re

from playwright.sync_api import Locator, Page, expect

from milia.content import find
from milia.content.models import Item

ON = re.compile("Skip for now|Next question")
MOST = 20  # presses that any one control takes
# One of each type in which something is put in its place or pointed at, by the lesson that asks it.
BY_LESSON = {
    "03_meet_the_milium": (
        "name-a-miliums-parts",  # label
        "four-word-cards",  # match
        "two-calm-dots",  # compare
        "from-a-dead-cell-to-a-pearl",  # order
        "where-a-new-one-may-start",  # hotspot
    ),
    "04_meet_the_pustule": ("six-notes-on-three-bumps",),  # sort
}
IDS = tuple(name for names in BY_LESSON.values() for name in names)


def answer_all(page: Page, names: tuple[str, ...]) -> None:
    """Answer these items wherever they stand; each says that all is where it belongs."""
    for name in names:
        item = find("item", name)
        form = page.locator(".milia-quiz-item", has_text=item.stem)
        expect(form).to_have_count(1)
        quiz = page.locator(".milia-quiz", has_text=item.stem)
        for _ in range(MOST):  # the items of a set are asked one after the other
            if form.is_visible():
                break
            press(page, quiz.get_by_role("button", name=ON))
        ANSWER[item.type](page, form, item)
        press(page, form.locator("button[type=submit]"))
        expect(form.locator(".milia-quiz-feedback")).to_have_attribute("data-outcome", "success")


def press(page: Page, control: Locator, key: str = "Enter") -> None:
    """Press a key where the focus is on this control."""
    control.focus()
    page.keyboard.press(key)


def pick(page: Page, select: Locator, value: str) -> None:
    """Go down a list until this is chosen."""
    select.focus()
    for _ in range(MOST):
        if select.input_value() == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} is not in the list.")


def order(page: Page, form: Locator, item: Item) -> None:
    rows = form.locator("li.milia-quiz-row")
    for place, choice in enumerate(item.choices):
        up = form.get_by_role("button", name=f"Move {choice.text} up")
        for _ in range(MOST):
            if choice.text in rows.nth(place).inner_text():
                break
            press(page, up)


def sort(page: Page, form: Locator, item: Item) -> None:
    for card in item.choices:
        row = form.get_by_role("group", name=card.text, exact=True)
        press(page, row.locator(f"input[value='{card.place}']"), "Space")


def match(page: Page, form: Locator, item: Item) -> None:
    for choice in item.choices:
        row = form.locator("label").filter(has=page.get_by_text(choice.text, exact=True))
        pick(page, row.locator("select"), choice.place)


def label(page: Page, form: Locator, item: Item) -> None:
    for select, choice in zip(form.locator("select").all(), item.choices, strict=True):
        pick(page, select, choice.id)


def hotspot(page: Page, form: Locator, item: Item) -> None:
    press(page, form.locator(f"input[value='{item.key}']"), "Space")


def compare(page: Page, form: Locator, item: Item) -> None:
    for place in ("same", "different"):
        for choice in item.choices:
            if choice.place == place:
                press(page, form.locator(f"input[value='{choice.id}']:visible"), "Space")
        press(page, form.get_by_role("button", name="Next step"))
    press(page, form.locator(f"input[value='{item.key}']"), "Space")


ANSWER = {
    "order": order,
    "sort": sort,
    "match": match,
    "label": label,
    "hotspot": hotspot,
    "compare": compare,
}
