"""Light, shade and hair of the adult."""

from ..pencil import OWN, blurred, both, dab, fill, line, v, within
from .outlines import HAIR


def shading() -> str:
    """What makes the face round: soft shade and light, inside its outline."""
    shade, light = v("shade"), v("light")
    return (
        blurred(
            "bbb",
            *(
                dab(x, y, a, b, shade, opacity=o)
                for x, y, a, b, o in (
                    (98, 190, 16, 60, ".5"),
                    (302, 200, 20, 70, ".8"),
                    (118, 340, 22, 50, ".55"),
                    (282, 340, 26, 60, ".85"),
                    (200, 410, 56, 14, ".6"),
                    (200, 104, 90, 20, ".55"),
                )
            ),
        )
        + blurred(
            "bb",
            both(
                "socket",
                dab(154, 222, 34, 15, shade, opacity=".5"),
                dab(156, 258, 24, 8, shade, opacity=".3"),
                dab(136, 284, 26, 16, v("blush"), opacity=".5"),
                dab(140, 272, 18, 7, light, opacity=".5"),
                dab(177, 226, 8, 20, shade, opacity=".5"),
            ),
            dab(190, 152, 52, 24, light, opacity=".6"),
            dab(200, 386, 22, 11, light, opacity=".45"),
            dab(200, 374, 22, 6, shade, opacity=".6"),
            dab(219, 276, 9, 38, shade, opacity=".55"),
            dab(184, 276, 5, 34, shade, opacity=".3"),
            dab(200, 322, 20, 6, shade, opacity=".5"),
            line(
                "M172 306C160 318 154 330 152 342M228 306C240 318 246 330 248 342",
                shade,
                5,
                opacity=".55",
            ),
        )
        + blurred(
            "b",
            fill(
                (
                    "M197 214C195 240 194 270 193 292C196 298 202 298 205 292"
                    "C204 270 203 240 202 214Z"
                ),
                light,
                opacity=".75",
            ),
            dab(198, 294, 9, 8, light, opacity=".8"),
        )
    )


def hair() -> str:
    """Short hair, swept to one side."""
    over = "".join(
        f"M226 {103 - n}C{212 - 3 * n} {88 - 5 * n} {176 - 4 * n} {84 - 3 * n} "
        f"{140 - 3 * n} {118 - 5 * n}M227 {104 - n}C{206 - 2 * n} {114 - 6 * n} "
        f"{164 - 3 * n} {118 - 5 * n} {122 - n} {152 - 5 * n}"
        for n in range(0, 8, 2)
    )
    right = "".join(
        f"M{229 + n} {102 - n}C{258 + 2 * n} {100 - 5 * n} {288 + 2 * n} {124 - 4 * n} "
        f"{302 + n} {168 - 2 * n}"
        for n in range(0, 9, 2)
    )
    side = (
        "M112 168C98 184 93 206 92 228M106 160C92 182 88 204 88 226M304 186C308 200 308 214 307 228"
    )
    return (
        within(
            "head",
            blurred(
                "bb",
                line(
                    (
                        "M96 236C98 190 106 168 122 160C170 152 212 136 226 110"
                        "C240 124 284 140 296 168C304 190 304 214 306 236"
                    ),
                    v("deep"),
                    12,
                    opacity=".6",
                ),
            ),
        )
        + fill(HAIR, f"url(#{OWN}-hair)")
        + within(
            "hairs",
            line(over + right + side, "#9c8790", 1.2, opacity=".34"),
            blurred(
                "bb",
                line("M104 150C118 100 160 66 206 68", "#b09aa3", 14, opacity=".34"),
                line("M246 68C276 82 296 110 304 140", "#b09aa3", 8, opacity=".2"),
            ),
        )
    )
