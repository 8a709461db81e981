"""A lesson whose widgets need Python, on the dashboard: it answers, and its kernel goes with it."""

import json
import signal
from collections.abc import Iterator
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


@pytest.fixture
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    folder = tmp_path_factory.mktemp("lessons")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [v4.new_markdown_cell("# Asks", id="c0"), v4.new_code_cell(ASKS, id="c1")]
    made = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(made, folder / "01_asks.ipynb")
    log = tmp_path_factory.mktemp("log") / "log"
    server = servers.dashboard(folder, log, "--kernels=1")
    yield server
    server.stop()


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
    while page.request.get(kernel).ok:
        page.wait_for_timeout(100)
    other.reload()
    ask(other)


def test_a_page_whose_kernel_is_killed_says_so_and_leaves_nothing_behind(
    watched: Watched, dashboard: servers.Server
) -> None:
    page = watched.open()
    page.goto(dashboard.url + PLACE)
    ask(page)
    region = page.locator("#milia-lost")
    expect(region).to_have_attribute("role", "status")
    expect(region).to_be_empty()
    (kernel,) = kernels(dashboard)
    connection = Path(next(word for word in kernel.cmdline() if word.endswith(".json")))
    assert connection.exists()

    kernel.send_signal(signal.SIGKILL)
    expect(region).to_contain_text("This page has lost its part of the computer.")
    expect(region).to_contain_text("Load the page again")
    expect(page.get_by_text("Python says hello.")).to_be_visible()  # what was there can be read
    assert axe_violations(page) == []
    while connection.exists():
        page.wait_for_timeout(100)
    assert kernels(dashboard) == []
    said = dashboard.log.read_text("utf-8")
    assert said.count("A kernel ended by itself: its page asks to be loaded again.") == 1
    assert "Traceback" not in said

    other = watched.open()  # there is a place again, though one may be here at once
    other.goto(dashboard.url + PLACE)
    ask(other)
    expect(other.locator("#milia-lost")).to_be_empty()
    other.goto(dashboard.url)
    while kernels(dashboard):
        other.wait_for_timeout(100)
    page.reload()
    ask(page)
    expect(region).to_be_empty()
    page.goto(dashboard.url)


def kernels(server: servers.Server) -> list[psutil.Process]:
    """The kernels of pages that are open."""
    found = psutil.Process(server.process.pid).children(recursive=True)
    return [
        process
        for process in found
        if process.status() != psutil.STATUS_ZOMBIE
        and any("milia_" in word for word in process.cmdline())
    ]
