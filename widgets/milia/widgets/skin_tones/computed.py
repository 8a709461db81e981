"""What the optics of skin say of each tone, computed once: a second is long when a lesson opens.

`python -m milia.widgets.skin_tones.computed` writes it anew;
a test fails when it is not up to date.
"""

import json
from pathlib import Path

from ...anatomy.optics import chart
from ...anatomy.section.tints import sheet, shown
from ..base import HERE
from .reading import NUMBERS

SHEET = HERE / "tone.css"
HEAD = "/* What a chosen skin tone changes in drawings. Written by skin_tones/computed.py. */\n"


def numbers() -> list[dict[str, object]]:
    """Return for each tone, from light to dark, its color and how far redness shows on it."""
    return [
        {
            "number": strong.tone.number,
            "colour": shown(strong.tone),
            "mild": round(mild.difference, 1),
            "strong": round(strong.difference, 1),
        }
        for mild, strong in zip(chart("mild"), chart("strong"), strict=True)
    ]


def written() -> dict[Path, str]:
    """Return what the files should hold."""
    return {NUMBERS: json.dumps(numbers(), indent=1) + "\n", SHEET: HEAD + sheet()}


if __name__ == "__main__":
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
        print(f"{path.name}: {len(text)} characters")
