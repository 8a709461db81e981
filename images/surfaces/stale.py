"""What the surfaces were drawn from, read without numpy."""

from hashlib import sha256
from pathlib import Path

import milia

HERE = Path(__file__).parent
RECORD = HERE / "drawn.txt"
ANATOMY = Path(milia.__file__).parent / "anatomy"
SOURCES = (
    *sorted(path for path in HERE.glob("*.py") if path.stem not in ("stale", "draw")),
    *sorted((ANATOMY / "optics").glob("*.py")),
    *sorted((ANATOMY / "skin").glob("*.py")),
    ANATOMY / "section" / "relief.py",
    ANATOMY / "section" / "pustule.py",
)


def name(state: str, number: int) -> str:
    """Return the file name of a state in a tone: 'milium-07.jpg'."""
    return f"{state}-{number:02}.jpg"


def made_from() -> str:
    """Return a mark of all that decides how a surface looks: it changes when that does."""
    total = sha256()
    for path in SOURCES:
        total.update(path.read_text(encoding="utf-8").encode())  # whatever ends its lines
    return total.hexdigest()
