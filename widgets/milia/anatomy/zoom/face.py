"""The face, from the front, and where on it each bump stands."""

from ..section.svg import number, tag
from .frame import SIDE

FIELD = 260.0  # mm: a head of about 23 cm from crown to chin, and its neck (ASSUMPTION)
BAR = 50.0
SPOTS = {"milium": (152.0, 138.0), "pustule": (118.0, 208.0)}  # mm from the left and the top


def art() -> str:
    """Draw a head."""
    head = "M130 24C76 24 58 66 60 118C62 176 92 232 130 232C168 232 198 176 200 118C202 66 184 24 130 24Z"
    neck = "M100 214V252C70 258 40 262 20 270H240C220 262 190 258 160 252V214Z"
    scale = number(SIDE / FIELD) if False else f"{SIDE / FIELD:.4f}"
    return tag(
        "g",
        tag("path", d=neck, fill="var(--milia-skin,#7a5536)"),
        tag("path", d=head, fill="var(--milia-skin,#7a5536)", stroke="#2a1216"),
        transform=f"scale({scale})",
    )
