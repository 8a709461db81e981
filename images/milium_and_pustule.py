"""A milium and a pustule, cut open side by side and drawn to scale."""

from pathlib import Path

from milia.anatomy import section
from milia.content import find


def draw() -> str:
    """Draw the typical milium and pustule with the words of content/figures.yaml."""
    return section.draw(section.Words.of(find("figure", "milium_and_pustule")))


if __name__ == "__main__":
    Path(__file__).with_suffix(".svg").write_text(draw(), encoding="utf-8", newline="\n")
