"""The cases: what is in the bump, and whether there is a way out."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Case:
    """One state of the skin: its contents, its way out, and what is put in by hand about it."""

    words: str
    contents: Literal["skin", "solid", "fluid"]
    opening: int = 0  # 1: a small opening in the roof; 2: a wider one
    leaks: bool = False
    loose: bool = False

    @property
    def bump(self) -> bool:
        """Whether there is a bump at all."""
        return self.contents != "skin"


CASES = {
    "healthy": Case("healthy skin", "skin"),
    "closed-pustule": Case("pustule before anything has flowed out", "fluid"),
    "open-pustule": Case("pustule with an open pore", "fluid", leaks=True),
    "milium": Case("sealed milium", "solid"),
    "opened-milium": Case("milium with an opening a professional has made", "solid", opening=1),
    "wider-opened-milium": Case("milium with a wider such opening", "solid", opening=2),
    "loose-milium": Case("sealed milium that is not attached to its sac", "solid", loose=True),
}
DRAWN = tuple(name for name in CASES if name != "loose-milium")
