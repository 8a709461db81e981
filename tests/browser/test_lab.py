"""The course in JupyterLab: the working copy of `make lab`, on its first and its second day."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from milia import CrossSection
from milia.content import find

from ..conftest import Watched
from . import servers
from .checks import axe_violations
from .explorer import use_in_three_ways
from .placing import IDS, answer_all
from .test_dashboard import ITEM, KEY, QUIZZES, WRONG, choose, feedback_of, quiz, text_of

pytestmark = pytest.mark.browser

# Lab's own icons and extensions complain in the console; what matters here is what is on the page.
LAB_NOISE = ["console:"]
READY = """async () => {
  await window.jupyterapp.restored;
  const panel = window.jupyterapp.shell.currentWidget;
  await panel.context.ready;
  await panel.sessionContext.ready;
  return panel.context.path;
}"""
SAVE = "() => window.jupyterapp.commands.execute('docmanager:save').then(() => null)"
CELLS = "() => window.jupyterapp.shell.currentWidget.content.widgets.length"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the working copy, as `make lab` makes it, and the plain lessons."""
    root = tmp_path_factory.mktemp("lab")
    subprocess.run(
        [sys.executable, "-m", "milia.pages.working_copy", "notebooks", str(root / "mine")],
        cwd=servers.ROOT,
        check=True,
    )
    shutil.copytree(servers.ROOT / "notebooks", root / "plain")
    return root


@pytest.fixture(scope="module")
def lab(folder: Path, tmp_path_factory: pytest.TempPathFactory):
    home = tmp_path_factory.mktemp("home")
    server = servers.lab(folder, home / "lab.log", home)
    yield server
    server.stop()


def open_notebook(watched: Watched, server: servers.Server, path: str, **options: object) -> Page:
    watched.allowed = LAB_NOISE
    page = watched.open(viewport={"width": 1400, "height": 1000}, **options)
    page.goto(f"{server.url}/lab/tree/{path}?reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
    assert page.evaluate(READY) == path
    return page


def test_the_second_day_starts_where_the_first_ended(
    watched: Watched, lab: servers.Server, folder: Path, tmp_path: Path
) -> None:
    page = open_notebook(watched, lab, "mine/01_two_white_bumps.ipynb")
    expect(page.locator(".milia-quiz")).to_have_count(QUIZZES)
    choose(page, WRONG)
    choose(page, KEY)
    expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(KEY))
    page.evaluate(SAVE)
    page.close()

    # Another address and an empty browser: what is there now comes from the saved notebook.
    second_day = servers.lab(folder, tmp_path / "second.log", tmp_path / "second")
    try:
        page = open_notebook(watched, second_day, "mine/01_two_white_bumps.ipynb")
        expect(page.locator(".milia-quiz")).to_have_count(QUIZZES)
        expect(page.locator(".milia-figure")).to_have_count(1)
        expect(page.locator(".milia-cross svg")).to_have_count(3)
        expect(page.locator(".milia-term")).to_have_count(2)
        expect(quiz(page).get_by_role("radio", name=text_of(KEY))).to_be_checked()
        expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(KEY))
        expect(page.get_by_text("model not found")).to_have_count(0)
        choose(page, WRONG)
        expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(WRONG))
    finally:
        second_day.stop()


def test_keys_typed_in_a_widget_never_reach_lab_and_the_explorer_is_used_in_three_ways(
    watched: Watched, lab: servers.Server
) -> None:
    page = open_notebook(watched, lab, "mine/01_two_white_bumps.ipynb", has_touch=True)
    expect(page.locator(".milia-quiz")).to_have_count(QUIZZES)
    before = page.evaluate(CELLS)
    radios = quiz(page).get_by_role("radio")
    radios.first.check()
    for key in "ddxbamy":
        page.keyboard.press(key)
    page.keyboard.press("ArrowDown")
    expect(radios.nth(1)).to_be_checked()
    page.keyboard.press("Enter")
    expect(quiz(page).locator(".milia-quiz-feedback")).not_to_be_empty()
    assert page.evaluate(CELLS) == before
    word = page.locator(".milia-term summary").first
    word.focus()
    for key in ("Enter", "d", "d", "x"):
        page.keyboard.press(key)
    expect(page.get_by_text(find("term", "milium").definition)).to_be_visible()
    assert page.evaluate(CELLS) == before
    ours = [[".milia-quiz"], [".milia-figure"], [".milia-term"]]
    assert axe_violations(page, context=ours) == []
    use_in_three_ways(page)
    explorer = page.locator(".milia-cross")
    for key in ("ArrowDown", "d", "d", "x"):
        page.keyboard.press(key)
    expect(explorer.locator("output")).to_have_text(CrossSection("roof").describe())
    assert page.evaluate(CELLS) == before
    assert axe_violations(page, context=[[".milia-cross"]]) == []


def test_a_lesson_never_run_can_be_read_and_then_python_reads_what_the_learner_presses(
    watched: Watched, lab: servers.Server
) -> None:
    page = open_notebook(watched, lab, "plain/01_two_white_bumps.ipynb")
    picture = page.locator(".jp-OutputArea-output img").first
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("node => node.decode().then(() => node.naturalWidth)") > 0
    assert len(picture.get_attribute("alt") or "") > 40
    stem = page.locator(".jp-OutputArea-output").get_by_text(find("item", ITEM).stem)
    expect(stem).to_have_count(1)
    expect(page.get_by_text(find("term", "keratin").definition)).to_be_visible()
    sources = page.locator(".jp-OutputArea-output summary").filter(has_text="Sources (")
    sources.click()
    expect(page.get_by_text("Milia: a review and classification")).to_be_visible()
    expect(page.get_by_text("model not found")).to_have_count(0)

    # The kernel reads along: a cell run after an answer knows response, attempt and outcome.
    run = """async (source) => {
      const panel = window.jupyterapp.shell.currentWidget;
      const kernel = panel.sessionContext.session.kernel;
      await kernel.info;
      let text = "";
      const future = kernel.requestExecute({ code: source });
      future.onIOPub = (message) => { text += message.content.text ?? ""; };
      const reply = await future.done;
      return reply.content.status + ":" + text.trim();
    }"""
    cell = f"from milia import Quiz; seen = []; quiz = Quiz({ITEM!r})"
    assert page.evaluate(run, cell + "; quiz.observe(seen.append, 'response')") == "ok:"
    page.evaluate(
        """async (source) => {
          const app = window.jupyterapp, panel = app.shell.currentWidget;
          panel.content.activeCellIndex = panel.content.widgets.length - 1;
          await app.commands.execute("notebook:insert-cell-below");
          panel.content.activeCell.model.sharedModel.setSource(source);
          await app.commands.execute("notebook:run-cell");
        }""",
        "quiz",
    )
    choose(page, WRONG)
    expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(WRONG))
    report = "print(*quiz.response, quiz.attempt, quiz.outcome.success, len(seen))"
    assert page.evaluate(run, report) == f"ok:{WRONG} 1 False 1"


def test_home_and_next_are_links_that_work_in_lab(watched: Watched, lab: servers.Server) -> None:
    page = open_notebook(watched, lab, "mine/01_two_white_bumps.ipynb")
    page.get_by_role("link", name="Home", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Start here")).to_be_visible()
    page.get_by_role("link", name="Next: Two white bumps").click()
    expect(page.locator("h1", has_text="Two white bumps").first).to_be_visible()


RESTART = """async () => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  await kernel.restart();
  await kernel.info;
}"""


def test_read_again_leads_to_the_passage_and_a_restarted_kernel_takes_nothing_away(
    watched: Watched, lab: servers.Server
) -> None:
    page = open_notebook(watched, lab, "mine/01_two_white_bumps.ipynb")
    expect(page.locator(".milia-quiz")).to_have_count(QUIZZES)
    choose(page, WRONG)
    again = quiz(page).get_by_role("link", name="Read again: What is different")
    again.scroll_into_view_if_needed()
    heading = page.locator("h2", has_text="What is different")
    expect(heading).not_to_be_in_viewport()
    again.click()
    expect(heading).to_be_in_viewport()
    assert page.url.endswith("mine/01_two_white_bumps.ipynb")

    page.evaluate(RESTART)
    choose(page, KEY)  # nothing stands behind the widgets now, and they answer all the same
    expect(quiz(page).locator(".milia-quiz-feedback")).to_contain_text(feedback_of(KEY))
    kept = page.evaluate(f"JSON.parse(localStorage.getItem('milia:item:{ITEM}'))")
    assert (kept["response"], kept["first"]["response"]) == ([KEY], [WRONG])


def test_my_answers_follow_a_lesson_and_lead_back_to_it_in_lab(
    watched: Watched, lab: servers.Server
) -> None:
    page = open_notebook(watched, lab, "mine/01_two_white_bumps.ipynb")
    choose(page, WRONG)
    page = page.context.new_page()
    page.goto(f"{lab.url}/lab/tree/mine/91_my_answers.ipynb?reset")
    mine = page.locator(".milia-my-answers")
    mine.get_by_text("Two white bumps (1 of").click(timeout=60_000)
    expect(mine.get_by_text(f"You said: {text_of(WRONG)}")).to_be_visible()
    before = page.evaluate(CELLS)
    mine.get_by_role("button", name="Erase my answers").click()
    for key in "dd":
        page.keyboard.press(key)
    expect(page.get_by_role("dialog", name="Erase 1 answer?")).to_be_visible()
    assert axe_violations(page, context=[[".milia-my-answers"]]) == []
    page.keyboard.press("Escape")
    expect(mine.get_by_role("button", name="Erase my answers")).to_be_focused()
    with page.expect_download():
        mine.get_by_role("button", name="Save to a file").click()
    assert page.evaluate(CELLS) == before
    heading = find("idea", find("item", ITEM).idea).heading
    entry = mine.locator(".milia-my-answers-entry")
    entry.get_by_text("Look again").get_by_role("link").click()
    expect(page.get_by_role("heading", name=heading).first).to_be_in_viewport()
    expect(page.locator(".milia-my-answers")).to_be_hidden()


EVERYTHING = f"""import ipywidgets
from milia import (AskSomeone, BuildAMilium, FaceMap, MiliumOrNot, QuestionsToAsk, Quiz,
                   SkinTones, StepByStep, WhatHelps, ZoomStory)
ipywidgets.VBox([AskSomeone(), QuestionsToAsk(), StepByStep("de-roofing"), WhatHelps("baby"),
                 Quiz("a-glowing-post"), BuildAMilium(), Quiz(*{IDS}),
                 MiliumOrNot("first"), SkinTones(), FaceMap(), ZoomStory()])"""


def test_each_interactive_is_used_in_lab_and_its_keys_stay_in_it(
    watched: Watched, lab: servers.Server, folder: Path
) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(EVERYTHING)])
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, folder / "everything.ipynb")
    page = open_notebook(watched, lab, "everything.ipynb")
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    before = page.evaluate(CELLS)

    ask = page.locator(".milia-ask-someone")
    ask.get_by_role("button", name="A child or a grown-up").click()
    expect(ask.locator("h4")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # yes to the most urgent clue
    expect(ask.locator(".milia-ask-someone-result")).to_be_visible()

    card = page.locator(".milia-questions")
    card.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    card.get_by_role("textbox").fill("dd")
    page.keyboard.type("xdd")
    expect(card.get_by_role("textbox")).to_have_value("ddxdd")

    steps = page.locator(".milia-steps")
    steps.get_by_role("button", name="Next").focus()
    for key in ("Enter", "d", "d", "x"):
        page.keyboard.press(key)
    expect(steps.locator(".milia-steps-page[data-shown]")).to_contain_text("Step 2 of 5")

    build = page.locator(".milia-build")
    build.get_by_role("button", name="Keratin").focus()
    for key in ("Enter", "d", "d", "x"):
        page.keyboard.press(key)
    expect(build.locator(".milia-build-state")).to_contain_text("On the slice: keratin.")

    helps = page.locator(".milia-helps")
    helps.get_by_role("slider").focus()
    for key in ("ArrowRight", "d", "d", "x"):
        page.keyboard.press(key)
    expect(helps.get_by_role("slider")).to_have_attribute("aria-valuetext", "Week 1 of 24")
    expect(helps.locator(".milia-helps-marks li").first).to_be_visible()

    post = page.locator(".milia-quiz").first
    post.get_by_role("checkbox").first.focus()
    for key in ("Space", "d", "d", "Enter"):
        page.keyboard.press(key)
    expect(post.locator(".milia-quiz-feedback")).to_contain_text("You marked it, but it is true.")

    answer_all(page, IDS)  # the arrow keys, too, stay with the widget

    page.locator(".milia-tones-choice").get_by_role("radio").nth(8).focus()
    for key in ("Space", "d", "d", "x"):
        page.keyboard.press(key)
    expect(page.locator(".milia-zoom")).to_have_attribute("data-tone", "9")
    page.locator(".milia-facemap").get_by_role("radio", name="Nose").focus()
    for key in ("Space", "d", "d", "x"):
        page.keyboard.press(key)
    expect(page.locator(".milia-facemap-says h4")).to_have_text("Nose")
    page.locator(".milia-zoom").get_by_role("button", name="Next").focus()
    for key in ("Enter", "d", "d", "x"):
        page.keyboard.press(key)
    expect(page.locator(".milia-zoom figure[data-shown]")).to_contain_text("Step 2 of 4")

    drill = page.locator(".milia-drill")
    drill.get_by_role("radio").first.focus()
    for key in ("Space", "d", "d", "Enter"):
        page.keyboard.press(key)
    expect(drill.get_by_role("button", name="Next card")).to_be_visible()

    assert page.evaluate(CELLS) == before
    ours = ("ask-someone", "questions", "steps", "helps", "quiz", "build", "drill")
    ours += ("tones", "facemap", "zoom")
    assert axe_violations(page, context=[[f".milia-{name}"] for name in ours]) == []
