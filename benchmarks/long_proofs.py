"""Prove on every case what `make test` proves on a share of them.

python benchmarks/long_proofs.py
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = (
    "tests/test_section.py",
    "tests/test_quiz_machine.py",
    "tests/test_ask_someone_page.py",
    "tests/test_mechanics.py",
    "tests/test_mechanics_frozen.py",
    "tests/browser/test_short_path.py",
)

sys.path.insert(0, str(ROOT))
from tests.chromium import find  # noqa: E402  (the path comes first)

if __name__ == "__main__":
    env = {**os.environ, "THOROUGH": "1", "CHROMIUM": find()}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *FILES]
    sys.exit(subprocess.call(command, cwd=ROOT, env=env))
