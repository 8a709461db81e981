"""Where the parts of a page are found: said once by whoever serves or writes it."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import milia

from ..widgets.base import HERE as WIDGETS
from ..widgets.base import CourseWidget, css

PAGES = Path(__file__).parent
PLACES = (PAGES / "template" / "static", PAGES / "host", WIDGETS)
SHARED = css("shared")
REMARK = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)


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
            content = lean(content.decode()).encode()
        return self.put(found.stem, found.suffix, content)


def lean(text: str) -> str:
    """Return a script or a style without its remarks, which are for who reads it in its own file.

    Only those that stand on lines of their own; on a slow line they would cost a learner time.

    >>> lean("/* a\\n b */\\nx = 1; // not this\\n  // this\\n")
    'x = 1; // not this\\n'
    """
    return REMARK.sub("", text)


def stylesheet() -> str:
    """Return the look of every page and every widget of the course, as one file for all."""
    page = (PAGES / "template" / "static" / "page.css").read_text(encoding="utf-8")
    return lean("\n".join([SHARED, page, *map(without_shared, course_styles())]))


def course_styles() -> list[str]:
    """Return the style sheets of the course's own widgets."""
    shown = [getattr(milia, name) for name in sorted(milia.__all__)]
    widgets = [kind for kind in shown if isinstance(kind, type) and issubclass(kind, CourseWidget)]
    return list(dict.fromkeys(kind._css for kind in widgets))


def without_shared(style: str) -> str:
    """Return a widget's style without what every page has already."""
    return style.removeprefix(SHARED).lstrip("\n")
