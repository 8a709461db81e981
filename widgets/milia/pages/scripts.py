"""The scripts of a page's widgets: the course's own in one file, any other as it came.

Each widget of the course brings along what all of them share, as a notebook needs it. On a page
that would be fetched and read once for each kind of widget; here it stands once, in front.
"""

import re

from ..widgets.base import js
from .addresses import Shelf, lean

SHARED = js("shared")
LAST = re.compile(r"^export default ", re.MULTILINE)
MODULE = re.compile(r"^(?:import|export)\b", re.MULTILINE)


def put_scripts(kinds: dict[str, str], shelf: Shelf) -> dict[str, dict[str, str]]:
    """Put the scripts of these kinds, {text: name}, on the shelf; return where the host finds each.

    That is a module's address and, if it holds several widgets, the name of this one.
    """
    ours = {text: f"{name}{at}" for at, (text, name) in enumerate(kinds.items()) if _ours(text)}
    found = {}
    if ours:
        together = shelf.put("widgets", ".js", lean(_joined(ours)).encode())
        found = {text: {"module": together, "name": name} for text, name in ours.items()}
    for text, name in kinds.items():
        if text not in ours:
            stem = re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
            found[text] = {"module": shelf.put(stem, ".js", text.encode())}
    return found


def _ours(text: str) -> bool:
    """Whether a script begins with what the course shares, and gives away one thing, at its end."""
    return text.startswith(SHARED) and len(MODULE.findall(text)) == 1 and bool(LAST.search(text))


def _joined(ours: dict[str, str]) -> str:
    """Return one module that exports these widgets, each in a scope of its own."""
    parts = [SHARED]
    for text, name in ours.items():
        own = LAST.sub("return ", text.removeprefix(SHARED).strip("\n"))
        parts.append(f"export const {name} = (() => {{\n{own}\n}})();\n")
    return "\n".join(parts)
