"""Make pages in processes of their own: the server never waits, and outlives whatever they do."""

import asyncio
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from .packed import Failed, Made, Packed, Words, pack

AT_ONCE = min(4, os.cpu_count() or 1)
OURS = {  # pages that are no lesson
    "home": "tree.html",
    "missing": "404.html",
    "failed": "failed.html",
    "full": "full.html",
}


def lesson(path: Path) -> Made | Failed:
    """Make the page of a lesson, or say why there is none."""
    from ..execution import LessonFailed  # heavy, and needed in these processes alone
    from ..kernel_free import render

    try:
        page = render(path)
    except LessonFailed as error:
        return Failed(f"cell {error.cell or '?'}: {error.reason}")
    except OSError as error:  # the system's fault, not the lesson's
        return Failed(f"{type(error).__name__}: {error}", may_pass=True)
    except (Exception, SystemExit) as error:  # a lesson may do anything; the others go on
        return Failed(f"{type(error).__name__}: {error}")
    needs = tuple(map(str, page.needs_kernel))
    return Made(pack("page.html", page.html), packed(page.files), needs)


def words() -> Words:
    """Make the pages that are no lesson."""
    import jinja2

    from ..addresses import Addresses, Shelf
    from ..kernel_free import POLICY, TEMPLATE

    loader = jinja2.FileSystemLoader(TEMPLATE)
    templates, made = jinja2.Environment(loader=loader, autoescape=True), {}
    for name, template in OURS.items():
        shelf = Shelf(Addresses())
        html = templates.get_template(template).render(shelf=shelf).encode()
        made[name] = Made(pack("page.html", html), packed(shelf.files))
    return Words(made, POLICY)


def packed(files: dict[str, bytes]) -> dict[str, Packed]:
    """Pack the files of a page."""
    return {name: pack(name, content) for name, content in files.items()}


class Maker:
    """Processes that come when there is something to make, and go when all is made."""

    def __init__(self) -> None:
        """Begin with none."""
        self._pool: ProcessPoolExecutor | None = None
        self._asked = 0
        self._ended = False

    async def make(self, what: Callable, *about: Path) -> object:
        """Have something made; a process that dies over it is replaced, and is told of."""
        self._asked += 1
        try:
            for _ in range(2):  # one that died over another page takes this one with it
                if self._ended:
                    raise asyncio.CancelledError
                try:
                    return await asyncio.wrap_future(self._processes().submit(what, *about))
                except BrokenProcessPool:
                    self._pool = None
            return Failed("the process that makes it was killed")
        finally:
            self._asked -= 1
            if not self._asked and self._pool:
                self._pool.shutdown(wait=False)
                self._pool = None

    def _processes(self) -> ProcessPoolExecutor:
        if not self._pool:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(AT_ONCE, spawn, end_with_parent)
        return self._pool

    def end(self) -> None:
        """End them, whatever they are at."""
        self._ended = True
        for process in multiprocessing.active_children():
            process.kill()  # nbclient would end its kernel alone; one whose parent dies ends, too


def end_with_parent() -> None:
    """End this process when the server is gone, even if it was killed."""
    parent = multiprocessing.parent_process()
    threading.Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()
