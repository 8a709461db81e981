"""Run the course's servers: the dashboard for a room or oneself, JupyterLab for one's own copy.

`run.py` starts this file with the venv's Python once everything is installed.
"""

import errno
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from collections import deque
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

ROOT = Path.cwd()
COPY = ROOT / "my-notebooks"
OURS = b'content="Pearl or Pimple?"'  # in the head of every page of the course
EVERYBODY = "0.0.0.0"
PRIVATE = "--KernelManager.transport_encryption=auto"  # others on this machine cannot listen in


class Stop(SystemExit):
    """The end, in one sentence: the thing, the place, the way out."""


def dashboard(host: str, port: int) -> int:
    """Serve the lessons, at an address that stays: saved answers belong to it."""
    url = f"http://{'127.0.0.1' if host == EVERYBODY else host}:{port}/"
    if OURS in fetch(url):
        print(f"The course is already being served at {url}")
        open_browser(url)
        return 0
    check_port("dashboard", host, port)
    command = ["milia.pages.server", "notebooks", f"--host={host}", f"--port={port}"]

    def greet() -> None:
        print(f"Serving the course at {url}  (stop with Ctrl-C)", flush=True)
        if host == EVERYBODY:
            invite(port)
        open_browser(url)

    return serve("The dashboard", command, url, greet)


def lab(host: str, port: int) -> int:
    """Open the learner's own copy of the lessons in JupyterLab."""
    url = f"http://{'127.0.0.1' if host == EVERYBODY else host}:{port}/api"
    if fetch(url) and (running := running_lab(port)):
        print(f"JupyterLab is already running at {running}")
        open_browser(running)
        return 0
    check_port("lab", host, port)
    refresh = [sys.executable, "-m", "milia.pages.working_copy", "notebooks", COPY.name]
    if code := subprocess.call(refresh):
        return code
    first = min(lesson.name for lesson in COPY.glob("*.ipynb"))
    command = ["jupyterlab", f"--ServerApp.ip={host}", f"--ServerApp.port={port}", PRIVATE]
    command += ["--ServerApp.port_retries=0", f"--ServerApp.root_dir={COPY}"]
    command += [f"--LabApp.default_url=/lab/tree/{first}", "--Application.log_level=WARN"]
    command += [] if may_open_browser() else ["--ServerApp.open_browser=False"]
    command += ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    return serve(
        "JupyterLab",
        command,
        url,
        lambda: print(f"JupyterLab opens {COPY / first}  (stop with Ctrl-C)", flush=True),
    )


def running_lab(port: int) -> str:
    """The address and token of the JupyterLab that has our working copy open on this port."""
    from jupyter_server.serverapp import list_running_servers

    for server in list_running_servers():
        if server["port"] == port and Path(server["root_dir"]) == COPY:
            return "{url}lab?token={token}".format(**server)
    return ""


def settings(words: list[str], port: str) -> tuple[str, int]:
    """Host and port, as the environment or words such as PORT=8867 have them."""
    for word in words:
        if not re.match("(HOST|PORT|NO_BROWSER)=", word):
            raise Stop(f"{word} is no setting: HOST=, PORT= and NO_BROWSER= are.")
        os.environ.update([word.split("=", 1)])
    port = os.environ.get("PORT") or port
    if not re.fullmatch(r"\d{1,5}", port) or not 0 < int(port) < 65536:
        raise Stop(f"PORT={port} is no port: give a number from 1024 to 65535.")
    return os.environ.get("HOST") or "127.0.0.1", int(port)


def check_port(command: str, host: str, port: int) -> None:
    """Stop here if the server could not take its place."""
    with socket.socket() as probe:
        if os.name != "nt":  # as the servers do: a port that was just given up is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            return probe.bind((host, port))
        except OSError as error:
            reasons = {
                errno.EADDRINUSE: "is in use by another program",
                errno.EACCES: "is reserved",
            }
            why = reasons.get(error.errno)
    if not why:
        raise Stop(
            f"HOST={host} is no address of this machine: leave it out, or say HOST={EVERYBODY} "
            "to serve the room."
        )
    raise Stop(
        f"Port {port} {why}: stop that program, or choose another port, "
        f"as in `make {command} PORT={max(port, 1024) + 1}`."
    )


def fetch(url: str) -> bytes:
    """The page at this address, or nothing; no proxy stands between us and our own machine."""
    try:
        with build_opener(ProxyHandler({})).open(url, timeout=5) as page:
            return page.read()
    except (OSError, HTTPException):
        return b""


def serve(name: str, command: list[str], url: str, greet: Callable[[], None]) -> int:
    """Run a server until it ends or is told to, and greet once its page answers."""
    child = subprocess.Popen(
        [sys.executable, "-m", *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,  # Ctrl-C reaches us alone, and we end the server in order
        encoding="utf-8",
        errors="replace",
    )
    held: deque[str] = deque()
    last = "it left no word"
    answers, turn = threading.Event(), threading.Lock()

    def pass_on() -> None:
        with turn:
            while answers.is_set() and held:
                print(held.popleft(), end="", file=sys.stderr, flush=True)

    def listen() -> None:
        nonlocal last
        for line in child.stdout:
            if "is not trusted" in line:  # Voilà runs a lesson anew, whoever wrote it
                continue
            if line.strip() and not re.match(r"\d{3} [A-Z]+ /", line):  # the log of visits
                last = line.strip()
            held.append(line)
            pass_on()

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        patience = time.monotonic() + 60
        while child.poll() is None and not fetch(url):
            if time.monotonic() > patience:
                raise Stop(
                    f"{name} has not answered at {url} for a minute ({last}): start again; if "
                    "that does not help, delete .venv first."
                )
            time.sleep(0.05)
        if child.poll() is None:
            greet()
            answers.set()
            pass_on()
        if child.wait():
            listener.join(5)
            raise Stop(f"{name} stopped by itself: {last}")
        return 0
    except KeyboardInterrupt:
        print("\nStopped.")
        return 0
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        end(child)


def end(child: subprocess.Popen) -> None:
    """End a server in order, so that it ends its kernels; by force if that takes too long."""
    child.terminate()
    try:
        child.wait(10)
    except subprocess.TimeoutExpired:
        child.kill()


def may_open_browser() -> bool:
    """Whether to open one: not if told not to, nor a text browser over this very terminal."""
    if os.environ.get("NO_BROWSER", "0") not in ("", "0"):
        return False
    screens = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, screens))


def open_browser(url: str) -> None:
    """Open the page, where there is a screen to open it on."""
    if may_open_browser():
        webbrowser.open(url)


def invite(port: int) -> None:
    """Say where the learners in the room find the course, also as a code to photograph."""
    import segno

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))  # sends nothing; asks which of our addresses is used
            name = probe.getsockname()[0]
        except OSError:
            name = socket.gethostname()
    url = f"http://{name}:{port}/"
    print(f"Learners in this room open {url}", flush=True)
    segno.make(url).terminal(compact=True)
    sys.stdout.flush()


def main(words: list[str]) -> int:
    """Run the server that the first word names, with the settings that follow it."""
    for name in ("SIGTERM", "SIGHUP"):  # a closed terminal ends us as Ctrl-C does
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter still gets the rest
        stream.reconfigure(errors="replace")
    server, port = {"dashboard": (dashboard, "8866"), "lab": (lab, "8888")}[words[0]]
    return server(*settings(words[1:], port))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
