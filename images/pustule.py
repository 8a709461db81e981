"""A pustule, cut open and drawn to scale."""

from pathlib import Path

from milia.anatomy import section
from milia.anatomy.skin import Pustule, Specimen
from milia.content import find


def draw() -> str:
    """Draw the typical pustule with the words of content/figures.yaml."""
    words = section.Words.of(find("figure", "pustule"))
    return section.draw(words, Specimen(lesions=(Pustule(),)), prefix="pu")


if __name__ == "__main__":
    Path(__file__).with_suffix(".svg").write_text(draw(), encoding="utf-8", newline="\n")
