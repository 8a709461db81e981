"""Our server in this process, on lessons that are made at once: a text file each."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

from milia.pages.server.door import Door
from milia.pages.server.exchange import Exchange, Site
from milia.pages.server.kernels import Rooms
from milia.pages.server.library import Library
from milia.pages.server.making import OURS, words
from milia.pages.server.names import Names
from milia.pages.server.packed import Failed, Made, Words, pack

POLICY = "default-src 'none'; script-src 'self'"


class AtOnce:
    """Stands in for the processes that make pages: a lesson's page is its text."""

    def __init__(self) -> None:
        self.gates: dict[str, asyncio.Event] = {}  # a lesson with a gate waits for it
        self.made: list[str] = []

    async def make(self, what: Callable, *about: Path) -> object:
        if what is words:
            pages = {name: Made(pack("page.html", f"<p>{name}</p>".encode())) for name in OURS}
            return Words(pages, POLICY)
        text = about[0].read_text("utf-8")
        if gate := self.gates.get(about[0].stem):
            await gate.wait()
        self.made.append(about[0].stem)
        if "raise" in text:
            return Failed("cell c1: ValueError: no")
        files = {f"{name}.js": pack("a.js", name.encode() * 400) for name in text.split()}
        needs = ("IntSlider in cell c1 is no anywidget.",) if "kernel" in text else ()
        return Made(pack("page.html", text.encode() * 400), files, needs)


class Small:
    """A running server, and how to talk to it."""

    def __init__(self, folder: Path, host: str, most: int, limits: dict) -> None:
        self.maker, self.folder = AtOnce(), folder
        self.library = Library(folder, self.maker)
        self.rooms = Rooms(folder, 1, 2)
        site = Site(self.library, Names(host), self.rooms)
        self.door = Door(partial(Exchange, site), most=most, limits=limits)

    def write(self, name: str, text: str) -> None:
        (self.folder / f"{name}.ipynb").write_text(text, encoding="utf-8")

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def send(self, raw: bytes) -> bytes:
        """Send these bytes, and return all that comes until the server closes."""
        reader, writer = await self.connect()
        writer.write(raw)
        with contextlib.suppress(ConnectionError):
            await writer.drain()
            return await asyncio.wait_for(reader.read(), 5)
        return b""

    async def get(
        self, address: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict, bytes]:
        said = {"Host": f"127.0.0.1:{self.port}", "Connection": "close"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        lines = [f"{method} {address} HTTP/1.1", *(f"{k}: {v}" for k, v in said.items()), "", ""]
        return parsed(await self.send("\r\n".join(lines).encode()))


def parsed(answer: bytes) -> tuple[int, dict, bytes]:
    """Status, headers by their small names, body."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    named = dict(line.lower().split(": ", 1) for line in lines)
    return int(first.split()[1]) if first else 0, named, body


@contextlib.asynccontextmanager
async def small(
    folder: Path, host: str = "127.0.0.1", most: int = 100, **limits: float
) -> AsyncIterator[Small]:
    """Serve this folder until the end of the block."""
    server = Small(folder, host, most, limits)
    await server.library.open()
    server.door.listen(0, "127.0.0.1")
    (listening,) = server.door._sockets.values()
    server.port = listening.getsockname()[1]
    try:
        yield server
    finally:
        server.door.stop()
        await server.door.close_all_connections()
        await server.rooms.end()
