"""The explorer in words: as nbval compares it, and as HTML where no script runs."""

import json
from hashlib import sha256
from html import escape

from ...content import load
from .choices import KINDS, name_of, note
from .drawings import atlas, whole

TITLE = "Three white bumps, part by part"


def in_words(said: str, *offered: list[dict]) -> str:
    """Name what is shown first, every part in each bump, and all that can be set."""
    lines = [TITLE, said]
    for role in load().cross_section_roles.values():
        lines.append(f"{role.name}:")
        lines += [f"  {name_of(kind)}: {role.sentence(kind).text}" for kind in KINDS]
    lines += [" | ".join(choice["name"] for choice in choices) for choices in offered]
    lines += [s.note for s in load().cross_section_settings.values() if s.note]
    mark = sha256(json.dumps(atlas(), sort_keys=True).encode()).hexdigest()[:12]
    return "\n".join([*lines, f"Drawings sha256 {mark}"])


def as_html(site: str, size: str, view: str, said: str) -> str:
    """The three drawings as images, and a table of every part in each bump."""
    shown = "".join(map(_image, KINDS, (whole(kind, site, size, view) for kind in KINDS)))
    head = "".join(f"<th>{name_of(kind)}</th>" for kind in KINDS)
    rows = "".join(
        f"<tr><th>{escape(role.name)}</th>"
        + "".join(f"<td>{escape(role.sentence(kind).text)}</td>" for kind in KINDS)
        + "</tr>"
        for role in load().cross_section_roles.values()
    )
    return (
        f"<p><strong>{TITLE}</strong></p>{shown}<p>{escape(said)} {escape(note('model'))}</p>"
        f"<table><thead><tr><th>Part</th>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _image(kind: str, svg: str) -> str:
    """A drawing as an image; characters are escaped one by one, as base64 is a third longer."""
    alt = escape(f"{name_of(kind)}. {load().cross_section_roles['whole'].sentence(kind).text}")
    if not svg:
        return f"<p>{name_of(kind)}: {escape(note('too-deep'))}</p>"
    svg = svg.strip().replace('"', "'")
    data = "".join(f"%{ord(c):02X}" if c in "%#<>&" else c for c in svg)
    return f'<img src="data:image/svg+xml,{data}" alt="{alt}" width="300">'
