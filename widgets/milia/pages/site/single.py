"""A page and all its files as one file, which opens by double-click and asks nobody for anything.

A browser gives a page from a disk no module by address, so the texts of the widgets' scripts
stand in the page, and the host makes modules of them (host.js).
"""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ..addresses import Addresses
from ..kernel_free import Page
from .head import policy, with_head

PRELOAD = re.compile(r'<link rel="(?:module)?preload"[^>]*>\n?')
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
WHEN = r'( type="module")?(?: defer blocking="render")?'  # a script in the page is never late
SCRIPT = re.compile(rf'<script{WHEN} src="([^"]+)"></script>')
HELD = (Path(__file__).parent / "held.js").read_text("utf-8")
ENDS = re.compile(r"<(?=/script|!--)", re.IGNORECASE)


def alone(page: Page, at: Addresses, pictures: str = "data:") -> bytes:
    """Return the page as one file, under a policy that lets in these scripts and styles alone.

    `pictures` says where those may come from that the page does not hold.
    """
    files = {at.file_at(name): page.files[name] for name in page.files}
    hashes: dict[str, list[str]] = {"script": [], "style": []}

    def inside(kind: str, names: str, text: str) -> str:
        text = ENDS.sub(r"\\x3C", text) if kind == "script" else text.replace("</", r"<\/")
        mark = b64encode(sha256(text.encode()).digest()).decode()
        hashes[kind].append(f"'sha256-{mark}'")
        return f"<{kind}{names}>{text}</{kind}>"

    def taken(address: str) -> str:
        return files.pop(address).decode()

    html = PRELOAD.sub("", page.html.decode())
    html = STYLE.sub(lambda found: inside("style", "", taken(found[1])), html)
    html = SCRIPT.sub(lambda found: inside("script", found[1] or "", taken(found[2])), html)
    for address in [address for address in files if not address.endswith(".js")]:
        html = html.replace(f'="{address}"', f'="{_data(address, files.pop(address))}"')
    if files:  # modules, which only the state names
        html = html.replace("</body>", f"{_texts(files)}\n{inside('script', '', HELD)}\n</body>")
    sources = " ".join([*hashes["script"], *(["blob:"] if files else [])])
    rules = {"script_src": sources, "style_src": " ".join(hashes["style"]), "img_src": pictures}
    return with_head(html.encode(), policy(**rules))


def _texts(files: dict[str, bytes]) -> str:
    """Return the texts of scripts, in a form that nothing in them can end early."""
    texts = {address: content.decode() for address, content in files.items()}
    said = json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script id="milia-scripts" type="application/json">{said}</script>'


def _data(address: str, content: bytes) -> str:
    """Return a picture as an address that holds it."""
    kind = PurePosixPath(address).suffix[1:].replace("svg", "svg+xml")
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
