"""Order, sort and match as a learner meets them: by pointer, by finger, by keyboard, by ear."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from milia import Quiz

from .browser.checks import axe_violations, sideways, small_targets
from .conftest import Watched
from .mounted import mount
from .test_quiz_page import IDEAS, feedback, item, kept

pytestmark = pytest.mark.browser


def cards(**places: str) -> list[dict]:
    return [
        {"id": i, "text": f"Text of {i}", "feedback": f"Feedback of {i}.", "place": place}
        for i, place in places.items()
    ]


def named(*ids: str) -> list[dict]:
    return [{"id": i, "text": f"Place {i}"} for i in ids]


LONG = {"id": "far", "text": "A half with so many words in it that no select on a phone shows all"}
ROW = [{k: card[k] for k in ("id", "text", "feedback")} for card in cards(a="", b="", c="", d="")]
BINS = named("one", "two", "none")
BANK = {
    i.id: i
    for i in [
        item("row", "order", choices=ROW),
        item("bins", "sort", choices=cards(a="one", b="two", c="two"), places=BINS),
        item("halves", "match", choices=cards(a="one", b="two", c="far"), places=[*BINS, LONG]),
    ]
}


@pytest.fixture(autouse=True)
def bank(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bank of plain items, so that no test turns on the course's own words."""
    shelves = {"item": BANK, "idea": IDEAS}
    for module in ("quiz", "reading"):
        monkeypatch.setattr(f"milia.widgets.quiz.{module}.find", lambda kind, n: shelves[kind][n])


def standing(page: Page) -> str:
    """The ids of the rows of an order, from top to bottom, as they are read."""
    rows = page.locator("[data-type=order] li.milia-quiz-row").all_inner_texts()
    found = [re.match(r"\D*(\d)\. .*Text of (\w)", " ".join(row.split())).groups() for row in rows]
    assert [number for number, _ in found] == ["1", "2", "3", "4"]
    return "".join(name for _, name in found)


def row(page: Page, name: str) -> Locator:
    return page.locator(".milia-quiz-row", has_text=f"Text of {name}")


def move(page: Page, name: str, way: str) -> Locator:
    return page.get_by_role("button", name=f"Move Text of {name} {way}")


def check(page: Page) -> None:
    page.get_by_role("button", name="Check answer").click()


def in_order(page: Page, wanted: str) -> None:
    """Press the buttons until the rows stand as wanted."""
    for place, name in enumerate(wanted):
        while standing(page).index(name) > place:
            move(page, name, "up").click()


def response(page: Page, name: str) -> list[str]:
    return kept(page)[f"milia:item:{name}"]["response"]


# -- put in order -----------------------------------------------------------------------------


def test_an_order_can_be_checked_at_once_and_is_answered_row_by_row(page: Page) -> None:
    mount(page, Quiz("row"))
    first = standing(page)
    assert first != "abcd"
    check(page)
    expect(feedback(page)).to_contain_text(re.compile("Not yet. [0-3] of 4 "))
    assert response(page, "row") == list(first)
    in_order(page, "abdc")
    check(page)
    expect(feedback(page)).to_contain_text("Not yet. 2 of 4 are where they belong.")
    said = feedback(page).locator("li").all_inner_texts()
    assert said == [
        "1. Text of a. Feedback of a.",
        "2. Text of b. Feedback of b.",
        "3. Text of d (look again). Feedback of d.",
        "4. Text of c (look again). Feedback of c.",
    ]
    assert "Fits. Text of a" in row(page, "a").inner_text()
    assert "Look again. Text of c" in row(page, "c").inner_text()
    in_order(page, "abcd")
    for name in "cd":  # what was said of them was said of another place
        assert "Look again" not in row(page, name).inner_text()
    check(page)
    expect(feedback(page)).to_contain_text("Yes, each is where it belongs.")
    mount(page, Quiz("row"))
    assert standing(page) == "abcd"
    assert row(page, "d").get_attribute("data-outcome") == "success"
    expect(feedback(page)).to_contain_text("Yes, each is where it belongs.")


def test_a_moved_row_keeps_the_focus_and_is_announced_and_the_end_is_said(page: Page) -> None:
    mount(page, Quiz("row"))
    said = page.locator("[data-type=order] output.milia-spoken")
    first, last = standing(page)[0], standing(page)[-1]
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_accessible_name(
        f"Move Text of {first} up (it is already first)"
    )
    page.keyboard.press("Enter")
    expect(said).to_have_text(f"Text of {first} is already first.")
    page.keyboard.press("Tab")
    for place in (2, 3, 4):
        page.keyboard.press("Enter" if place == 2 else "Space")
        expect(said).to_have_text(f"Text of {first}: now {place} of 4.")
        assert standing(page)[place - 1] == first
        expect(move(page, first, "down")).to_be_focused()
    page.keyboard.press("Space")
    expect(said).to_have_text(f"Text of {first} is already last.")
    down = move(page, first, "down")
    expect(down).to_have_accessible_name(f"Move Text of {first} down (it is already last)")
    expect(down).to_have_attribute("aria-disabled", "true")
    expect(down).to_be_focused()
    expect(move(page, last, "down")).to_have_attribute("aria-disabled", "false")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(feedback(page)).to_contain_text("Not yet.")
    assert response(page, "row")[-1] == first


def grip(page: Page, name: str) -> tuple[float, float]:
    box = row(page, name).locator(".milia-quiz-handle").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_row_is_dragged_by_its_handle_with_a_mouse(page: Page) -> None:
    mount(page, Quiz("row"))
    a, b, c, d = standing(page)
    x, top = grip(page, a)
    _, third = grip(page, c)
    page.mouse.move(x, top)
    page.mouse.down()
    page.mouse.move(x, third, steps=6)
    assert row(page, a).evaluate("n => 'held' in n.dataset")
    page.mouse.up()
    assert standing(page) == b + c + a + d
    assert row(page, a).evaluate("n => [n.style.transform, 'held' in n.dataset]") == ["", False]
    expect(page.locator("output.milia-spoken")).to_have_text(f"Text of {a}: now 3 of 4.")
    page.mouse.down()
    page.mouse.move(x, top - 60, steps=6)  # and far past the other end
    page.mouse.up()
    assert standing(page) == a + b + c + d


def test_a_finger_drags_by_the_handle_and_scrolls_anywhere_else(watched: Watched) -> None:
    page = watched.open(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 500})
    mount(page, Quiz("row"), Quiz("bins"), Quiz("halves"))
    touch = page.context.new_cdp_session(page)

    def finger(kind: str, x: float, y: float) -> None:
        points = [] if kind in ("touchEnd", "touchCancel") else [{"x": x, "y": y}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def drag(start: tuple, by: int, end: str = "touchEnd") -> None:
        x, y = start
        finger("touchStart", x, y)
        for step in range(1, 11):
            finger("touchMove", x, y + by * step / 10)
        finger(end, x, y + by)

    a, b, c, d = standing(page)
    drag(grip(page, a), round(grip(page, b)[1] - grip(page, a)[1]))
    assert standing(page) == b + a + c + d
    assert page.evaluate("scrollY") == 0
    drag(grip(page, b), round(grip(page, a)[1] - grip(page, b)[1]), "touchCancel")
    assert standing(page) == b + a + c + d  # a drag that is broken off goes back
    move(page, b, "down").tap()
    assert standing(page) == a + b + c + d
    words = row(page, b).first.bounding_box()
    drag((words["x"] + 80, words["y"] + 12), -150)
    page.wait_for_function("scrollY > 50")
    assert standing(page) == a + b + c + d
    for name, place in zip("abc", ("one", "two", "none"), strict=True):
        page.get_by_role("group", name=f"Text of {name}").get_by_text(f"Place {place}").tap()
    page.locator("[data-type=sort] button[type=submit]").tap()
    expect(feedback(page).nth(1)).to_contain_text("Not yet. 2 of 3 are where they belong.")


def test_rows_slide_unless_less_motion_is_wanted(page: Page) -> None:
    mount(page, Quiz("row"))
    press = "name => document.querySelector(`[aria-label='Move Text of ${name} down']`).click()"
    slides = "document.getAnimations().length"
    page.evaluate(press, standing(page)[0])
    assert page.evaluate(slides) == 2
    page.emulate_media(reduced_motion="reduce")
    mount(page, Quiz("row"))
    page.evaluate(press, standing(page)[0])
    assert page.evaluate(slides) == 0


# -- sort -------------------------------------------------------------------------------------


def test_cards_are_sorted_by_keyboard_and_what_is_open_is_said(page: Page) -> None:
    mount(page, Quiz("bins"))
    check(page)
    expect(feedback(page)).to_contain_text("Choose a place for each one first. Still open: Text of")
    groups = [g.text_content() for g in page.locator("legend:has(.milia-quiz-mark)").all()]
    page.get_by_role("group", name="Text of a").get_by_label("Place two").check()
    check(page)
    left = "; ".join(name for name in groups if name != "Text of a")
    expect(feedback(page)).to_have_text(f"Choose a place for each one first. Still open: {left}.")
    expect(page.locator("input:focus")).to_have_attribute("value", "one")
    for name in (g for g in groups if g != "Text of a"):
        focused = page.locator("fieldset.milia-quiz-row:has(:focus)")
        if name not in focused.inner_text():
            page.keyboard.press("Tab")
            if "Text of a" in focused.inner_text():
                page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")  # from the first bin to the second
    page.locator("input:focus").press("Enter")
    expect(feedback(page)).to_contain_text("Not yet. 2 of 3 are where they belong.")
    expect(page.get_by_role("group", name="Look again. Text of a")).to_be_visible()
    expect(page.get_by_role("group", name="Fits. Text of b")).to_be_visible()
    assert sorted(response(page, "bins")) == ["a:two", "b:two", "c:two"]
    page.get_by_role("group", name="Text of a").get_by_label("Place one").check()
    expect(page.get_by_role("group", name="Look again.")).to_have_count(0)
    check(page)
    expect(feedback(page)).to_contain_text("Yes, each is where it belongs.")
    mount(page, Quiz("bins"))
    for name, place in zip("abc", ("one", "two", "two"), strict=True):
        group = page.get_by_role("group", name=f"Fits. Text of {name}")
        expect(group.get_by_label(f"Place {place}")).to_be_checked()


# -- match ------------------------------------------------------------------------------------


def test_halves_are_chosen_in_selects_and_a_used_one_says_so(page: Page) -> None:
    mount(page, Quiz("halves"))
    box = {name: page.get_by_role("combobox", name=f"Text of {name}") for name in "abc"}
    shown = page.locator(".milia-quiz-halves li").all_inner_texts()
    assert [text[:3] for text in shown] == ["A. ", "B. ", "C. ", "D. "]
    level = zip(page.locator("label.milia-quiz-row").all(), shown, strict=False)
    fits = {"a": "Place one", "b": "Place two", "c": LONG["text"]}
    for thing, half in level:  # no pair stands level
        assert half[3:] != fits[thing.text_content()[8:9]]
    assert box["a"].locator("option").all_inner_texts() == ["Choose one…", *shown]
    box["a"].select_option(value="two")
    check(page)
    expect(feedback(page)).to_contain_text("Choose the other half of each one first. Still open: ")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    assert page.evaluate("document.activeElement.value") == ""
    used = box["b"].locator("option[value=two]")
    assert used.inner_text().endswith(". Place two (used for Text of a)")
    assert "used" not in box["a"].locator("option[value=two]").inner_text()
    box["b"].select_option(value="two")
    box["c"].focus()
    page.keyboard.type(
        shown[[LONG["text"] in text for text in shown].index(True)][:2]
    )  # its letter
    assert box["c"].input_value() == "far"
    check(page)
    expect(feedback(page)).to_contain_text("Not yet. 2 of 3 are where they belong.")
    expect(feedback(page)).to_contain_text("Text of a: Place two (look again). Feedback of a.")
    box["a"].select_option(value="one")
    check(page)
    expect(feedback(page)).to_contain_text("Yes, each is where it belongs.")
    mount(page, Quiz("halves"))
    assert [box[name].input_value() for name in "abc"] == ["one", "two", "far"]
    expect(page.get_by_role("combobox", name="Fits. Text of c")).to_be_visible()
    assert "used for Text of b" in box["a"].locator("option[value=two]").inner_text()


# -- for every eye, and on paper ---------------------------------------------------------------


def test_axe_finds_nothing_and_all_is_within_reach_in_every_state(watched: Watched) -> None:
    page = watched.open(viewport={"width": 1200, "height": 900}, reduced_motion="reduce")
    mount(page, Quiz("row"), Quiz("bins"), Quiz("halves"))
    found = {}

    def look(state: str) -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            for width in (320, 1200):
                page.set_viewport_size({"width": width, "height": 900})
                found[state, scheme, width] = [
                    *axe_violations(page), *sideways(page), *small_targets(page)
                ]  # fmt: skip

    look("open")
    page.get_by_role("group", name="Text of a").get_by_label("Place one").check()
    page.get_by_role("combobox").first.select_option(index=2)
    for button in page.get_by_role("button", name="Check answer").all():
        button.click()
    expect(feedback(page).last).to_contain_text("Still open")
    look("partly")
    for group in page.locator("fieldset.milia-quiz-row").all():
        group.get_by_label("Place two").check()
    for box in page.get_by_role("combobox").all():
        box.select_option(value="two")
    for button in page.get_by_role("button", name="Check answer").all():
        button.click()
    expect(feedback(page).last).to_contain_text("Not yet")
    look("answered")
    page.set_viewport_size({"width": 640, "height": 900})
    page.add_style_tag(content="html { font-size: 200% }")
    found["twice as large"] = sideways(page)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}
    assert len(found) == 13


def test_on_paper_there_is_room_for_a_pencil_and_no_answer_beside_it(page: Page) -> None:
    mount(page, Quiz("row"), Quiz("bins"), Quiz("halves"))
    at_first = standing(page)
    in_order(page, "abcd")
    for box in page.get_by_role("combobox").all():
        box.select_option(value="two")
    page.locator("[data-type=match] button[type=submit]").click()
    page.emulate_media(media="print")
    rows = page.locator("[data-type=order] li.milia-quiz-row")
    tops = {r.inner_text()[-1]: r.bounding_box()["y"] for r in rows.all()}
    assert "".join(sorted(tops, key=tops.get)) == at_first  # not as the learner left them
    for each in page.locator(":is([data-type=order], [data-type=match]) .milia-quiz-row").all():
        expect(each.locator(".milia-quiz-write")).to_be_visible()
        assert not re.search(r"\d\.|Up|Look|used", each.inner_text())
    for gone in page.locator(".milia-quiz-row :is(select, button, .milia-quiz-handle)").all():
        expect(gone).to_be_hidden()
    expect(page.locator(".milia-quiz-halves li").first).to_be_visible()
    expect(page.locator("[data-type=sort] .milia-quiz-box")).to_have_count(9)
    assert page.locator("[data-type=sort] input:visible").count() == 0
    answers = page.locator(".milia-answers").inner_text()
    for line in ("2. Text of b: Feedback of b.", "Text of a: Place one: Feedback of a."):
        assert line in answers
