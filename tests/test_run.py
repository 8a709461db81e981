"""run.py and the servers it starts, driven as a learner drives them, in a copy of the course."""

import ast
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import tomllib
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"][
    "targets"
]["wheel"]["shared-data"]
PAGE = '<meta name="generator" content="Pearl or Pimple?">'

# Stands in for uv: makes a venv whose Python is ours, and installs by writing down what it was
# asked for. UV_SAYS makes it fail with these words, UV_KILLS ends run.py half-way.
UV = """\
    #!{python}
    import os, pathlib, shutil, sys
    root, words = pathlib.Path(__file__).parents[1], sys.argv[1:]
    venv = root / ".venv"
    if words == ["--version"]:
        sys.exit()
    with (root / "log").open("a") as log:
        log.write(" ".join(words) + "\\n")
    if words[0] == "venv":
        (venv / "bin").mkdir(parents=True)
        (venv / "bin/python").write_text(
            f"#!/bin/sh\\nJUPYTER_PATH={{venv}}/share/jupyter exec {python} \\"$@\\"\\n"
        )
        (venv / "bin/python").chmod(0o755)
    elif "UV_SAYS" in os.environ:
        sys.exit(os.environ["UV_SAYS"])
    elif "UV_KILLS" in os.environ:
        (venv / "half-built").write_text("")
        os.kill(os.getppid(), int(os.environ["UV_KILLS"]))
    elif "-e" in words and "UV_FORGETS" not in os.environ:
        template = root / "widgets/milia/pages/template"
        shutil.copytree(template, venv / "share/jupyter/voila/templates/milia", dirs_exist_ok=True)
    """

# Stands in for the dashboard where only what run.py does about it matters.
DASHBOARD = """\
    import http.server, sys
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200); self.end_headers(); self.wfile.write({page!r})
    host, port = [word.split("=")[1] for word in sys.argv if "host=" in word or "port=" in word]
    http.server.HTTPServer((host, int(port)), Handler).serve_forever()
    """


class Course:
    """A copy of what run.py needs, on its own, with a home and a path of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("run.py", "pyproject.toml", "requirements.lock", "requirements-test.lock"):
            shutil.copy(ROOT / name, root / name)
        for name in ("launch.py", "working_copy.py", "execution.py"):
            self.write(
                f"widgets/milia/pages/{name}", (ROOT / "widgets/milia/pages" / name).read_text()
            )
        for source in SOURCES:
            if not Path(source).suffix:
                (root / source).mkdir(parents=True, exist_ok=True)
            else:
                self.write(source, "{}")
        self.write("widgets/milia/pages/template/tree-lab.html", PAGE)
        self.write("voila.json", '{"VoilaConfiguration": {"template": "milia"}}')
        lesson = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell("print('Six times seven')")]
        )
        self.write("notebooks/01_bumps.ipynb", nbformat.writes(lesson))
        self.write("bin/uv", textwrap.dedent(UV).format(python=sys.executable))
        (root / "bin/uv").chmod(0o755)
        self.stamp, self.log = root / ".venv/milia.json", root / "log"
        self.started: list[subprocess.Popen] = []

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")

    def seam(self, code: str) -> None:
        """Have this run in run.py's Python before run.py does."""
        self.write("seam/sitecustomize.py", code)

    def start(self, *words: str, **env: str) -> subprocess.Popen:
        keep = ("LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")
        base = {k: os.environ[k] for k in keep if k in os.environ}
        path = [str(self.root / "bin"), "/usr/bin", "/bin"]
        base |= {"PATH": os.pathsep.join(path), "HOME": str(self.root), "NO_BROWSER": "1"}
        process = subprocess.Popen(
            [sys.executable, self.root / "run.py", *words],
            env=base | {"PYTHONPATH": str(self.root / "seam")} | env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.started.append(process)
        return process

    def run(self, *words: str, **env: str) -> tuple[int, str]:
        """Run to the end; hand back the exit code and what was said on standard error."""
        process = self.start(*words, **env)
        out, error = process.communicate()
        self.out = out
        return process.returncode, error

    def refuses(self, *words: str, **env: str) -> str:
        """Run, and hand back the one sentence with which it refuses."""
        code, error = self.run(*words, **env)
        assert code == 1, error
        assert "Traceback" not in error
        return error.strip()

    def installs(self, *words: str, **env: str) -> list[str]:
        """Run, and hand back the installs that this took."""
        before = self.log.read_text().splitlines() if self.log.exists() else []
        self.run(*words, **env)
        lines = self.log.read_text().splitlines()[len(before) :] if self.log.exists() else []
        return ["venv" if line.startswith("venv") else line.split()[-1] for line in lines]


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    course = Course(tmp_path)
    yield course
    for process in course.started:
        if process.poll() is None:
            process.terminate()
        process.communicate()


@pytest.fixture
def port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def get(port: str, place: str = "") -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return opener.open(f"http://127.0.0.1:{port}/{place}").read().decode()


def fake_dashboard(course: Course, code: str = DASHBOARD) -> None:
    for package in ("milia", "milia/pages", "milia/pages/server"):
        course.write(f"{package}/__init__.py", "")
    code = textwrap.dedent(code).format(page=PAGE.encode())
    course.write("milia/pages/server/__main__.py", code)


# --- before anything is installed


def test_run_py_is_written_in_the_syntax_of_python_3_6() -> None:
    ast.parse((ROOT / "run.py").read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_so(course: Course) -> None:
    course.seam("import sys; sys.version_info = (3, 8, 10)")
    said = course.refuses("dashboard")
    assert said == (
        "Python 3.8 is too old, the course needs 3.11 or newer: install one and name it, "
        "as in `make dashboard PY=python3.12`."
    )
    assert not course.stamp.parent.exists()


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_names_the_package(course: Course, module: str) -> None:
    (course.root / "bin/uv").unlink()
    course.seam(f"import sys; sys.modules[{module!r}] = None")
    assert "run `sudo apt install python3-venv` (or install uv)" in course.refuses("dashboard")
    assert json.loads(course.stamp.read_text()) == {}


def test_pip_without_a_network_says_so(course: Course) -> None:
    (course.root / "bin/uv").unlink()
    with socket.socket() as closed:  # bound and never listening: every connection is refused
        closed.bind(("127.0.0.1", 0))
        index = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        said = course.refuses("dashboard", PIP_INDEX_URL=index, PIP_CONFIG_FILE=os.devnull)
    assert said == (
        f"The packages for {course.root} cannot be fetched without a network: connect once, "
        "then start again."
    )
    assert json.loads(course.stamp.read_text()) == {}


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        ("error: Failed to fetch\n  dns error: failed to lookup address", "without a network"),
        ("OSError: [Errno 28] No space left on device", "The disk is full at"),
        (
            "OSError: [Errno 13] Permission denied: '/a/lib'",
            "You may not write in /a/lib: get leave",
        ),
        (
            "error: Failed to open `/x`\n no `/my/cache`: Permission denied (os error 13)",
            "You may not write in /my/cache: get leave to, or put the course elsewhere",
        ),
        ("one\nsomething nobody foresaw", "last words, for whoever helps:\none\nsomething nobody"),
    ],
)
def test_a_failed_install_is_explained(course: Course, says: str, sentence: str) -> None:
    assert sentence in course.refuses("dashboard", UV_SAYS=says)
    assert json.loads(course.stamp.read_text()) == {}


def test_a_disk_that_is_nearly_full_is_seen_before_anything_is_made(course: Course) -> None:
    course.seam("import shutil; shutil.disk_usage = lambda _: shutil._ntuple_diskusage(9, 9, 5e6)")
    assert "5.0 MB left and the install needs 600: make room" in course.refuses("dashboard")
    assert not course.stamp.parent.exists()


def test_a_folder_that_may_not_be_written_in_is_named(course: Course) -> None:
    # Root may write anywhere, and tests may be run by root: the system's answer is played.
    course.seam("""\
        import os
        def mkdir(path, *_, **__):
            raise PermissionError(13, "Permission denied", str(path))
        os.mkdir = mkdir
        """)
    assert course.refuses("dashboard") == (
        f"You may not write in {course.root}/.venv: get leave to, or put the course elsewhere, "
        "then start again."
    )


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_an_install_cut_short_is_begun_again(course: Course, blow: int) -> None:
    half_built = course.root / ".venv/half-built"
    code, error = course.run("dashboard", UV_KILLS=str(int(blow)))
    assert code != 0
    assert "Traceback" not in error
    assert half_built.exists()
    assert course.installs("dashboard", "stop") == ["venv", "requirements.lock", "."]
    assert not half_built.exists()


def test_a_venv_of_somebody_else_is_left_alone(course: Course) -> None:
    course.write(".venv/mine", "dear to me")
    assert "is not of run.py's making: move or delete it" in course.refuses("dashboard")
    assert (course.root / ".venv/mine").exists()


def test_a_template_that_did_not_arrive_is_missed_at_once(course: Course) -> None:
    said = course.refuses("dashboard", UV_FORGETS="yes")
    assert "The page template did not arrive in" in said
    assert "see that shared-data in pyproject.toml names it" in said


# --- what is installed when ("stop" is no setting: launch.py refuses it once all is installed)


def test_what_is_installed_is_not_installed_again(course: Course) -> None:
    assert course.installs("dashboard", "stop") == ["venv", "requirements.lock", "."]
    assert course.installs("dashboard", "stop") == []


@pytest.mark.parametrize("source", ["pyproject.toml", *SOURCES])
def test_an_edit_of_what_an_install_copies_reinstalls_the_course_alone(
    course: Course, source: str
) -> None:
    course.installs("dashboard", "stop")
    edited = course.root / source
    edited = edited / "new.html" if edited.is_dir() else edited
    edited.write_text(f"{edited.read_text() if edited.exists() else ''}\n")
    assert course.installs("dashboard", "stop") == ["."]


def test_a_changed_lock_reinstalls_the_packages(course: Course) -> None:
    course.installs("dashboard", "stop")
    course.write("requirements.lock", "# no longer what it was\n")
    assert course.installs("dashboard", "stop") == ["requirements.lock", "."]


def test_the_test_lock_serves_the_dashboard_too(course: Course) -> None:
    course.write("tests/chromium.py", "raise SystemExit(7)")
    assert course.installs("test") == ["venv", "requirements-test.lock", "."]
    assert course.installs("dashboard", "stop") == []


def test_another_python_gets_another_venv(course: Course) -> None:
    course.installs("dashboard", "stop")
    course.stamp.write_text(course.stamp.read_text().replace('"python": "3', '"python": "2'))
    assert course.installs("dashboard", "stop") == ["venv", "requirements.lock", "."]


def test_a_moved_course_is_installed_from_its_new_place(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    course = Course(tmp_path / "here")
    course.installs("dashboard", "stop")
    course.root = course.root.rename(tmp_path / "there")
    course.log = course.root / "log"
    assert course.installs("dashboard", "stop") == ["."]


# --- the servers


def test_the_dashboard_serves_the_course_and_opens_the_browser(course: Course, port: str) -> None:
    (course.root / "milia").symlink_to(ROOT / "widgets/milia")
    opened = course.root / "opened"
    course.write("bin/browse", f'#!/bin/sh\necho "$1" > {opened}\n')
    (course.root / "bin/browse").chmod(0o755)
    server = course.start("dashboard", PORT=port, NO_BROWSER="", BROWSER="browse %s")
    url = f"http://127.0.0.1:{port}/"
    assert "Installing" in server.stdout.readline()
    assert server.stdout.readline() == f"Serving the course at {url}  (stop with Ctrl-C)\n"
    assert 'content="Pearl or Pimple?"' in get(port)
    assert "Six times seven" in get(port, "voila/render/01_bumps.ipynb")

    code, error = course.run("dashboard", PORT=port)
    assert (code, error) == (0, "")
    assert course.out == f"The course is already being served at {url}\n"

    server.send_signal(signal.SIGINT)
    out, error = server.communicate()
    assert (server.returncode, out.strip(), error) == (0, "Stopped.", "")
    assert opened.read_text() == f"{url}\n"
    with pytest.raises(OSError, match="refused"):
        get(port)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_the_server_ends_with_us(course: Course, port: str, end: int) -> None:
    fake_dashboard(course)
    server = course.start("dashboard", f"PORT={port}")
    assert "Installing" in server.stdout.readline()
    assert "Serving" in server.stdout.readline()
    server.send_signal(end)
    server.communicate()
    assert server.returncode == 0
    with pytest.raises(OSError, match="refused"):
        get(port)


def test_a_room_is_told_the_address_and_shown_its_code(course: Course, port: str) -> None:
    fake_dashboard(course)
    server = course.start("dashboard", PORT=port, HOST="0.0.0.0")
    lines = [server.stdout.readline() for _ in range(4)]
    server.terminate()
    assert f"Serving the course at http://127.0.0.1:{port}/" in lines[1]
    assert lines[2].startswith("Learners in this room open http://")
    assert lines[2].endswith(f":{port}/\n")
    assert "█" in lines[3]
    server.communicate()


def test_a_port_taken_by_another_program_is_not_shared(course: Course, port: str) -> None:
    fake_dashboard(course)
    with ThreadingHTTPServer(("127.0.0.1", int(port)), BaseHTTPRequestHandler) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        said = course.refuses("dashboard", PORT=port)
        other.shutdown()
    assert said == (
        f"Port {port} is in use by another program: stop that program, or choose another port, "
        f"as in `make dashboard PORT={int(port) + 1}`."
    )


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("PORT=eight", "PORT=eight is no port: give a number from 1024 to 65535."),
        ("PORT=70000", "PORT=70000 is no port: give a number from 1024 to 65535."),
        ("HOST=203.0.113.7", "HOST=203.0.113.7 is no address of this machine: leave it out"),
        ("--port=1", "--port=1 is no setting: HOST=, PORT= and NO_BROWSER= are."),
    ],
)
def test_a_setting_that_cannot_be_is_refused(course: Course, word: str, sentence: str) -> None:
    assert sentence in course.refuses("dashboard", word)


def test_a_server_that_dies_leaves_its_last_word(course: Course, port: str) -> None:
    fake_dashboard(course, "raise ValueError('no lessons here')")
    assert course.refuses("dashboard", PORT=port) == (
        "The dashboard stopped by itself: ValueError: no lessons here"
    )


def test_lab_opens_the_first_lesson_and_is_found_again(course: Course, port: str) -> None:
    course.write("widgets/milia/__init__.py", "")
    shutil.copytree(course.root / "widgets/milia", course.root / "milia")  # importable from there
    server = course.start("lab", PORT=port)
    lines = iter(server.stdout.readline, "")
    assert any(f"JupyterLab opens {course.root}/my-notebooks/01_bumps" in line for line in lines)
    code, error = course.run("lab", PORT=port)
    assert (code, error) == (0, "")
    assert f"JupyterLab is already running at http://127.0.0.1:{port}/lab?token=" in course.out
    server.send_signal(signal.SIGINT)
    out, _ = server.communicate()
    assert (server.returncode, out.strip()) == (0, "Stopped.")


# --- the tests, and the ways in


def test_the_tests_exit_with_pytests_code_and_the_browser_found(course: Course) -> None:
    course.write("tests/chromium.py", "print('/the/browser')")
    course.write(
        "pytest.py",
        "import os, sys; print(os.environ['CHROMIUM'], sys.argv[1:]); sys.exit(5)",
    )
    code, _ = course.run("test", "-k", "quiz")
    assert code == 5
    browser, words = course.out.splitlines()[-1].split(" ", 1)
    assert browser == "/the/browser"
    assert words.endswith("'-k', 'quiz']")
    assert "'--nbval'," in words


def test_no_browser_fails_the_tests(course: Course) -> None:
    course.write("tests/chromium.py", "raise SystemExit('no browser')")
    course.write("pytest.py", "raise SystemExit(0)")
    assert course.refuses("test") == "no browser"


def test_the_review_is_written_into_its_folder(course: Course) -> None:
    course.write("milia/__init__.py", "")
    course.write("milia/pages/__init__.py", "")
    course.write("milia/pages/review.py", "import sys; print('wrote', sys.argv[1:]); sys.exit(3)")
    code, _ = course.run("review")
    assert (code, course.out.splitlines()[-1]) == (3, "wrote ['review']")


SQUARE = "import pathlib; pathlib.Path(__file__).with_suffix('.svg').write_text('<svg/>')"


def test_each_picture_is_counted_weighed_and_said_to_be_new_or_not(course: Course) -> None:
    for name in ("bump", "pore"):
        course.write(f"images/{name}.py", SQUARE)
    course.write("images/pore.svg", "<svg/>")
    code, _ = course.run("images")
    assert code == 0
    assert [line.split() for line in course.out.splitlines()[-2:]] == [
        ["1/2", "bump", "6", "bytes", "redrawn"],
        ["2/2", "pore", "6", "bytes", "unchanged"],
    ]
    assert "\r" not in course.out  # a file keeps no trace of a bar
    course.write("images/bump.py", "raise SystemExit(3)")
    assert course.run("images")[0] == 3
    assert "pore" not in course.out


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminal")
def test_on_a_terminal_a_bar_shows_which_picture_is_drawn(course: Course) -> None:
    import pty

    course.write("images/bump.py", SQUARE)
    course.write("images/pore.py", SQUARE)
    course.run("images")  # installs
    ours, theirs = pty.openpty()
    command = [sys.executable, str(course.root / "run.py"), "images"]
    environment = {"PATH": f"{course.root / 'bin'}:/usr/bin:/bin", "HOME": str(course.root)}
    with subprocess.Popen(command, env=environment, stdout=theirs) as process:
        process.wait()
    os.close(theirs)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    first, *_, last = re.split(r"[\r\n]+", said.strip())
    assert first == "[....................] 1/2 bump"
    assert "[##########..........] 2/2 pore" in said
    assert last.split() == ["2/2", "pore", "6", "bytes", "unchanged"]


def test_an_unknown_word_shows_the_known_ones(course: Course) -> None:
    said = course.refuses("dashbord")
    assert "python run.py dashboard   serve the lessons" in said


def test_make_only_calls_run_py() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    recipes = [line for line in makefile.splitlines() if line.startswith("\t")]
    assert recipes == ["\t@$(PY) run.py $@ $(ARGS)"]
    (targets,) = [line for line in makefile.splitlines() if line.endswith(":")]
    assert targets[:-1].split() == [
        *(
            "dashboard",
            "lab",
            "test",
            "site",
            "handout",
            "notebooks",
            "images",
            "quality",
            "review",
            "bench",
            "model",
            "lock",
        )
    ]
