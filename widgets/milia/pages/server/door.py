"""The door: how many may be in at once, how much they may bring, and how long they may take."""

import asyncio
import contextlib
import time
from collections.abc import Callable

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPConnection, HTTPMessageDelegate
from tornado.iostream import IOStream, StreamClosedError

from .oneline import log

REQUEST = 8_192  # bytes of a request without its body
BODY = 4_096  # only Voilà's goodbye has one
HEADERS, IDLE, TAKING = 10, 30, 60  # seconds: to ask, to ask again, to take an answer
FULL = b"Too many are here at once. Wait a minute, then load the page again.\n"
REFUSAL = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain\r\nRetry-After: 60\r\n"
    b"Content-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(FULL), FULL)
)


class Door(HTTPServer):
    """Let connections in, know what each is at, and close those that would stay for ever."""

    def initialize(  # what Tornado calls its constructor
        self, hear: Callable[..., HTTPMessageDelegate], most: int, limits: dict | None = None
    ) -> None:
        """Let in `most` at once; `hear(door, connection, exchange)` answers each request."""
        self.seconds = {"headers": HEADERS, "body": HEADERS, "taking": TAKING} | (limits or {})
        super().initialize(
            lambda _request: None,
            idle_connection_timeout=IDLE,
            body_timeout=self.seconds["body"],
            max_header_size=REQUEST,
            max_body_size=BODY,
            chunk_size=16_384,
        )
        self.hear, self.most = hear, most
        self.leaving: set[asyncio.Task] = set()
        self.open: dict[object, float] = {}  # since when each is here
        self.asking: dict[object, float] = {}  # since when each may ask; the longest comes first
        self.taking: dict[object, float] = {}  # since when each has an answer to take

    def handle_stream(self, stream: IOStream, address: tuple) -> None:
        """Let a connection in, in place of one that has nothing to ask if need be."""
        if len(self.open) >= self.most:
            longest = next(iter(self.asking), None)
            if longest is None:
                log.warning("Refused %s: %d connections are open.", address[0], len(self.open))
                self.leaving.add(task := asyncio.ensure_future(turn_away(stream)))
                task.add_done_callback(self.leaving.discard)
                return
            longest.stream.close()
            self.on_close(longest)
        super().handle_stream(stream, address)

    def start_request(
        self, server_conn: object, request_conn: HTTPConnection
    ) -> HTTPMessageDelegate:
        """Wait for a request on a connection, the first or the next."""
        now = time.monotonic()
        self.open.setdefault(server_conn, now)
        self.taking.pop(server_conn, None)
        self.asking[server_conn] = now
        return self.hear(self, server_conn, request_conn)

    def asked(self, server_conn: object) -> None:
        """Note that a request has come: what happens next takes what it takes."""
        self.asking.pop(server_conn, None)

    def answered(self, server_conn: object) -> None:
        """Note that the answer is on its way."""
        self.taking[server_conn] = time.monotonic()

    def on_close(self, server_conn: object) -> None:
        """Forget a connection."""
        for kept in (self.open, self.asking, self.taking):
            kept.pop(server_conn, None)
        if server_conn in self._connections:
            super().on_close(server_conn)

    def sweep(self) -> None:
        """Close what is slow on purpose, or as good as gone."""
        now = time.monotonic()
        for connection, since in list(self.asking.items()):
            if now - since < self.seconds["headers"]:
                break  # those after it came later
            if getattr(connection.stream, "_read_buffer_size", 0):  # has begun to ask
                self._close(connection, "its request did not end")
        for connection, since in list(self.taking.items()):
            if now - since < self.seconds["taking"]:
                break
            if connection.stream.writing():
                self._close(connection, "it did not take its answer")

    def _close(self, connection: object, why: str) -> None:
        log.warning("Refused %s: %s in time.", connection.context, why)
        connection.stream.close()


async def turn_away(stream: IOStream) -> None:
    """Say that it is full; who is not heard out would see a broken connection, and no words."""
    with contextlib.suppress(StreamClosedError, TimeoutError):
        async with asyncio.timeout(1):
            await stream.read_bytes(REQUEST, partial=True)
            await stream.write(REFUSAL)
    stream.close()
