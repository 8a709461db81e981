"""A learner's browser, as far as a server sees it: a page, then all that it asks for.

`await visit(port, "/voila/render/01_two_white_bumps.ipynb")` opens a page over plain sockets, six
at most, with gzip, as browsers do; it knows nothing of the server that answers.
"""

import asyncio
import gzip
import json
import re
import statistics
import time
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urljoin

from .kernel import widgets_state

CONNECTIONS = 6
LINKED = re.compile(
    r"""<script[^>]*\ssrc="([^"]+)"|<link[^>]*rel="(?:stylesheet|icon|modulepreload)"[^>]*"""
    r"""href="([^"]+)"|<img(?![^>]*loading="lazy")[^>]*\ssrc="([^"]+)\""""
)
KERNEL = re.compile(rb'"kernelId":\s*"([0-9a-f-]{36})"')
STATE = re.compile(r'class="milia-state">(.*?)</script>', re.DOTALL)


@dataclass
class Visit:
    """What came of one visit; times in seconds from the first byte sent."""

    page: float = 0  # until the HTML is whole
    whole: float = 0  # until every file is there
    asked: int = 0
    received: int = 0  # bytes, as they came
    failed: str = ""
    connections: list = field(default_factory=list)  # open until `leave`

    def leave(self) -> None:
        """Close the tab."""
        for _, writer in self.connections:
            writer.close()


class Tab:
    """The connections of one browser to one server."""

    def __init__(self, host: str, port: int, visit: Visit) -> None:
        """Begin with none."""
        self.host, self.port, self.visit = host, port, visit
        self.free: list = []

    async def get(self, address: str) -> bytes:
        """Return what is at an address; anything but a page or a file is an error."""
        self.visit.asked += 1
        if not self.free:
            pair = await asyncio.open_connection(self.host, self.port, limit=2**20)
            self.visit.connections.append(pair)
            self.free.append(pair)
        reader, writer = pair = self.free.pop()
        writer.write(
            f"GET {address} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\n"
            "Accept-Encoding: gzip\r\nUser-Agent: a learner\r\n\r\n".encode()
        )
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        if " 200 " not in head[:15]:
            raise OSError(f"{address}: {head.partition(chr(13))[0]}")
        named = {k.lower(): v for k, _, v in (line.partition(": ") for line in head.split("\r\n"))}
        body = await body_of(reader, named)
        self.visit.received += len(head) + len(body)
        self.free.append(pair)
        return body


async def body_of(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    """Read a body of a length that is said, or in chunks."""
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers["content-length"]))
    parts = []
    while size := int((await reader.readline()).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(parts)


async def visit(
    port: int,
    address: str,
    files: list[str] | None = None,
    host: str = "127.0.0.1",
    limit: float = 60,
) -> Visit:
    """Open a page and all its files; a failure is part of what is returned.

    With `files`, as recorded of a browser, it is a page of stock Voilà: they are what its scripts
    ask for, and its kernel is asked for the widgets.
    """
    made, begun = Visit(), time.perf_counter()
    tab = Tab(host, port, made)
    try:
        async with asyncio.timeout(limit):
            html = await tab.get(address)
            made.page = time.perf_counter() - begun
            kernel = KERNEL.search(html)[1].decode() if files is not None else ""
            waiting = list(linked(html, address)) if files is None else list(files)

            async def ask() -> None:
                while waiting:
                    await tab.get(waiting.pop(0).replace("{kernel}", kernel))

            await asyncio.gather(*(ask() for _ in range(CONNECTIONS)))
            if kernel:
                made.asked += 1
                made.received += await widgets_state(port, kernel)
            made.whole = time.perf_counter() - begun
    except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError, TypeError) as error:
        made.failed = f"{type(error).__name__}: {error}"
    return made


@cache  # a thousand learners on one machine must not cost the client what they cost a phone
def linked(body: bytes, address: str) -> tuple[str, ...]:
    """Return what a browser asks for at once: styles, scripts, widgets, pictures in view."""
    html = (gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body).decode()
    found = [urljoin(address, next(filter(None, groups))) for groups in LINKED.findall(html)]
    for state in STATE.findall(html):
        models = json.loads(state).values()
        scripts = [at for model in models for at in (model["module"], model.get("rest")) if at]
        found += [urljoin(address, script) for script in scripts]
    return tuple(dict.fromkeys(link for link in found if not link.startswith("data:")))


async def arrive(
    port: int, address: str, learners: int, seconds: float, **more: object
) -> list[Visit]:
    """Have learners arrive evenly over this time; each stays until told to `leave`."""

    async def one(number: int) -> Visit:
        await asyncio.sleep(number * seconds / learners)
        return await visit(port, address, **more)

    return await asyncio.gather(*map(one, range(learners)))


def summed_up(visits: list[Visit]) -> dict[str, float]:
    """Median and 95th percentile of the whole page in ms, and what failed."""
    whole = sorted(each.whole * 1000 for each in visits if not each.failed) or [float("nan")]
    return {
        "median": statistics.median(whole),
        "p95": whole[min(len(whole) - 1, int(len(whole) * 0.95))],
        "failed": sum(bool(each.failed) for each in visits),
        "asked": statistics.median(each.asked for each in visits),
        "kB": statistics.median(each.received for each in visits) / 1000,
    }
