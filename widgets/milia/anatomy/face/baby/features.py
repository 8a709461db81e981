"""Eyes, nose and mouth of the baby."""

from ..pencil import OWN, blurred, both, dab, fill, line, v, within
from .outlines import BROW, EYE, GUM, LIPS, MOUTH


def eye() -> str:
    """The left eye, wide and dark, with a faint brow."""
    ball = (
        fill(EYE, f"url(#{OWN}-white)")
        + dab(141, 253, 15.5, 15.5, f"url(#{OWN}-iris)")
        + dab(141, 253, 7.5, 7.5, "#120a09")
        + blurred(
            "b",
            fill("M108 258C118 240 158 236 170 262V240L140 226L110 240Z", "#1c1210"),
            opacity=".45",
        )
        + dab(136, 247.5, 3.8, 3.8, "#fff", opacity=".95")
        + dab(147, 259, 2.2, 2.2, "#fff", opacity=".45")
    )
    lids = (
        line(
            "M116 261C123 267 131 270.5 140 270.8C150 271 158 268 164 261",
            v("deep"),
            1.3,
            opacity=".55",
        )
        + fill(
            (
                "M111.5 257C119 243 130 237.5 141 238C153 238.5 162 247 165.5 260.5"
                "C160 249 152 242 141 241.5C130 241.2 121 247 114.5 259"
                "C113.5 258 112.5 257.5 111.5 257Z"
            ),
            "#1b1112",
            opacity=".8",
        )
        + line(
            "M112 247C120 235 131 230 143 231C153 232 161 239 165 248", v("deep"), 1.5, opacity=".5"
        )
        + line("M128 280C136 284 149 283 156 279", v("shade"), 1.5, opacity=".5")
    )
    return within("eye", ball) + lids + fill(BROW, "#2b1f1f", opacity=".34")


def nose() -> str:
    """A button of a nose: mostly its tip."""
    return (
        blurred(
            "b",
            fill(
                (
                    "M180 302C188 312 212 312 220 302C212 308 206 307 200 309"
                    "C194 307 188 308 180 302Z"
                ),
                v("deep"),
                opacity=".5",
            ),
        )
        + both(
            "wing",
            line("M180 293C177 298 178 303 184 305", v("deep"), 1.8, opacity=".5"),
            fill(
                ("M186 304.5C188.5 301 193 301.5 195 304.5C192.5 306.5 189 306.5 186 304.5Z"),
                v("line"),
                opacity=".7",
            ),
        )
        + line("M192 307C196 310 204 310 208 307", v("deep"), 1.7, opacity=".5")
    )


def mouth() -> str:
    """A mouth open wide: the upper gum, the roof behind it, and the tongue."""
    return (
        blurred("b", dab(200, 386, 22, 4, v("deep"), opacity=".4"))
        + blurred("s", fill(LIPS, v("deep"), opacity=".55"))
        + fill(LIPS, v("lip"))
        + fill(MOUTH, "#571f26")
        + within(
            "mouth",
            blurred("b", dab(200, 352, 24, 8, "#8a3a42", opacity=".9")),
            fill("M174 376C174 361 187 357 200 360C213 357 226 361 226 376Z", "#c96f78"),
            line("M200 362V372", "#9c4852", 1.6, opacity=".8"),
            fill(GUM, "#d98a90", stroke="#7d2f38", stroke_width="1"),
            line("M180 341C187 339.5 194 339.5 199 340.3", "#f3c3c6", 2, opacity=".8"),
        )
        + blurred(
            "s",
            dab(197, 374.2, 13, 1.6, v("light"), opacity=".55"),
            line("M195 316V324M205 316V324", v("shade"), 2.4, opacity=".5"),
        )
    )
