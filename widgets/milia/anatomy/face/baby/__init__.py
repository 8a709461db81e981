"""The baby's face: a high brow, eyes below the middle, full cheeks, and a mouth wide open."""

from ..pencil import OWN, blurred, both, clip, dab, fill, line, linear, radial, soft, v, within
from .features import eye, mouth, nose
from .light import hair, shading
from .outlines import BODY, COLLAR, EAR, EYE, HEAD, MOUTH

BOX = (0, 0, 400, 480)

DEFS = "".join(
    (
        clip("head", HEAD),
        clip("body", BODY),
        clip("eye", EYE),
        clip("mouth", MOUTH),
        soft("s", 1.5),
        soft("b", 3),
        soft("bb", 8),
        soft("bbb", 15),
        radial(
            "skin",
            ("0", v("light")),
            (".55", v("base")),
            (".86", v("base")),
            ("1", v("shade")),
            cx=".45",
            cy=".42",
            r=".62",
        ),
        radial("iris", ("0", "#7d5638"), (".6", "#4d3222"), ("1", "#21130f")),
        linear("white", ("0", "#bdb2b0"), (".45", "#f4f0ec"), ("1", "#ebe4df")),
        linear("shirt", ("0", "#dfe6e2"), ("1", "#b9c9c4")),
    )
)


def paint() -> str:
    """Paint the baby, from the back to the front."""
    ears = both(
        "ear",
        fill(EAR, v("base"), stroke=v("line"), stroke_width="1.4"),
        line("M62 260C54 250 46 256 47 268C48 282 56 294 64 302", v("shade"), 2.4, opacity=".9"),
        blurred("s", line("M60 272C55 278 56 286 61 292", v("deep"), 3, opacity=".5")),
    )
    return (
        fill(BODY, f"url(#{OWN}-shirt)")
        + within("body", blurred("bb", dab(200, 406, 84, 18, "#5b6f6b", opacity=".75")))
        + line(COLLAR, "#7f9590", 1.8, opacity=".8")
        + ears
        + fill(HEAD, f"url(#{OWN}-skin)", stroke=v("line"), stroke_width="1.6")
        + within("head", shading())
        + hair()
        + both("eyes", eye())
        + nose()
        + mouth()
    )
