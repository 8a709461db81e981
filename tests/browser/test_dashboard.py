"""The course as `make dashboard` and plain `voila notebooks/` serve it, driven by a learner."""

import json
import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from milia import CrossSection
from milia.content import find, load
from milia.widgets.my_answers import items_of, key_of
from milia.widgets.sources import sources_of

from ..conftest import CLASSROOM, Watched
from . import servers
from .checks import SCHEMES, axe_violations, sideways, small_targets
from .explorer import use_in_three_ways
from .placing import BY_LESSON, answer_all

pytestmark = pytest.mark.browser

LESSON = "/voila/render/01_two_white_bumps.ipynb"
GLOSSARY = "/voila/render/90_glossary.ipynb"
MINE = "/voila/render/91_my_answers.ipynb"
START = "/voila/render/00_start_here.ipynb"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
QUIZZES = 8  # in lesson 01, of one item or of several
PLACES = ["/", START, LESSON, GLOSSARY + "#term-pustule", MINE]
STEPS = [lesson for lesson in load().lessons.values() if lesson.kind == "lesson"]
KERATIN = find("term", "keratin").definition
ITEM = "unchanged-pearl-holds-keratin"
KEY = find("item", ITEM).key
WRONG = next(choice.id for choice in find("item", ITEM).choices if choice.id != KEY)


def text_of(choice_id: str) -> str:
    return next(c.text for c in find("item", ITEM).choices if c.id == choice_id)


def feedback_of(choice_id: str) -> str:
    return next(c.feedback for c in find("item", ITEM).choices if c.id == choice_id)


def open_lesson(page: Page, base: str) -> None:
    """Open lesson 1 and wait until every widget stands in its place."""
    page.goto(base + LESSON)
    lesson_stands(page)


def lesson_stands(page: Page) -> None:
    """Every widget of lesson 1 stands in its place."""
    expect(page.locator(".milia-quiz")).to_have_count(QUIZZES)
    expect(page.locator(".milia-term")).to_have_count(2)
    expect(page.locator(".milia-figure")).to_have_count(1)
    expect(page.locator(".milia-cross svg")).to_have_count(3)
    assert page.locator(".output").count() == QUIZZES + 5


def open_place(page: Page, url: str) -> None:
    """Open a page that is no lesson, and wait for what its script brings."""
    page.goto(url)
    if url.endswith("/"):
        expect(page.locator(".kept")).to_be_visible()
    if url.endswith(MINE):
        expect(page.locator(".milia-my-answers")).to_be_visible()
    if url.endswith(START):
        expect(page.locator(".milia-quiz")).to_be_visible()
    if "#" in url:
        expect(page.locator(url[url.index("#") :])).to_be_in_viewport()


def open_all(page: Page) -> None:
    """Open every word and the sources."""
    for summary in page.locator(":is(.milia-term, .passage) summary").all():
        summary.click()


def quiz(page: Page):
    return page.locator(".milia-quiz").filter(has_text=find("item", ITEM).stem)


def choose(page: Page, choice_id: str) -> None:
    quiz(page).get_by_role("radio", name=text_of(choice_id)).check()
    quiz(page).get_by_role("button", name="Check answer").click()


@pytest.fixture(scope="module")
def kept_open(chromium: Browser, dashboard: servers.Server) -> Iterator[tuple[Watched, Page]]:
    """Lesson 1 of a server, opened once: on stock Voilà each opening starts a kernel."""
    pages = Watched(chromium)
    page = pages.open(viewport={"width": 1200, "height": 900})
    open_lesson(page, dashboard.url)
    yield pages, page
    pages.close()


@pytest.fixture
def lesson(kept_open: tuple[Watched, Page]) -> Iterator[Page]:
    """The lesson that is kept open, for tests that answer nothing: all is folded and unstyled."""
    pages, page = kept_open
    yield page
    page.emulate_media(media="null")
    page.evaluate(
        """() => {
          document.documentElement.removeAttribute("style");
          for (const open of document.querySelectorAll("details[open]")) open.open = false;
        }"""
    )
    assert pages.problems == []


# -- the pages -------------------------------------------------------------------------------


def test_home_lists_every_lesson_and_leads_to_it_and_back_in_the_colours_that_were_chosen(
    page: Page, dashboard: servers.Server
) -> None:
    page.goto(dashboard.url)
    expect(page).to_have_title(re.compile("Pearl or Pimple"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("main")).to_have_count(1)
    for lesson in load().lessons.values():
        listed = page.get_by_role("list", name="Lessons" if lesson.kind == "lesson" else "More")
        expect(listed.get_by_role("link", name=lesson.title)).to_be_visible()
    expect(page.get_by_text("Not yet reviewed by a clinician")).to_be_visible()
    light = page.evaluate(BACKGROUND)
    page.get_by_label("Colors").select_option("dark")
    dark = page.evaluate(BACKGROUND)
    assert dark != light
    page.get_by_role("link", name="Two white bumps").click()
    expect(page).to_have_url(dashboard.url + LESSON)
    a_lesson_has_the_landmarks_a_reader_needs(page)
    assert page.evaluate(BACKGROUND) == dark
    scheme = "node => getComputedStyle(node).colorScheme"
    assert page.locator(".milia-quiz").first.evaluate(scheme) == "dark"
    page.get_by_role("link", name="Back: Start here").click()
    expect(page.get_by_role("heading", level=1, name="Start here")).to_be_visible()
    page.get_by_role("link", name="Next: Two white bumps").click()
    expect(page).to_have_url(dashboard.url + LESSON)
    page.get_by_role("link", name="Pearl or Pimple?").click()
    expect(page).to_have_url(dashboard.url + "/")


def a_lesson_has_the_landmarks_a_reader_needs(page: Page) -> None:
    lesson_stands(page)
    expect(page).to_have_title("Two white bumps · Pearl or Pimple?")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_text("Not yet reviewed by a clinician")).to_be_visible()


def test_the_explorer_is_used_in_three_ways_and_answers_without_a_kernel(
    watched: Watched, dashboard: servers.Server
) -> None:
    page = watched.open(viewport={"width": 1200, "height": 900}, has_touch=True)
    open_lesson(page, dashboard.url)
    use_in_three_ways(page)
    explorer = page.locator(".milia-cross")
    explorer.get_by_label("The opening").check()
    expect(explorer.locator("output")).to_have_text(CrossSection("opening").describe())
    expect(explorer.locator("figure[data-none]")).to_have_count(1)
    explorer.locator("summary").click()
    explorer.get_by_label("Where on the face?").select_option("eyelid")
    said = CrossSection("opening", site="eyelid").describe()
    expect(explorer.locator("output")).to_have_text(said)


@pytest.mark.parametrize("place", PLACES)
def test_a_page_fits_every_screen_and_axe_finds_nothing_in_either_colour(
    watched: Watched, dashboard: servers.Server, place: str
) -> None:
    page = watched.open()
    if place == LESSON:
        open_lesson(page, dashboard.url)
        open_all(page)
    else:
        open_place(page, dashboard.url + place)
    wrong = crowded(page)
    if place == LESSON:
        choose(page, WRONG)
        expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(WRONG))
        wrong |= {f"{screen}, answered": found for screen, found in crowded(page).items()}
    for colours in SCHEMES:
        page.emulate_media(color_scheme=colours)
        wrong[colours] = axe_violations(page)
    assert {where: found for where, found in wrong.items() if found} == {}


def crowded(page: Page) -> dict[str, list[str]]:
    """What sticks out or is too small to press, by the width of the screen."""
    wrong = {}
    screen = page.context.new_cdp_session(page)

    def become(width: int, height: int, scale: int = 1) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        screen.send("Emulation.setDeviceMetricsOverride", size)
        assert page.evaluate("[innerWidth, devicePixelRatio]") == [width, scale]

    # 640 px at twice the pixels is what 200 % zoom makes of a 1280 px window.
    for width, scale in ((320, 1), (390, 1), (640, 2)):
        become(width, 700, scale)
        wrong[f"{width} px"] = [*sideways(page), *small_targets(page)]
    become(**page.viewport_size)
    return wrong


def test_axe_would_find_something(lesson: Page) -> None:
    legend = lesson.locator("legend").first
    lesson.evaluate("document.documentElement.removeAttribute('lang')")
    legend.evaluate("node => { node.style.color = '#ccc'; }")
    found = " ".join(axe_violations(lesson))
    lesson.evaluate("document.documentElement.lang = 'en'")
    legend.evaluate("node => { node.style.color = ''; }")
    assert "html-has-lang" in found
    assert "color-contrast" in found


@pytest.mark.parametrize("lesson_id", BY_LESSON)
def test_every_type_of_item_is_answered_with_the_keyboard_alone(
    page: Page, dashboard: servers.Server, lesson_id: str
) -> None:
    page.goto(f"{dashboard.url}/voila/render/{lesson_id}.ipynb")
    answer_all(page, BY_LESSON[lesson_id])


def test_a_tone_chosen_in_one_lesson_is_worn_by_its_pictures_and_in_the_next(
    page: Page, dashboard: servers.Server
) -> None:
    page.goto(f"{dashboard.url}/voila/render/04_meet_the_pustule.ipynb")
    swatches = page.locator(".milia-tones-choice")
    swatches.get_by_role("radio").nth(8).focus()
    page.keyboard.press("Space")
    expect(page.locator(".milia-tones h4").first).to_have_text("In tone 9")
    page.locator(".milia-facemap").get_by_role("radio", name="Nose").check()
    expect(page.locator(".milia-facemap-says h4")).to_have_text("Nose")
    expect(page.locator(".milia-figure")).to_have_count(2)
    page.goto(f"{dashboard.url}/voila/render/02_a_slice_of_face_skin.ipynb")
    zoom = page.locator(".milia-zoom")
    expect(zoom).to_have_attribute("data-tone", "9")
    zoom.get_by_role("button", name="Next").click()
    expect(zoom.locator("figure[data-shown]")).to_contain_text("Step 2 of 4")
    expect(page.locator("html")).to_have_attribute("data-tone", "9")
    expect(page.locator(".output > .fallback:visible")).to_have_count(0)


def test_text_alone_can_be_doubled(lesson: Page) -> None:
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    before = lesson.locator("legend").first.evaluate(size)
    lesson.evaluate("document.documentElement.style.fontSize = '200%'")
    assert lesson.locator("legend").first.evaluate(size) == pytest.approx(2 * before)
    assert sideways(lesson) == []


def test_a_lesson_can_be_read_with_scripts_off(watched: Watched, dashboard: servers.Server) -> None:
    page = watched.open(java_script_enabled=False)
    page.goto(dashboard.url + LESSON)
    for picture in page.locator(".fallback img").all():
        expect(picture).to_have_attribute("alt", re.compile(r"\w{4}"))
    assert (
        page.locator(".fallback img").count() == 6
    )  # the figure, three bumps to explore, two items
    expect(page.get_by_text(find("item", ITEM).stem)).to_be_visible()
    expect(page.get_by_text(feedback_of(KEY))).to_be_hidden()  # folded away
    expect(page.get_by_text(KERATIN)).to_be_visible()
    page.locator(".passage summary").click()
    expect(page.locator(".passage li").first).to_be_visible()
    page.goto(dashboard.url + GLOSSARY)
    expect(page.get_by_text(KERATIN)).to_be_visible()


# -- words and sources -----------------------------------------------------------------------


def test_a_word_opens_by_pointer_and_by_keyboard(lesson: Page) -> None:
    words = lesson.locator(".milia-term").first
    keratin, milium = (words.get_by_text(find("term", t).definition) for t in ("keratin", "milium"))
    words.locator("summary").filter(has_text="keratin").click()
    expect(keratin).to_be_visible()
    lesson.keyboard.press("Enter")
    expect(keratin).to_be_hidden()
    lesson.keyboard.press("Shift+Tab")
    lesson.keyboard.press("Space")
    expect(milium).to_be_visible()
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert lesson.evaluate(outline) != "none"


def test_the_sources_open_and_each_link_leads_where_it_says(lesson: Page) -> None:
    sources = lesson.locator(".passage")
    number = len(sources_of("01_two_white_bumps"))
    sources.get_by_text(f"Sources ({number})").click()
    expect(sources.get_by_role("listitem")).to_have_count(number)
    cited = sources.get_by_role("listitem").filter(has_text="Milia: a review and classification")
    expect(cited).to_contain_text("Berk DR, Bayliss SJ.")
    expect(cited.get_by_role("link")).to_have_attribute(
        "href", "https://doi.org/10.1016/j.jaad.2008.07.034"
    )
    links = sources.get_by_role("link").evaluate_all("all => all.map((link) => link.href)")
    assert links == [source.link for source in sources_of("01_two_white_bumps") if source.link]


def test_on_paper_the_sources_are_unfolded(lesson: Page) -> None:
    expect(lesson.locator(".passage li").first).to_be_hidden()
    lesson.emulate_media(media="print")
    assert lesson.locator(".passage li").last.evaluate("node => node.checkVisibility()")
    assert lesson.locator(".passage li").last.bounding_box()["height"] > 10


def test_the_glossary_is_beside_the_lessons_and_never_between_them(
    page: Page, dashboard: servers.Server
) -> None:
    page.goto(f"{dashboard.url}/voila/render/{STEPS[-1].id}.ipynb")
    expect(page.get_by_role("link", name=re.compile("^Next"))).to_have_count(0)
    expect(page.get_by_role("img", name=f"Page {len(STEPS)} of {len(STEPS)}")).to_be_visible()
    page.get_by_role("contentinfo").get_by_role("link", name="Glossary").click()
    expect(page).to_have_url(dashboard.url + GLOSSARY)
    expect(page).to_have_title("Glossary · Pearl or Pimple?")
    expect(page.get_by_role("heading", level=1, name="Glossary")).to_be_visible()
    expect(page.get_by_role("term").first).to_be_visible()
    expect(page.locator(".steps")).to_have_count(0)
    expect(page.get_by_role("link", name=re.compile("^(Next|Back)"))).to_have_count(0)
    page.get_by_role("link", name="All lessons").click()
    expect(page).to_have_url(dashboard.url + "/")


# -- answering -------------------------------------------------------------------------------


def test_a_learner_answers_by_pointer_and_the_answer_stays_and_then_by_keyboard(
    page: Page, dashboard: servers.Server
) -> None:
    open_lesson(page, dashboard.url)
    status = quiz(page).locator(".milia-quiz-feedback")
    quiz(page).get_by_role("button", name="Check answer").click()
    expect(status).to_have_text("Choose an answer first.")
    the_same_wrong_answer_twice_is_said_twice(page)
    expect(status).to_contain_text(feedback_of(WRONG))
    expect(quiz(page).get_by_role("radio", name="Not this one. " + text_of(WRONG))).to_be_checked()
    choose(page, KEY)
    expect(status).to_contain_text(feedback_of(KEY))
    expect(quiz(page).get_by_role("radio", name="Yes. " + text_of(KEY))).to_be_checked()

    open_lesson(page, dashboard.url)  # a fresh kernel, the same browser
    expect(quiz(page).get_by_role("radio", name=text_of(KEY))).to_be_checked()
    expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(KEY))
    by_keyboard_from_the_top(page)


def the_same_wrong_answer_twice_is_said_twice(page: Page) -> None:
    quiz(page).locator(".milia-quiz-feedback").evaluate(
        """node => { window.said = [];
          new MutationObserver(() => node.textContent && said.push(node.textContent))
            .observe(node, { childList: true, characterData: true, subtree: true }); }"""
    )
    for times in (1, 2):
        choose(page, WRONG)
        page.wait_for_function("times => window.said.length === times", arg=times)
    said = page.evaluate("said")
    assert said[0] == said[1]
    assert said[0].startswith("Not this one. " + feedback_of(WRONG))
    kept = page.evaluate(f"JSON.parse(localStorage.getItem('milia:item:{ITEM}'))")
    assert (kept["response"], kept["attempt"]) == ([WRONG], 2)


def by_keyboard_from_the_top(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    assert page.evaluate("!!document.activeElement.closest('.milia-quiz')")
    outline = "getComputedStyle(document.activeElement.closest('label')).outlineStyle"
    assert page.evaluate(outline) != "none"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    first = page.locator(".milia-quiz").first
    expect(first.locator(".milia-quiz-feedback")).not_to_be_empty()
    expect(first.get_by_role("radio").nth(1)).to_be_checked()


def test_answering_works_where_storage_is_refused(page: Page, dashboard: servers.Server) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })"
    )
    open_lesson(page, dashboard.url)
    choose(page, KEY)
    expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(KEY))


# -- progress, on the home page and on My answers --------------------------------------------

FIRST, SECOND = find("item", ITEM), find("item", "sore-soft-tip-fits-pustule")
LESSON_ITEMS = [key for key in map(key_of, items_of("01_two_white_bumps")) if key[:4] == "item"]
FRESH = re.compile("Someone else used this computer")


def answer_before(page: Page, **answers: str) -> None:
    """Put answers into the browser before its first page, as lessons leave them there."""
    said = {
        f"milia:item:{item}": {
            "response": [choice],
            "sure": "",
            "attempt": 1,
            "at": 1_800_000_000_000,
            "first": {"response": [choice], "sure": ""},
        }
        for item, choice in answers.items()
    }
    page.add_init_script(
        f"""if (!sessionStorage.seeded) for (const [key, answer] of
            Object.entries({json.dumps(said)})) localStorage.setItem(key, JSON.stringify(answer));
        sessionStorage.seeded = "once";"""
    )


def card(page: Page, title: str):
    return page.get_by_role("list", name="Lessons").get_by_role("link", name=title)


def test_home_shows_progress_in_words_and_the_short_path(
    page: Page, dashboard: servers.Server
) -> None:
    answer_before(page, **{FIRST.id: FIRST.right[0], SECOND.id: SECOND.right[0]})
    page.goto(dashboard.url)
    expect(card(page, "Two white bumps")).to_contain_text(f"2 of {len(LESSON_ITEMS)} answered")
    expect(card(page, "Start here")).not_to_contain_text("answered")
    for lesson in load().lessons.values():
        if lesson.kind == "lesson":
            shown = card(page, lesson.title).get_by_text("short path", exact=True)
            expect(shown).to_have_count(int(lesson.short_path))
    page.get_by_role("region", name="Your answers").get_by_role("link", name="My answers").click()
    expect(page).to_have_url(dashboard.url + MINE)
    expect(page.locator(".milia-my-answers-entry")).to_have_count(2)


def test_home_counts_the_pre_test_by_itself(page: Page, dashboard: servers.Server) -> None:
    answer_before(page, **{FIRST.id: FIRST.right[0]})
    keys = f"pre-test:a pre-test:b item:{FIRST.id} item:c item:d"
    page.route(
        dashboard.url + "/",
        lambda route: route.fulfill(
            response=(response := route.fetch()),
            body=re.sub('data-answers="[^"]*"', f'data-answers="{keys}"', response.text()),
        ),
    )
    page.goto(dashboard.url)
    expect(page.locator(".progress").first).to_have_text("1 of 3 answered")
    page.evaluate(f"""record.write({{ "pre-test:b": record.read("item:{FIRST.id}") }})""")
    expect(page.locator(".progress").first).to_have_text(
        "Pre-test: 1 of 2 answered · 1 of 3 answered"
    )


def test_the_next_person_starts_fresh(page: Page, dashboard: servers.Server) -> None:
    answer_before(page, **{FIRST.id: FIRST.right[0], SECOND.id: SECOND.right[0]})
    page.goto(dashboard.url)
    light = page.evaluate(BACKGROUND)
    page.get_by_label("Colors").select_option("dark")
    other = page.context.new_page()
    other.goto(dashboard.url)
    assert other.evaluate(BACKGROUND) != light
    start = page.get_by_role("region", name=FRESH).get_by_role("button", name="Start fresh")
    start.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Erase 2 answers?")
    expect(dialog).to_be_visible()
    assert axe_violations(page) == []
    page.keyboard.press("Escape")
    expect(start).to_be_focused()
    expect(card(page, "Two white bumps")).to_contain_text("2 of")
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Erase 2 answers").click()
    expect(page.locator(".kept [role=status]")).to_have_text(
        "2 answers erased. This browser is fresh again."
    )
    expect(start).to_be_focused()
    for tab in (page, other):
        expect(card(tab, "Two white bumps")).not_to_contain_text("answered")
        expect(tab.get_by_label("Colors")).to_have_value("")
        assert tab.evaluate(BACKGROUND) == light
    start.click()
    expect(dialog).to_have_count(0)
    expect(page.locator(".kept [role=status]")).to_have_text(
        "No answers are kept in this browser. It is fresh."
    )


def test_home_says_where_answers_cannot_be_kept(page: Page, dashboard: servers.Server) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })"
    )
    page.goto(dashboard.url)
    expect(page.get_by_text("This browser cannot keep answers.")).to_be_visible()
    page.get_by_role("button", name="Start fresh").click()
    expect(page.get_by_text("It is fresh.")).to_be_visible()


def test_home_runs_no_inline_script(page: Page, dashboard: servers.Server) -> None:
    answer_before(page, **{FIRST.id: FIRST.right[0]})
    strict = {"content-security-policy": "default-src 'self'; script-src 'self'; img-src 'self'"}
    page.route(
        dashboard.url + "/",
        lambda route: route.fulfill(
            response=route.fetch(), headers={**strict, "content-type": "text/html"}
        ),
    )
    page.goto(dashboard.url)
    expect(card(page, "Two white bumps")).to_contain_text("1 of")


def test_home_can_be_read_with_scripts_off(watched: Watched, dashboard: servers.Server) -> None:
    page = watched.open(java_script_enabled=False)
    page.goto(dashboard.url)
    expect(card(page, "Two white bumps")).to_be_visible()
    expect(page.get_by_text(FRESH)).to_be_hidden()
    page.goto(dashboard.url + MINE)
    expect(page.get_by_text("It needs scripts.")).to_be_visible()


def test_my_answers_leads_back_to_a_question_and_it_is_asked_afresh(
    page: Page, dashboard: servers.Server
) -> None:
    made = {"response": [SECOND.right[0]], "sure": "", "attempt": 1, "at": 1_700_000_000_000}
    made["first"] = {"response": made["response"], "sure": "", "at": made["at"]}
    page.goto(dashboard.url)
    page.evaluate("made => record.write(made)", {key_of(SECOND): made})
    open_place(page, dashboard.url + MINE)
    page.get_by_role("link", name=f"Ask me again: {SECOND.stem}").click()
    form = page.locator(".milia-quiz-item").filter(has_text=SECOND.stem)
    expect(form.locator("legend").first).to_be_focused()
    expect(page.locator(".output > .fallback:visible")).to_have_count(0)  # all has grown by now
    expect(form.locator("legend").first).to_be_in_viewport()
    expect(form.locator(":checked")).to_have_count(0)


def test_on_a_class_network_answers_move_by_file_to_another_browser_which_goes_on_answering(
    watched: Watched, dashboard: servers.Server
) -> None:
    """There is no secure context at either end."""
    base = f"http://{CLASSROOM}:{dashboard.port}"
    wrong = next(choice.id for choice in FIRST.choices if choice.id not in FIRST.right)
    page = watched.open()
    answer_before(page, **{FIRST.id: wrong, SECOND.id: SECOND.right[0]})
    open_place(page, base + MINE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").click()
    other = watched.open()
    open_place(other, base + MINE)
    other.get_by_label("Load from a file").set_input_files(download.value.path())
    mine = other.locator(".milia-my-answers")
    expect(mine.locator(".milia-my-answers-status")).to_have_text("2 answers loaded.")
    mine.get_by_text("Two white bumps (2 of").click()
    entries = mine.locator(".milia-my-answers-entry")
    expect(entries.locator('[data-standing="clear"]')).to_have_text("✓ Clear")
    entries.get_by_text("Look again").get_by_role("link").click()
    heading = find("idea", FIRST.idea).heading
    expect(other.get_by_role("heading", name=heading)).to_be_in_viewport()
    lesson_stands(other)
    assert other.evaluate("isSecureContext") is False
    choose(other, KEY)
    expect(quiz(other).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(KEY))
    other.goto(base)
    expect(card(other, "Two white bumps")).to_contain_text("2 of")


# -- what the server refuses -----------------------------------------------------------------


def test_a_missing_page_says_so_kindly(watched: Watched, dashboard: servers.Server) -> None:
    watched.allowed = ["404"]
    page = watched.open()
    for place in ("/voila/render/99_nothing.ipynb", "/voila/tree/nowhere"):
        response = page.goto(dashboard.url + place)
        assert response is not None
        assert response.status == 404, place
        expect(page.get_by_role("main")).to_have_count(1)
        expect(page.get_by_role("link", name="All lessons")).to_be_visible()
        assert axe_violations(page) == []


PRIVATE = [
    "/voila/files/01_two_white_bumps.ipynb",
    "/voila/files/00_start_here.ipynb",
    "/voila/files/../pyproject.toml",
    "/voila/files/..%2fpyproject.toml",
    "/voila/files/anything.json",
    "/files/01_two_white_bumps.ipynb",
    "/api/contents/01_two_white_bumps.ipynb",
    "/voila/templates/milia/static/..%2f..%2fconf.json",
]


def test_no_notebook_source_and_no_data_file_is_served(
    page: Page, dashboard: servers.Server
) -> None:
    for place in PRIVATE:
        response = page.request.get(dashboard.url + place)
        assert response.status >= 400, place
        assert "cells" not in response.text(), place


def test_the_contents_service_never_gives_a_notebooks_content(
    page: Page, dashboard: servers.Server
) -> None:
    response = page.request.get(
        dashboard.url + "/voila/api/contents/01_two_white_bumps.ipynb?content=1"
    )
    assert not response.ok or response.json()["content"] is None


def test_a_reader_cannot_change_template_or_theme(page: Page, dashboard: servers.Server) -> None:
    plain = page.request.get(dashboard.url + "/").text()
    other = page.request.get(dashboard.url + "/?template=lab&theme=dark").text()
    assert other == plain
    lesson = page.request.get(dashboard.url + LESSON + "?template=lab").text()
    assert 'content="Pearl or Pimple?"' in lesson


SEND = """async ({url, code}) => {
  const socket = new WebSocket(url);
  await new Promise((done, fail) => { socket.onopen = done; socket.onerror = fail; });
  const replies = [];
  socket.onmessage = (event) => replies.push(JSON.parse(event.data).msg_type);
  const send = (type, content) => socket.send(JSON.stringify({
    channel: "shell", parent_header: {}, metadata: {}, content, buffers: [],
    header: { msg_id: type, msg_type: type, session: "s", username: "", version: "5.3", date: "" },
  }));
  send("execute_request", { code, silent: false, store_history: false });
  send("kernel_info_request", {});  // the kernel answers in order: this one comes after
  while (!replies.includes("kernel_info_reply")) await new Promise((next) => setTimeout(next, 20));
  socket.close();
  return replies;
}"""


def kernel_address(page: Page, server: servers.Server) -> str:
    config = json.loads(page.locator("#jupyter-config-data").inner_text())
    return f"{server.url}/api/kernels/{config['kernelId']}"


def wait_until_gone(page: Page, address: str) -> None:
    patience = time.monotonic() + 60
    while page.request.get(address).ok:
        assert time.monotonic() < patience, "the kernel is still there"
        page.wait_for_timeout(200)


def test_a_kernel_runs_nobodys_code_and_ends_when_its_lesson_is_left_and_for_no_other_site(
    page: Page, voila: servers.Server, tmp_path
) -> None:
    open_lesson(page, voila.url)
    address = kernel_address(page, voila)
    url = address.replace("http", "ws", 1) + "/channels"
    trace = tmp_path / "ran"
    replies = page.evaluate(SEND, {"url": url, "code": f"open({str(trace)!r}, 'w').close()"})
    assert "execute_reply" not in replies
    assert not trace.exists()

    goodbye = address.replace("/api/kernels/", "/voila/api/shutdown/")
    foreign = {"Origin": "http://elsewhere.test"}
    assert page.request.post(goodbye, headers=foreign).status >= 400
    assert page.request.delete(address, headers=foreign).status >= 400
    assert page.request.get(address).ok

    # Voilà's page says goodbye by a beacon, which plain Voilà refuses: it lacks a token.
    page.goto(voila.url)
    wait_until_gone(page, address)


def test_the_settings_are_settings_voila_knows() -> None:
    """A misspelt name in voila.json would be ignored without a word."""
    import voila.app
    from jupyter_server.services.kernels.kernelmanager import MappingKernelManager

    known = {
        "Voila": voila.app.Voila,
        "VoilaConfiguration": voila.app.VoilaConfiguration,
        "MappingKernelManager": MappingKernelManager,
    }
    for name, settings in json.loads((servers.ROOT / "voila.json").read_text()).items():
        assert set(settings) <= set(known[name].class_trait_names(config=True)), name


def test_a_kernel_whose_browser_vanished_is_culled(watched: Watched, tmp_path) -> None:
    quickly = ["cull_idle_timeout=8", "cull_interval=1"]
    options = [f"--MappingKernelManager.{option}" for option in quickly]
    server = servers.voila(servers.ROOT / "notebooks", tmp_path / "voila.log", *options)
    try:
        page = watched.open()
        open_lesson(page, server.url)
        address = kernel_address(page, server)
        page.close()  # as a crash would: the page says no goodbye
        wait_until_gone(watched.open(), address)
    finally:
        server.stop()
