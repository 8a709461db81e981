"""A lesson whose widgets need Python, on the dashboard: it answers, and its kernel goes with it."""

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat import v4
from playwright.sync_api import Page, expect

from ..conftest import CLASSROOM, Watched
from . import servers
from .checks import axe_violations

pytestmark = pytest.mark.browser

ASKS = """
import ipywidgets
ask, said = ipywidgets.Button(description="Ask Python"), ipywidgets.Label("Nothing yet.")
ask.on_click(lambda _: setattr(said, "value", "Python says hello."))
ipywidgets.VBox([ask, said])
"""
PLACE = "/voila/render/01_asks.ipynb"
ANSWERS = "from milia import Quiz\nQuiz('jo-and-ana')"
LOST = "This page has lost its connection to the program behind it."


def lessons(folder: Path) -> Path:
    """A lesson that asks Python, and one that needs no kernel."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for name, code in (("01_asks", ASKS), ("02_answers", ANSWERS)):
        cells = [v4.new_markdown_cell(f"# {name}", id="c0"), v4.new_code_cell(code, id="c1")]
        made = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(made, folder / f"{name}.ipynb")
    return folder


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    folder = lessons(tmp_path_factory.mktemp("lessons"))
    log = tmp_path_factory.mktemp("log") / "log"
    server = servers.dashboard(folder, log, "--kernels=1")
    yield server
    server.stop()


def soon(what: Callable[[], object]) -> object:
    """Wait until this is so, for a minute at most, and hand it back."""
    end = time.monotonic() + 60
    while not (found := what()):
        assert time.monotonic() < end
        time.sleep(0.05)
    return found


def kernels(server: servers.Server) -> dict[Path, psutil.Process]:
    """The kernels of pages that are open, by their connection files."""
    found = {}
    for process in psutil.Process(server.process.pid).children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # and a zombie, which is one
            files = [Path(word) for word in process.cmdline() if word.endswith(".json")]
            if files and "milia_" in str(files[0]):
                found[files[0]] = process
    return found


def ask(page: Page) -> None:
    page.get_by_role("button", name="Ask Python").click()
    expect(page.get_by_text("Python says hello.")).to_be_visible()


def test_python_answers_and_the_next_reader_takes_the_place(
    watched: Watched, dashboard: servers.Server
) -> None:
    watched.allowed = ["503"]
    page = watched.open()
    page.goto(f"http://{CLASSROOM}:{dashboard.port}{PLACE}")
    ask(page)
    config = json.loads(page.locator("#jupyter-config-data").inner_text())
    kernel = f"{dashboard.url}/api/kernels/{config['kernelId']}"
    assert page.request.get(kernel).ok

    other = watched.open()
    other.goto(dashboard.url + PLACE)
    expect(other.get_by_role("heading", name="The room is full")).to_be_visible()
    assert axe_violations(other) == []

    foreign = {"Origin": "http://elsewhere.test"}
    goodbye = kernel.replace("/api/kernels/", "/voila/api/shutdown/")
    assert page.request.post(goodbye, headers=foreign).status >= 400
    assert page.request.delete(kernel).status >= 400
    assert page.request.get(kernel).ok

    page.goto(dashboard.url)  # says goodbye to its kernel
    soon(lambda: not page.request.get(kernel).ok)
    other.reload()
    ask(other)


def test_a_page_whose_kernel_is_killed_says_so_and_disturbs_nobody(
    watched: Watched, tmp_path: Path
) -> None:
    """Then the whole server goes: its other page says the same."""
    server = servers.dashboard(lessons(tmp_path), tmp_path / "log", "--kernels=2")
    watched.allowed = ["404"]  # the front end asks once more for the kernel that was killed
    try:
        page, other, quiz = watched.open(), watched.open(), watched.open()
        page.goto(server.url + PLACE)
        ask(page)
        ((connection, kernel),) = kernels(server).items()
        assert connection.exists()
        other.goto(server.url + PLACE)
        expect(other.get_by_role("button", name="Ask Python")).to_be_visible()
        quiz.goto(server.url + "/voila/render/02_answers.ipynb")

        kernel.kill()
        expect(page.get_by_role("alert")).to_contain_text(LOST)
        expect(page.get_by_text("Python says hello.")).to_be_visible()  # it can still be read
        assert axe_violations(page) == []
        soon(lambda: not connection.exists())
        assert len(kernels(server)) == 1
        ask(other)
        expect(other.get_by_role("alert")).to_be_empty()
        quiz.get_by_role("radio").first.check()
        quiz.locator("[type=submit]").click()
        expect(quiz.locator(".milia-quiz-feedback")).not_to_be_empty()
        said = server.log.read_text("utf-8").splitlines()
        assert said.count("A kernel ended by itself: its page says so, and its place is free.") == 1
        assert not any("Traceback" in line for line in said)

        page.get_by_role("link", name="Load the page again").click()
        ask(page)
        expect(page.get_by_role("alert")).to_be_empty()
        assert len(kernels(server)) == 2  # as many as may be

        page.goto("about:blank")
        watched.allowed += ["WebSocket", "ERR_CONNECTION_REFUSED", "Failed to fetch"]
        server.process.kill()
        expect(other.get_by_role("alert")).to_contain_text(LOST)
        expect(quiz.get_by_role("alert")).to_have_count(0)
        other.goto("about:blank")
    finally:
        server.stop()
