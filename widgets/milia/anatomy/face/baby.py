"""The baby's face: a high brow, eyes below the middle, full cheeks, and a mouth wide open."""

from .pencil import OWN, blurred, both, clip, dab, fill, line, linear, radial, soft, v, within

BOX = (0, 0, 400, 480)

HEAD = (
    "M200 410C176 410 154 405 134 393C98 371 71 336 65 294C61 262 62 236 65 206"
    "C70 120 124 64 200 64C276 64 330 120 335 206C338 236 339 262 335 294"
    "C329 336 302 371 266 393C246 405 224 410 200 410Z"
)
BODY = "M-4 480C6 446 50 424 108 412C130 407 140 396 150 390H250C260 396 270 407 292 412C350 424 394 446 404 480Z"
COLLAR = "M112 411C132 440 164 452 200 452C236 452 268 440 288 411"
EAR = "M64 250C50 236 36 246 38 268C40 290 52 312 68 310C73 309 75 302 72 294Z"
EYE = "M113 258C119 245 130 239 141 239.5C153 240 161 248 165 260C158 267 149 270 140 269.5C129 269 119 265 113 258Z"
BROW = "M166 222C154 214 138 212 124 217C120 218.5 117 221 115 224C130 218.5 148 218.5 164 225C167 225.5 168 224 166 222Z"
MOUTH = "M170 342C178 338 190 336.5 200 337C210 336.5 222 338 230 342C228 361 216 371 200 371C184 371 172 361 170 342Z"
LIPS = "M163 341C172 333 186 330.5 194 331C197 331 198 332.5 200 332.5C202 332.5 203 331 206 331C214 330.5 228 333 237 341C234 364 220 377.5 200 377.5C180 377.5 166 364 163 341Z"
GUM = "M169 342C178 337 190 336 200 336.5C210 336 222 337 231 342C229 346 225 348.5 220 347.5C213 346 206 346.5 200 347.5C194 346.5 187 346 180 347.5C175 348.5 171 346 169 342Z"

DEFS = "".join((
    clip("head", HEAD), clip("body", BODY), clip("eye", EYE), clip("mouth", MOUTH),
    soft("s", 1.5), soft("b", 3), soft("bb", 8), soft("bbb", 15),
    radial("skin", ("0", v("light")), (".55", v("base")), (".86", v("base")), ("1", v("shade")), cx=".45", cy=".42", r=".62"),
    radial("iris", ("0", "#7d5638"), (".6", "#4d3222"), ("1", "#21130f")),
    linear("white", ("0", "#bdb2b0"), (".45", "#f4f0ec"), ("1", "#ebe4df")),
    linear("shirt", ("0", "#dfe6e2"), ("1", "#b9c9c4")),
))  # fmt: skip


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
            "M111.5 257C119 243 130 237.5 141 238C153 238.5 162 247 165.5 260.5C160 249 152 242 141 241.5C130 241.2 121 247 114.5 259C113.5 258 112.5 257.5 111.5 257Z",
            "#1b1112",
            opacity=".8",
        )
        + line(
            "M112 247C120 235 131 230 143 231C153 232 161 239 165 248", v("deep"), 1.5, opacity=".5"
        )
        + line("M128 280C136 284 149 283 156 279", v("shade"), 1.5, opacity=".5")
    )
    return within("eye", ball) + lids + fill(BROW, "#2b1f1f", opacity=".34")


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
        + hair() + both("eyes", eye()) + nose() + mouth()
    )  # fmt: skip


def shading() -> str:
    """What makes the face round and full: soft shade and light, inside its outline."""
    shade, light = v("shade"), v("light")
    return (
        blurred("bbb", *(
            dab(x, y, a, b, shade, opacity=o)
            for x, y, a, b, o in (
                (66, 190, 14, 70, ".35"), (336, 200, 18, 90, ".7"), (84, 372, 30, 30, ".5"),
                (318, 368, 34, 44, ".75"), (200, 416, 80, 12, ".6"),
            )
        ))
        + blurred("bb",
            both("cheek",
                dab(112, 314, 36, 28, v("blush"), opacity=".55"),
                dab(112, 298, 22, 13, light, opacity=".55"),
                dab(139, 238, 36, 14, shade, opacity=".32"),
                dab(172, 256, 8, 16, shade, opacity=".35"),
            ),
            dab(182, 158, 62, 38, light, opacity=".55"),
            dab(200, 394, 20, 8, light, opacity=".5"),
            dab(216, 286, 8, 18, shade, opacity=".4"),
            dab(200, 318, 22, 5, shade, opacity=".4"),
            line("M166 312C154 322 148 334 148 348M234 312C246 322 252 334 252 348", shade, 4, opacity=".4"),
        )
        + blurred("b", dab(199, 293, 9, 8, light, opacity=".8"), dab(199, 268, 5, 16, light, opacity=".35"))
    )  # fmt: skip


def nose() -> str:
    """A button of a nose: mostly its tip."""
    return (
        blurred("b", fill("M180 302C188 312 212 312 220 302C212 308 206 307 200 309C194 307 188 308 180 302Z", v("deep"), opacity=".5"))
        + both("wing",
            line("M180 293C177 298 178 303 184 305", v("deep"), 1.8, opacity=".5"),
            fill("M186 304.5C188.5 301 193 301.5 195 304.5C192.5 306.5 189 306.5 186 304.5Z", v("line"), opacity=".7"),
        )
        + line("M192 307C196 310 204 310 208 307", v("deep"), 1.7, opacity=".5")
    )  # fmt: skip


def mouth() -> str:
    """A mouth open wide: the upper gum, the roof behind it, and the tongue."""
    return (
        blurred("b", dab(200, 386, 22, 4, v("deep"), opacity=".4"))
        + blurred("s", fill(LIPS, v("deep"), opacity=".55")) + fill(LIPS, v("lip"))
        + fill(MOUTH, "#571f26")
        + within("mouth",
            blurred("b", dab(200, 352, 24, 8, "#8a3a42", opacity=".9")),
            fill("M174 376C174 361 187 357 200 360C213 357 226 361 226 376Z", "#c96f78"),
            line("M200 362V372", "#9c4852", 1.6, opacity=".8"),
            fill(GUM, "#d98a90", stroke="#7d2f38", stroke_width="1"),
            line("M180 341C187 339.5 194 339.5 199 340.3", "#f3c3c6", 2, opacity=".8"),
        )
        + blurred("s", dab(197, 374.2, 13, 1.6, v("light"), opacity=".55"), line("M195 316V324M205 316V324", v("shade"), 2.4, opacity=".5"))
    )  # fmt: skip


def hair() -> str:
    """The first fine hair, thin on the brow."""
    cap = "M52 208C66 156 100 122 150 112C172 106 186 104 206 108C230 100 250 104 262 112C306 126 330 160 348 208L352 40H48Z"
    wisps = ""
    for place in range(-11, 12):
        x, y = 200 + 11 * place, 76 + place * place // 2
        sway = 4 + place % 3 * 3 + place
        wisps += f"M{x} {y}q{sway} {12 + place % 4 * 3} {2 * sway} {22 + place % 5 * 4}"
    tuft = "M196 66Q200 48 216 46M202 65Q210 54 224 56M192 66Q190 52 200 42M208 66Q218 58 230 64"
    return (
        within("head",
            blurred("bbb", fill(cap, "#2d2226"), opacity=".62"),
            blurred("s", line(wisps, "#2d2226", 2.2, opacity=".3")))
        + line(tuft, "#2d2226", 2, opacity=".75")
    )  # fmt: skip
