"""What is printed: a lesson, the card of questions, and the sheet to take home."""

import os
import re
import subprocess
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import jinja2
import nbformat
from nbconvert.filters import markdown2html_mistune as as_html

from ...content import find, load
from ...widgets.ask_someone.reading import line
from ...widgets.base import css
from ..addresses import Addresses
from ..kernel_free import Page, render

HERE = Path(__file__).parent
FILES = Addresses(home="index.html", lesson="{}.html", file="files/{}")
TAKE = "## Take this with you"


@dataclass(frozen=True)
class Taken:
    """What a lesson of the short path asks to take along, as HTML."""

    title: str
    html: str


def lesson_sheet(path: Path) -> Page:
    """Return a lesson as a page to print."""
    page = render(path, FILES)
    if page.needs_kernel:
        raise SystemExit(f"The lesson {path.name} cannot be printed: {page.needs_kernel[0]}")
    return for_paper(page)


def question_card(edition: date) -> Page:
    """Return the questions to ask before a removal, with lines to write on."""
    return _filled(
        "card", "Questions to ask", edition, card=find("question-card", "before-a-removal")
    )


def take_home(notebooks: Path, edition: date) -> Page:
    """Return what the lessons of the short path ask to take along, on one sheet."""
    return _filled(
        "sheet",
        "Take-home sheet",
        edition,
        lessons=taken(notebooks),
        asking=find("asking", "ask-someone"),
        bands=[load().care[name] for name in ("today", "soon", "next-visit", "fine-to-wait")],
        card=find("question-card", "before-a-removal"),
        line=line,
    )


def taken(notebooks: Path) -> list[Taken]:
    """Return the last words of each lesson of the short path that has some."""
    found = []
    for lesson in load().lessons.values():
        if lesson.short_path:
            cells = nbformat.read(notebooks / f"{lesson.id}.ipynb", as_version=4).cells
            words = [c.source.removeprefix(TAKE) for c in cells if c.source.startswith(TAKE)]
            found += [Taken(lesson.title, as_html(text.strip())) for text in words]
    return found


def edition(notebooks: Path) -> date:
    """Return the day of the content: SOURCE_DATE_EPOCH, or of the last change that was recorded.

    Where the course has no history, it is the day the newest file was written.
    """
    if (epoch := os.environ.get("SOURCE_DATE_EPOCH", "")).isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    content = HERE.parents[1] / "content"
    command = ["git", "log", "-1", "--format=%cs", "--", str(notebooks.resolve()), str(content)]
    try:
        said = subprocess.run(command, capture_output=True, text=True, cwd=HERE, check=True).stdout
        return date.fromisoformat(said.strip())
    except (OSError, ValueError, subprocess.CalledProcessError):
        files = [*notebooks.glob("*.ipynb"), *content.rglob("*.yaml")]
        newest = max(file.stat().st_mtime for file in files)
        return datetime.fromtimestamp(newest, UTC).date()


def for_paper(page: Page) -> Page:
    """Return a page with what it wears on paper."""
    link = b'<link rel="stylesheet" href="files/handout.css">\n</head>'
    html = page.html.replace(b"</head>", link, 1)
    return replace(page, html=html, files=page.files | {"handout.css": _style()})


def _filled(template: str, title: str, edition: date, **words: object) -> Page:
    jinja = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    day = re.sub(r"^0", "", f"{edition:%d %B %Y}")
    html = jinja.get_template(f"{template}.html.j2").render(title=title, day=day, **words)
    shared = css("shared").encode()
    return Page(template, html.encode(), {"shared.css": shared, "handout.css": _style()})


def _style() -> bytes:
    return (HERE / "handout.css").read_bytes()
