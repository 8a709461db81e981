"""Answers outlive what may go wrong around them: the server, the browser, the kernel."""

import os
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from ..conftest import FLAGS, Watched
from . import servers
from .test_dashboard import (
    ITEM,
    KEY,
    WRONG,
    choose,
    feedback_of,
    open_lesson,
    quiz,
    text_of,
)

pytestmark = pytest.mark.browser


def is_answered(page: Page, choice: str) -> None:
    expect(quiz(page).get_by_role("radio", name=text_of(choice))).to_be_checked()
    feedback = quiz(page).locator(".milia-quiz-feedback")
    expect(feedback).to_contain_text(feedback_of(choice))


def test_a_dead_server_takes_nothing_away(watched: Watched, tmp_path: Path) -> None:
    watched.allowed = ["console:", "error:"]  # the front end complains of its lost server
    page = watched.open()
    server = servers.voila(servers.ROOT / "notebooks", tmp_path / "first.log")
    open_lesson(page, server.url)
    choose(page, WRONG)
    server.stop()
    choose(page, KEY)  # the page answers alone
    is_answered(page, KEY)
    again = servers.voila(servers.ROOT / "notebooks", tmp_path / "again.log", port=server.port)
    try:
        open_lesson(page, again.url)
        is_answered(page, KEY)
    finally:
        again.stop()


def test_a_closed_browser_remembers(
    chromium: Browser, voila: servers.Server, tmp_path: Path
) -> None:
    for choice in (WRONG, KEY, None):
        # A profile on disk, as people have; the fixtures' contexts forget on purpose.
        browser = chromium.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=os.environ.get("CHROMIUM") or None, args=FLAGS
        )
        page = browser.new_page()
        open_lesson(page, voila.url)
        if choice:
            choose(page, choice)
        is_answered(page, choice or KEY)
        browser.close()


BOXES = f"""import ipywidgets
from milia import Quiz
quiz, told, number = Quiz({ITEM!r}), ipywidgets.Label("nothing yet"), ipywidgets.IntText()
def tell(_):
    told.value = f"{{quiz.response}} {{quiz.attempt}} {{quiz.outcome.success}}"
quiz.observe(tell, "attempt")
ipywidgets.link((quiz, "attempt"), (number, "value"))
ipywidgets.VBox([ipywidgets.Tab([quiz], titles=["Check"]), told, number])"""


def test_in_a_tab_in_a_box_python_hears_every_answer(watched: Watched, tmp_path: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(BOXES)])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    folder = tmp_path / "notebooks"
    folder.mkdir()
    nbformat.write(notebook, folder / "boxes.ipynb")
    server = servers.voila(folder, tmp_path / "voila.log")
    watched.allowed = ["console:"]
    page = watched.open()
    try:
        page.goto(server.url + "/voila/render/boxes.ipynb")
        expect(page.get_by_text("nothing yet")).to_be_visible()
        for attempt, choice in enumerate((WRONG, WRONG, KEY), 1):
            choose(page, choice)
            said = f"['{choice}'] {attempt} {choice == KEY}"
            expect(page.get_by_text(said, exact=True)).to_be_visible()
            expect(page.locator("input[type=number]")).to_have_value(str(attempt))
    finally:
        server.stop()
