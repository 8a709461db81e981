"""Light, shade and hair of the baby."""

from ..pencil import blurred, both, dab, fill, line, v, within


def shading() -> str:
    """What makes the face round and full: soft shade and light, inside its outline."""
    shade, light = v("shade"), v("light")
    return (
        blurred(
            "bbb",
            *(
                dab(x, y, a, b, shade, opacity=o)
                for x, y, a, b, o in (
                    (66, 190, 14, 70, ".35"),
                    (336, 200, 18, 90, ".7"),
                    (84, 372, 30, 30, ".5"),
                    (318, 368, 34, 44, ".75"),
                    (200, 416, 80, 12, ".6"),
                )
            ),
        )
        + blurred(
            "bb",
            both(
                "cheek",
                dab(112, 314, 36, 28, v("blush"), opacity=".55"),
                dab(112, 298, 22, 13, light, opacity=".55"),
                dab(139, 238, 36, 14, shade, opacity=".32"),
                dab(172, 256, 8, 16, shade, opacity=".35"),
            ),
            dab(182, 158, 62, 38, light, opacity=".55"),
            dab(200, 394, 20, 8, light, opacity=".5"),
            dab(216, 286, 8, 18, shade, opacity=".4"),
            dab(200, 318, 22, 5, shade, opacity=".4"),
            line(
                "M166 312C154 322 148 334 148 348M234 312C246 322 252 334 252 348",
                shade,
                4,
                opacity=".4",
            ),
        )
        + blurred(
            "b",
            dab(199, 293, 9, 8, light, opacity=".8"),
            dab(199, 268, 5, 16, light, opacity=".35"),
        )
    )


def hair() -> str:
    """The first fine hair, thin on the brow."""
    cap = (
        "M52 208C66 156 100 122 150 112C172 106 186 104 206 108"
        "C230 100 250 104 262 112C306 126 330 160 348 208L352 40H48Z"
    )
    wisps = ""
    for place in range(-11, 12):
        x, y = 200 + 11 * place, 76 + place * place // 2
        sway = 4 + place % 3 * 3 + place
        wisps += f"M{x} {y}q{sway} {12 + place % 4 * 3} {2 * sway} {22 + place % 5 * 4}"
    tuft = "M196 66Q200 48 216 46M202 65Q210 54 224 56M192 66Q190 52 200 42M208 66Q218 58 230 64"
    return within(
        "head",
        blurred("bbb", fill(cap, "#2d2226"), opacity=".62"),
        blurred("s", line(wisps, "#2d2226", 2.2, opacity=".3")),
    ) + line(tuft, "#2d2226", 2, opacity=".75")
