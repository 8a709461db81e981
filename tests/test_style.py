"""The style is held by a tool, so that nobody has to hold it in review."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("rule", [["check"], ["format", "--check"]])
def test_ruff_finds_nothing(rule: list[str]) -> None:
    command = [sys.executable, "-m", "ruff", *rule, "--quiet", "."]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
