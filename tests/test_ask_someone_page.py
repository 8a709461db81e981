"""Should I ask someone? in a page with no kernel: by pointer, keyboard and ear, and on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from milia import AskSomeone
from milia.content import load

from .browser.checks import axe_violations, faults_on_screens, sideways_when_doubled
from .conftest import THOROUGH, Watched
from .mounted import mount
from .test_ask_someone import PATHS, PEOPLE, TABLE, WORDS

pytestmark = pytest.mark.browser

CARE = load().care
LABELS = {"yes": "Yes", "no": "No", "unsure": "Not sure"}
HEADING = """const heading = document.createElement("h2");
heading.textContent = "When to ask";
document.querySelector("main").append(heading);"""


def shortest(keep) -> tuple:
    return min((path for path in PATHS if keep(*path)), key=lambda path: len(path[1]))


def sample() -> list[tuple]:
    """The shortest way to each reason said yes and not sure to, for each person."""
    found = {}
    for person, answers, end in PATHS:
        last = end["because"][-1]
        key = (person, end["band"], tuple(end["because"]), answers.get(last))
        if key not in found or len(answers) < len(found[key][1]):
            found[key] = (person, answers, end)
    return list(found.values())


ENDS = [shortest(lambda _p, _a, end, band=band: end["band"] == band) for band in CARE]


def press(page: Page, label: str) -> None:
    page.get_by_role("button", name=label, exact=True).click()


def walk(page: Page, person: str, answers: dict[str, str]) -> None:
    press(page, PEOPLE[person].name)
    for name, answer in answers.items():
        expect(page.locator("h4")).to_have_text(TABLE.clues[name].question)
        press(page, LABELS[answer])


def opened(page: Page) -> None:
    mount(page, AskSomeone(), script=HEADING)


# -- the clues and the result -----------------------------------------------------------------


def test_the_page_ends_where_python_does(page: Page) -> None:
    opened(page)
    walked = sample() if THOROUGH else sample()[::4]
    assert {end["band"] for _, _, end in walked} == set(CARE)
    for person, answers, end in walked:
        walk(page, person, answers)
        expect(page.locator("h4")).to_have_text(CARE[end["band"]].name)
        result = page.locator(".milia-ask-someone-result")
        said = result.inner_text()
        for name in end["because"]:
            answer = answers.get(name, "yes")
            assert f"{getattr(WORDS.said, answer)} {TABLE.clues[name].tell}" in said
        band = CARE[end["band"]]
        for words in (band.what_to_do, band.says, band.call.first, band.call.ask):
            assert words in said
        assert ((band.for_baby or "-") in said) == (bool(band.for_baby) and person != "older")
        assert WORDS.no_diagnosis in said
        assert (WORDS.emergency in said) == (end["band"] == "today")
        press(page, "Start again")
    assert len(walked) > (60 if THOROUGH else 15)


def test_one_clue_at_a_time_says_how_many_can_come_and_what_not_sure_means(page: Page) -> None:
    opened(page)
    for words in (WORDS.no_diagnosis, WORDS.unsure, WORDS.private, WORDS.emergency):
        expect(page.get_by_text(words).first).to_be_visible()
    press(page, PEOPLE["older"].name)
    expect(page.locator("h4")).to_have_count(1)
    expect(page.get_by_text("Clue 1 of at most 20")).to_be_visible()
    expect(page.get_by_text(WORDS.unsure)).to_be_visible()
    _, answers, _ = ENDS[-1]
    press(page, "Start again")
    walk(page, ENDS[-1][0], dict(list(answers.items())[:-1]))
    expect(page.get_by_text(re.compile(r"Clue (\d+), the last one"))).to_be_visible()


def test_back_takes_an_answer_back_and_shows_it(page: Page) -> None:
    opened(page)
    press(page, PEOPLE["older"].name)
    first = page.locator("h4").inner_text()
    press(page, "Not sure")
    expect(page.locator("h4")).to_have_text(CARE["today"].name)
    press(page, "Back")
    expect(page.locator("h4")).to_have_text(first)
    expect(page.locator("[aria-current]")).to_have_text("Not sure")
    press(page, "No")
    expect(page.locator("h4")).not_to_have_text(first)
    press(page, "Back")
    press(page, "Back")
    expect(page.locator("h4")).to_have_text(WORDS.who)
    expect(page.locator("[aria-current]")).to_have_text(PEOPLE["older"].name)


def test_all_answers_can_be_read_again(page: Page) -> None:
    opened(page)
    walk(page, *ENDS[1][:2])
    page.get_by_text("All your answers").click()
    lines = page.locator("details li")
    expect(lines).to_have_count(1 + len(ENDS[1][1]))
    expect(lines.first).to_have_text(f"{WORDS.who} {PEOPLE[ENDS[1][0]].name}")


def test_nothing_is_stored_or_told(page: Page) -> None:
    opened(page)
    walk(page, *ENDS[-1][:2])
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    assert page.evaluate("window.models[0].saved") == []
    assert page.url.endswith("course.test/")
    page.reload()
    expect(page.locator("h4")).to_have_text(WORDS.who)


def test_two_on_one_page_do_not_mix(page: Page) -> None:
    mount(page, AskSomeone(), AskSomeone(), script=HEADING)
    one, two = page.locator(".milia-ask-someone").all()
    one.get_by_role("button", name=PEOPLE["older"].name).click()
    expect(one.get_by_text("Clue 1 of")).to_be_visible()
    expect(two.locator("h4")).to_have_text(WORDS.who)
    expect(two.get_by_role("group", name=WORDS.who)).to_have_count(1)
    expect(one.get_by_role("group", name=WORDS.who)).to_have_count(0)
    assert axe_violations(page) == []


# -- for every eye, ear and hand --------------------------------------------------------------


def test_axe_finds_nothing_and_all_is_within_reach_on_every_screen(page: Page) -> None:
    opened(page)
    wrong = {"who": faults_on_screens(page)}
    press(page, PEOPLE["older"].name)
    wrong["a clue"] = faults_on_screens(page)
    press(page, "Start again")
    for person, answers, end in ENDS:
        walk(page, person, answers)
        wrong[end["band"]] = faults_on_screens(page)
        press(page, "Start again")
    wrong["who, doubled"] = sideways_when_doubled(page)
    walk(page, *ENDS[0][:2])
    wrong["a result, doubled"] = sideways_when_doubled(page)
    assert {place: found for place, found in wrong.items() if found} == {}


def test_the_keyboard_is_enough_and_its_keys_stay_inside(page: Page) -> None:
    opened(page)
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    page.get_by_role("button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h4")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Yes", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("h4")).to_be_focused()
    expect(page.get_by_text("Clue 2 of")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h4")).to_be_focused()
    expect(page.locator("h4")).to_have_text(CARE["today"].name)
    assert page.evaluate("window.leaked") is None


def test_opening_the_page_moves_nothing(page: Page) -> None:
    opened(page)
    assert page.evaluate("document.activeElement === document.body")
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_screen_reader_hears_question_group_and_result(page: Page) -> None:
    opened(page)
    press(page, PEOPLE["newborn"].name)
    question = page.locator("h4").inner_text()
    heard = page.locator(".milia-ask-someone").aria_snapshot()
    assert f'heading "{question}" [level=4]' in heard
    assert f'group "{question}"' in heard
    press(page, "Yes")
    heard = page.locator(".milia-ask-someone").aria_snapshot()
    assert f'heading "{CARE["today"].name}" [level=4]' in heard
    assert heard.index('"Why" [level=5]') < heard.index(f'"{CARE["today"].call.head}" [level=5]')
    assert WORDS.to_fill_in[0] not in heard


def test_a_finger_is_enough(watched: Watched) -> None:
    page = watched.open(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 700})
    opened(page)
    page.get_by_role("button", name=PEOPLE["baby"].name).tap()
    page.get_by_role("button", name="Yes", exact=True).tap()
    expect(page.locator("h4")).to_be_in_viewport()
    expect(page.get_by_text(CARE["today"].for_baby).first).to_be_visible()


def test_forced_colours_leave_every_edge(watched: Watched) -> None:
    page = watched.open(forced_colors="active")
    opened(page)
    walk(page, *ENDS[0][:2])
    edges = {
        "button": "borderTopStyle",
        ".milia-ask-someone-band": "borderInlineStartStyle",
        ".milia-ask-someone-call": "borderTopStyle",
    }
    for part, edge in edges.items():
        style = page.locator(part).first.evaluate(f"n => getComputedStyle(n).{edge}")
        assert style == "solid", part


# -- on paper ---------------------------------------------------------------------------------


def printed(page: Page) -> str:
    """What is seen on paper."""
    page.emulate_media(media="print")
    return page.locator("body").inner_text()


@pytest.mark.parametrize("path", ENDS, ids=lambda path: path[2]["band"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_result_prints_alone_on_one_page(page: Page, tmp_path, path, paper: str) -> None:
    longest = max((p for p in PATHS if p[2]["band"] == path[2]["band"]), key=lambda p: len(p[1]))
    opened(page)
    page.evaluate(
        """() => { window.print = () => { window.pressed = true; };
        document.querySelector("main").append("More of the lesson. ".repeat(9000)); }"""
    )
    walk(page, *longest[:2])
    press(page, "Print this result")
    assert page.evaluate("window.pressed")
    seen = printed(page)
    band = CARE[path[2]["band"]]
    for words in (WORDS.title, band.name, band.what_to_do, band.call.first, *WORDS.to_fill_in):
        assert words in seen
    for name in longest[1]:
        assert TABLE.clues[name].question in seen
    assert "More of the lesson" not in seen
    assert "When to ask" not in seen
    assert "Start again" not in seen
    page.emulate_media(media="null")  # as no medium is emulated, a PDF is paper
    file = tmp_path / "result.pdf"
    page.pdf(path=file, format=paper, margin=dict.fromkeys(("top", "bottom"), "1cm"))
    assert len(re.findall(rb"/Type /Page\b", file.read_bytes())) == 1
    expect(page.locator(".milia-ask-someone-paper")).to_have_count(0)  # gone after printing
    expect(page.locator("main")).to_be_visible()
    assert "More of the lesson" in printed(page)


def test_without_a_result_paper_shows_every_band_with_its_signs(page: Page) -> None:
    opened(page)
    for step in ("", PEOPLE["older"].name):
        if step:
            page.emulate_media(media="screen")
            press(page, step)
        seen = printed(page)
        for band in CARE.values():
            assert all(sign.sign in seen for sign in band.signs)
            assert band.name in seen
        assert "Not sure" not in seen
