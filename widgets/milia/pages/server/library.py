"""The lessons of a folder as pages in memory, made ahead and made anew when a file changes."""

import asyncio
import os
import time
from dataclasses import dataclass, field
from math import inf
from pathlib import Path

from .making import AT_ONCE, Maker, lesson, words
from .oneline import log
from .packed import Failed, Made, Packed, Words

AGAIN = 5  # seconds, until a page is tried again that the system stood in the way of
Stamp = tuple[int, int, int]


@dataclass
class Entry:
    """A notebook, and the newest page that was made of it."""

    path: Path
    stamp: Stamp  # of the file as it is
    made: Made | Failed | None = None
    before: tuple[str, ...] = ()  # files of the page before, for who is still reading it
    again: float = inf  # when to try once more
    told: str = ""  # why it failed, as said last: a full disk is not told of at every try
    ready: asyncio.Event = field(default_factory=asyncio.Event)


class Library:
    """Every page and every file there is, by name; what has no name here does not exist."""

    def __init__(self, folder: Path, maker: Maker) -> None:
        """Keep the notebooks of a folder; none is made before `look`."""
        self.folder, self.maker = folder, maker
        self.entries: dict[str, Entry] = {}
        self.files: dict[str, Packed] = {}
        self._waiting: list[str] = []
        self._tasks: dict[str, asyncio.Task] = {}

    async def open(self) -> None:
        """Make home, and then begin with the lessons."""
        try:
            made = await self.maker.make(words)
        except Exception as error:  # a template that is broken
            made = Failed(f"{type(error).__name__}: {error}")
        if isinstance(made, Failed):
            raise SystemExit(
                f"The pages of the course cannot be made ({made.why}): get a whole copy of it."
            )
        self.words: Words = made
        self.look()

    def look(self) -> None:
        """Look what is in the folder, and have made what has changed."""
        try:
            found = stamps(self.folder)
        except OSError:  # a file that went while we looked, or a folder that is away for a moment
            return
        for name in self.entries.keys() - found.keys():
            self.entries.pop(name).ready.set()
            log.warning("The lesson %s.ipynb was taken away: its page is gone.", name)
        for name, stamp in found.items():
            entry = self.entries.get(name)
            if not entry:
                entry = self.entries[name] = Entry(self.folder / f"{name}.ipynb", stamp)
            elif entry.stamp == stamp and time.monotonic() < entry.again:
                continue
            entry.again = inf
            entry.stamp = stamp
            if name not in self._waiting:
                self._waiting.append(name)
        self._keep()
        self._begin()

    def at_once(self, name: str) -> Made | Failed | None:
        """Return the page of a lesson if it is there."""
        return self.entries[name].made if name in self.entries else None

    async def page(self, name: str) -> Made | Failed | None:
        """Return the page of a lesson, when it is ready: whoever waits is served first."""
        if name not in self.entries:
            self.look()
        entry = self.entries.get(name)
        if entry and not entry.made:
            if name in self._waiting:
                self._waiting.remove(name)
                self._waiting.insert(0, name)
            await entry.ready.wait()
        return entry.made if entry else None

    def needs_kernel(self) -> bool:
        """Whether any lesson needs one."""
        return any(isinstance(e.made, Made) and e.made.needs for e in self.entries.values())

    def _begin(self) -> None:
        while self._waiting and len(self._tasks) < AT_ONCE:
            free = [name for name in self._waiting if name not in self._tasks]
            if not free:
                return
            self._waiting.remove(free[0])
            if entry := self.entries.get(free[0]):
                task = asyncio.create_task(self._make(free[0], entry, entry.stamp))
                self._tasks[free[0]] = task

    async def _make(self, name: str, entry: Entry, stamp: Stamp) -> None:
        try:
            made = await self.maker.make(lesson, entry.path)
        except Exception as error:  # whatever it was, the others go on
            made = Failed(repr(error), may_pass=isinstance(error, OSError))
        finally:
            del self._tasks[name]
        self.look()
        # A file that was being written says nothing of the lesson; it is on the list again.
        if entry.stamp == stamp or isinstance(made, Made):
            self._publish(name, entry, made)
        self._begin()

    def _publish(self, name: str, entry: Entry, made: Made | Failed) -> None:
        if self.entries.get(name) is not entry:
            return  # taken away meanwhile
        if isinstance(made, Failed) and made.may_pass:
            entry.again = time.monotonic() + AGAIN
            if isinstance(entry.made, Made):
                if entry.told != made.why:
                    log.error("The lesson %s.ipynb keeps its page of before: %s", name, made.why)
                entry.told = made.why
                return
        again = entry.made is not None
        entry.before = tuple(entry.made.files) if isinstance(entry.made, Made) else entry.before
        told, entry.told = entry.told, getattr(made, "why", "")
        if isinstance(made, Failed):
            if not (made.may_pass and told == made.why):
                log.error("The lesson %s.ipynb is no page now: %s", name, made.why)
        elif made.needs:
            log.warning("The lesson %s.ipynb gets a kernel per visit: %s", name, made.needs[0])
        elif again:
            log.warning("The lesson %s.ipynb has a new page.", name)
        entry.made = made
        self._keep()
        entry.ready.set()

    def _keep(self) -> None:
        """Hold each file once, and only those that a page, or the page before it, asks for."""
        files = {}
        for made in [*self.words.pages.values(), *(entry.made for entry in self.entries.values())]:
            if isinstance(made, Made):
                for name, file in made.files.items():
                    made.files[name] = files.setdefault(name, self.files.get(name, file))
        for entry in self.entries.values():
            for name in entry.before:
                if name in self.files:
                    files.setdefault(name, self.files[name])
        self.files = files


def stamps(folder: Path) -> dict[str, Stamp]:
    """Return the notebooks of a folder by name, each with what changes when it is written."""
    found = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            name, suffix = os.path.splitext(entry.name)  # noqa: PTH122 (no Path for each)
            if suffix == ".ipynb" and not name.startswith(".") and entry.is_file():
                stat = entry.stat()
                found[name] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return dict(sorted(found.items()))
