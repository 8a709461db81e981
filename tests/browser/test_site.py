"""The course as plain files, driven by a learner: from a host, from a disk, and with no network."""

import os
import re
import shutil
import threading
from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from milia import CrossSection
from milia.pages.kernel_free import TEMPLATE
from milia.pages.site import folder, icons
from milia.pages.site.making import pages_of, single_files, site

from ..conftest import CLASSROOM, FLAGS, Watched
from .checks import axe_violations, sideways
from .servers import ROOT
from .test_dashboard import KEY, WRONG, choose, feedback_of, quiz, text_of

pytestmark = pytest.mark.browser

LESSON = "01_two_white_bumps"
SOME = (LESSON, "90_glossary", "91_my_answers")  # every lesson is rendered in test_kernel_free
BELOW = "/some/folder/"
KEPT = "navigator.serviceWorker.ready.then(() => caches.keys())"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some lessons as a site, and as single files, in folders of these names."""
    place = tmp_path_factory.mktemp("site")
    (place / "notebooks").mkdir()
    for lesson in SOME:
        shutil.copy(ROOT / "notebooks" / f"{lesson}.ipynb", place / "notebooks")
    pages = pages_of(place / "notebooks")
    folder.write(site(pages), place / "site")
    folder.write(single_files(pages), place / "single")
    return place


class Host:
    """A plain web server, its files below a folder, as a teacher's page on a shared host has them.

    `trouble` is what it does with each request for a page: nothing, "silence", or a status.
    """

    def __init__(self, files: Path, *, strips: bool = False) -> None:
        host = self
        self.trouble: int | str | None = None
        self.end = threading.Event()

        class Handler(SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.partition("?")[0]
                if not path.startswith(BELOW) or (host.trouble and "/files/" not in path):
                    if host.trouble == "silence":
                        host.end.wait(60)
                        return None
                    return self.send_error(host.trouble or 404)
                if strips and path.endswith(".html"):
                    self.send_response(308)
                    self.send_header("Location", path.removesuffix(".html").removesuffix("index"))
                    return self.end_headers()
                name = path.removeprefix(BELOW.rstrip("/"))
                if strips and "." not in name and not name.endswith("/"):
                    name += ".html"
                self.path = name
                return super().do_GET()

            def send_error(self, code: int, *more: str | None) -> None:
                if code != 404 or not (files / "404.html").exists():
                    return super().send_error(code, *more)
                self.send_response(404)
                self.end_headers()
                return self.wfile.write((files / "404.html").read_bytes())

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("0.0.0.0", 0), partial(Handler, directory=str(files)))
        self.server.daemon_threads = True
        self.port = self.server.server_port
        self.url = f"http://127.0.0.1:{self.port}{BELOW}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Be gone: whoever comes is not even refused in words."""
        self.end.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def hosted(made: Path) -> Iterator[Host]:
    """The site on a host."""
    host = Host(made / "site")
    yield host
    host.stop()


def open_page(page: Page, url: str) -> None:
    page.goto(url)
    page.locator("html[data-mounted]").wait_for()


def is_answered(page: Page) -> None:
    expect(quiz(page).get_by_role("radio", name="Yes. " + text_of(KEY))).to_be_checked()
    expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(KEY))


def walk(page: Page, base: str) -> None:
    """From home to a lesson, an answer, a word, one's own answers and back, and print."""
    page.goto(base + "index.html")
    page.get_by_role("link", name="Two white bumps").click()
    expect(page).to_have_url(f"{base}{LESSON}.html")
    page.locator("html[data-mounted]").wait_for()
    expect(page.locator(".broken, .output > .fallback:visible")).to_have_count(0)
    choose(page, WRONG)
    expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(WRONG))
    choose(page, KEY)
    explorer = page.locator(".milia-cross")
    explorer.get_by_label("The opening").check()
    expect(explorer.locator("output")).to_have_text(CrossSection("opening").describe())
    page.emulate_media(media="print")
    expect(quiz(page)).to_be_visible()
    expect(page.locator(".turn")).to_be_hidden()
    page.emulate_media(media="screen")
    page.reload()
    is_answered(page)
    page.get_by_role("contentinfo").get_by_role("link", name="My answers").click()
    mine = page.locator(".milia-my-answers")
    mine.get_by_text("Two white bumps (1 of").click()
    expect(mine.get_by_role("link", name="Two white bumps", exact=True)).to_be_visible()
    page.goto(base + "90_glossary.html#term-pustule")
    expect(page.locator("#term-pustule")).to_be_in_viewport()
    page.get_by_role("link", name="Pearl or Pimple?").click()
    expect(page).to_have_url(base + "index.html")
    expect(page.locator("[data-answers]").filter(has_text="1 of")).to_have_count(1)


# -- from a host, in a room, from a disk -------------------------------------------------------


def test_a_learner_walks_through_a_site(watched: Watched, hosted: Host, made: Path) -> None:
    page = watched.open(viewport={"width": 1200, "height": 900})
    page.context.on("request", lambda asked: watched._request(asked.url))  # the worker's, too
    walk(page, hosted.url)
    version = re.search(r'VERSION = "(\w+)"', (made / "site/sw.js").read_text("utf-8"))[1]
    assert page.evaluate(KEPT) == [f"milia {hosted.url} {version}"]


def test_where_a_browser_keeps_nothing_offline_the_site_just_works(
    page: Page, hosted: Host
) -> None:
    base = f"http://{CLASSROOM}:{hosted.port}{BELOW}"
    walk(page, base)
    assert page.evaluate("[isSecureContext, 'serviceWorker' in navigator]") == [False, False]


def test_a_single_file_answers_and_remembers_when_opened_again(
    watched: Watched, made: Path
) -> None:
    page = watched.open(viewport={"width": 390, "height": 800})
    base = (made / "single").as_uri() + "/"
    walk(page, base)
    assert sideways(page) == []
    again = page.context.new_page()
    page.close()
    open_page(again, f"{base}{LESSON}.html")
    is_answered(again)
    assert all(url.startswith(("file:", "data:", "blob:")) for url in watched.requests)


@pytest.mark.parametrize("kind", ["site", "single"])
def test_a_script_that_is_not_ours_does_not_run(
    watched: Watched, made: Path, tmp_path: Path, kind: str
) -> None:
    files = tmp_path / "site"
    shutil.copytree(made / kind, files)
    bad = (
        "<script>globalThis.bad = 1</script><img src=x onerror='globalThis.bad = 2'>"
        "<style>p { color: red }</style>"
    )
    for name in ("index", LESSON):
        path = files / f"{name}.html"
        path.write_text(path.read_text("utf-8").replace("<main", f"{bad}<main"), "utf-8")
    watched.allowed = ["violates the following Content Security Policy", "404"]
    page, host = watched.open(), Host(files)
    base = host.url if kind == "site" else files.as_uri() + "/"
    for name in ("index", LESSON):
        page.goto(f"{base}{name}.html")
        expect(page.locator("html[data-mounted], .kept:visible").first).to_be_attached()
        assert page.evaluate("globalThis.bad") is None
        assert page.evaluate("document.querySelectorAll('body > style')[0].sheet") is None
    host.stop()
    refused = [problem for problem in watched.problems if "Content Security Policy" in problem]
    assert len(refused) >= 6, "the policy has said nothing"


def test_axe_finds_nothing(watched: Watched, hosted: Host) -> None:
    # axe writes styles of its own into the page, which the policy would refuse
    page, found = watched.open(viewport={"width": 390, "height": 900}, bypass_csp=True), {}
    both = ["light", "dark"]
    for name, colours in (("index", both), ("404", both), (LESSON, ["dark"])):
        page.goto(f"{hosted.url}{name}.html")
        if name == LESSON:
            page.locator("html[data-mounted]").wait_for()
        for colour in colours:
            page.emulate_media(color_scheme=colour)
            found[name, colour] = axe_violations(page) + sideways(page)
    assert {place: problems for place, problems in found.items() if problems} == {}


def test_a_missing_page_leads_home_from_any_depth(watched: Watched, hosted: Host) -> None:
    watched.allowed = ["404"]
    page = watched.open()
    for place in ("99_nothing.html", "deep/er/nothing", "deep/er/still/"):
        for link, leads in (("All lessons", "index"), ("Glossary", "90_glossary")):
            # Under a name where no page is kept for want of a network.
            page.goto(hosted.url.replace("127.0.0.1", CLASSROOM) + place)
            expect(page.get_by_role("heading", name="There is no page here")).to_be_visible()
            found = page.get_by_role("link", name=link).last
            expect(found).to_have_attribute("href", re.compile(f"{BELOW}{leads}.html$"))
            found.click()
            expect(page.get_by_role("heading", name="There is no page here")).to_have_count(0)


# -- without a network -------------------------------------------------------------------------


@pytest.mark.parametrize("strips", [False, True], ids=["plain host", "host that strips .html"])
def test_after_one_visit_the_course_opens_without_a_network(
    watched: Watched, made: Path, strips: bool
) -> None:
    watched.allowed = ["404"]
    page, host = watched.open(), Host(made / "site", strips=strips)
    open_page(page, f"{host.url}{LESSON}.html?src=qr")
    page.evaluate(KEPT)
    choose(page, WRONG)
    host.stop()
    here = page.url.partition("?")[0]  # as this host has it
    assert here.endswith(LESSON) == strips
    open_page(page, f"{here}?src=poster#content")
    expect(quiz(page).get_by_role("radio", name=text_of(WRONG))).to_be_checked()
    choose(page, KEY)
    is_answered(page)
    expect(page.locator(".broken")).to_have_count(0)
    page.goto(host.url)
    expect(page.locator("[data-answers]").filter(has_text="1 of")).to_have_count(1)
    page.get_by_role("link", name="Glossary").first.click()
    expect(page.locator("#term-pustule")).to_be_visible()
    for place in ("99_nothing.html", "deep/er/nothing"):
        page.goto(host.url + place)
        expect(page.get_by_role("heading", name="There is no page here")).to_be_visible()
        page.get_by_role("main").get_by_role("link", name="All lessons").click()
        expect(page.get_by_role("list", name="Lessons")).to_be_visible()
    assert page.evaluate("caches.keys().then((names) => names.length)") == 1


def test_a_corrected_sentence_arrives_and_a_host_in_trouble_takes_nothing_away(
    watched: Watched, made: Path, tmp_path: Path
) -> None:
    files = tmp_path / "site"
    shutil.copytree(made / "site", files)
    watched.allowed = ["404", "503"]
    page, host = watched.open(), Host(files)
    lesson, title = files / f"{LESSON}.html", page.get_by_role("heading", level=1)
    page.goto(f"{host.url}{LESSON}.html")
    page.evaluate(KEPT)
    lesson.write_text(lesson.read_text("utf-8").replace(">Two white bumps<", ">Mended<"), "utf-8")
    page.reload()
    expect(title).to_have_text(re.compile("Mended"))
    for trouble in (503, "silence"):
        host.trouble = trouble
        page.reload()
        expect(title).to_have_text(re.compile("Two white bumps"))
    host.stop()


def test_a_new_version_takes_the_place_of_the_old_and_of_nothing_else(
    watched: Watched, made: Path, tmp_path: Path
) -> None:
    files = tmp_path / "site"
    shutil.copytree(made / "site", files)
    page, host = watched.open(), Host(files)
    page.goto(host.url)
    (old,) = page.evaluate(KEPT)
    other = f"milia {host.url}other/ 123"
    page.evaluate("(name) => caches.open(name)", other)
    worker = files / "sw.js"
    worker.write_text(worker.read_text("utf-8").replace('VERSION = "', 'VERSION = "new'), "utf-8")
    page.evaluate(
        """navigator.serviceWorker.ready.then((found) => new Promise((resolve) => {
          found.addEventListener("updatefound", () => {
            const { installing } = found;
            const look = () => installing.state === "activated" && resolve();
            installing.addEventListener("statechange", look);
          });
          found.update();
        }))"""
    )
    new = old.replace(f"{host.url} ", f"{host.url} new")
    assert sorted(page.evaluate("caches.keys()")) == sorted([other, new])
    host.stop()
    page.reload()
    expect(page.get_by_role("list", name="Lessons")).to_be_visible()


def test_the_course_can_be_installed(chromium: Browser, hosted: Host, tmp_path: Path) -> None:
    browser = chromium.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=os.environ.get("CHROMIUM") or None, args=FLAGS
    )  # what is opened without a profile is never installed
    page = browser.new_page()
    page.goto(hosted.url)
    page.evaluate(KEPT)
    asked = browser.new_cdp_session(page)
    manifest = asked.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["manifest"]["startUrl"] == hosted.url + "index.html"
    assert manifest["manifest"]["scope"] == hosted.url
    assert asked.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    browser.close()


ALIKE = """async ([png, svg]) => {
  const pixels = async (address) => {
    const picture = new Image(192, 192);
    picture.src = address;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 192, height: 192 });
    const brush = canvas.getContext("2d");
    brush.drawImage(picture, 0, 0, 192, 192);
    return brush.getImageData(0, 0, 192, 192).data;
  };
  const [one, other] = [await pixels(png), await pixels(svg)];
  return one.filter((value, at) => Math.abs(value - other[at]) > 48).length / one.length;
}"""


def test_the_icon_is_the_mark_of_the_course(page: Page) -> None:
    drawn = next(icon for icon in icons.drawn() if (icon.size, icon.purpose) == (192, "any"))
    mark = (TEMPLATE / "static/mark.svg").read_bytes()
    kinds = (("png", drawn.content), ("svg+xml", mark))
    pictures = [f"data:image/{kind};base64,{b64encode(data).decode()}" for kind, data in kinds]
    assert page.evaluate(ALIKE, pictures) < 0.005
