#!/usr/bin/env python3
"""Start the course, open it in JupyterLab, or test it: needs Python 3.11 or newer, no more.

    python run.py dashboard   serve the lessons and open them in a browser
    python run.py lab         open your own copy of the lessons in JupyterLab
    python run.py test        run every test; what follows goes to pytest
    python run.py site        write the course as plain files for a web host, into site/
    python run.py handout     print lessons and a take-home sheet as PDF, into handout/ (or: 01 06)
    python run.py notebooks   run the lessons and store what they show (or: notebooks check)
    python run.py images      draw every picture anew
    python run.py quality     say how each lesson reads, and fail where one reads badly
    python run.py review      write the pages for a clinician to review, into review/
    python run.py bench       measure what is said to be fast
    python run.py model       compute the squeeze model anew, or go on (model install: its solvers)
    python run.py lock        write the lock files anew with uv (--upgrade: newer versions)

PORT=8867 chooses another port, NO_BROWSER=1 opens no browser, HOST=0.0.0.0 serves the room;
SINGLE=1 makes a site of files that open by double-click, into site-single/.
"""

# Here is what must work before anything is installed; what comes after is in the venv. The
# syntax is that of Python 3.6, so that an old Python can say that it is too old.
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

NEEDS = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "milia.json"  # what is installed; empty from an install's start to its end
PY = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
TEMPLATE = VENV / "share/jupyter/voila/templates/milia"
RUN, TEST = "requirements.lock", "requirements-test.lock"
SPACE = {RUN: 600, TEST: 1100}  # MB of disk for an install, its downloads included

TROUBLES = (  # what pip, uv or the system says, and what we say
    (
        r"No space left on device|os error 28|quota exceeded",
        "The disk is full at {}: make room there or where temporary files go, then start again.",
    ),
    (
        r"Permission denied|Operation not permitted|Read-only file system|os error (13|30)\b",
        "You may not write in {}: get leave to, or put the course elsewhere, then start again.",
    ),
    (
        r"NewConnectionError|Name or service not known|name resolution|ConnectTimeout|ReadTimeout"
        r"|dns error|tcp connect error|Network is unreachable|Connection refused|timed out",
        "The packages for {} cannot be fetched without a network: connect once, then start again.",
    ),
)


class Stop(SystemExit):
    """The end, in one sentence: the thing, the place, the way out."""


def main(words: list) -> int:
    """Do what the first word says."""
    if sys.version_info < NEEDS:
        raise Stop(
            "Python {}.{} is too old, the course needs 3.11 or newer: install one and name it, "
            "as in `make dashboard PY=python3.12`.".format(*sys.version_info[:2])
        )
    if not words or words[0] not in COMMANDS:
        raise Stop(__doc__.strip())
    for name in ("SIGTERM", "SIGHUP"):  # a closed terminal ends us as Ctrl-C does
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        return COMMANDS[words[0]](words[1:])
    except KeyboardInterrupt:
        print("\nStopped half-way: the next start begins again.", file=sys.stderr)
        return 130
    except OSError as error:
        explain(str(error), error.filename or ROOT)
        raise


def dashboard(words: list) -> int:
    """Serve the lessons."""
    install(RUN)
    return in_venv("-P", "widgets/milia/pages/launch.py", "dashboard", *words)


def lab(words: list) -> int:
    """Open the learner's own copy of the lessons in JupyterLab."""
    install(RUN)
    return in_venv("-P", "widgets/milia/pages/launch.py", "lab", *words)


def test(words: list) -> int:
    """Run every test, the lessons among them; the exit code is pytest's."""
    install(TEST)
    find_browser()
    nbval = ["--nbval", "--nbval-current-env", "--nbval-cell-timeout=60"]
    nbval += ["--nbval-sanitize-with=tests/nbval_sanitize.cfg"]
    workers = ["-n", "2", "--dist", "loadfile"]  # by file: a notebook's cells stay together
    return in_venv("-m", "pytest", *nbval, *workers, *words)


def site(words: list) -> int:
    """Write the course as plain files, and say where they lie."""
    install(RUN)
    return in_venv("-m", "milia.pages.site", "notebooks", "site", *words)


def find_browser() -> None:
    """Name a Chromium to all that follows, fetched if need be; the finder says if there is none."""
    find = [str(PY), str(ROOT / "tests/chromium.py")]
    found = subprocess.run(find, env=environment(), stdout=subprocess.PIPE)
    if found.returncode:
        raise SystemExit(found.returncode)
    os.environ["CHROMIUM"] = found.stdout.decode().strip()


def handout(words: list) -> int:
    """Print all lessons, or those named, with a card of questions and a take-home sheet."""
    install(TEST)  # a browser prints
    find_browser()
    return in_venv("-m", "milia.pages.handout", "handout", *words)


def notebooks(words: list) -> int:
    """Run the lessons and store what they show."""
    install(RUN)
    return in_venv("-m", "milia.pages.stored_outputs", *(words or ["regen"]), "notebooks")


def images(_words: list) -> int:
    """Draw every picture anew and say of each how large it is and whether it changed."""
    install(RUN)
    scripts = sorted((ROOT / "images").glob("*.py"))
    for count, script in enumerate(scripts, 1):
        of, picture = f"{count}/{len(scripts)}", script.with_suffix(".svg")
        before = picture.read_bytes() if picture.exists() else None
        with bar(count - 1, len(scripts), of, script.stem):
            code = subprocess.call([str(PY), str(script)], cwd=str(ROOT), env=environment())
        if code:
            return code
        after = picture.read_bytes()
        what = "unchanged" if after == before else "redrawn"
        print(f"{of}  {script.stem:<24} {len(after):>7} bytes  {what}", flush=True)
    return 0


@contextmanager
def bar(done: int, total: int, *words: str) -> Iterator:
    """Show on a terminal how far we are, for as long as something runs; a file gets no bar."""
    share = 20 * done // total
    line = " ".join(("[" + "#" * share + "." * (20 - share) + "]", *words))
    shown = sys.stdout.isatty()
    if shown:
        print(line, end="\r", flush=True)
    try:
        yield
    finally:
        if shown:
            print(" " * len(line), end="\r", flush=True)


def bench(_words: list) -> int:
    """Measure what is said to be fast, beside what one would use instead."""
    install(TEST)  # a browser is driven
    for script in sorted((ROOT / "benchmarks").glob("*.py")):
        print(script.stem, flush=True)
        code = subprocess.call([str(PY), str(script)], cwd=str(ROOT), env=environment())
        if code:
            return code
    return 0


def model(words: list) -> int:
    """Compute what a squeeze does, piece by piece, and freeze it; its solvers come with TEST."""
    install(TEST)
    if words == ["install"]:
        return 0
    return in_venv("-m", "milia.anatomy.mechanics.make", *words)


def quality(_words: list) -> int:
    """Say of each lesson how long and how hard it is; the exit code is 1 if one misses a gate."""
    install(TEST)
    return in_venv("-W", "ignore", "-m", "tests.quality")


def review(words: list) -> int:
    """Write the pages that a clinician reviews, and say where they lie."""
    install(RUN)
    return in_venv("-m", "milia.pages.review", *(words or ["review"]))


def lock(words: list) -> int:
    """Write both locks anew; pins that still fit stay."""
    uv = find_uv()
    if not uv:
        raise Stop("Locking needs uv and finds none: run `pip install uv`, then lock again.")
    command = [uv, "pip", "compile", "pyproject.toml", "--group", "build", "--quiet", *words]
    command += ["--universal", "--generate-hashes", "--python-version", "{}.{}".format(*NEEDS)]
    command += ["--no-header", "--no-annotate", "--no-config"]  # names no path, no address
    env = {k: v for k, v in os.environ.items() if not k.startswith(("UV_", "PIP_"))}
    more = (["-o", RUN], ["-o", TEST, "--extra", "test", "-c", RUN])
    return max(subprocess.call(command + target, cwd=str(ROOT), env=env) for target in more)


def install(lock: str) -> None:
    """Bring `.venv` to what the lock and the course's own files say.

    The stamp is emptied before anything changes and written when all is done: whatever cuts an
    install short, the next start finds an empty stamp, trusts nothing and begins anew.
    """
    locks = {RUN, lock}  # the test lock holds all of the other
    want = {name: digest([ROOT / name]) for name in locks}
    want.update(python="{}.{}".format(*sys.version_info), place=str(ROOT))
    want.update(course=digest(copied_files()))
    have = installed()
    if want.items() <= have.items() and PY.exists() and TEMPLATE.is_dir():
        return
    anew = have.get("python") != want["python"] or not PY.exists()
    packages = anew or any(have.get(name) != want[name] for name in locks)
    free = shutil.disk_usage(str(ROOT)).free // 10**6
    if packages and free < SPACE[lock]:
        raise Stop(
            f"The disk that holds {ROOT} has {free} MB left and the install needs {SPACE[lock]}: "
            "make room, then start again."
        )
    stamp({})
    uv = find_uv()
    if anew:
        print("Installing the course into .venv; this takes a minute, once ...", flush=True)
        create_venv(uv)
    pip = [uv, "pip", "install", "--python", PY]
    if not uv:
        quietly(PY, "-m", "ensurepip")
        pip = [PY, "-m", "pip", "install", "--disable-pip-version-check", "--retries", "2"]
    if packages:
        quietly(*pip, "--require-hashes", "-r", lock)
    quietly(*pip, "--force-reinstall", "--no-deps", "--no-build-isolation", "-e", ".")
    if not TEMPLATE.is_dir():
        raise Stop(
            f"The page template did not arrive in {TEMPLATE}: see that shared-data in "
            "pyproject.toml names it, then start again."
        )
    stamp(want if packages else {**have, **want})


def installed() -> dict:
    """What the stamp says: nothing where there is no venv, or where an install was cut short."""
    if not VENV.exists() or not any(VENV.iterdir()):
        return {}
    if not STAMP.exists():
        raise Stop(f"{VENV} is not of run.py's making: move or delete it, then start again.")
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except ValueError:
        return {}


def stamp(what: dict) -> None:
    """Write the stamp in one piece."""
    VENV.mkdir(exist_ok=True)
    new = STAMP.with_suffix(".new")
    new.write_text(json.dumps(what, indent=1), encoding="utf-8")
    new.replace(STAMP)


def copied_files() -> list:
    """What an editable install copies into the venv, where it goes stale when edited here."""
    import tomllib  # Python 3.11

    project = ROOT / "pyproject.toml"
    wheel = tomllib.loads(project.read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    sources = [ROOT / source for source in wheel["shared-data"]]
    return [project, *(file for source in sources for file in [source, *sorted(source.rglob("*"))])]


def digest(files: list) -> str:
    """A digest of these files' names and bytes."""
    total = hashlib.sha256()
    for file in filter(Path.is_file, files):
        data = file.read_bytes()
        total.update(f"{file.relative_to(ROOT)}:{len(data)}:".encode() + data)
    return total.hexdigest()


def create_venv(uv: str) -> None:
    """Make a venv in place of what lies there, but for the stamp, which says that it is ours."""
    for old in filter(STAMP.__ne__, VENV.iterdir()):
        old.unlink() if old.is_symlink() or old.is_file() else shutil.rmtree(str(old))
    # We may be run by the very venv that we have just emptied; its base is still there.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if uv:
        return quietly(uv, "venv", "--allow-existing", "--python", base, VENV)
    if not (find_spec("venv") and find_spec("ensurepip")):
        raise Stop(
            f"{base} cannot make a venv: run `sudo apt install python3-venv` (or install uv), "
            "then start again."
        )
    return quietly(base, "-m", "venv", "--without-pip", VENV)


def find_uv() -> str:
    """The path of a uv that runs, or nothing: a version manager's shim may lead nowhere."""
    uv, null = shutil.which("uv") or "", subprocess.DEVNULL
    return uv if uv and subprocess.call([uv, "--version"], stdout=null, stderr=null) == 0 else ""


def quietly(*words: object) -> None:
    """Run a command that has nothing to say unless it fails."""
    command, null = [str(word) for word in words], subprocess.DEVNULL
    pipe = {"stdin": null, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(command, cwd=str(ROOT), env=environment(), **pipe)
    if done.returncode:
        said = done.stdout.decode("utf-8", "replace").strip()
        named = re.findall(r"Permission denied: '(.+?)'|[`'](/\S+?)[`'].*?Permission denied", said)
        explain(said, "".join(named[-1]) if named else ROOT)
        last = "\n".join(said.splitlines()[-8:])
        raise Stop(f"The install into {VENV} failed; its last words, for whoever helps:\n{last}")


def explain(said: str, place: object) -> None:
    """Stop with our own sentence, if what was said is a trouble that we know."""
    for pattern, sentence in TROUBLES:
        if re.search(pattern, said, re.IGNORECASE):
            raise Stop(sentence.format(place))


def environment() -> dict:
    """The environment of all that runs in the venv: nothing from outside on Python's path."""
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    env.update(JUPYTER_PLATFORM_DIRS="1", PYDEVD_DISABLE_FILE_VALIDATION="1", PYTHONHASHSEED="0")
    env["PATH"] = str(PY.parent) + os.pathsep + env.get("PATH", "")
    return env


def in_venv(*words: str) -> int:
    """Become the venv's Python with these words: signals and exit code are then its own."""
    os.chdir(str(ROOT))
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(str(PY), [str(PY), *words], environment())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call([str(PY), *words], env=environment())


ALL = (dashboard, lab, test, site, handout, notebooks, images, quality, review, bench, model, lock)
COMMANDS = {command.__name__: command for command in ALL}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
