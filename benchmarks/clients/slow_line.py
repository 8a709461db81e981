"""A slow line in front of a server, for everything that passes: pages, files, sockets, workers.

A relay: 150 ms for a round trip, the one that opens a connection included, and 1.6 Mbit/s that all
connections share, each way. It does not slow a connection's start down as TCP does.

python benchmarks/clients/slow_line.py SERVER_PORT PORT
"""

import asyncio
import contextlib
import sys

ROUND_TRIP = 0.15  # seconds
BYTES = 1_600_000 / 8  # a second
PIECE = 1_460  # bytes, as in a packet


class Line:
    """One direction, shared by all connections."""

    def __init__(self) -> None:
        """Begin with nothing on it."""
        self.free = 0.0

    async def carry(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, opening: float
    ) -> None:
        """Take what comes, and hand it over when it would have arrived."""
        loop = asyncio.get_running_loop()
        under_way: asyncio.Queue = asyncio.Queue()

        async def hand_over() -> None:
            while piece := await under_way.get():
                arrives, data = piece
                await asyncio.sleep(arrives - loop.time())
                writer.write(data)
                await writer.drain()

        handing = asyncio.ensure_future(hand_over())
        with contextlib.suppress(OSError):
            await asyncio.sleep(opening)
            while data := await reader.read(PIECE):
                self.free = max(self.free, loop.time()) + len(data) / BYTES
                under_way.put_nowait((self.free + ROUND_TRIP / 2, data))
                await asyncio.sleep(self.free - loop.time())
        under_way.put_nowait(None)
        with contextlib.suppress(OSError):
            await handing
        writer.close()


async def main(server: int, port: int) -> None:
    """Relay until killed."""
    up, down = Line(), Line()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, here = await asyncio.open_connection("127.0.0.1", server)
        await asyncio.gather(up.carry(reader, here, ROUND_TRIP), down.carry(there, writer, 0))

    relay = await asyncio.start_server(connect, "127.0.0.1", port)
    await relay.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
