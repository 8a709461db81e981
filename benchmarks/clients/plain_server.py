"""A plain web server, as quick as Python makes one: the limit that a page server can reach.

It knows nothing but files: each is read from disk when it is asked for (the system keeps it in
memory) and sent in one piece with its headers; where a packed twin NAME.gz lies beside it, that is
sent, as nginx does with `gzip_static`. It checks little and is not for the open internet.

python benchmarks/clients/plain_server.py FOLDER PORT
"""

import asyncio
import mimetypes
import sys
from pathlib import Path
from urllib.parse import unquote

mimetypes.add_type("text/javascript", ".js")
TYPES: dict[str, bytes] = {}


class Plain(asyncio.Protocol):
    """One connection; requests come one after another."""

    def __init__(self, folder: Path) -> None:
        """Serve the files of a folder."""
        self.folder, self.heard = folder, b""

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Begin."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each request that has come whole."""
        self.heard += data
        while b"\r\n\r\n" in self.heard:
            head, _, self.heard = self.heard.partition(b"\r\n\r\n")
            self.transport.write(self.answer(head))

    def answer(self, head: bytes) -> bytes:
        """Find the file, and say what it is."""
        address = unquote(head.split(b" ", 2)[1].partition(b"?")[0].decode("latin-1"))
        path = f"{self.folder}/{address.strip('/') or 'index.html'}"
        if ".." in address:
            return b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
        if b"gzip" in head:
            try:
                with open(path + ".gz", "rb") as file:  # noqa: PTH123 (as quick as can be)
                    return said(path, file.read(), b"Content-Encoding: gzip\r\n")
            except OSError:
                pass
        try:
            with open(path, "rb") as file:  # noqa: PTH123
                return said(path, file.read(), b"")
        except OSError:
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def said(path: str, body: bytes, more: bytes) -> bytes:
    """An answer, headers and body."""
    suffix = path.rpartition(".")[2]
    if suffix not in TYPES:
        TYPES[suffix] = (mimetypes.guess_type(path)[0] or "application/octet-stream").encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\n%bContent-Length: %d\r\n\r\n%b" % (
        TYPES[suffix], more, len(body), body)  # fmt: skip


async def main(folder: Path, port: int) -> None:
    """Serve until killed."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Plain(folder), "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
