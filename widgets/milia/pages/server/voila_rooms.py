"""Voilà's own application and handlers, with the course's settings and a place per kernel."""

import asyncio
import signal
from contextvars import ContextVar
from pathlib import Path

import tornado.web
from jupyter_client.ioloop import AsyncIOLoopKernelRestarter
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import (
    AsyncMappingKernelManager,
    ServerKernelManager,
)
from traitlets import default
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler

from .oneline import log

PRIVATE = "--KernelManager.transport_encryption=auto"  # others on this machine cannot listen in
SEAT: ContextVar = ContextVar("seat")


class Watch(AsyncIOLoopKernelRestarter):
    """Looks whether a kernel lives. One that died is not started anew: it would come back empty."""

    @default("time_to_dead")
    def _a_second(self) -> float:
        return 1.0

    async def poll(self) -> None:
        """Tell of a kernel that ended by itself, once."""
        kernel = self.kernel_manager
        if kernel.shutting_down or await kernel.is_alive() or not self._pcallback:
            return
        self.stop()
        self._fire_callbacks("dead")


class Kernel(ServerKernelManager):
    """A kernel that is watched so."""

    @default("restarter_class")
    def _watched(self) -> type:
        return Watch


class Line(ZMQChannelsWebsocketConnection):
    """What a page and its kernel speak by."""

    def on_restart_failed(self) -> None:
        """Tell the page that its kernel died."""
        self._send_status_message("dead")


class Kernels(AsyncMappingKernelManager):
    """Voilà's kernels; one that has come is counted itself, and no longer its place."""

    @default("kernel_manager_class")
    def _ours(self) -> str:
        return f"{__name__}.Kernel"

    async def start_kernel(self, **about: object) -> str:
        """Start one, for the request that is being answered."""
        try:
            return await super().start_kernel(**about)
        finally:
            SEAT.get().leave()

    def _handle_kernel_died(self, kernel_id: str) -> None:
        """Clear away what a kernel left that ended by itself; its page is told by others."""
        log.warning("A kernel ended by itself: its page says so, and its place is free.")
        self._clearing = asyncio.ensure_future(self._clear(kernel_id))

    async def _clear(self, kernel_id: str) -> None:
        """End it in all its parts, its connection file too; whatever comes of it, it is gone."""
        try:
            if kernel_id in self:
                await self.shutdown_kernel(kernel_id, now=True)
        finally:
            self.remove_kernel(kernel_id)


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
    course.kernel_websocket_connection_class = Line
    course.voila_configuration.multi_kernel_manager_class = Kernels
    app = tornado.web.Application(**course.init_settings(), log_function=lambda _handler: None)
    app.settings.update(course.tornado_settings)
    app.add_handlers(".*$", course.init_handlers())
    return app, course.kernel_manager
