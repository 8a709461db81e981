"""My answers: what Python lays out, and what a learner sees, asks and erases in the browser."""

import json

import ipywidgets
import pytest
from playwright.sync_api import Page, expect

from milia import MyAnswers
from milia.content import find, load
from milia.pages import outline
from milia.widgets.base import HERE
from milia.widgets.my_answers import key_of
from milia.widgets.quiz import table_of_parts

from .answers_page import KEPT, SOME, answer, mount, part, status, unfolded
from .browser.checks import axe_violations, faults_on_screens, sideways
from .conftest import Watched

ENTRY = ".milia-my-answers-entry"
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } });"
MINE = MyAnswers()
EMPTY = {words["id"]: words["empty"] for words in MINE.parts}
ASKED = [item for item in load().items.values() if item.lesson]


def test_every_item_of_a_lesson_is_laid_out_in_the_order_of_the_course() -> None:
    items = MINE.items
    assert sorted(item["key"] for item in items) == sorted(map(key_of, ASKED))
    order = list(load().lessons)
    places = [order.index(item["lesson"]) for item in items]
    assert places == sorted(places)
    for laid in items:
        item = find("item", laid["key"].partition(":")[2])
        assert (laid["stem"], laid["lesson"]) == (item.stem, item.lesson)
        offered = sorted(choice["text"] for choice in laid["choices"])
        assert offered == sorted(c.text for c in item.choices)
        assert [rule["text"] for rule in laid.get("rules", [])] == [r.text for r in item.rules]
        assert MINE.ideas[laid["idea"]]["name"] == find("idea", item.idea).name
        assert MINE.lessons[laid["lesson"]] == find("lesson", item.lesson).title


def test_the_page_can_score_every_item_without_being_sent_its_feedback() -> None:
    for laid in MINE.items:
        item = find("item", laid["key"].partition(":")[2])
        if not laid["parts"]:
            assert item.pre_test or item.type == "predict"
            continue
        parts = [(part.element, part.place, part.points) for part in table_of_parts(item)]
        assert [tuple(part.values()) for part in laid["parts"]] == parts
        assert not any(choice.feedback in json.dumps(laid) for choice in item.all_choices)


def test_a_pre_test_item_is_kept_apart_and_never_says_what_is_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    after = next(item for item in ASKED if item.type == "single-choice" and not item.pre_test)
    before = after.model_copy(update={"pre_test": True})
    monkeypatch.setattr("milia.widgets.my_answers.my_answers.items_of", lambda _: [before, after])
    first, second = MyAnswers().items[:2]
    assert (first["key"], first["parts"]) == (f"pre-test:{before.id}", [])
    assert second["key"] == f"item:{after.id}"
    assert [p["place"] for p in second["parts"] if p["points"]] == list(after.right)
    monkeypatch.setattr(outline, "items_of", lambda _: [before])
    assert f'"answers": ["pre-test:{before.id}"]' in outline.render(HERE.parents[2] / "notebooks")


def test_a_prediction_is_no_mistake() -> None:
    laid = {item["key"]: item for item in MINE.items}
    predicted = [item for item in ASKED if item.type == "predict"]
    assert predicted
    assert all(laid[key_of(item)]["parts"] == [] for item in predicted)


def test_look_again_leads_to_the_heading_that_teaches_the_idea() -> None:
    for idea in MINE.ideas.values():
        again = idea["again"]
        text = (HERE.parents[2] / "notebooks" / f"{again['lesson']}.ipynb").read_text("utf-8")
        assert f"# {again['heading']}".rstrip() in text
        assert find("lesson", again["lesson"]).title in again["text"]


def test_home_knows_every_key() -> None:
    text = outline.render(HERE.parents[2] / "notebooks")
    for lesson in load().lessons.values():
        keys = [key_of(item) for item in ASKED if item.lesson == lesson.id]
        if lesson.kind == "lesson":
            assert f'"short_path": {json.dumps(lesson.short_path)}' in text
            assert f'"answers": {json.dumps(keys)}' in text


def test_the_text_names_all_that_nbval_must_compare() -> None:
    text = MyAnswers().text()
    for item in ASKED:
        assert item.stem in text
        assert all(choice.text in text for choice in item.all_choices)
    for words in (*MINE.parts, *MINE.ideas.values(), *MINE.beliefs):
        told = [
            words[n]
            for n in ("title", "lead", "empty", "name", "belief", "correction")
            if n in words
        ]
        assert all(each in text for each in told)
    for band in MINE.sheet["bands"]:
        assert all(each in text for each in (band["name"], band["do"], *band["signs"]))


def test_the_fallback_says_what_the_page_does_and_holds_no_answer() -> None:
    data, _ = MyAnswers()._repr_mimebundle_()
    assert data["text/plain"] == MyAnswers().text()
    assert "It needs scripts." in data["text/html"]
    for item in ASKED:
        assert not any(choice.text in data["text/html"] for choice in item.choices)
    for forbidden in ("<svg", "<style", "<script", "<input", "aria-"):
        assert forbidden not in data["text/html"]


def test_it_stands_in_a_box_like_any_widget() -> None:
    assert isinstance(ipywidgets.VBox([MyAnswers()]).children[0], ipywidgets.DOMWidget)


def test_nothing_is_told_to_python() -> None:
    script = MyAnswers._esm.removeprefix((HERE / "shared.js").read_text("utf-8"))
    assert not any(word in script for word in ("model.set", "save_changes", "model.send"))


def test_what_all_share_stays_short() -> None:
    for path in (HERE / "shared.js", HERE / "answers.js", *HERE.glob("my_answers/*.js")):
        assert len(path.read_text("utf-8").splitlines()) <= 200, path.name


# -- seeing ----------------------------------------------------------------------------------


@pytest.mark.browser
def test_each_answer_says_what_was_said_how_surely_and_where_the_learner_stands(page: Page) -> None:
    mount(page, SOME)
    expect(page.get_by_text("You have answered 5 of 6 questions.")).to_be_visible()
    folds = part(page, "all-answers").locator("summary")
    expect(folds).to_have_text(
        ["Start here (1 of 2 answered)", "Two white bumps (4 of 4 answered)"]
    )
    expect(page.locator(ENTRY).first).to_be_hidden()
    folds.first.press("Enter")
    expect(page.locator(ENTRY).first).to_be_visible()
    folds.last.click()
    said = [
        ("first", "Choice b", "You were guessing. 1 try.", "Kept for the end of the course"),
        ("hunch", "Choice c", "1 try.", "A first guess. The lesson tells more."),
        ("pearl", "Choice a", "You felt very sure. 1 try.", "Clear"),
        ("plug", "Choice a; Choice b", "You felt fairly sure. 2 tries.", "Clear after another try"),
        ("roof", "Choice b", "3 tries.", "Look again: Two white bumps, “Side by side”"),
    ]
    for entry, (name, texts, how, standing) in zip(page.locator(ENTRY).all(), said, strict=True):
        lines = entry.locator("p")
        expect(lines.nth(0)).to_have_text(f"Idea of {name}")
        expect(lines.nth(1)).to_have_text(f"What is true of {name}?")
        expect(lines.nth(2)).to_have_text(f"You said: {texts}")
        expect(lines.nth(3)).to_have_text(how)
        assert lines.nth(4).inner_text().lstrip("✓↻ ") == standing
    again = page.locator(ENTRY).last.get_by_role("link", name="Two white bumps, “Side by side”")
    expect(again).to_have_attribute("href", "01_bumps.ipynb#Side-by-side")


@pytest.mark.browser
def test_right_first_and_wrong_now_is_worth_another_look(page: Page) -> None:
    both = {"item:pearl": answer("b", first="a"), "item:plug": answer("a", "a")}
    mount(page, both)
    expect(page.locator(ENTRY).get_by_text("Look again")).to_have_count(2)


@pytest.mark.browser
def test_answers_and_choices_that_left_the_course_are_said_in_words(page: Page) -> None:
    mount(page, {"item:gone": answer("a"), "item:pearl": answer("zz")})
    expect(
        page.get_by_text("You also answered 1 question no longer in this course.")
    ).to_be_visible()
    entry = unfolded(page).locator(ENTRY)
    expect(entry).to_contain_text("something not offered any more")
    expect(entry).to_contain_text("This question has changed since")
    expect(part(page, "what-i-know").get_by_text(EMPTY["what-i-know"])).to_be_visible()
    expect(part(page, "all-answers").locator("summary")).to_have_text(
        ["Two white bumps (1 of 4 answered)"]
    )
    expect(part(page, "all-answers").get_by_text("No answers yet: Start here.")).to_be_visible()


@pytest.mark.browser
def test_with_nothing_answered_it_says_where_to_start(page: Page) -> None:
    mount(page)
    expect(page.get_by_text("You have not answered a question yet.")).to_be_visible()
    titles = [words["title"] for words in MINE.parts]
    expect(page.get_by_role("heading", level=2)).to_have_text(titles)
    for words in MINE.parts:
        expect(part(page, words["id"]).get_by_role("heading", name=words["title"])).to_be_visible()
        expect(part(page, words["id"])).to_contain_text(words["empty"])
    start = page.get_by_text("A good place to start:").get_by_role("link", name="Start here")
    expect(start).to_have_attribute("href", "00_start.ipynb")
    page.get_by_role("button", name="Save to a file").click()
    expect(status(page)).to_have_text("There are no answers to save yet.")
    page.get_by_role("button", name="Erase my answers").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(status(page)).to_have_text("No answers are kept in this browser. It is fresh.")


@pytest.mark.browser
def test_the_list_follows_what_another_tab_answers_and_erases(watched: Watched) -> None:
    here = watched.open()
    mount(here, SOME)
    there = here.context.new_page()
    mount(there)
    text = json.dumps(answer("a"))
    there.evaluate("text => localStorage.setItem('milia:pre-test:second', text)", text)
    expect(here.get_by_text("You have answered 6 of 6 questions.")).to_be_visible()
    there.evaluate("record.erase()")
    for page in (here, there):
        expect(page.get_by_text("You have not answered a question yet.")).to_be_visible()


@pytest.mark.browser
def test_two_open_tabs_leave_each_other_in_peace(watched: Watched) -> None:
    """Each asks the storage whether it works; a question is no change that calls for another."""
    here = watched.open()
    count = "const set = Storage.prototype.setItem; window.sets = 0;"
    count += "Storage.prototype.setItem = function (...a) { sets += 1; set.apply(this, a); };"
    mount(here, SOME, before=count)
    there = here.context.new_page()
    mount(there)
    seen = here.evaluate("sets")
    listen = """key => { window.heard = new Promise((done) =>
        addEventListener("storage", (event) => { if (event.key === key) done(); })); }"""
    for number in range(10):  # each is heard after all that went before it
        here.evaluate(listen, f"turn-{number}")
        there.evaluate("key => localStorage.setItem(key, 'x')", f"turn-{number}")
        here.evaluate("heard")
    assert here.evaluate("sets") == seen


@pytest.mark.browser
def test_a_page_that_comes_back_shows_what_is_kept_now(page: Page) -> None:
    mount(page, SOME)
    page.evaluate("localStorage.clear()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.get_by_text("You have not answered a question yet.")).to_be_visible()


@pytest.mark.browser
def test_a_widget_that_is_gone_listens_no_more(page: Page) -> None:
    mount(page, SOME)
    page.evaluate("window.list = document.querySelector('.milia-my-answers')")
    before = page.evaluate("list.textContent")
    page.evaluate("cleanups[0]()")
    expect(page.locator(".milia-my-answers")).to_have_count(0)
    page.evaluate("record.erase()")
    assert page.evaluate("list.textContent") == before


# -- a browser that keeps nothing ------------------------------------------------------------


@pytest.mark.browser
def test_where_storage_is_forbidden_it_says_so_and_still_works(page: Page) -> None:
    mount(page, before=FORBIDDEN)
    said = "This browser cannot keep answers. They last until you close the lesson."
    expect(page.get_by_text(said)).to_be_visible()
    page.get_by_role("button", name="Save to a file").click()
    expect(status(page)).to_have_text("There are no answers to save yet.")
    page.get_by_role("button", name="Erase my answers").click()
    expect(status(page)).to_have_text("No answers are kept in this browser. It is fresh.")
    assert axe_violations(page) == []


@pytest.mark.browser
def test_where_storage_is_full_what_is_here_can_be_seen_and_saved(page: Page) -> None:
    mount(page, SOME, before="Storage.prototype.setItem = () => { throw new Error('full'); };")
    expect(page.get_by_text("This browser has no room for more.")).to_be_visible()
    expect(page.locator(ENTRY)).to_have_count(5)
    with page.expect_download():
        page.get_by_role("button", name="Save to a file").click()


# -- erasing ---------------------------------------------------------------------------------


def active(page: Page) -> str:
    return page.evaluate("document.activeElement.innerText ?? ''")


@pytest.mark.browser
def test_erasing_asks_once_by_keyboard_and_the_focus_comes_back(page: Page) -> None:
    mount(page, SOME, before="localStorage.setItem('milia:colours', 'dark');")
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    page.get_by_role("button", name="Erase my answers").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Erase 5 answers?")
    expect(dialog).to_have_accessible_description(
        "They cannot be brought back. The colors you chose go too. "
        "Want the answers later? Save them to a file first."
    )
    assert active(page) == "Keep them"
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert active(page) == "Erase my answers"
    expect(page.locator(ENTRY)).to_have_count(5)

    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # on "Keep them"
    expect(dialog).to_have_count(0)
    assert len(page.evaluate(KEPT)) == 6
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("pearl-or-pimple-answers.json")
    page.keyboard.press("Tab")
    assert active(page) == "Erase 5 answers"
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("5 answers erased. This browser is fresh again.")
    assert active(page) == "Erase my answers"
    assert list(page.evaluate(KEPT)) == ["milia:erased"]
    expect(page.get_by_text("You have not answered a question yet.")).to_be_visible()
    assert page.evaluate("window.leaked") is None


@pytest.mark.browser
def test_what_another_course_keeps_is_never_erased(page: Page) -> None:
    mount(page, SOME, before="localStorage.setItem('another', 'stays');")
    page.get_by_role("button", name="Erase my answers").click()
    page.get_by_role("button", name="Erase 5 answers").click()
    expect(status(page)).to_have_text("5 answers erased. This browser is fresh again.")
    assert set(page.evaluate(KEPT)) == {"another", "milia:erased"}


# -- the look --------------------------------------------------------------------------------


@pytest.mark.browser
def test_it_fits_every_screen_and_axe_finds_nothing(page: Page) -> None:
    mount(page, SOME)
    assert faults_on_screens(page) == {}
    unfolded(page)
    assert faults_on_screens(page) == {}
    page.get_by_role("button", name="Erase my answers").click()
    assert faults_on_screens(page) == {}


@pytest.mark.browser
def test_text_alone_can_be_doubled(page: Page) -> None:
    mount(page, SOME)
    stem = unfolded(page).locator(f"{ENTRY} .milia-my-answers-stem").first
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    before = stem.evaluate(size)
    page.add_style_tag(content="html { font-size: 200% }")
    assert stem.evaluate(size) == pytest.approx(2 * before)
    page.set_viewport_size({"width": 640, "height": 700})
    page.get_by_role("button", name="Erase my answers").click()
    assert sideways(page) == []
    erase = page.get_by_role("button", name="Erase 5 answers")
    erase.scroll_into_view_if_needed()
    expect(erase).to_be_in_viewport()


@pytest.mark.browser
def test_forced_colours_leave_every_edge_visible(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    mount(page, SOME)
    page.get_by_role("button", name="Erase my answers").click()
    for node in unfolded(page).locator(f".milia-button, .milia-ask, {ENTRY}").all():
        assert node.evaluate("n => getComputedStyle(n).borderTopStyle") == "solid"


@pytest.mark.browser
def test_paper_gets_the_list_without_the_buttons(page: Page) -> None:
    mount(page, SOME, scheme="dark")
    page.emulate_media(media="print")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("Load from a file")).to_be_hidden()
    expect(page.get_by_text("You have answered 5 of 6 questions.")).to_be_visible()
    expect(page.locator(ENTRY)).to_have_count(5)
    entry = page.locator(ENTRY).last
    expect(entry).to_be_visible()  # on paper nothing is folded
    assert entry.evaluate("n => getComputedStyle(n).borderTopStyle") == "solid"  # one from the next
    assert entry.evaluate("n => getComputedStyle(n).breakInside") == "avoid"
    root = page.locator(".milia-my-answers")
    assert root.evaluate("n => getComputedStyle(n).color") == "rgb(42, 31, 45)"  # ink on paper


@pytest.mark.browser
def test_a_screen_reader_hears_names_and_states(page: Page) -> None:
    mount(page, SOME)
    heard = unfolded(page).locator(".milia-my-answers").aria_snapshot()
    for words in (
        'button "Save to a file"',
        'button "Load from a file"',
        'heading "What you know now"',
        'region "Look again"',
        'navigation "On this page"',
    ):
        assert words in heard
    assert "✓" not in heard
    assert "Clear after another try" in heard
