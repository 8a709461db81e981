"""The adult face: thirds from hairline to brow, nose and chin; five eyes wide."""

from .pencil import OWN, blurred, both, clip, dab, fill, line, linear, radial, soft, v, within

BOX = (0, 0, 400, 480)

HEAD = (
    "M200 404C178 404 160 395 143 377C124 357 112 331 106 300C99 266 94 236 95 200"
    "C96 132 142 92 200 92C258 92 304 132 305 200C306 236 301 266 294 300"
    "C288 331 276 357 257 377C240 395 222 404 200 404Z"
)
NECK = "M141 340C144 378 143 398 137 412L120 428V480H280V428L263 412C257 398 256 378 259 340Z"
EAR = "M99 222C88 209 76 217 77 236C78 256 85 290 100 291C105 292 107 286 105 276Z"
EYE = "M131 236C137 226 146 221.5 157 222C167 222.5 173 229 178 238C171 242.5 163 245 154 244.5C145 244 137 240.5 131 236Z"
BROW = "M179 211C169 204 154 200 140 201.5C131 202 124 206 119 212C129 207.5 140 207 150 208C161 209 170 212 178 216.5C181 216 181.5 213 179 211Z"
SHIRT = "M0 466C14 456 34 448 54 442C78 435 102 431 121 424C138 446 166 458 200 458C234 458 262 446 279 424C298 431 322 435 346 442C366 448 386 456 400 466V480H0Z"
SEAM = "M113 427C132 452 164 467 200 467C236 467 268 452 287 427"
HAIR_BACK = "M88 262C70 196 74 132 112 88C140 56 186 44 226 50C284 58 322 104 326 166C328 202 322 234 312 262C300 240 304 200 304 180H96C96 200 100 240 88 262Z"
HAIR = (
    "M90 236C74 172 84 108 124 74C152 46 192 34 228 42C286 50 322 98 322 164C322 190 317 214 310 236"
    "C307 234 305 232 304 230C304 206 302 178 288 154C280 142 268 134 252 124C240 117 232 112 226 104"
    "C214 126 186 142 156 149C138 153 124 158 116 166C102 182 98 206 96 230C95 233 93 235 90 236Z"
)
UPPER = "M161 345C172 341 186 335 193 335C197 335 198 337 200 337C202 337 203 335 207 335C214 335 228 341 239 345C227 349 213 351 200 351.5C187 351 173 349 161 345Z"
LOWER = "M161 345C173 349 187 351 200 351.5C213 351 227 349 239 345C231 360 217 367 200 367C183 367 169 360 161 345Z"

DEFS = "".join((
    clip("head", HEAD), clip("eye", EYE), clip("neck", NECK), clip("hairs", HAIR),
    clip("lips", LOWER), soft("s", 1.5), soft("b", 3), soft("bb", 8), soft("bbb", 15),
    radial("skin", ("0", v("light")), (".5", v("base")), (".8", v("base")), ("1", v("shade")), cx=".43", cy=".4", r=".66"),
    linear("throat", ("0", v("deep")), (".34", v("shade")), (".62", v("base")), ("1", v("base"))),
    radial("iris", ("0", "#8a5a36"), (".6", "#5b3721"), ("1", "#2a1710")),
    linear("white", ("0", "#b9aaa6"), (".4", "#f1ebe6"), ("1", "#e6dcd6")),
    linear("shirt", ("0", "#8f829c"), ("1", "#6f637c")),
    linear("hair", ("0", "#4b3a40"), (".35", "#2d2226"), ("1", "#181114")),
))  # fmt: skip


def eye() -> str:
    """The left eye with its lids and its brow."""
    ball = (
        fill(EYE, f"url(#{OWN}-white)")
        + dab(155, 232, 11.4, 11.4, f"url(#{OWN}-iris)")
        + dab(155, 232, 4.8, 4.8, "#120a09")
        + blurred(
            "b",
            fill("M128 238C136 222 170 218 182 240V226L156 210L130 222Z", "#1c1210"),
            opacity=".5",
        )
        + dab(151.5, 228.5, 2.5, 2.5, "#fff", opacity=".9")
        + dab(159, 237, 1.6, 1.6, "#fff", opacity=".35")
        + fill("M178 239C175 235 172 236 171 238.5C172 241 175 241 178 239Z", v("blush"))
    )
    lids = (
        line(
            "M133 238.5C140 244 146 246 154 246.3C163 246.5 171 244 178 239.5",
            v("deep"),
            1.3,
            opacity=".6",
        )
        + fill(
            "M129.5 234C137 223.5 148 219.5 158 220.5C167 221.5 174 228 178.5 238.5C172 229.5 165.5 224.3 156.5 223.6C147.5 223.2 139 227.5 132 236.5C131.5 235.5 130.5 234.5 129.5 234Z",
            "#1b1112",
            opacity=".85",
        )
        + line(
            "M129 225C138 213.5 150 210.5 160 212C168 213.5 174 219 178 226",
            v("deep"),
            1.6,
            opacity=".6",
        )
        + line("M142 255C151 259 162 258 170 253", v("shade"), 1.5, opacity=".5")
    )
    return within("eye", ball) + lids + fill(BROW, "#241a1b", opacity=".74")


def paint() -> str:
    """Paint the adult, from the back to the front."""
    body = fill(NECK, f"url(#{OWN}-throat)") + within(
        "neck",
        blurred("bb", fill("M136 350C156 410 176 424 200 424C224 424 250 408 264 350Z", v("deep")), opacity=".75"),
        line("M168 424C176 446 186 458 193 462M232 424C224 446 214 458 207 462", v("shade"), 3, opacity=".6", filter=f"url(#{OWN}-b)"),
    )  # fmt: skip
    ears = both(
        "ear",
        fill(EAR, v("base"), stroke=v("line"), stroke_width="1.4"),
        line("M98 231C90 224 85 229 86 240C87 254 91 268 96 278", v("shade"), 2.2, opacity=".9"),
        blurred("s", line("M97 244C92 250 92 258 96 264", v("deep"), 3, opacity=".6")),
    )
    return (
        fill(HAIR_BACK, "#1b1418") + body + fill(SHIRT, f"url(#{OWN}-shirt)")
        + line(SEAM, "#4a3f55", 1.6, opacity=".55") + ears
        + fill(HEAD, f"url(#{OWN}-skin)", stroke=v("line"), stroke_width="1.6")
        + within("head", shading())
        + both("eyes", eye()) + nose() + mouth() + hair()
    )  # fmt: skip


def shading() -> str:
    """What makes the face round: soft shade and light, inside its outline."""
    shade, light = v("shade"), v("light")
    return (
        blurred("bbb", *(
            dab(x, y, a, b, shade, opacity=o)
            for x, y, a, b, o in (
                (98, 190, 16, 60, ".5"), (302, 200, 20, 70, ".8"), (118, 340, 22, 50, ".55"),
                (282, 340, 26, 60, ".85"), (200, 410, 56, 14, ".6"), (200, 104, 90, 20, ".55"),
            )
        ))
        + blurred("bb",
            both("socket",
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
            line("M172 306C160 318 154 330 152 342M228 306C240 318 246 330 248 342", shade, 5, opacity=".55"),
        )
        + blurred("b",
            fill("M197 214C195 240 194 270 193 292C196 298 202 298 205 292C204 270 203 240 202 214Z", light, opacity=".75"),
            dab(198, 294, 9, 8, light, opacity=".8"),
        )
    )  # fmt: skip


def nose() -> str:
    """Nostrils and wings; its bridge is only light and shade."""
    return (
        blurred("b", fill("M176 304C184 316 216 316 224 304C216 310 208 309 200 311C192 309 184 310 176 304Z", v("deep"), opacity=".6"))
        + both("wing",
            line("M176.5 293C172.5 299 174 306.5 181 308.5", v("deep"), 1.9, opacity=".6"),
            fill("M182 307C185 302.5 192 303 195 308C191.5 310 186 310.5 182 307Z", v("line"), opacity=".8"),
        )
        + line("M190 309.5C195 314 205 314 210 309.5", v("deep"), 1.8, opacity=".65")
    )  # fmt: skip


def mouth() -> str:
    """Two lips at rest, with corners that lift a little."""
    return (
        blurred("b", dab(200, 371, 22, 4, v("deep"), opacity=".4"), dab(157, 344, 4, 5, v("shade"), opacity=".8"), dab(243, 344, 4, 5, v("shade"), opacity=".8"))
        + fill(UPPER, v("lip")) + fill(UPPER, v("deep"), opacity=".22")
        + fill(LOWER, v("lip"))
        + within("lips", blurred("b", dab(196, 357, 18, 3.2, v("light"), opacity=".6"), dab(202, 367, 28, 3, v("deep"), opacity=".35")))
        + line("M159 343.5C163 347 174 349.5 187 351C195 350.5 205 350.5 213 351C226 349.5 237 347 241 343.5", v("line"), 1.8, opacity=".75")
        + blurred("s", line("M194 320L195 331M206 320L205 331", v("shade"), 2.4, opacity=".5"))
    )  # fmt: skip


def hair() -> str:
    """Short hair, swept to one side."""
    over = "".join(
        f"M226 {103 - n}C{212 - 3 * n} {88 - 5 * n} {176 - 4 * n} {84 - 3 * n} {140 - 3 * n} {118 - 5 * n}"
        f"M227 {104 - n}C{206 - 2 * n} {114 - 6 * n} {164 - 3 * n} {118 - 5 * n} {122 - n} {152 - 5 * n}"
        for n in range(0, 8, 2)
    )
    right = "".join(
        f"M{229 + n} {102 - n}C{258 + 2 * n} {100 - 5 * n} {288 + 2 * n} {124 - 4 * n} {302 + n} {168 - 2 * n}"
        for n in range(0, 9, 2)
    )
    side = (
        "M112 168C98 184 93 206 92 228M106 160C92 182 88 204 88 226M304 186C308 200 308 214 307 228"
    )
    return (
        within("head", blurred("bb", line("M96 236C98 190 106 168 122 160C170 152 212 136 226 110C240 124 284 140 296 168C304 190 304 214 306 236", v("deep"), 12, opacity=".6")))
        + fill(HAIR, f"url(#{OWN}-hair)")
        + within("hairs", line(over + right + side, "#9c8790", 1.2, opacity=".34"),
            blurred("bb", line("M104 150C118 100 160 66 206 68", "#b09aa3", 14, opacity=".34"),
                line("M246 68C276 82 296 110 304 140", "#b09aa3", 8, opacity=".2")))
    )  # fmt: skip
