"""Real servers for the browser tests, each in a process group of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port that is free just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A server process: ready when it answers, and gone with all its kernels when stopped."""

    def __init__(
        self, command: list[str], port: int, ready: str, log: Path, cwd: Path = ROOT, **env: str
    ) -> None:
        self.port, self.log = port, log
        self.url = f"http://127.0.0.1:{port}"
        self._out = log.open("ab")
        self.process = subprocess.Popen(
            command,
            cwd=cwd,
            stdout=self._out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, **env},
        )
        self._wait_until_ready(self.url + ready)

    def _wait_until_ready(self, url: str, limit: float = 90) -> None:
        end = time.monotonic() + limit
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(url, timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"The server did not answer at {url}:\n{self.log.read_text()[-3000:]}")

    def stop(self) -> None:
        """End the process and its kernels; harmless when it has ended."""
        for signal_ in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, signal_)
                self.process.wait(15)
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
        self._out.close()


def voila(folder: Path, log: Path, *options: str, port: int | None = None) -> Server:
    """Plain `voila FOLDER` from the course's own folder, as anyone would type it."""
    port = port or free_port()
    command = [sys.executable, "-m", "voila", str(folder), "--no-browser", f"--port={port}"]
    return Server([*command, "--Voila.port_retries=0", *options], port, "/", log)


def dashboard(folder: Path, log: Path, *options: str, port: int | None = None) -> Server:
    """What `make dashboard HOST=0.0.0.0` starts: the lessons from memory, for a whole room."""
    port = port or free_port()
    command = [sys.executable, "-m", "milia.pages.server", str(folder), f"--port={port}"]
    return Server([*command, "--host=0.0.0.0", *options], port, "/", log)


def lab(folder: Path, log: Path, home: Path, port: int | None = None) -> Server:
    """JupyterLab on a folder, with settings and workspaces of its own below `home`."""
    port = port or free_port()
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        "--IdentityProvider.token=",
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.workspaces_dir={home / 'workspaces'}",
        f"--LabApp.user_settings_dir={home / 'settings'}",
        "--LabApp.expose_app_in_browser=True",
    ]
    return Server(command, port, "/api/status", log)
