"""How long a learner waits for feedback, beside ipywidgets with a Python callback; and sizes.

python benchmarks/answer_item.py
"""

import gzip
import os
import statistics
import sys
import tempfile
from pathlib import Path

import nbformat
from playwright.sync_api import Page, sync_playwright

from milia import Quiz
from milia.widgets.base import HERE

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.browser.servers import voila
from tests.conftest import FLAGS
from tests.mounted import mount

TIMES = 40
ITEM = "sealed-and-solid-stays-put"
OURS = f"from milia import Quiz\nQuiz({ITEM!r})"
PLAIN = """import ipywidgets
choices = ipywidgets.RadioButtons(options=["Text of a", "Text of b", "Text of c"])
check, said = ipywidgets.Button(description="Check answer"), ipywidgets.Output()
def answer(_button):
    said.clear_output()
    with said:
        print(f"Feedback of {choices.value}.")
check.on_click(answer)
ipywidgets.VBox([choices, check, said])"""

# From the click to the first frame after the feedback stands in the page, in milliseconds. The
# choices take turns, so that each answer is another one.
ONCE = """({ choices, check, feedback, turn }) => new Promise((done) => {
  const inputs = document.querySelectorAll(choices);
  inputs[turn % inputs.length].click();
  const root = document.querySelector(feedback), before = root.textContent;
  const watcher = new MutationObserver(() => {
    if (!root.textContent || root.textContent === before) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  });
  watcher.observe(root, { childList: true, subtree: true, characterData: true });
  const start = performance.now();
  document.querySelector(check).click();
})"""
QUIZ = {
    "choices": ".milia-quiz input",
    "check": ".milia-quiz [type=submit]",
    "feedback": ".milia-quiz-feedback",
}
WIDGETS = {
    "choices": ".widget-radio-box input",
    "check": ".widget-button, .jupyter-button",
    "feedback": ".widget-vbox > :last-child",
}


def measure(page: Page, where: dict) -> list[float]:
    """Answer again and again; the first few warm up and are left out."""
    page.locator(where["check"]).first.wait_for()
    return [page.evaluate(ONCE, where | {"turn": turn}) for turn in range(TIMES + 5)][5:]


def notebook(folder: Path, name: str, code: str) -> None:
    """Write a notebook of one cell."""
    cells = [nbformat.v4.new_code_cell(code)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(made, folder / f"{name}.ipynb")


def size(text: str) -> str:
    """Bytes as they are, and packed as a server would."""
    return f"{len(text.encode()):7d} {len(gzip.compress(text.encode())):6d}"


def main() -> None:
    """Measure all three in one run, and print them side by side."""
    taken = {}
    with tempfile.TemporaryDirectory() as temp, sync_playwright() as playwright:
        folder = Path(temp)
        notebook(folder, "ours", OURS)
        notebook(folder, "plain", PLAIN)
        server = voila(folder, folder / "voila.log")
        path = os.environ.get("CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            page = browser.new_page()
            mount(page, Quiz(ITEM))
            taken["Quiz, no kernel"] = measure(page, QUIZ)
            page = browser.new_page()
            page.goto(f"{server.url}/voila/render/ours.ipynb", timeout=90_000)
            taken["Quiz under Voilà"] = measure(page, QUIZ)
            page = browser.new_page()
            page.goto(f"{server.url}/voila/render/plain.ipynb", timeout=90_000)
            taken["ipywidgets under Voilà"] = measure(page, WIDGETS)
        finally:
            browser.close()
            server.stop()
    base = statistics.median(taken["Quiz, no kernel"])
    print(f"from click to feedback, {TIMES} times    median   quartiles (ms)  ratio")
    for name, times in taken.items():
        low, middle, high = statistics.quantiles(times, n=4)
        print(f"{name:37} {middle:7.1f} {low:7.1f} {high:7.1f} {middle / base:6.1f}")
    print("bytes                                     raw   gzip")
    files = [HERE / "shared.js", *sorted(HERE.glob("*answers.*s")), *sorted(HERE.glob("quiz/*.*s"))]
    for file in files:
        print(f"{file.relative_to(HERE).as_posix():37} {size(file.read_text(encoding='utf-8'))}")
    print(f"{'the Quiz, joined':37} {size(Quiz._esm)}")


if __name__ == "__main__":
    main()
