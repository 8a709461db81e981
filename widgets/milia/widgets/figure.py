"""A picture of the course, with its words beside it."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path

from traitlets import Dict, List, Unicode

from ..content import find
from .base import CourseWidget, css, js

PACKAGE = Path(__file__).parent.parent


def picture(name: str) -> str:
    """Read a drawing: from the package where it was installed, else from images/ beside it."""
    installed = PACKAGE / "images"
    folder = installed if installed.is_dir() else PACKAGE.parent.parent / "images"
    file = folder / f"{name}.svg"
    if not file.is_file():
        raise FileNotFoundError(f"No drawing {file}. Draw it: python images/{name}.py")
    return file.read_text(encoding="utf-8")


class Figure(CourseWidget):
    """Show a drawing with its caption, and every part of it also in words.

    On a narrow screen it becomes one drawing for each bump, with numbers and a key.
    """

    _esm = js("shared", "drawn", "figure")
    _css = css("shared", "figure")

    name = Unicode(help="Which picture: an id in content/figures.yaml.").tag(sync=True)
    svg = Unicode().tag(sync=True)
    alt = Unicode().tag(sync=True)
    caption = Unicode().tag(sync=True)
    parts = List(Dict(), help="id, of, name and note of each part.").tag(sync=True)

    def __init__(self, name: str) -> None:
        """Take the drawing and the words of this name."""
        self._words = words = find("figure", name)
        parts = [{"id": p.id, "of": p.of, "name": p.name, "note": p.note} for p in words.parts]
        super().__init__(
            name=name, svg=picture(name), alt=words.alt, caption=words.caption, parts=parts
        )

    def text(self) -> str:
        """Everything the figure shows, and a mark that changes when the drawing does."""
        lines = [self._words.title, self.alt, self.caption]
        for of in dict.fromkeys(part.of for part in self._words.parts):
            own = [part for part in self._words.parts if part.of == of]
            lines += [f"{part.name}. {part.note}" for part in own if part.is_whole]
            numbered = enumerate((part for part in own if not part.is_whole), 1)
            lines += [f"  {number}. {part.name}. {part.note}" for number, part in numbered]
        lines.append(f"Drawing sha256 {sha256(self.svg.encode()).hexdigest()[:12]}")
        return "\n".join(lines)

    def fallback(self) -> str:
        """The drawing as an image, and its parts as a list: what JupyterLab lets through."""
        data = b64encode(self.svg.encode()).decode()
        items = "".join(
            f"<li><b>{escape(part.name)}.</b> {escape(part.note)}</li>"
            for part in self._words.parts
        )
        return (
            f'<figure><img src="data:image/svg+xml;base64,{data}" alt="{escape(self.alt)}">'
            f"<figcaption>{escape(self.caption)}</figcaption>"
            f"<details><summary>The parts in words</summary><ul>{items}</ul></details></figure>"
        )
