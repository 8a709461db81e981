"""Naming the parts of a picture and choosing a place on it: by mouse, finger, keyboard and ear."""

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import Quiz
from milia.content import find

from .browser.checks import axe_violations, sideways, small_targets
from .conftest import Watched
from .mounted import ADDRESS, mount

pytestmark = pytest.mark.browser

NAMED, CHOSEN = find("item", "name-a-pustules-parts"), find("item", "point-at-the-door")
NAMES = {choice.id: choice.text for choice in NAMED.choices}
RIGHT = next(at for at, choice in enumerate(CHOSEN.choices) if choice.id == CHOSEN.key)

TOUCHING = """(selector) => {
  const boxes = [...document.querySelectorAll(selector)].map((n) => n.getBoundingClientRect());
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.left < b.right - 0.5
    && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)).length;
}"""
# Spots without a name in view are round.
NEAREST = """() => Math.min(...[...document.querySelectorAll("form")].flatMap((form) => {
  const at = [...form.querySelectorAll(".milia-quiz-spot")].map((n) => n.getBoundingClientRect())
    .map((box) => [box.x + box.width / 2, box.y + box.height / 2]);
  return at.flatMap(([x, y], i) => at.slice(i + 1).map(([x2, y2]) => Math.hypot(x2 - x, y2 - y)));
}))"""
OUTSIDE = """() => [...document.querySelectorAll(".milia-quiz-sign")].filter((sign) => {
  const box = sign.getBoundingClientRect();
  const all = sign.closest(".milia-quiz-picture").getBoundingClientRect();
  return box.left < all.left - 1 || box.right > all.right + 1 || box.bottom > all.bottom + 1;
}).length"""


def spot(page: Page, at: int) -> Locator:
    return page.locator("form:visible .milia-quiz-spot").nth(at)


def lists(page: Page) -> list[Locator]:
    return page.locator("form:visible select").all()


def name_all(page: Page, turn: int = 0) -> None:
    """Give every spot its own name, or each the name of one so many spots on."""
    ids = list(NAMES)
    for at, each in enumerate(lists(page)):
        each.select_option(ids[(at + turn) % len(ids)])


def check(page: Page) -> Locator:
    page.locator("form:visible button[type=submit]").click()
    return page.locator("form:visible .milia-quiz-feedback")


def test_parts_are_named_by_mouse_and_each_is_answered(page: Page) -> None:
    mount(page, Quiz(NAMED.id))
    spot(page, 1).click()
    expect(lists(page)[1]).to_be_focused()
    page.keyboard.press("Escape")  # the list that the click opened
    said = check(page)
    expect(said).to_have_text(
        "Choose a name for each spot first. Still open: spot 1, spot 2, spot 3, spot 4, spot 5."
    )
    expect(lists(page)[0]).to_be_focused()
    first, second = lists(page)[:2]
    first.select_option("pustule-contents")
    expect(spot(page, 0)).to_contain_text("Pus")
    expect(page.locator(".milia-quiz-moved")).to_have_text("Spot 1: Pus. 1 of 5 spots have a name.")
    expect(second.locator("option[value=pustule-contents]")).to_have_text("Pus (at spot 1)")
    name_all(page)
    second.select_option("pustule-opening")
    expect(page.locator(".milia-quiz-moved")).to_contain_text("The same name is at spot 1.")
    expect(check(page)).to_contain_text('"Pore" is at two spots. Each name goes to one.')
    expect(second).to_be_focused()
    first.select_option("pustule-contents")
    expect(check(page)).to_contain_text("Not yet. 3 of 5 are where they belong.")
    expect(said).to_contain_text(
        "Pus: spot 1, in the gap at the top, where the hair comes out (look again)."
    )
    assert page.locator(".milia-quiz-naming[data-outcome=retry]").count() == 2
    first.select_option("pustule-opening")
    expect(said).to_contain_text("Not yet. 3 of 5")  # what was said stays while it is mended
    second.select_option("pustule-contents")
    expect(check(page)).to_contain_text("Yes, each is where it belongs.")
    assert sorted(page.evaluate("window.models[0].saved.at(-1).response")) == sorted(
        f"{name}:{name}" for name in NAMES
    )
    page.goto(ADDRESS)
    page.locator("html[data-ready]").wait_for()
    assert [each.input_value() for each in lists(page)] == list(NAMES)
    expect(spot(page, 1)).to_contain_text("Pus")
    expect(page.locator(".milia-quiz-naming[data-outcome=success]")).to_have_count(5)


def test_parts_are_named_and_a_place_is_chosen_by_keyboard_alone(page: Page) -> None:
    mount(page, Quiz(NAMED.id), Quiz(CHOSEN.id))
    page.keyboard.press("Tab")
    for at, name in enumerate(NAMES.values()):
        expect(lists(page)[at]).to_be_focused()  # never a spot
        page.keyboard.type(name, delay=0)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".milia-quiz-feedback").first).to_contain_text("Yes, each is where it")
    page.locator("input[type=radio]").first.focus()
    for _ in range(RIGHT):
        page.keyboard.press("ArrowDown")
    chosen = page.locator(".milia-quiz-chosen:has(b:text-matches('[A-Z]'))")
    expect(chosen).to_have_text("ABCD"[RIGHT])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".milia-quiz-feedback").last).to_contain_text(
        CHOSEN.choices[RIGHT].feedback
    )


def test_a_place_is_chosen_by_a_finger_and_its_radio_button_with_it(watched: Watched) -> None:
    page = watched.open(has_touch=True, viewport={"width": 320, "height": 640})
    mount(page, Quiz(CHOSEN.id), Quiz(NAMED.id))
    hotspot = page.locator("form[data-type=hotspot]")
    for at in (0, RIGHT):
        hotspot.locator(".milia-quiz-spot").nth(at).tap()
        expect(hotspot.get_by_role("radio").nth(at)).to_be_checked()
        expect(hotspot.locator(".milia-quiz-chosen")).to_have_text("ABCD"[at])
    hotspot.locator("button[type=submit]").tap()
    expect(hotspot.locator(".milia-quiz-chosen")).to_have_attribute("data-outcome", "success")
    expect(hotspot.get_by_role("radio", name=f"Yes. Place {'ABCD'[RIGHT]}:")).to_be_checked()
    naming = page.locator("form[data-type=label]")
    naming.locator(".milia-quiz-spot").nth(3).tap()
    expect(naming.locator("select").nth(3)).to_be_focused()
    page.goto(ADDRESS)
    page.locator("html[data-ready]").wait_for()
    expect(page.locator("form[data-type=hotspot] .milia-quiz-chosen")).to_have_text("ABCD"[RIGHT])


@pytest.mark.parametrize("width", [320, 1200])
def test_anyone_can_use_a_picture_on_any_screen_in_any_state(watched: Watched, width: int) -> None:
    page = watched.open(viewport={"width": width, "height": 800})
    mount(page, Quiz(NAMED.id), Quiz(CHOSEN.id))
    for state in ("open", "partly", "answered"):
        if state != "open":
            lists(page)[1].select_option("pustule-wall")
            page.get_by_role("radio").nth(1).check()
        if state == "answered":
            name_all(page, 1)
            for form in page.locator("form").all():
                form.locator("button[type=submit]").click()
            expect(page.locator("form").last.locator(".milia-quiz-feedback")).not_to_be_empty()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert axe_violations(page) == [], (state, scheme)
        assert sideways(page) == []
        assert small_targets(page) == []
    if width == 320:
        assert page.evaluate(NEAREST) >= 44


def test_no_name_covers_another_or_leaves_the_picture(page: Page) -> None:
    mount(page, Quiz(NAMED.id))
    for width in (520, 820):
        page.set_viewport_size({"width": width, "height": 900})
        for turn in range(len(NAMES)):
            name_all(page, turn)
            assert page.evaluate(TOUCHING, ".milia-quiz-sign") == 0, (width, turn)
            assert page.evaluate(OUTSIDE) == 0, (width, turn)


def test_the_ear_is_told_where_each_spot_lies_and_never_of_the_spots_on_the_picture(
    page: Page,
) -> None:
    mount(page, Quiz(NAMED.id), Quiz(CHOSEN.id))
    heard = page.locator("main").aria_snapshot()
    assert 'img "A cut through the skin of a cheek' in heard
    assert 'combobox "Spot 3: on the side of the pocket, where dots leak through"' in heard
    assert 'radio "Place C: The gap where the hair comes out"' in heard
    assert heard.count("button") == 2  # to check the two answers


def test_on_paper_there_are_lines_to_write_on_and_nothing_is_filled_in(page: Page) -> None:
    mount(page, Quiz(NAMED.id))
    name_all(page)
    check(page)
    page.emulate_media(media="print")
    expect(page.get_by_text("Names: ")).to_be_visible()
    expect(page.locator(".milia-quiz-spot b").first).to_be_visible()
    expect(page.locator(".milia-quiz-given").first).to_be_hidden()
    expect(page.locator("select").first).to_be_hidden()
    expect(page.locator(".milia-quiz-write").first).to_be_visible()
    expect(page.locator(".milia-answers li").first).to_contain_text("Pore: spot 1, in the gap")
