"""`.ci/run` runs what a reader of the README runs, on what is committed, and says how it went."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAKEFILE = """\
test:
\t@echo "CI=$$CI"; cat; cat untracked 2>/dev/null || true
\t@echo "===== {count} in 1.23s ====="
\t@exit {code}
"""


@pytest.fixture
def run(tmp_path: Path):
    """Run .ci/run in a repository whose tests end as we say."""

    def git(*words: str) -> None:
        who = ["-c", "user.name=t", "-c", "user.email=t@localhost"]
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    def run(count: str, code: int) -> tuple[int, list[str]]:
        (tmp_path / "Makefile").write_text(MAKEFILE.format(count=count, code=code))
        (tmp_path / ".ci").mkdir()
        shutil.copy(ROOT / ".ci/run", tmp_path / ".ci/run")
        git("init", "--quiet")
        git("add", "--all")
        git("commit", "--quiet", "--message", "one")
        (tmp_path / "untracked").write_text("no clone has me\n")
        (tmp_path / "Makefile").write_text("test:\n\t@echo not committed\n")
        done = subprocess.run(
            ["bash", tmp_path / ".ci/run"],
            env={k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS"))},
            input="nobody may be asked anything\n",
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout.splitlines()

    return run


def test_what_is_committed_is_tested_alone(run) -> None:
    code, lines = run("3 passed", 0)
    assert code == 0
    assert lines[0] == "CI=true"
    assert "no clone has me" not in lines
    assert "nobody may be asked anything" not in lines
    assert lines[-1] == "===== 3 passed in 1.23s ====="


def test_a_failure_fails_and_the_last_line_counts_it(run) -> None:
    code, lines = run("1 failed, 2 passed", 1)
    assert code != 0
    assert lines[-1] == "===== 1 failed, 2 passed in 1.23s ====="


def test_the_course_is_tested_with_the_command_of_the_readme() -> None:
    assert "make test" in (ROOT / ".ci/run").read_text("utf-8")
    assert "make test" in (ROOT / "README.md").read_text("utf-8")
