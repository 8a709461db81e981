"""A milium and a pustule, cut open side by side and drawn to scale."""

from pathlib import Path

from milia.anatomy import section
from milia.content import find


def draw() -> str:
    """Draw the typical milium and pustule with the words of content/figures.yaml."""
    words = find("figure", "milium_and_pustule")
    names = {part.id: part.name for part in words.parts}
    return section.draw(section.Words(words.title, words.alt, names))


if __name__ == "__main__":
    Path(__file__).with_suffix(".svg").write_text(draw(), encoding="utf-8", newline="\n")
