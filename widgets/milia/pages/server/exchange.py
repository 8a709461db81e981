"""One request and its answer: a page or a file from memory, or, where it must be, Voilà."""

import asyncio
import re
import time
from collections.abc import Awaitable
from dataclasses import dataclass
from urllib.parse import unquote

from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
    format_timestamp,
    responses,
)

from .door import Door
from .kernels import ALWAYS, Rooms, Seat
from .library import Library
from .names import Names
from .oneline import log
from .packed import Failed, Made, Packed

LESSON = re.compile(r"/voila/render/([^/\\]+)\.ipynb")
FILE = re.compile(r"/files/([\w.-]+)")
NASTY = re.compile(r"\.\.|[\\\x00-\x1f\x7f]|//")
LONGEST = 1_024  # characters of an address
OPENED = "document"
AFRESH, FOR_EVER = "no-cache", "public, max-age=31536000, immutable"


@dataclass
class Site:
    """All that an answer is made of."""

    library: Library
    names: Names
    rooms: Rooms


class Exchange(HTTPMessageDelegate):
    """Hear one request and answer it."""

    def __init__(self, site: Site, door: Door, server_conn: object, conn: HTTPConnection) -> None:
        """Wait for it."""
        self.site, self.door, self.server_conn, self.conn = site, door, server_conn, conn
        self.body = b""
        self.voila: HTTPMessageDelegate | None = None

    def headers_received(self, start_line: RequestStartLine, headers: HTTPHeaders) -> None:
        """Hear what is asked."""
        self.door.asked(self.server_conn)
        self.start, self.headers = start_line, headers

    def data_received(self, chunk: bytes) -> None:
        """Hear what Voilà's front end sends along; the door sees that it is little."""
        self.body += chunk

    def finish(self) -> None:
        """Answer, now that all is heard; a page that is still being made comes later."""
        address, _, _query = self.start.path.partition("?")
        if refused := self._refusal(address):
            status, why = refused
            log.warning("Refused %s: %s (%.200r).", self.conn.context, why, self.start.path)
            return self.say(status, f"{why}.\n", {"Connection": "close"})
        if found := FILE.fullmatch(address):
            file = self.site.library.files.get(found[1])
            return self.send(file, FOR_EVER) if file else self.page("missing", 404)
        if address == "/":
            return self.page("home")
        if found := LESSON.fullmatch(unquote(address)):
            made = self.site.library.at_once(found[1])
            if made and not (isinstance(made, Made) and made.needs):
                return self._show(made)
            self.task = asyncio.ensure_future(self._kept(self._later(found[1])))
            return None
        if self.site.rooms.knows(address) and self.site.library.needs_kernel():
            return self._voila()
        return self.page("missing", 404)

    def _refusal(self, address: str) -> tuple[int, str] | None:
        """Return what is wrong with a request, if anything is."""
        method, goodbye = self.start.method, self.site.rooms.is_goodbye(address)
        host = self.headers.get("Host")
        if not host:
            return 400, "It does not say whom it asks"
        if host not in self.site.names:
            return 421, "This course does not answer by that name"
        if method not in ("GET", "HEAD") and not (method == "POST" and goodbye):
            return 405, "Pages can only be read here"
        if len(self.start.path) > LONGEST:
            return 414, "That address is too long"
        if not address.startswith("/") or NASTY.search(unquote(unquote(address))):
            return 400, "That is no address of a page"
        return None

    def _show(self, made: Made | Failed | None) -> None:
        if made is None:
            return self.page("missing", 404)
        return self.page("failed", 500) if isinstance(made, Failed) else self.send(made.page)

    async def _kept(self, later: Awaitable[None]) -> None:
        """Answer, whatever happens: nobody is left waiting, and the others go on."""
        try:
            await later
        except (Exception, SystemExit) as error:
            log.error("A page could not be answered: %s: %s", type(error).__name__, error)
            if not self.voila:
                self.page("failed", 500)

    async def _later(self, name: str) -> None:
        made = await self.site.library.page(name)
        if not (isinstance(made, Made) and made.needs):
            return self._show(made)
        # A page of another site could have kernels started, as pictures of its own.
        if self.start.method != "GET" or self.headers.get("Sec-Fetch-Dest", OPENED) != OPENED:
            return self.say(405, "This page can only be opened.\n")
        rooms = self.site.rooms
        await rooms.open()
        if seconds := rooms.wait():
            log.warning("Refused %s: there are as many kernels as may be.", self.conn.context)
            return self.page("full", 503, {"Retry-After": str(seconds)})
        return self._voila(rooms.take())

    def _voila(self, seat: Seat | None = None) -> None:
        """Have Voilà answer, by the same connection."""
        self.voila = self.site.rooms.start_request(self.server_conn, self.conn, seat)
        self.voila.headers_received(self.start, self.headers)
        if self.body:
            self.voila.data_received(self.body)
        self.voila.finish()

    def on_connection_close(self) -> None:
        """Note that nobody waits for the answer."""
        if self.voila:
            self.voila.on_connection_close()

    def page(self, name: str, status: int = 200, more: dict | None = None) -> None:
        """Answer with one of our own pages."""
        self.send(self.site.library.words.pages[name].page, status=status, more=more)

    def send(
        self, file: Packed, keep: str = AFRESH, status: int = 200, more: dict | None = None
    ) -> None:
        """Answer with a page or a file, or say that it has not changed."""
        unpacks = "gzip" in self.headers.get("Accept-Encoding", "")
        zipped = file.zipped and unpacks
        tag = file.tag if zipped else file.plain_tag
        headers = {"Content-Type": file.kind, "Cache-Control": keep, "Vary": "Accept-Encoding"}
        headers["Content-Security-Policy"] = self.site.library.words.policy
        headers |= more or {}
        if status == 200:
            headers["ETag"] = tag
            if tag in known(self.headers.get("If-None-Match", "")):
                del headers["Content-Type"]
                return self._write(304, headers, b"")
        if zipped:
            headers["Content-Encoding"] = "gzip"
        return self._write(status, headers, file.body if zipped else file.plain)

    def say(self, status: int, words: str, more: dict | None = None) -> None:
        """Answer with a sentence."""
        headers = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}
        headers["Content-Security-Policy"] = self.site.library.words.policy
        if status == 405:
            headers["Allow"] = "GET, HEAD"
        self._write(status, headers | (more or {}), words.encode())

    def _write(self, status: int, headers: dict[str, str], body: bytes) -> None:
        sent = HTTPHeaders(headers)
        for name, value in ALWAYS:
            sent[name] = value
        sent["Date"] = format_timestamp(time.time())
        if status != 304:
            sent["Content-Length"] = str(len(body))
        self.door.answered(self.server_conn)
        start = ResponseStartLine("HTTP/1.1", status, responses[status])
        written = self.conn.write_headers(start, sent, b"" if self.start.method == "HEAD" else body)
        self.conn.finish()
        if "Connection" in headers:  # who was refused is not listened to again
            written.add_done_callback(lambda _written: self.server_conn.stream.close())


def known(said: str) -> set[str]:
    """Return the validators in an If-None-Match.

    >>> sorted(known('W/"a", "b"'))
    ['"a"', '"b"']
    """
    return {tag.strip().removeprefix("W/") for tag in said.split(",")}
