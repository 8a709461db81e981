"""The adult face: thirds from hairline to brow, nose and chin; five eyes wide."""

from ..pencil import OWN, blurred, both, clip, fill, line, linear, radial, soft, v, within
from .features import eye, mouth, nose
from .light import hair, shading
from .outlines import EAR, EYE, HAIR, HAIR_BACK, HEAD, LOWER, NECK, SEAM, SHIRT

BOX = (0, 0, 400, 480)

DEFS = "".join(
    (
        clip("head", HEAD),
        clip("eye", EYE),
        clip("neck", NECK),
        clip("hairs", HAIR),
        clip("lips", LOWER),
        soft("s", 1.5),
        soft("b", 3),
        soft("bb", 8),
        soft("bbb", 15),
        radial(
            "skin",
            ("0", v("light")),
            (".5", v("base")),
            (".8", v("base")),
            ("1", v("shade")),
            cx=".43",
            cy=".4",
            r=".66",
        ),
        linear(
            "throat", ("0", v("deep")), (".34", v("shade")), (".62", v("base")), ("1", v("base"))
        ),
        radial("iris", ("0", "#8a5a36"), (".6", "#5b3721"), ("1", "#2a1710")),
        linear("white", ("0", "#b9aaa6"), (".4", "#f1ebe6"), ("1", "#e6dcd6")),
        linear("shirt", ("0", "#8f829c"), ("1", "#6f637c")),
        linear("hair", ("0", "#4b3a40"), (".35", "#2d2226"), ("1", "#181114")),
    )
)


def paint() -> str:
    """Paint the adult, from the back to the front."""
    body = fill(NECK, f"url(#{OWN}-throat)") + within(
        "neck",
        blurred(
            "bb",
            fill("M136 350C156 410 176 424 200 424C224 424 250 408 264 350Z", v("deep")),
            opacity=".75",
        ),
        line(
            "M168 424C176 446 186 458 193 462M232 424C224 446 214 458 207 462",
            v("shade"),
            3,
            opacity=".6",
            filter=f"url(#{OWN}-b)",
        ),
    )
    ears = both(
        "ear",
        fill(EAR, v("base"), stroke=v("line"), stroke_width="1.4"),
        line("M98 231C90 224 85 229 86 240C87 254 91 268 96 278", v("shade"), 2.2, opacity=".9"),
        blurred("s", line("M97 244C92 250 92 258 96 264", v("deep"), 3, opacity=".6")),
    )
    return (
        fill(HAIR_BACK, "#1b1418")
        + body
        + fill(SHIRT, f"url(#{OWN}-shirt)")
        + line(SEAM, "#4a3f55", 1.6, opacity=".55")
        + ears
        + fill(HEAD, f"url(#{OWN}-skin)", stroke=v("line"), stroke_width="1.6")
        + within("head", shading())
        + both("eyes", eye())
        + nose()
        + mouth()
        + hair()
    )
