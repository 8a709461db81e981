"""Where the parts of a page are found: said once by whoever serves or writes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

import milia

from ..widgets.base import HERE as WIDGETS
from ..widgets.base import css

PAGES = Path(__file__).parent
PLACES = (PAGES / "template" / "static", PAGES / "host", WIDGETS)
SHARED = css("shared")
COMMON = (milia.Quiz, milia.Figure, milia.Term)  # nearly every lesson has them


@dataclass(frozen=True)
class Addresses:
    """How home, a lesson and a file are addressed; {} is the lesson's id or the file's name.

    >>> Addresses(home="index.html", lesson="{}.html", file="files/{}").lesson_at("90_glossary")
    '90_glossary.html'
    """

    home: str = "/"
    lesson: str = "/voila/render/{}.ipynb"
    file: str = "/files/{}"

    def lesson_at(self, name: str) -> str:
        """Return the address of a lesson."""
        return self.lesson.replace("{}", name)

    def file_at(self, name: str) -> str:
        """Return the address of a file of the pages."""
        return self.file.replace("{}", name)


class Shelf:
    """The files a page asks for as it is made, each under a name that changes with what it holds.

    The templates take from here what they link to, so a page's files are those it uses.
    """

    def __init__(self, addresses: Addresses) -> None:
        """Begin with nothing, for a page at these addresses."""
        self.addresses = addresses
        self.files: dict[str, bytes] = {}

    def put(self, stem: str, suffix: str, content: bytes) -> str:
        """Put a file here and return its address."""
        name = f"{stem}-{sha256(content).hexdigest()[:12]}{suffix}"
        self.files[name] = content
        return self.addresses.file_at(name)

    def take(self, name: str) -> str:
        """Put a file of the course here by its plain name, such as "page.js"."""
        if name == "course.css":
            return self.put("course", ".css", stylesheet().encode())
        found = next(path for folder in PLACES if (path := folder / name).is_file())
        content = found.read_bytes()
        if found.suffix == ".js":
            content = jsmin(content)
        return self.put(found.stem, found.suffix, content)


def stylesheet() -> str:
    """Return the look of every page and of the widgets that are common, as one file for all."""
    page = (PAGES / "template" / "static" / "page.css").read_text(encoding="utf-8")
    return cssmin("\n".join([SHARED, page, *(without_shared(kind._css) for kind in COMMON)]))


def put_styles(styles: Iterable[str], shelf: Shelf) -> list[str]:
    """Put the style sheets of a page's widgets on the shelf; return where they are.

    The course's own are one file; what every page has already is left out of it.
    """
    styles = [style for style in dict.fromkeys(styles) if style]
    common = [kind._css for kind in COMMON]
    ours = [style for style in styles if style.startswith(SHARED) and style not in common]
    others = [style for style in styles if not style.startswith(SHARED)]
    found = []
    if ours:
        text = cssmin("\n".join(map(without_shared, ours)))
        found.append(shelf.put("widgets", ".css", text.encode()))
    return found + [shelf.put("widget", ".css", style.encode()) for style in others]


def without_shared(style: str) -> str:
    """Return a widget's style without what every page has already."""
    return style.removeprefix(SHARED).lstrip("\n")
