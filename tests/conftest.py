"""One Chromium for a worker's tests, and a page that fails the test on any complaint."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

# `make bench` proves on every case what `make test`, which people wait for, proves on a share.
THOROUGH = os.environ.get("THOROUGH") == "1"
# A name that is not loopback's: plain http there is no secure context, as on a class network.
CLASSROOM = "classroom.test"
# Chromium heeds the last of several lists alone, so all that Playwright switches off stands here
# too. The search popups above a page, which no test sees, would take a third of opening each page.
SWITCHED_OFF = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
    "msEdgeUpdateLaunchServicesPreferredVersion",
    "msForceBrowserSignIn",
]
FLAGS = [
    "--disable-features=" + ",".join(SWITCHED_OFF),
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Every other host fails at once: the course has to do without.
    f"--host-resolver-rules=MAP {CLASSROOM} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

expect.set_options(timeout=20_000)  # two cores, and a kernel that starts for each page


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium as `make test` found it: never skipped, for a missing browser is an error."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Watched:
    """Open pages that write down every error and every request to another host."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.problems: list[str] = []
        self.requests: list[str] = []
        self.allowed: list[str] = []  # errors a test provokes on purpose

    def open(self, **options: object) -> Page:
        """Open a page of its own context, with these context options."""
        context = self.browser.new_context(**options)
        context.set_default_timeout(30_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: m.type == "error" and self.note(f"console: {m.text}"))
        page.on("pageerror", lambda error: self.note(f"error: {error}"))
        page.on("request", lambda request: self._request(request.url))
        page.on("websocket", lambda socket: self._request(socket.url))
        return page

    def note(self, problem: str) -> None:
        """Write a problem down."""
        self.problems.append(problem)

    def _request(self, url: str) -> None:
        self.requests.append(url)
        ours = ("//127.0.0.1:", f"//{CLASSROOM}:", "//course.test/")
        if url.startswith(("http", "ws")) and not any(name in url for name in ours):
            self.note(f"request to another host: {url}")

    def close(self) -> None:
        """Close everything; complain of what was seen."""
        for context in self.contexts:
            context.close()
        left = [p for p in self.problems if not any(text in p for text in self.allowed)]
        assert not left, left


SIZE = {"width": 1200, "height": 900}
BLANK = "http://course.test/"  # where tests without a server mount what they look at
LASTING = ("add_init_script", "expose_binding", "expose_function", "on", "once")


class Desk:
    """A page that is cleared after each test; what cannot be cleared is refused."""

    def __init__(self, browser: Browser) -> None:
        self.watched = Watched(browser)
        self.page: Page | None = None

    def take(self, test: Watched) -> Page:
        """The page, as if just opened; what it complains of is the test's."""
        if self.page is None:
            self.page = self.watched.open(viewport=SIZE)
            for thing in LASTING:
                setattr(self.page, thing, refused)
            self.page.clock.install = refused
        self.watched.problems, self.watched.requests = test.problems, test.requests
        return self.page

    def clear(self) -> None:
        """Leave nothing behind: no other tab, storage, route, size or medium."""
        page, self.page = self.page, None
        self.watched.problems, self.watched.requests = [], []  # the test is over
        try:
            for other in page.context.pages:
                if other is not page:
                    other.close()
            if page.url.startswith(BLANK):
                empty = {"body": "", "content_type": "text/html"}
                page.route(BLANK + "**", lambda route: route.fulfill(**empty))
                page.goto(BLANK)
                page.evaluate("localStorage.clear(); sessionStorage.clear()")
            page.goto("about:blank")
            page.unroute_all()
            page.emulate_media(
                media="null",
                color_scheme="light",
                reduced_motion="no-preference",
                forced_colors="none",
            )
            page.set_viewport_size(SIZE)
            page.mouse.move(0, 0)
            self.page = page
        except Error:  # closed or broken by its test: the next one gets another
            self.end()

    def end(self) -> None:
        """Close all; what was wrong has been said by the tests."""
        for context in self.watched.contexts:
            context.close()
        self.watched.contexts.clear()


def refused(*_: object, **__: object) -> None:
    """Say what to take for what would outlive a test."""
    raise AssertionError("This lasts beyond a test: take `fresh_page` in place of `page`.")


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """Pages for a test that needs several, or context options of its own."""
    pages = Watched(chromium)
    yield pages
    pages.close()


@pytest.fixture
def fresh_page(watched: Watched) -> Page:
    """A page of its own context, 1200 px wide; any console error or foreign request fails."""
    return watched.open(viewport=SIZE)


@pytest.fixture
def page(watched: Watched, desk: Desk) -> Iterator[Page]:
    """The same to a test, yet quicker: one page that the tests of a file take in turn."""
    page = desk.take(watched)
    yield page
    desk.clear()


@pytest.fixture(scope="module")
def desk(chromium: Browser) -> Iterator[Desk]:
    desk = Desk(chromium)
    yield desk
    desk.end()
