"""Keep a learner's own copy of the lessons: run once, trusted, and never overwritten.

    python -m milia.pages.working_copy notebooks my-notebooks

A copy is made when there is none, or when its lesson has changed since; the learner's old copy,
with all that was answered in it, then moves to `earlier/`.
"""

import hashlib
import json
import sys
from datetime import date
from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary

from .execution import executed

RECORD = ".lessons.json"  # the digest of each lesson as it was when it was copied


def refresh(lessons: Path, home: Path) -> None:
    """Copy the lessons that are new or have changed; leave the others as the learner has them."""
    home.mkdir(exist_ok=True)
    record = read_record(home)
    for lesson in sorted(lessons.glob("*.ipynb")):
        copy = home / lesson.name
        source = lesson.read_bytes()
        digest = hashlib.sha256(source).hexdigest()
        if copy.exists() and record.get(lesson.name) == digest:
            continue
        print(f"Preparing {copy} …", flush=True)
        ready = executed(nbformat.reads(source.decode("utf-8"), as_version=4), copy)
        if copy.exists():
            kept = set_aside(copy, home / "earlier")
            print(f"The lesson {lesson.name} has changed: your copy so far is now {kept}")
        # The record comes first: cut short here, the next start finds no copy and makes it.
        record[lesson.name] = digest
        write(home / RECORD, json.dumps(record, indent=1))
        write(copy, nbformat.writes(ready))
        NotebookNotary().sign(nbformat.read(copy, as_version=4))


def set_aside(copy: Path, earlier: Path) -> Path:
    """Move a learner's copy out of the way, under a name that is still free."""
    earlier.mkdir(exist_ok=True)
    kept = earlier / f"{date.today().isoformat()}-{copy.name}"
    number = 1
    while kept.exists():
        number += 1
        kept = kept.with_name(f"{date.today().isoformat()}-{number}-{copy.name}")
    return copy.rename(kept)


def read_record(home: Path) -> dict[str, str]:
    """What was copied when; nothing if the record is lost, and then every copy is set aside."""
    try:
        return json.loads((home / RECORD).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}


def write(path: Path, text: str) -> None:
    """Write a file in one piece."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def main() -> None:
    """Refresh the working copy that the command line names."""
    refresh(Path(sys.argv[1]), Path(sys.argv[2]))


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
