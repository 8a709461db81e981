"""Voilà's own application and handlers, with the course's settings and a place per kernel."""

import asyncio
import signal
from contextvars import ContextVar
from pathlib import Path

import tornado.web
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler

from .oneline import log

PRIVATE = "--KernelManager.transport_encryption=auto"  # others on this machine cannot listen in
SEAT: ContextVar = ContextVar("seat")


class Kernels(AsyncMappingKernelManager):
    """Voilà's kernels; one that has come is counted itself, and no longer its place."""

    async def start_kernel(self, **about: object) -> str:
        """Start one, for the request that is being answered."""
        try:
            kernel = await super().start_kernel(**about)
        finally:
            SEAT.get().leave()
        self.add_restart_callback(kernel, lambda: self._died(kernel), "dead")
        return kernel

    def _died(self, kernel: str) -> None:
        """Clear away a kernel that ended by itself: its page says so, and another may come."""
        log.warning("A kernel ended by itself: its page asks to be loaded again.")
        self._clearing = asyncio.ensure_future(self._clear(kernel))

    async def _clear(self, kernel: str) -> None:
        await asyncio.sleep(0)  # the page is told first, by who else hears of it
        if kernel in self:
            await self.shutdown_kernel(kernel, now=True)


class Lesson(TornadoVoilaHandler):
    """Voilà's page of a lesson, with a place for its kernel."""

    async def get(self, path: str | None = None) -> None:
        """Make the page, and give the place back if no kernel came of it."""
        seat = self.request.connection.seat
        SEAT.set(seat)
        try:
            await super().get(path)
        finally:
            seat.leave()

    def on_finish(self) -> None:
        """Give the place back if the page was refused before it was begun."""
        self.request.connection.seat.leave()


class Course(Voila):
    """Voilà as a part of our server: it listens nowhere and has no pages but lessons'."""

    def init_handlers(self) -> list:
        """Return what a lesson's page asks for; which addresses there are is said by `Rooms`."""
        kept = []
        for pattern, handler, *more in super().init_handlers():
            if handler is TornadoVoilaHandler:
                kept.append((pattern, Lesson, *more))
            elif "/api/contents" not in pattern and "/files/" not in pattern:
                kept.append((pattern, handler, *more))
        return kept


def build(folder: Path, place: str) -> tuple[tornado.web.Application, AsyncMappingKernelManager]:
    """Return the application and its kernels, with the settings of `voila.json`."""
    course = Course(log=log)
    ours = signal.getsignal(signal.SIGTERM)
    course.initialize([str(folder), PRIVATE])
    signal.signal(signal.SIGTERM, ours)  # Voilà has put its own there
    course.connection_dir = place
    course.voila_configuration.multi_kernel_manager_class = Kernels
    app = tornado.web.Application(**course.init_settings(), log_function=lambda _handler: None)
    app.settings.update(course.tornado_settings)
    app.add_handlers(".*$", course.init_handlers())
    return app, course.kernel_manager
