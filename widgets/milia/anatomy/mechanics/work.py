"""Long work in pieces: each finished piece is a file, so that an interrupted run goes on."""

import ast
import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)
SOLVERS = ("numpy", "scipy", "scikit-fem")
# What decides a piece's numbers; how they are packed afterwards does not.
DECIDES = (
    "cases", "contents", "finite", "material", "measures", "mesh", "parameters", "sample",
    "sheet", "snapshots", "solve", "space",
)  # fmt: skip


def fingerprint() -> str:
    """A digest of the code that a piece rests on, its docstrings aside."""
    total = sha256()
    skin = [HERE.parent / "skin" / f"{name}.py" for name in ("lengths", "lesions")]
    for module in [*(HERE / f"{name}.py" for name in DECIDES), *skin]:
        tree = ast.parse(module.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, DOCUMENTED) and ast.get_docstring(node):
                node.body = node.body[1:]
        total.update(ast.dump(tree).encode())
    return total.hexdigest()[:16]


def versions() -> dict[str, str]:
    """The solvers that this machine has."""
    return {name: version(name) for name in SOLVERS}


@dataclass(frozen=True)
class Piece:
    """One piece of work: its name, and what makes its file's bytes."""

    name: str
    make: Callable[[], bytes]


class Workshop:
    """The folder where finished pieces lie."""

    def __init__(self, folder: Path) -> None:
        """Use a folder of its own for this state of the code."""
        self.folder = folder / fingerprint()
        self.folder.mkdir(parents=True, exist_ok=True)

    def path(self, name: str) -> Path:
        """Where a piece lies once it is finished."""
        return self.folder / name

    def do(self, pieces: Iterable[Piece]) -> None:
        """Do what is not yet done, with a bar; each file appears in one move."""
        pieces = list(pieces)
        start, fresh = time.monotonic(), 0
        for count, piece in enumerate(pieces):
            path = self.path(piece.name)
            if path.exists():
                continue
            _bar(count, len(pieces), piece.name, (time.monotonic() - start) / max(fresh, 1))
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_name(path.name + ".new")
            new.write_bytes(piece.make())
            new.replace(path)
            fresh += 1
        _bar(len(pieces), len(pieces), "done", 0)
        print(flush=True)


def _bar(done: int, total: int, name: str, each: float) -> None:
    """How far we are: drawn anew on a terminal, a line now and then in a file."""
    share = 24 * done // total
    left = f", about {each * (total - done) / 60:.0f} min left" if each else ""
    line = f"[{'#' * share}{'.' * (24 - share)}] {done}/{total} {name}{left}"
    if sys.stdout.isatty():
        print(f"\r\033[K{line}", end="", flush=True)
    elif done % max(1, total // 20) == 0:
        print(line, flush=True)


def as_json(what: object) -> bytes:
    """The same bytes for the same content."""
    return (json.dumps(what, indent=1, sort_keys=True) + "\n").encode()
