"""Render a lesson, or home, as a page that needs neither a kernel nor Voilà's front end."""

import re
from base64 import b64decode
from collections.abc import AsyncIterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote_to_bytes

import jinja2
import nbformat
from jupyter_core.utils import run_sync
from jupyter_server.services.contents.filemanager import FileContentsManager
from nbformat import NotebookNode
from voila.exporter import VoilaExporter
from voila.paths import collect_template_paths

from .addresses import PAGES, Addresses, Shelf
from .execution import executed
from .widget_state import Need, take_state

TEMPLATE = PAGES / "template"
# The strictest policy these pages live with: nothing inline, nothing from another host.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
LINK = re.compile(r'(?<=href=")([\w.-]+)\.ipynb(?=["#])')
INLINED = re.compile(r'(<img\b[^>]*?)src="data:image/([a-z]+)(?:\+xml)?(;base64)?,([^"]*)"')
SIZE = re.compile(rb"""<svg\b[^>]*? width=["']([\d.]+)["'] height=["']([\d.]+)""")


@dataclass(frozen=True)
class Page:
    """A page, the files it links to by name, and the widgets that would not live on it."""

    name: str
    html: bytes
    files: dict[str, bytes]  # a name changes with what is in the file, so it may be kept for ever
    needs_kernel: tuple[Need, ...] = ()

    def kind(self, *suffixes: str) -> dict[str, bytes]:
        """Return the files of one kind, as in `page.kind(".js")`."""
        return {name: self.files[name] for name in self.files if name.endswith(suffixes)}


def render(path: Path, addresses: Addresses | None = None) -> Page:
    """Run a lesson and return it as a page; the same lesson gives the same bytes.

    Raises `LessonFailed`, which says why, if a cell raises. It takes a second or two: a server
    calls it in a thread.
    """
    shelf = Shelf(addresses or Addresses())
    notebook = executed(nbformat.read(path, as_version=4), path)
    state = take_state(notebook, shelf)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if html := output.get("data", {}).get("text/html"):
                output.data["text/html"] = linked(html, shelf)
    html = run_sync(_exported)(path, notebook, shelf, state.context())
    return Page(path.stem, html.encode(), shelf.files, state.needs)


def render_home(addresses: Addresses | None = None) -> Page:
    """Return the page that lists the lessons."""
    return _shell("home", "tree.html", addresses)


def render_error(status: int, addresses: Addresses | None = None) -> Page:
    """Return the page that says, in plain words, that something is missing or went wrong."""
    template = "404.html" if status == 404 else "error.html"
    return _shell(f"error-{status}", template, addresses, status_code=status)


def _shell(name: str, template: str, addresses: Addresses | None, **context: object) -> Page:
    shelf = Shelf(addresses or Addresses())
    jinja = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATE), autoescape=True)
    html = jinja.get_template(template).render(shelf=shelf, **context)
    return Page(name, html.encode(), shelf.files)


def linked(html: str, shelf: Shelf) -> str:
    """Let links lead to where lessons are, and pictures come as files that many pages share."""

    def picture(found: re.Match) -> str:
        before, kind, packed, data = found.groups()
        content = b64decode(data) if packed else unquote_to_bytes(unescape(data))
        room = ""
        if size := SIZE.match(content):  # or the page would jump when the picture comes
            room = ' width="{:.0f}" height="{:.0f}"'.format(*map(float, size.groups()))
        address = shelf.put("picture", f".{kind}", content)
        return f'{before}loading="lazy"{room} src="{address}"'

    html = LINK.sub(lambda found: shelf.addresses.lesson_at(found[1]), html)
    return INLINED.sub(picture, html)


class _Exporter(VoilaExporter):
    """Voilà's own, with the links and pictures in its Markdown put where this page has them."""

    shelf: Shelf

    @jinja2.pass_context
    def markdown2html(self, context: jinja2.runtime.Context, source: str) -> str:
        return linked(super().markdown2html(context, source), self.shelf)


async def _exported(path: Path, notebook: NotebookNode, shelf: Shelf, context: dict) -> str:
    """Write the page with Voilà's exporter and our template; its cells have been run already."""

    async def kernel_start(_notebook: NotebookNode) -> str:
        return ""

    async def cells(notebook: NotebookNode, _kernel: str) -> AsyncIterator[NotebookNode]:
        for cell in notebook.cells:
            yield cell

    exporter = _Exporter(
        template_paths=[str(TEMPLATE), *collect_template_paths(["voila", "nbconvert"], "lab")],
        template_name="milia",
        contents_manager=FileContentsManager(root_dir=str(path.parent.resolve())),
        theme="light",
        base_url="/",
        exclude_input=True,
    )
    exporter.shelf = shelf
    made = exporter.generate_from_notebook_node(
        notebook,
        resources={"base_url": "/", "theme": "light", "metadata": {"name": path.stem}},
        extra_context={
            "kernel_start": kernel_start,
            "cell_generator": cells,
            "shelf": shelf,
            **context,
        },
    )
    return "".join([html async for html, _ in made])
