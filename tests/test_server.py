"""The dashboard's answers: what is served, what is refused, and what it says of it."""

import asyncio
import gzip
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milia.pages.server import open_files
from milia.pages.server.kernels import Rooms
from milia.pages.server.names import Names
from milia.pages.server.oneline import OneLine

from .small_server import POLICY, Small, parsed, small

LESSON = "/voila/render/one.ipynb"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.ipynb").write_text("alpha beta", encoding="utf-8")
    (tmp_path / "two.ipynb").write_text("beta", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def _heard(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "tornado.general")


def run(folder: Path, scenario: Callable[[Small], Awaitable[None]], **options: object) -> None:
    """Play a scenario on a server of its own."""

    async def play() -> None:
        async with small(folder, **options) as server:
            await scenario(server)

    # In a thread of its own: Playwright's loop may be running in this one, from another file.
    with ThreadPoolExecutor(1) as alone:
        alone.submit(lambda: asyncio.run(asyncio.wait_for(play(), 20))).result()


# -- pages and files --------------------------------------------------------------------------


def test_a_page_comes_packed_and_strict(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        status, headers, body = await server.get(LESSON, Accept_Encoding="br, gzip")
        assert status == 200
        assert gzip.decompress(body) == b"alpha beta" * 400
        assert headers["content-security-policy"] == POLICY.lower()
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"] == "no-cache"
        told = {"server", "set-cookie", "access-control-allow-origin", "x-powered-by"}
        assert not told & set(headers)
        plain = await server.get(LESSON)
        assert plain[2] == b"alpha beta" * 400
        assert "content-encoding" not in plain[1]
        assert headers["vary"] == plain[1]["vary"] == "accept-encoding"
        assert headers["etag"] != plain[1]["etag"]
        assert (await server.get("/?template=lab&theme=dark"))[2] == b"<p>home</p>"

    run(folder, scenario)


def test_a_page_that_has_not_changed_is_not_sent_again(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        for packed in ("gzip", "identity"):
            tag = (await server.get(LESSON, Accept_Encoding=packed))[1]["etag"]
            for said in (tag, f"W/{tag}", f'"other", {tag}'):
                again = await server.get(LESSON, Accept_Encoding=packed, If_None_Match=said)
                assert again[0] == 304
                assert again[2] == b""
            assert (await server.get(LESSON, Accept_Encoding=packed, If_None_Match='"x"'))[0] == 200

    run(folder, scenario)


def test_files_may_be_kept_for_ever_and_heads_have_no_body(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        await server.get(LESSON)
        status, headers, body = await server.get("/files/alpha.js")
        assert (status, body) == (200, b"alpha" * 400)
        assert headers["cache-control"] == "public, max-age=31536000, immutable"
        assert headers["content-type"] == "text/javascript; charset=utf-8"
        status, headers, body = await server.get("/files/alpha.js", "HEAD")
        assert (status, headers["content-length"], body) == (200, "2000", b"")

    run(folder, scenario)


def test_who_waits_for_a_page_waits_for_that_page_alone(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        server.maker.gates = {name: asyncio.Event() for name in "abcdefgh"}
        for name in server.maker.gates:
            server.write(name, name)
        server.library.look()
        waiting = asyncio.create_task(server.get("/voila/render/h.ipynb"))
        while server.library._waiting[:1] != ["h"]:
            await asyncio.sleep(0)
        assert (await server.get("/"))[0] == 200
        server.maker.gates["a"].set()  # whoever makes it is free now, and h comes next
        server.maker.gates["h"].set()
        assert (await waiting)[0] == 200
        assert "g" not in server.maker.made
        for gate in server.maker.gates.values():
            gate.set()

    run(folder, scenario)


class Opened:
    """What this process opens to write, while it is listened to; Python tells of every one."""

    def __init__(self) -> None:
        self.files: list[str] | None = None
        sys.addaudithook(self.hear)

    def hear(self, event: str, about: tuple) -> None:
        if self.files is not None and event in ("open", "os.mkdir", "os.rename"):
            flags = about[2] if event == "open" else os.O_CREAT
            if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                self.files.append(str(about[0]))


def test_serving_writes_no_file(folder: Path) -> None:
    """So a disk that is full changes nothing for who reads."""
    opened = Opened()

    async def scenario(server: Small) -> None:
        await server.get(LESSON)
        opened.files = []
        for place in ("/", LESSON, "/files/alpha.js", "/nowhere", "/files/../up"):
            await server.get(place)
        server.library.look()
        server.door.sweep()
        found, opened.files = opened.files, None
        assert found == []
        opened.files = []
        server.write("one", "this is noticed")
        found, opened.files = opened.files, None
        assert found == [str(folder / "one.ipynb")]

    run(folder, scenario)


# -- a folder that changes --------------------------------------------------------------------


def test_a_changed_lesson_is_the_old_one_until_the_new_one_is_there(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        old = (await server.get(LESSON))[1]["etag"]
        server.maker.gates["one"] = asyncio.Event()
        server.write("one", "gamma")
        server.library.look()
        assert (await server.get(LESSON))[1]["etag"] == old
        server.maker.gates["one"].set()
        await made(server, "one")
        assert (await server.get(LESSON))[2] == b"gamma" * 400
        assert (await server.get("/files/alpha.js"))[0] == 200  # for who still reads the old page
        server.write("one", "delta")
        server.library.look()
        await made(server, "one")
        assert (await server.get("/files/alpha.js"))[0] == 404
        assert (await server.get("/files/beta.js"))[0] == 200  # the other lesson's

    run(folder, scenario)


async def made(server: Small, name: str) -> None:
    """Wait until a lesson is made."""
    while name in server.library._waiting or name in server.library._tasks:
        await asyncio.sleep(0)


def test_a_lesson_comes_and_goes(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        assert (await server.get("/voila/render/new.ipynb"))[0] == 404
        server.write("new", "new")
        assert (await server.get("/voila/render/new.ipynb"))[2] == b"new" * 400
        (folder / "new.ipynb").unlink()
        server.library.look()
        status, _, body = await server.get("/voila/render/new.ipynb")
        assert (status, body) == (404, b"<p>missing</p>")
        assert (await server.get(LESSON))[0] == 200

    run(folder, scenario)


def test_a_lesson_deleted_while_it_is_made_is_missing(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        server.maker.gates["new"] = asyncio.Event()
        server.write("new", "new")
        waiting = asyncio.create_task(server.get("/voila/render/new.ipynb"))
        while server.door.asking or not server.door.open or "new" not in server.library._tasks:
            await asyncio.sleep(0)
        (folder / "new.ipynb").unlink()
        server.maker.gates["new"].set()
        assert (await waiting)[0] == 404

    run(folder, scenario)


def test_a_lesson_that_raises_says_so_and_comes_back_when_mended(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(server: Small) -> None:
        server.write("one", "raise")
        server.library.look()
        await made(server, "one")
        status, headers, body = await server.get(LESSON)
        assert (status, body) == (500, b"<p>failed</p>")
        assert "etag" not in headers
        assert (await server.get("/voila/render/two.ipynb"))[0] == 200
        said = "The lesson one.ipynb is no page now: cell c1: ValueError: no"
        assert caplog.messages.count(said) == 1
        server.write("one", "mended")
        server.library.look()
        await made(server, "one")
        assert (await server.get(LESSON))[2] == b"mended" * 400

    run(folder, scenario)


def test_a_file_that_is_still_being_written_is_not_judged(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        await server.get(LESSON)
        server.maker.gates["one"] = asyncio.Event()
        server.write("one", "raise half a lesson")
        server.library.look()
        while "one" not in server.library._tasks:
            await asyncio.sleep(0)
        server.write("one", "a whole lesson")
        server.maker.gates["one"].set()
        await made(server, "one")
        assert (await server.get(LESSON))[2] == b"a whole lesson" * 400

    run(folder, scenario)


def test_a_folder_that_is_away_for_a_moment_takes_nothing_away(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        await server.get(LESSON)
        away = folder.rename(folder.with_name("away"))
        server.library.look()
        assert (await server.get(LESSON))[0] == 200
        away.rename(folder)

    run(folder, scenario)


# -- what is refused --------------------------------------------------------------------------

HOST = b"Host: localhost\r\n"
NASTY = {
    "no http at all": (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", 400),
    "another's name": (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
    "two names": (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 421),
    "a post": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\n\r\n", 405),
    "a delete": (b"DELETE /voila/render/one.ipynb HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    "a method of its own": (b"BREW / HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    "two lengths": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 1, 2\r\n\r\n", 400),
    "smuggling": (
        b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0",
        400,
    ),
    "a long address": (b"GET /" + b"a" * 3000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
    "up and out": (b"GET /voila/render/../secret.txt HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "up in disguise": (b"GET /files/%2e%2e%2fsecret.txt HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "up in two": (b"GET /files/%252e%252e/secret.txt HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a backslash": (b"GET /files/..\\secret.txt HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a zero": (b"GET /files/one%00.js HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a line of its own": (b"GET /%0d%0aRefused:%20all HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a proxy's address": (b"GET http://evil.example/ HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a star": (b"OPTIONS * HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    "huge headers": (b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 20_000 + b"\r\n\r\n", 0),
    "a huge body": (b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 99999999\r\n\r\n", 400),
    "chunks without end": (
        b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n2710\r\n",
        400,
    ),
    "a huge body with a get": (
        b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 99999999\r\n\r\n",
        400,
    ),
}


@pytest.mark.parametrize("case", NASTY)
def test_what_is_nasty_is_refused_in_one_line(
    folder: Path, caplog: pytest.LogCaptureFixture, case: str
) -> None:
    raw, status = NASTY[case]

    async def scenario(server: Small) -> None:
        answer = await server.send(raw)
        assert parsed(answer)[0] == status
        assert b"secret" not in answer
        assert (await server.get(LESSON))[0] == 200
        lines = [OneLine().format(record) for record in caplog.records]
        assert len(lines) == 1
        assert "\n" not in lines[0]
        assert not any(record.exc_info for record in caplog.records)

    run(folder, scenario)


@pytest.mark.parametrize(
    "address",
    [
        "/voila/files/one.ipynb",
        "/files/one.ipynb",
        "/files/",
        "/one.ipynb",
        "/voila/render/one",
        "/voila/render/secret.txt",
        "/voila/tree",
        "/voila/api/contents/one.ipynb",
        "/voila/static/voila.js",
        "/voila/templates/milia/static/page.js",
        "/api/kernels",
        "/api/kernels/0a-0a-0a-0a-0a/channels",
        "/voila/api/shutdown/0a-0a-0a-0a-0a",
        "/login",
        "/metrics",
    ],
)
def test_there_is_nothing_but_pages_and_their_files(folder: Path, address: str) -> None:
    async def scenario(server: Small) -> None:
        server.write("needy", "kernel")
        server.library.look()
        await made(server, "needy")
        status, _, body = await server.get(address)
        assert (status, body) == (404, b"<p>missing</p>")
        assert server.rooms.app is None  # Voilà has not even been imported for it

    run(folder, scenario)


@pytest.mark.parametrize("how", [{"method": "HEAD"}, {"Sec_Fetch_Dest": "image"}])
def test_a_kernel_is_not_started_by_the_way(folder: Path, how: dict) -> None:
    async def scenario(server: Small) -> None:
        server.write("needy", "kernel")
        assert (await server.get("/voila/render/needy.ipynb", **how))[0] == 405
        assert server.rooms.app is None

    run(folder, scenario)


def test_a_voila_that_cannot_start_leaves_nobody_waiting(
    folder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise SystemExit("no settings")

    async def scenario(server: Small) -> None:
        server.write("needy", "kernel")
        status, _, body = await server.get("/voila/render/needy.ipynb")
        assert (status, body) == (500, b"<p>failed</p>")
        assert "A page could not be answered: SystemExit: no settings" in caplog.messages
        assert (await server.get(LESSON))[0] == 200

    monkeypatch.setattr("milia.pages.server.kernels.brought_in", broken)
    run(folder, scenario)


REQUEST = b"GET /voila/render/one.ipynb HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
torn = st.builds(
    lambda at, put: REQUEST[:at] + put + REQUEST[at:],
    st.integers(0, len(REQUEST)),
    st.one_of(st.binary(max_size=30), st.sampled_from([b"\r\n", b"\0", b"\r\n\r\n", b"%", b" "])),
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(raws=st.lists(st.one_of(st.binary(max_size=200), torn), min_size=5, max_size=5))
def test_no_bytes_bring_it_down(
    folder: Path, caplog: pytest.LogCaptureFixture, raws: list[bytes]
) -> None:
    async def scenario(server: Small) -> None:
        for raw in raws:
            _, writer = await server.connect()
            writer.write(raw)
            writer.write_eof()
            writer.close()
        assert (await server.get(LESSON))[0] == 200

    caplog.clear()
    run(folder, scenario)
    assert not any(record.exc_info for record in caplog.records)


# -- by what name -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "answers", "refuses"),
    [
        (
            "127.0.0.1",
            ["127.0.0.1:8866", "localhost", "LOCALHOST:80", "[::1]:8866", "localhost."],
            ["evil.example:8866", "192.168.1.5", "teacher", "", "127.0.0.1.evil.example", "a b"],
        ),
        (
            "0.0.0.0",
            ["192.168.1.5:8866", "[fe80::1]", "teacher:8866", "teacher.local", "classroom.test"],
            ["evil.example", "teacher.local.evil.example", "192.168.1.5.evil.example", "", "a,b"],
        ),
        ("course.school.example", ["course.school.example:8866"], ["other.school.example"]),
    ],
)
def test_names_that_others_may_own_are_refused(
    host: str, answers: list[str], refuses: list[str]
) -> None:
    names = Names(host)
    assert [name for name in answers if name not in names] == []
    assert [name for name in refuses if name in names] == []


# -- how many, and how slow -------------------------------------------------------------------


def test_a_slow_request_is_ended_and_told_of_once(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(server: Small) -> None:
        slow, writer = await server.connect()
        writer.write(b"GET / HT")
        idle, _ = await server.connect()
        (await server.get("/"))
        while len(server.door.asking) < 2:
            await asyncio.sleep(0)
        server.door.sweep()
        assert await slow.read() == b""
        assert caplog.messages == ["Refused 127.0.0.1: its request did not end in time."]
        assert not idle.at_eof()  # a browser that connects ahead does nobody harm

    run(folder, scenario, headers=0)


def test_a_slow_body_is_ended_and_told_of_once(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(server: Small) -> None:
        assert (
            await server.send(b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 9\r\n\r\na") == b""
        )
        assert caplog.messages == ["Timeout reading body from 127.0.0.1"]

    run(folder, scenario, body=0.05)


def test_who_does_not_take_an_answer_is_let_go(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(server: Small) -> None:
        server.write("big", "".join(map(chr, range(0x4E00, 0x9FFF))))
        await server.get("/voila/render/big.ipynb", "HEAD")
        _, writer = await server.connect()
        writer.transport.pause_reading()
        writer.write(REQUEST.replace(b"one", b"big"))
        while not server.door.taking:
            await asyncio.sleep(0)
        server.door.sweep()
        while server.door.open:
            await asyncio.sleep(0)
        assert caplog.messages == ["Refused 127.0.0.1: it did not take its answer in time."]
        writer.transport.abort()

    run(folder, scenario, taking=0)


def test_a_full_house_lets_the_longest_idle_go_first(folder: Path) -> None:
    async def scenario(server: Small) -> None:
        first, _ = await server.connect()
        second, _ = await server.connect()
        while len(server.door.open) < 2:
            await asyncio.sleep(0)
        assert (await server.get("/"))[0] == 200
        assert await first.read() == b""
        assert not second.at_eof()

    run(folder, scenario, most=2)


def test_a_full_house_says_so(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(server: Small) -> None:
        server.maker.gates["new"] = asyncio.Event()
        server.write("new", "new")
        waiting = asyncio.create_task(server.get("/voila/render/new.ipynb"))
        while server.door.asking or not server.door.open:
            await asyncio.sleep(0)
        status, headers, body = await server.get("/")
        assert (status, headers["retry-after"]) == (503, "60")
        assert body.startswith(b"Too many are here at once.")
        assert caplog.messages == ["Refused 127.0.0.1: 1 connections are open."]
        server.maker.gates["new"].set()
        assert (await waiting)[0] == 200
        assert (await server.get("/"))[0] == 200

    run(folder, scenario, most=1)


def test_kernels_are_counted_and_come_one_after_another(tmp_path: Path) -> None:
    rooms = Rooms(tmp_path, most=2, per_minute=3)
    rooms.kernels = ["one that is here"]
    assert rooms.wait() == 0
    seat = rooms.take()
    assert rooms.wait() == 20  # one is here, and one is coming
    seat.leave()
    seat.leave()
    rooms.take().leave()
    assert rooms.wait() == 0
    rooms.take().leave()
    assert 50 < rooms.wait() <= 60  # three have come within a minute
    rooms.came[0] -= 61
    assert rooms.wait() == 0


@pytest.mark.parametrize(("hard", "says"), [(512, 1), (100_000, 0)])
def test_the_limit_of_open_files_is_raised_or_named(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, hard: int, says: int
) -> None:
    resource = pytest.importorskip("resource")
    asked = []
    monkeypatch.setattr(resource, "getrlimit", lambda _what: (256, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _what, limits: asked.append(limits))
    most = open_files.connections()
    assert asked == [(min(hard, open_files.MOST + open_files.SPARE), hard)]
    assert most == asked[0][0] - open_files.SPARE
    assert len(caplog.messages) == says
    if says:
        assert "only 512 files, enough for about 64 learners at once" in caplog.messages[0]
