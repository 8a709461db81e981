"""The dashboard as it is started: real lessons, real kernels, and nothing left behind."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import nbformat
import psutil
import pytest
from nbformat import v4

from milia.pages.kernel_free import POLICY

from .browser.servers import ROOT, Server, free_port
from .browser.servers import dashboard as start

KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
SLIDER = "import ipywidgets\nipywidgets.IntSlider(description='How many')"
DIES = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
# The server, which is not patient and says each time what it tries to make.
IMPATIENT = """
from milia.pages.server import __main__ as server, library, making

make, library.AGAIN = making.Maker.make, 1

async def said(maker, what, *about):
    print("Tries", *(path.name for path in about))
    return await make(maker, what, *about)

making.Maker.make = said
server.main()
"""


def lesson(folder: Path, name: str, code: str) -> None:
    cells = [v4.new_code_cell(code, id="c1")]
    nbformat.write(v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL}), folder / name)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lessons")
    lesson(folder, "01_plain.ipynb", "print('Plain words')")
    lesson(folder, "02_raises.ipynb", "raise ValueError('no such bump')")
    lesson(folder, "03_dies.ipynb", DIES)
    return folder


@pytest.fixture(scope="module")
def server(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = start(folder, tmp_path_factory.mktemp("log") / "log", "--kernels=1")
    yield server
    server.stop()


def get(server: Server, place: str) -> tuple[int, dict, str]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(server.url + place, timeout=60) as page:
            return page.status, dict(page.headers), page.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()


def soon(what: Callable[[], object]) -> object:
    """Wait until this is so, and hand it back."""
    patience = time.monotonic() + 60
    while not (found := what()):
        assert time.monotonic() < patience
        time.sleep(0.05)
    return found


def below(server: Server) -> list[psutil.Process]:
    """The kernels, and the processes that make pages."""
    found = []
    for process in psutil.Process(server.process.pid).children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # and a zombie, which is one
            if "resource_tracker" not in " ".join(process.cmdline()):
                found.append(process)
    return found


def test_lessons_that_fail_say_so_and_leave_the_others_alone(server: Server) -> None:
    for name, reason in (
        ("02_raises", "ValueError: no such bump"),
        ("03_dies", "Kernel died"),
    ):
        status, headers, body = get(server, f"/voila/render/{name}.ipynb")
        assert status == 500
        assert "This lesson cannot be shown" in body
        assert "Traceback" not in body
        assert reason not in body
        assert headers["Content-Security-Policy"] == POLICY
        said = [line for line in server.log.read_text().splitlines() if name in line]
        assert said == [f"The lesson {name}.ipynb is no page now: cell c1: {reason}"]
    status, headers, body = get(server, "/voila/render/01_plain.ipynb")
    assert (status, "Plain words" in body) == (200, True)
    assert headers["Content-Security-Policy"] == POLICY
    assert "Traceback" not in server.log.read_text()


def test_what_a_page_links_to_is_there(server: Server) -> None:
    for place in ("/", "/voila/render/01_plain.ipynb", "/voila/render/02_raises.ipynb", "/nowhere"):
        linked = re.findall(r'(?:src|href)="(/files/[^"]+)"', get(server, place)[2])
        assert linked
        for file in linked:
            status, headers, _ = get(server, file)
            assert status == 200
            assert "immutable" in headers["Cache-Control"]


def test_serving_holds_no_file_open_and_leaves_none(server: Server, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    for place in ["/", "/voila/render/01_plain.ipynb", "/nowhere"] * 20:
        get(server, place)
    assert sorted(folder.rglob("*")) == before
    opened = psutil.Process(server.process.pid).open_files()
    assert [file.path for file in opened if Path(file.path) != server.log] == []


def test_a_lesson_that_needs_a_kernel_gets_one_and_the_next_reader_is_asked_to_wait(
    server: Server, folder: Path
) -> None:
    plain = "/voila/static/voila.js"
    assert get(server, plain)[0] == 404  # nothing of Voilà's while nobody needs it
    lesson(folder, "04_slider.ipynb", SLIDER)
    status, headers, body = get(server, "/voila/render/04_slider.ipynb")
    assert status == 200
    assert "Server" not in headers
    assert "Set-Cookie" not in headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    settings = json.loads((ROOT / "voila.json").read_text("utf-8"))["Voila"]["tornado_settings"]
    assert headers["Content-Security-Policy"] == settings["headers"]["Content-Security-Policy"]
    kernel = re.search(r'"kernelId": "([\w-]+)"', body)[1]
    (process,) = below(server)

    status, headers, body = get(server, "/voila/render/04_slider.ipynb")
    assert (status, headers["Retry-After"]) == (503, "20")
    assert "The room is full" in body
    assert headers["Content-Security-Policy"] == POLICY
    assert get(server, "/voila/render/01_plain.ipynb")[0] == 200

    assert get(server, plain)[0] == 200
    assert get(server, f"/api/kernels/{kernel}")[0] == 200
    for place in ("/api/kernels", "/voila/tree", "/voila/files/01_plain.ipynb", "/login"):
        assert get(server, place)[0] == 404

    process.send_signal(signal.SIGKILL)
    process.wait()
    assert get(server, "/voila/render/01_plain.ipynb")[0] == 200
    assert "Traceback" not in server.log.read_text()

    (folder / "04_slider.ipynb").unlink()
    soon(lambda: get(server, f"/api/kernels/{kernel}")[0] == 404)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_when_it_ends(tmp_path: Path, end: int) -> None:
    """Neither a kernel, nor a process that makes a page just then."""
    lesson(tmp_path, "01_long.ipynb", "import time\ntime.sleep(600)")
    lesson(tmp_path, "02_slider.ipynb", SLIDER)
    server = start(tmp_path, tmp_path / "log")
    try:
        assert get(server, "/voila/render/02_slider.ipynb")[0] == 200
        left = soon(lambda: len(found := below(server)) >= 3 and found)
        os.kill(server.process.pid, end)
        server.process.wait(30)
        _, alive = psutil.wait_procs(left, timeout=30)
        assert alive == []
        if end == signal.SIGTERM:
            assert server.process.returncode == 0
            assert "Traceback" not in server.log.read_text()
    finally:
        server.stop()


def test_a_port_that_is_taken_is_named(server: Server, folder: Path) -> None:
    command = [sys.executable, "-m", "milia.pages.server", str(folder), f"--port={server.port}"]
    again = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert again.returncode == 1
    assert again.stderr == (
        f"The course cannot be served at 127.0.0.1, port {server.port}: it is in use.\n"
    )


def test_the_cap_counts_those_who_come_together(tmp_path: Path) -> None:
    lesson(tmp_path, "01_slider.ipynb", SLIDER)
    server = start(tmp_path, tmp_path / "log", "--kernels=2")
    try:
        with ThreadPoolExecutor(4) as pool:
            places = ["/voila/render/01_slider.ipynb"] * 4
            answers = list(pool.map(lambda place: get(server, place), places))
        assert sorted(status for status, _, _ in answers) == [200, 200, 503, 503]
        assert len(below(server)) == 2
    finally:
        server.stop()


@pytest.mark.skipif(not hasattr(psutil.Process, "rlimit"), reason="only Linux can be told this")
def test_a_full_disk_leaves_every_page_as_it_was_and_is_over_when_there_is_room(
    tmp_path: Path,
) -> None:
    """A process that may write no byte finds every disk full; what it says goes into a pipe."""
    for name in ("01_plain.ipynb", "02_other.ipynb"):
        lesson(tmp_path, name, f"print('Words of {name}')")
    port = free_port()
    command = [sys.executable, "-u", "-c", IMPATIENT, str(tmp_path), f"--port={port}"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said: list[str] = []
    threading.Thread(target=lambda: said.extend(child.stdout), daemon=True).start()
    server = SimpleNamespace(url=f"http://127.0.0.1:{port}")
    try:
        soon(lambda: answers(server))
        assert "Words of 01" in get(server, "/voila/render/01_plain.ipynb")[2]
        assert "Words of 02" in get(server, "/voila/render/02_other.ipynb")[2]
        process = psutil.Process(child.pid)
        _, most = process.rlimit(psutil.RLIMIT_FSIZE)
        process.rlimit(psutil.RLIMIT_FSIZE, (0, most))
        lesson(tmp_path, "01_plain.ipynb", "print('Newer words')")
        lesson(tmp_path, "03_new.ipynb", "print('Never seen before')")
        status, _, html = get(server, "/voila/render/03_new.ipynb")
        assert status == 500
        assert "main" in html
        soon(lambda: any("01_plain.ipynb keeps its page" in line for line in said))
        before = len(said)
        for name in ("01_plain.ipynb", "03_new.ipynb"):  # the last of them has begun, no more
            soon(lambda name=name: said[before:].count(f"Tries {name}\n") >= 3)
        for words in ("01_plain.ipynb keeps", "03_new.ipynb is no page"):
            assert sum(words in line for line in said) == 1, said
        assert "Words of 01" in get(server, "/voila/render/01_plain.ipynb")[2]
        assert "Words of 02" in get(server, "/voila/render/02_other.ipynb")[2]

        process.rlimit(psutil.RLIMIT_FSIZE, (most, most))
        soon(lambda: "Newer words" in get(server, "/voila/render/01_plain.ipynb")[2])
        soon(lambda: "Never seen before" in get(server, "/voila/render/03_new.ipynb")[2])
        assert "Traceback" not in "".join(said)
    finally:
        child.terminate()
        child.wait(15)


def answers(server: SimpleNamespace) -> bool:
    with contextlib.suppress(OSError):
        return get(server, "/")[0] == 200
    return False
