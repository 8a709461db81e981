"""A page of the course with skin tones, as it is served: no kernel, and the strict policy."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbformat import v4
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route

from milia.pages.addresses import Addresses
from milia.pages.kernel_free import POLICY, Page, render

ORIGIN = "http://course.test/"  # plain http, and not loopback
CELLS = ("from milia import Figure, SkinTones\nSkinTones()", 'Figure("pustule")')


@cache
def toned() -> Page:
    """Render a lesson with the tones and, below, a drawing that wears the chosen one."""
    cells = [v4.new_markdown_cell("# A lesson\n\n## Skin of every color", id="title")]
    cells += [v4.new_code_cell(source, id=f"c{at}") for at, source in enumerate(CELLS)]
    with TemporaryDirectory() as folder:
        path = Path(folder, "a_lesson.ipynb")
        nbformat.write(v4.new_notebook(cells=cells), path)
        return render(path, Addresses(home="index.html", lesson="{}.html", file="files/{}"))


def visit(tab: Tab, script: str = "") -> list[str]:
    """Open it and wait until all has come; return the files it fetches, as they are fetched."""
    page, fetched = toned(), []

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(ORIGIN)
        headers = {"Content-Security-Policy": POLICY}
        if not name:
            return route.fulfill(body=page.html, content_type="text/html", headers=headers)
        name = name.removeprefix("files/")
        fetched.append(name)
        kind = {"js": "text/javascript", "css": "text/css"}.get(name.rpartition(".")[2])
        content = page.files.get(name)
        if content is None:
            return route.fulfill(status=404)
        return route.fulfill(body=content, content_type=kind or "image/jpeg", headers=headers)

    if script:
        tab.add_init_script(script)
    tab.unroute_all()
    tab.route(ORIGIN + "**", answer)
    tab.goto(ORIGIN)
    tab.locator("html[data-mounted]").wait_for()
    return fetched
