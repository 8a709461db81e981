"""Make the files of a site from a folder of lessons."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from ..addresses import Addresses, Shelf
from ..execution import LessonFailed
from ..kernel_free import Page, render, render_error, render_home
from ..server.making import AT_ONCE, end_with_parent
from .head import install_lines, manifest, policy, with_head
from .offline import register_line, worker
from .single import alone

SERVED = b"This page talks to the computer that serves it, and to no other."
ALONE = b"This page is one file and talks to no computer."
AT = Addresses(home="index.html", lesson="{}.html", file="files/{}")
WAY_BACK = (Path(__file__).parent / "way_back.js").read_text("utf-8")


class Refused(SystemExit):
    """Why there is no site, in one sentence."""


@dataclass(frozen=True)
class Failed:
    """Why a lesson is no page: a value, as not every exception travels between processes."""

    cell: str
    why: str


def site(pages: list[Page]) -> dict[str, bytes]:
    """Return every file of the site by its path; the same lessons give the same bytes."""
    shelf = Shelf(AT)
    about = manifest(shelf)
    lines = [*install_lines(shelf), register_line(shelf)]
    for page in pages:
        shelf.files |= page.files
    files = {AT.file_at(name): content for name, content in shelf.files.items()}
    rules = policy(manifest_src="'self'", worker_src="'self'")
    files |= {name: with_head(page.html, rules, *lines) for name, page in named(pages).items()}
    files["404.html"] = missing()
    files["manifest.webmanifest"] = about
    files["sw.js"] = worker(files)
    return dict(sorted(files.items()))


def missing() -> bytes:
    """Return the page that hosts show in place of a missing one, at any depth.

    There its files would not be found, so it brings them along; where its links lead to it finds
    out by a picture of the course.
    """
    page, shelf = render_error(404, AT), Shelf(AT)
    mark = shelf.take("mark.svg")
    script = shelf.put("way_back", ".js", f'const MARK = "{mark}";\n{WAY_BACK}'.encode())
    html = page.html.replace(b"</body>", f'<script src="{script}"></script>\n</body>'.encode())
    return alone(replace(page, html=html, files=page.files | shelf.files), AT, "'self' data:")


def single_files(pages: list[Page]) -> dict[str, bytes]:
    """Return each page as one file that needs no other file and no host."""
    files = {name: alone(page, AT) for name, page in named(pages).items()}
    return {name: files[name].replace(SERVED, ALONE) for name in sorted(files)}


def named(pages: list[Page]) -> dict[str, Page]:
    """Return the pages by the names of their files."""
    return {AT.home if page.name == "home" else AT.lesson_at(page.name): page for page in pages}


def pages_of(notebooks: Path) -> list[Page]:
    """Run every lesson, as many at once as the machine has room for; return home and them."""
    paths = sorted(notebooks.glob("*.ipynb"))
    if not paths:
        raise Refused(f"There is no lesson in {notebooks}: run this from the course's own folder.")
    if taken := {"home", "index", "404"} & {path.stem for path in paths}:
        raise Refused(f"A lesson cannot be called {min(taken)}: a page of the site is. Rename it.")
    made = side_by_side(paths)
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


def side_by_side(paths: list[Path]) -> list[Page | Failed]:
    """Make the pages in processes of their own, or in this one where that takes no longer."""
    if AT_ONCE == 1 or len(paths) == 1:
        return list(map(page_of, paths))
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(AT_ONCE, spawn, begin) as pool:
        try:
            return list(pool.map(page_of, paths))
        except BrokenProcessPool:
            raise Refused(
                "A process that makes pages was killed, most often for want of memory: close "
                "what is open, then make the site again."
            ) from None


def begin() -> None:
    """Begin a process that ends when this one does, and leaves Ctrl-C to it."""
    if hasattr(os, "setpgrp"):
        os.setpgrp()  # what runs a lesson answers Ctrl-C by itself, with a page of words
    end_with_parent()


def page_of(path: Path) -> Page | Failed:
    """Make the page of a lesson, or say why there is none."""
    try:
        return render(path, AT)
    except LessonFailed as error:
        return Failed(error.cell or "?", " ".join(error.reason.split()))
    except Exception as error:  # a notebook that cannot be read
        return Failed("?", " ".join(f"{type(error).__name__}: {error}".split()))
