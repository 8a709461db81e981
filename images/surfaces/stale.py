"""Whether the surfaces are still what their scripts and the anatomy say: told without numpy."""

from hashlib import sha256
from pathlib import Path

from bumps import STATES, State

from milia.anatomy.optics import reflectance, tones, written, xyz
from milia.anatomy.section.relief import lift
from milia.anatomy.skin import Follicle

HERE = Path(__file__).parent
RECORD = HERE / "drawn.txt"
REACH = tuple(at / 10 for at in range(0, 44, 2))  # mm from the middle


def name(state: str, number: int) -> str:
    """Return the file name of a state in a tone: 'milium-07.jpg'."""
    return f"{state}-{number:02}.jpg"


def made_from() -> str:
    """Return a mark that changes when a script here does, or a color or shape of the anatomy."""
    total = sha256()
    for path in sorted(HERE.glob("*.py")):
        total.update(path.read_text(encoding="utf-8").encode())  # whatever ends its lines
    for state in STATES:
        total.update(repr(_said(state)).encode())
    total.update(repr([f"{lift(Follicle(), at / 10, 0.0):.5f}" for at in REACH]).encode())
    return total.hexdigest()


def _said(state: State) -> list[str]:
    """Return what the anatomy says of a state: its heights, and its colors in every third tone."""
    heights = [f"{lift(state.lesion, at, 0.0):.5f}" for at in REACH] if state.lesion else []
    met = [state.inside(tone.tissue, at) for tone in tones()[::3] for at in REACH]
    return heights + [written(xyz(reflectance(*here))) for here in met]
