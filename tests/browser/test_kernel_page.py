"""A lesson whose widgets need Python, on the dashboard: it answers, and its kernel goes with it."""

import json
from collections.abc import Iterator

import nbformat
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


@pytest.fixture(scope="module")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    folder = tmp_path_factory.mktemp("lessons")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = v4.new_notebook(cells=[v4.new_code_cell(ASKS, id="c1")], metadata={"kernelspec": kernel})
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
