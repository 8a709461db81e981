"""What the head of a static page says: what it may do, and how it is installed."""

import json
import re

from ..addresses import SHARED, Shelf
from ..kernel_free import POLICY
from . import icons

PAPER = re.compile(r"--milia-bg: light-dark\((#\w+), (#\w+)\)")
NAME = "Pearl or Pimple?"


def policy(**more: str) -> str:
    """Return the policy as a page itself can say it, with these sources in place of others.

    Who may frame a page only a header can say.
    """
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    del rules["frame-ancestors"]
    rules |= {name.replace("_", "-"): sources for name, sources in more.items()}
    said = "; ".join(f"{name} {sources}" for name, sources in rules.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{said}">'


def with_head(html: bytes, first: str, *last: str) -> bytes:
    """Return a page with one line before all else in its head, and more at its end."""
    before, start, rest = html.decode().partition("<head>\n")
    inside, end, after = rest.partition("</head>")
    if not (start and end):
        raise ValueError("The page has no head to write in.")
    lines = "".join(f"{line}\n" for line in last)
    return f"{before}{start}{first}\n{inside}{lines}{end}{after}".encode()


def install_lines(shelf: Shelf) -> list[str]:
    """Return what tells a browser how the course looks on a home screen."""
    light, dark = papers()
    touch = next(icon for icon in icons.drawn() if icon.purpose == "touch")
    address = shelf.put(touch.stem, ".png", touch.content)
    return [
        '<link rel="manifest" href="manifest.webmanifest">',
        f'<link rel="apple-touch-icon" sizes="180x180" href="{address}">',
        f'<meta name="theme-color" content="{light}" media="(prefers-color-scheme: light)">',
        f'<meta name="theme-color" content="{dark}" media="(prefers-color-scheme: dark)">',
    ]


def manifest(shelf: Shelf) -> bytes:
    """Return what a phone that installs the course is told; every address is relative to it."""
    light, _ = papers()
    shown = [{"src": shelf.take("mark.svg"), "sizes": "any", "type": "image/svg+xml"}]
    for icon in icons.drawn():
        if icon.purpose != "touch":
            src = shelf.put(icon.stem, ".png", icon.content)
            sizes = f"{icon.size}x{icon.size}"
            shown.append({"src": src, "sizes": sizes, "type": "image/png", "purpose": icon.purpose})
    about = {
        "name": NAME,
        "short_name": NAME,
        "description": "A course about two white bumps: milium and pustule.",
        "lang": "en",
        "start_url": shelf.addresses.home,
        "scope": "./",
        "display": "standalone",
        "theme_color": light,
        "background_color": light,
        "icons": shown,
    }
    return json.dumps(about, indent=1).encode()


def papers() -> tuple[str, str]:
    """Return the colour of the page, light and dark, from where every page has it."""
    light, dark = PAPER.search(SHARED).groups()
    return light, dark
