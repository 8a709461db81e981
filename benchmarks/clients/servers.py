"""The four ways to serve the lessons that are set side by side, each ready for a class."""

import gzip
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.browser.servers import ROOT, Server, dashboard, free_port

from milia.pages.site.making import site

from .cost import tree, used

POOL = 30  # kernels kept warm for one lesson: as many as a class, for Voilà's pool is per notebook
LESSONS = ROOT / "notebooks"


@dataclass(frozen=True)
class Way:
    """A way to serve, with how a lesson is addressed and whether its pages need a kernel."""

    name: str
    start: Callable[[Path, str, int], Server]
    address: str = "/voila/render/{}.ipynb"
    kernel: bool = False
    most: int = 1000  # learners that it is asked to bear


@dataclass
class Prepared:
    """What the ways share: the folder they may write in, and the files of the static one."""

    folder: Path
    site: Path = field(init=False)

    def __post_init__(self) -> None:
        """Write what `make site` makes, with a packed twin of each file, as hosts keep them."""
        self.site = self.folder / "site"
        for name, content in site(LESSONS).items():
            whole = self.site / name
            whole.parent.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(content)
            packed = gzip.compress(content, mtime=0)
            if len(packed) < 0.9 * len(content):
                whole.with_name(whole.name + ".gz").write_bytes(packed)


def stock(folder: Path, _lesson: str, _pool: int, *options: str, lessons: Path = LESSONS) -> Server:
    """`voila notebooks/` with Voilà's own template and settings, started outside the course."""
    port = free_port()
    command = [sys.executable, "-m", "voila", str(lessons), "--no-browser", f"--port={port}"]
    command += ["--Voila.port_retries=0", *options]
    return Server(command, port, "/", folder / "voila.log", cwd=folder)


def preheated(folder: Path, lesson: str, pool: int) -> Server:
    """The same with a pool of warm kernels, full; for the lesson alone, or each gets a pool."""
    alone = folder / f"only-{lesson}"
    alone.mkdir(exist_ok=True)
    shutil.copy(LESSONS / f"{lesson}.ipynb", alone)
    server = stock(
        folder, lesson, pool, "--preheat_kernel=True", f"--pool_size={pool}", lessons=alone
    )
    wait_for(lambda: len(tree(server.process.pid)) > pool and idle(server))
    return server


def ours(folder: Path, _lesson: str, _pool: int) -> Server:
    """`make dashboard`, with every lesson made."""
    server = dashboard(LESSONS, folder / "dashboard.log")
    # Only Python's own helper of those processes stays when all is made.
    wait_for(lambda: len(tree(server.process.pid)) <= 2 and idle(server))
    return server


def static(folder: Path, _lesson: str, _pool: int) -> Server:
    """The same pages as files behind plain_server.py."""
    port = free_port()
    script = str(Path(__file__).with_name("plain_server.py"))
    command = [sys.executable, script, str(folder / "site"), str(port)]
    return Server(command, port, "/", folder / "static.log")


WAYS = (
    Way("stock Voilà", stock, kernel=True, most=60),
    Way("preheated Voilà", preheated, kernel=True, most=60),
    Way("ours", ours),
    Way("static files", static, address="/{}.html"),
)


def wait_for(what: Callable[[], bool], limit: float = 300) -> None:
    """Wait until something is so."""
    end = time.monotonic() + limit
    while not what():
        if time.monotonic() > end:
            raise TimeoutError(f"Waited {limit} s for a server to be ready.")
        time.sleep(0.3)


def idle(server: Server) -> bool:
    """Whether the server's processes have nothing to do."""
    before = used(server.process.pid)
    time.sleep(0.5)
    return abs(used(server.process.pid) - before) < 0.1


@contextmanager
def started(way: Way, folder: Path, lesson: str, pool: int = POOL) -> Iterator[Server]:
    """A server that is ready, and gone with all its kernels at the end."""
    server = way.start(folder, lesson, pool)
    try:
        yield server
    finally:
        server.stop()


def chromium() -> str | None:
    """The browser to use, if not Playwright's own."""
    return os.environ.get("CHROMIUM") or None
