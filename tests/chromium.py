"""Print the path of a Chromium to drive, for tests and handouts; fetch one if there is none.

An empty line is Playwright's own. Browser tests are never skipped in silence: without a browser
this ends with the way to one and a failure.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
PLAYWRIGHTS_OWN = ""


def find() -> str:
    """The path of a Chromium that starts: the one asked for, or else the first of those here."""
    asked = os.environ.get("CHROMIUM")
    if asked:
        if starts(asked):
            return asked
        sys.exit(f"CHROMIUM={asked} does not start as a browser: correct it or unset it.")
    for path in filter(starts, (*installed(), PLAYWRIGHTS_OWN)):
        return path
    for path in filter(starts, fetched()):
        return path
    sys.exit(
        "This needs Chromium, which is not here and cannot be fetched: run "
        "`sudo apt install chromium`, or name one with CHROMIUM=/path/to/it, then start again."
    )


def installed() -> Iterator[str]:
    """Yield the browsers on the path."""
    yield from filter(None, map(shutil.which, (*NAMES, MAC)))


def fetched() -> Iterator[str]:
    """Fetch a browser, first one that needs no rights, and yield it."""
    say("No Chromium here: fetching Playwright's own …")
    run(180, sys.executable, "-m", "playwright", "install", "chromium-headless-shell")
    yield PLAYWRIGHTS_OWN
    if shutil.which("apt-get") and os.geteuid() == 0:
        say("It cannot be fetched: installing Debian's package chromium with apt-get …")
        run(300, "apt-get", "update")
        run(900, "apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "chromium")
        yield from installed()


def starts(path: str) -> bool:
    """Whether Playwright can start this browser: a stub or a missing library shows here."""
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=path or None, timeout=60_000).close()
    except Error:
        return False
    return True


def run(seconds: int, *command: str) -> None:
    """Run a command for at most this long; whether it helped is seen by what is there after."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT}
    try:
        subprocess.run(command, env=env, timeout=seconds, check=False, **quiet)
    except subprocess.TimeoutExpired:
        say(f"{' '.join(command)} took longer than {seconds} s: left off.")


def say(sentence: str) -> None:
    """Say what is being done; standard output is for the path alone."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(find())
