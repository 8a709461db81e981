"""Make the files of a site from a folder of lessons."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..addresses import Addresses, Shelf
from ..execution import LessonFailed
from ..kernel_free import Page, render, render_error, render_home
from ..server.making import AT_ONCE, end_with_parent
from .head import install_lines, manifest, policy, with_head
from .offline import register_line, worker
from .single import alone

AT = Addresses(home="index.html", lesson="{}.html", file="files/{}")


class Refused(SystemExit):
    """Why there is no site, in one sentence."""


@dataclass(frozen=True)
class Failed:
    """Why a lesson is no page: a value, as not every exception travels between processes."""

    cell: str
    why: str


def site(notebooks: Path) -> dict[str, bytes]:
    """Return every file of the site by its path; the same lessons give the same bytes."""
    pages, shelf = pages_of(notebooks), Shelf(AT)
    about = manifest(shelf)
    lines = [*install_lines(shelf), register_line(shelf)]
    for page in pages:
        shelf.files |= page.files
    files = {AT.file_at(name): content for name, content in shelf.files.items()}
    rules = policy(manifest_src="'self'", worker_src="'self'")
    files |= {name: with_head(page.html, rules, *lines) for name, page in named(pages).items()}
    # Hosts show it at any depth, where its files would not be found: so it brings them along.
    files["404.html"] = alone(render_error(404, AT), AT)
    files["manifest.webmanifest"] = about
    files["sw.js"] = worker(files)
    return dict(sorted(files.items()))


def single_files(notebooks: Path) -> dict[str, bytes]:
    """Return each page as one file that needs no other file and no host."""
    pages = named(pages_of(notebooks))
    return {name: alone(page, AT) for name, page in sorted(pages.items())}


def named(pages: list[Page]) -> dict[str, Page]:
    """Return the pages by the names of their files."""
    return {AT.home if page.name == "home" else AT.lesson_at(page.name): page for page in pages}


def pages_of(notebooks: Path) -> list[Page]:
    """Run every lesson, as many at once as the machine has room for, and return home with them."""
    paths = sorted(notebooks.glob("*.ipynb"))
    if not paths:
        raise Refused(f"There is no lesson in {notebooks}: run this from the course's own folder.")
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(AT_ONCE, spawn, end_with_parent) as pool:
        made = list(pool.map(page_of, paths))
    for path, page in zip(paths, made, strict=True):
        if isinstance(page, Failed):
            raise Refused(
                f"The lesson {path.name} fails in cell {page.cell} ({page.why}): mend that cell, "
                "then make the site again."
            )
        if page.needs_kernel:
            raise Refused(
                f"The lesson {path.name} cannot be a file, which has no kernel. "
                + " ".join(map(str, page.needs_kernel))
                + " Take it out, then make the site again."
            )
    return [render_home(AT), *made]


def page_of(path: Path) -> Page | Failed:
    """Make the page of a lesson, or say why there is none."""
    try:
        return render(path, AT)
    except LessonFailed as error:
        return Failed(error.cell or "?", " ".join(error.reason.split()))
    except Exception as error:  # a notebook that cannot be read
        return Failed("?", " ".join(f"{type(error).__name__}: {error}".split()))
