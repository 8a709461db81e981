"""Voilà itself, for the lessons whose widgets need Python: as few kernels as will do."""

import asyncio
import re
import shutil
import tempfile
import time
from collections import deque
from pathlib import Path

from tornado.httputil import HTTPConnection, HTTPHeaders, HTTPMessageDelegate

# Of every answer, ours and Voilà's; a page's policy comes on top.
ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
# What the page of a lesson with a kernel asks for, and no more.
KERNEL = r"/api/kernels/\w+(-\w+){4}"
ASKED = re.compile(
    rf"{KERNEL}(/channels)?|/voila/api/shutdown/\w+(-\w+){{4}}|/voila/templates/milia/static/.+|"
    r"/voila/(static|labextensions|api/themes)/.+"
)
GOODBYE = re.compile(r"/voila/api/shutdown/\w+(-\w+){4}")
SOON, MINUTE = 20, 60  # seconds until a full room may have a place


class Seat:
    """A place that is kept for a kernel until it has come, or will not."""

    def __init__(self, rooms: "Rooms") -> None:
        """Take it."""
        self.rooms = rooms
        rooms.coming.add(self)

    def leave(self) -> None:
        """Give it back; twice does no harm."""
        self.rooms.coming.discard(self)


class Rooms:
    """Kernels: how many there may be, how many may come in a minute, and Voilà to serve them."""

    def __init__(self, folder: Path, most: int, per_minute: int) -> None:
        """Begin without Voilà: most courses never need it."""
        self.folder, self.most, self.per_minute = folder, most, per_minute
        self.coming: set[Seat] = set()
        self.came: deque[float] = deque()
        self.app = None
        self._opening = asyncio.Lock()

    def knows(self, address: str) -> bool:
        """Whether this is an address of Voilà's that a page which is open may ask for."""
        return bool(self.app and ASKED.fullmatch(address))

    @staticmethod
    def is_goodbye(address: str) -> bool:
        """Whether a page that is left says so here, to end its kernel."""
        return bool(GOODBYE.fullmatch(address))

    async def open(self) -> None:
        """Bring in Voilà, when it is first needed."""
        async with self._opening:
            if not self.app:
                build = await asyncio.to_thread(brought_in)
                place = tempfile.mkdtemp(prefix="milia_")
                self.app, self.kernels, self.place = *build(self.folder, place), place

    def wait(self) -> int:
        """Return in how many seconds to ask again, or 0 if there is a place now."""
        now = time.monotonic()
        while self.came and now - self.came[0] > MINUTE:
            self.came.popleft()
        if len(self.came) >= self.per_minute:
            return max(1, int(MINUTE - (now - self.came[0])))
        return SOON if len(self.kernels) + len(self.coming) >= self.most else 0

    def take(self) -> Seat:
        """Take a place."""
        self.came.append(time.monotonic())
        return Seat(self)

    def start_request(
        self, server_conn: object, conn: HTTPConnection, seat: Seat | None
    ) -> HTTPMessageDelegate:
        """Have Voilà hear a request."""
        return self.app.start_request(server_conn, Quiet(conn, seat))

    async def end(self) -> None:
        """End every kernel."""
        if self.app:
            await self.kernels.shutdown_all()
            shutil.rmtree(self.place, ignore_errors=True)


class Quiet:
    """A connection by which Voilà does not say who it is, nor leave a cookie."""

    def __init__(self, conn: HTTPConnection, seat: Seat | None) -> None:
        """Stand in for this connection."""
        self._conn, self.seat = conn, seat

    def __getattr__(self, name: str) -> object:
        """Be that connection in all else."""
        return getattr(self._conn, name)

    def write_headers(self, start: object, headers: HTTPHeaders, chunk: bytes | None = None):
        """Write the headers without those, and with what holds for every answer."""
        for name, value in ALWAYS:
            headers.setdefault(name, value)
        for name in ("Server", "Set-Cookie"):
            if name in headers:
                del headers[name]
        return self._conn.write_headers(start, headers, chunk)


def brought_in():
    """Import Voilà, which takes a second; what is returned makes an application of it."""
    from .voila_rooms import build

    return build
