"""Run every lesson and store what it shows, so that nbval can compare and a reader can read.

python -m milia.pages.stored_outputs regen notebooks    run the lessons and rewrite them
python -m milia.pages.stored_outputs check notebooks    say which are stale; exit 1 if any is
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat

from . import outline
from .execution import executed

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def stored(path: Path) -> str:
    """Return the lesson's file as it should be: run, and free of what differs between runs.

    A widget's view is dropped from the file: it names a model that lives only as long as its
    kernel, and JupyterLab would show "model not found" where now it shows text and picture.
    """
    notebook = executed(nbformat.read(path, as_version=4), path)
    notebook.metadata.pop("widgets", None)
    notebook.metadata["kernelspec"] = dict(KERNEL)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"


def main(command: str, folder: str) -> int:
    """Rewrite or check every lesson in the folder, and the list of lessons the pages show."""
    paths = sorted(Path(folder).glob("*.ipynb"))
    if not paths:
        sys.exit(f"No notebook in {folder}/. Run this from the course's own folder.")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        fresh = dict(zip(paths, pool.map(stored, paths), strict=True))
    fresh[outline.FILE] = outline.render(Path(folder))
    stale = [path for path, text in fresh.items() if not _holds(path, text)]
    for path in stale:
        if command == "regen":
            path.write_text(fresh[path], encoding="utf-8", newline="\n")
        print(f"{'rewrote' if command == 'regen' else 'stale:'} {path.name}")
    if command == "check" and stale:
        print("Run 'make notebooks' and look at the difference before you commit it.")
    return int(command == "check" and bool(stale))


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("regen", "check"):
        sys.exit(__doc__)
    raise SystemExit(main(*sys.argv[1:]))
