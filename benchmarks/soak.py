"""Whether the dashboard grows while a class of 200 uses it for ten minutes, carelessly.

python benchmarks/soak.py     (SECONDS=60 is a try, too short to judge growth by)
"""

import asyncio
import itertools
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))
from clients import report
from clients.cost import memory, tree
from clients.learner import visit
from clients.servers import LESSONS, idle, wait_for
from tests.browser.servers import dashboard

LEARNERS, SECONDS = 200, int(os.environ.get("SECONDS", "600"))
WARM = 0.2  # of that time, in which it may still grow: two minutes of ten
LOOK, CHANGE = 5, 45  # seconds between two looks, and between two changes of a lesson
# What counts as no growth. How many files are open swings with who is there: one lost in a hundred
# visits would be twelve more a minute. After the class all must be gone.
MB_A_MINUTE, FILES_A_MINUTE, PROCESSES = 0.25, 5, 0
JUDGED = 300  # seconds that it takes to tell growth from chance
ADDRESS = "/voila/render/{}.ipynb"


class Class:
    """What the learners do, and what comes of it."""

    def __init__(self, port: int, lessons: list[str]) -> None:
        """Begin with nothing done."""
        self.port, self.lessons = port, lessons
        self.end = time.monotonic() + SECONDS
        self.done = dict.fromkeys(("visits", "half asked", "half read", "failed"), 0)
        self.why: set[str] = set()

    async def learn(self, seed: int) -> None:
        """Open lessons, again and again; one time in five lose the connection half-way."""
        chance = random.Random(seed)  # the same class each time
        await asyncio.sleep(chance.uniform(0, 5))
        while time.monotonic() < self.end:
            address = ADDRESS.format(chance.choice(self.lessons))
            what = chance.random()
            if what < 0.1:
                await self.drop(f"GET {address} HTTP/1.1\r\nHost: 127.", 0)
                self.done["half asked"] += 1
            elif what < 0.2:
                await self.drop(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 2_000)
                self.done["half read"] += 1
            else:
                for _ in range(chance.choice((1, 1, 2))):  # a reload
                    seen = await visit(self.port, address)
                    seen.leave()
                    self.done["visits"] += 1
                    self.done["failed"] += bool(seen.failed)
                    self.why |= {seen.failed} - {""}
            await asyncio.sleep(chance.uniform(4, 16))

    async def drop(self, said: str, bytes_read: int) -> None:
        """Ask, read a little of the answer, and be gone."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            writer.write(said.encode())
            await writer.drain()
            if bytes_read:
                await reader.readexactly(bytes_read)
            writer.transport.abort()
        except (OSError, asyncio.IncompleteReadError) as error:
            self.done["failed"] += 1
            self.why.add(repr(error))


async def change(folder: Path, lessons: list[str], end: float) -> int:
    """Write a lesson anew now and then; return how often."""
    for times, name in enumerate(itertools.cycle(lessons)):
        await asyncio.sleep(CHANGE)
        if time.monotonic() > end:
            return times
        path = folder / f"{name}.ipynb"
        text = path.read_text("utf-8")
        path.write_text(text.rstrip() + "\n" * (1 + times % 2), encoding="utf-8")
    return 0


async def watch(pid: int, end: float) -> list[dict]:
    """Look at the server, and at how many processes make pages, until the end."""
    seen, begun, server = [], time.monotonic(), psutil.Process(pid)
    while time.monotonic() < end:
        own = server.memory_full_info()
        seen.append({
            "minute": (time.monotonic() - begun) / 60,
            "rss": own.rss / 1e6, "uss": own.uss / 1e6, "pss": own.pss / 1e6,
            "all": memory(pid) / 1e6, "files": server.num_fds(), "processes": len(tree(pid)),
        })  # fmt: skip
        await asyncio.sleep(LOOK)
    return seen


def slope(seen: list[dict], name: str) -> float:
    """How much something grows in a minute, after the warm-up: the line that fits best."""
    late = [each for each in seen if each["minute"] >= SECONDS / 60 * WARM]
    middle = sum(each["minute"] for each in late) / len(late)
    spread = sum((each["minute"] - middle) ** 2 for each in late)
    return sum((each["minute"] - middle) * each[name] for each in late) / spread


async def soak(port: int, pid: int, folder: Path) -> tuple[Class, int, list[dict]]:
    """Have the class, the author and the watcher at it at once."""
    lessons = sorted(path.stem for path in folder.glob("*.ipynb"))
    room = Class(port, lessons)
    learners = asyncio.gather(*(room.learn(seed) for seed in range(LEARNERS)))
    seen, changes, _ = await asyncio.gather(
        watch(pid, room.end), change(folder, lessons, room.end), learners
    )
    return room, changes, seen


def verdict(met: bool) -> str:
    """Whether a slope is met, if it was long enough to tell."""
    return ("met" if met else "MISSED") if SECONDS >= JUDGED else "too short to tell"


def main() -> int:
    """Soak, and write what came of it; the exit code is 1 if something grows."""
    with tempfile.TemporaryDirectory() as temp:
        folder = Path(temp) / "notebooks"
        shutil.copytree(LESSONS, folder)
        before = report.machine()
        server = dashboard(folder, Path(temp) / "log")
        pid = server.process.pid
        try:
            wait_for(lambda: len(tree(pid)) <= 2 and idle(server))
            resting = (len(tree(pid)), psutil.Process(pid).num_fds())
            room, changes, seen = asyncio.run(soak(server.port, pid, folder))
            # All have gone: what is left after the door's patience is left for good.
            wait_for(lambda: len(tree(pid)) <= resting[0] and idle(server))
            wait_for(lambda: psutil.Process(pid).num_fds() <= resting[1] + 2, 90)
            left = (len(tree(pid)), psutil.Process(pid).num_fds())
        finally:
            server.stop()
    rows = []
    for name, unit, most in (
        ("rss", "MB", MB_A_MINUTE), ("uss", "MB", MB_A_MINUTE), ("pss", "MB", MB_A_MINUTE),
        ("files", "", FILES_A_MINUTE),
    ):  # fmt: skip
        grows = slope(seen, name)
        rows.append([f"{name} of the server", f"{seen[0][name]:.1f}", f"{seen[-1][name]:.1f}",
                     f"{max(each[name] for each in seen):.1f}", f"{grows:+.3f} {unit}",
                     f"< {most}", verdict(grows < most)])  # fmt: skip
    for what, was, now in (("processes", resting[0], left[0]), ("files", resting[1], left[1])):
        most = PROCESSES if what == "processes" else 2
        rows.append([f"{what}, before the class and after it", str(was), str(now), "", "",
                     f"+{most}", "met" if now - was <= most else "MISSED"])  # fmt: skip
    rows.append(["failed", "", str(room.done["failed"]), "", "", "0",
                 "met" if not room.done["failed"] else "MISSED"])  # fmt: skip
    done = ", ".join(f"{number} {what}" for what, number in room.done.items())
    path = report.write(
        "soak", f"{LEARNERS} learners for {SECONDS} seconds",
        f"{done}; a lesson written anew {changes} times, one after another. Looked at every "
        f"{LOOK} s; growth is the slope after the first {WARM:.0%} of the time. {room.why or ''} "
        f"Machine, before: {before}; after: {report.machine()}.",
        report.table(["figure", "first", "last", "most", "growth a minute", "to reach", ""], rows),
    )  # fmt: skip
    print(path.read_text("utf-8"))
    return any("MISSED" in row for row in rows)


if __name__ == "__main__":
    sys.exit(main())
