"""What keeps a site for reading without a network: its service worker, and who asks for it."""

import json
from hashlib import sha256
from pathlib import Path

from ..addresses import Shelf

HERE = Path(__file__).parent


def register_line(shelf: Shelf) -> str:
    """Return the line of a page's head that asks the browser to keep the course."""
    address = shelf.put("register", ".js", (HERE / "register.js").read_bytes())
    return f'<script defer src="{address}"></script>'


def worker(files: dict[str, bytes]) -> bytes:
    """Return the service worker that keeps these files; it differs when any of them does."""
    hashed = sorted(name for name in files if "/" in name)  # their names differ when they do
    pages = sorted(files.keys() - set(hashed))
    marks = {name: sha256(files[name]).hexdigest() for name in sorted(files)}
    version = sha256(json.dumps(marks).encode()).hexdigest()[:12]
    kept = {"VERSION": version, "PAGES": pages, "FILES": hashed}
    lines = [f"const {name} = {json.dumps(value)};" for name, value in kept.items()]
    return "\n".join([*lines, (HERE / "sw.js").read_text("utf-8")]).encode()
