"""Serve the pages of a folder of lessons: `python -m milia.pages.server notebooks`."""

import argparse
import asyncio
import errno
import functools
import signal
import sys
from pathlib import Path

from tornado.netutil import bind_sockets

from .door import Door
from .exchange import Exchange, Site
from .kernels import Rooms
from .library import Library
from .making import Maker
from .names import Names
from .oneline import log, speak
from .open_files import connections

LOOK = 1  # seconds between two looks at the folder


def words() -> argparse.Namespace:
    """Read what the command says."""
    parser = argparse.ArgumentParser(prog="milia.pages.server", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8866)
    parser.add_argument("--kernels", type=int, default=8, help="how many there may be at once")
    parser.add_argument("--kernels-per-minute", type=int, default=30)
    parser.add_argument("--connections", type=int, default=0, help="how many may be open at once")
    return parser.parse_args()


async def serve(said: argparse.Namespace) -> None:
    """Serve until told to stop, and leave no kernel behind."""
    maker = Maker()
    library = Library(said.folder.resolve(), maker)
    rooms = Rooms(said.folder.resolve(), said.kernels, said.kernels_per_minute)
    site = Site(library, Names(said.host), rooms)
    loop, stop = asyncio.get_running_loop(), asyncio.Event()

    def ends(*_: object) -> None:
        loop.call_soon_threadsafe(stop.set)

    most = said.connections or connections()
    door = Door(functools.partial(Exchange, site), most=most)
    # Whoever comes before home is made waits at the door; a taken port is known at once.
    sockets = bind_sockets(said.port, said.host, backlog=1024)
    try:
        await library.open()
        door.add_sockets(sockets)
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, ends)
        while not stop.is_set():
            library.look()
            door.sweep()
            await asyncio.wait({asyncio.ensure_future(stop.wait())}, timeout=LOOK)
    finally:
        door.stop()
        maker.end()
        await rooms.end()


def main() -> None:
    """Serve, and say in one sentence what stands in the way."""
    speak()
    said = words()
    try:
        asyncio.run(serve(said))
    except OSError as error:
        why = "is in use" if error.errno == errno.EADDRINUSE else error.strerror
        log.error("The course cannot be served at %s, port %d: it %s.", said.host, said.port, why)
        sys.exit(1)


if __name__ == "__main__":
    main()
