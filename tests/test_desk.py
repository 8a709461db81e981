"""The page that tests take in turn is to each of them as if it had just been opened."""

import pytest
from playwright.sync_api import Browser, Page

from milia import QuestionsToAsk

from .conftest import LASTING, SIZE, Desk, Watched
from .mounted import mount

pytestmark = pytest.mark.browser

SEEN = """() => ({
  size: [innerWidth, innerHeight, devicePixelRatio, scrollX, scrollY],
  media: ["print", "(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)",
    "(forced-colors: active)"].map((query) => matchMedia(query).matches),
  kept: [localStorage.length, sessionStorage.length, document.cookie],
  left: Object.keys(window).filter((name) => name.startsWith("left")),
  focus: document.activeElement.tagName,
  hovered: [...document.querySelectorAll(":hover")].map((node) => node.tagName),
})"""


def seen(page: Page) -> dict:
    mount(page, QuestionsToAsk())
    return page.evaluate(SEEN)


def leave_much_behind(page: Page) -> None:
    mount(page, QuestionsToAsk())
    page.evaluate("localStorage.x = sessionStorage.x = 1; window.left = 1; scrollTo(0, 99)")
    page.get_by_role("checkbox").first.click()
    page.emulate_media(
        media="print", color_scheme="dark", reduced_motion="reduce", forced_colors="active"
    )
    page.set_viewport_size({"width": 390, "height": 300})
    page.context.new_page()
    page.route("**", lambda route: route.abort())


def test_a_page_that_was_cleared_is_as_a_fresh_one(chromium: Browser) -> None:
    fresh, desk = Watched(chromium), Desk(chromium)
    wanted = seen(fresh.open(viewport=SIZE))
    fresh.close()
    page = desk.take(Watched(chromium))
    leave_much_behind(page)
    assert page.evaluate(SEEN) != wanted
    desk.clear()
    again = desk.take(Watched(chromium))
    assert again is page
    assert len(page.context.pages) == 1
    assert seen(again) == wanted
    desk.end()


def test_complaints_are_those_of_the_test_that_has_the_page(chromium: Browser) -> None:
    desk, first, second = Desk(chromium), Watched(chromium), Watched(chromium)
    desk.take(first).evaluate("console.error('one')")
    desk.clear()
    desk.take(second).evaluate("console.error('two')")
    desk.clear()
    assert (first.problems, second.problems) == (["console: one"], ["console: two"])
    desk.end()


def test_a_page_that_was_closed_is_followed_by_another(chromium: Browser) -> None:
    desk = Desk(chromium)
    desk.take(Watched(chromium)).close()
    desk.clear()
    assert desk.take(Watched(chromium)).evaluate("1 + 1") == 2
    desk.end()


@pytest.mark.parametrize("thing", [*LASTING, "clock.install"])
def test_what_cannot_be_cleared_is_refused_with_advice(page: Page, thing: str) -> None:
    of, _, name = thing.rpartition(".")
    with pytest.raises(AssertionError, match="take `fresh_page` in place of `page`"):
        getattr(getattr(page, of) if of else page, name)("void 0")
