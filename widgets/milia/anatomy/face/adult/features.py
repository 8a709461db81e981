"""Eyes, nose and mouth of the adult."""

from ..pencil import OWN, blurred, both, dab, fill, line, v, within
from .outlines import BROW, EYE, LOWER, UPPER


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
            (
                "M129.5 234C137 223.5 148 219.5 158 220.5C167 221.5 174 228 178.5 238.5"
                "C172 229.5 165.5 224.3 156.5 223.6C147.5 223.2 139 227.5 132 236.5"
                "C131.5 235.5 130.5 234.5 129.5 234Z"
            ),
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


def nose() -> str:
    """Nostrils and wings; its bridge is only light and shade."""
    return (
        blurred(
            "b",
            fill(
                (
                    "M176 304C184 316 216 316 224 304C216 310 208 309 200 311"
                    "C192 309 184 310 176 304Z"
                ),
                v("deep"),
                opacity=".6",
            ),
        )
        + both(
            "wing",
            line("M176.5 293C172.5 299 174 306.5 181 308.5", v("deep"), 1.9, opacity=".6"),
            fill(
                "M182 307C185 302.5 192 303 195 308C191.5 310 186 310.5 182 307Z",
                v("line"),
                opacity=".8",
            ),
        )
        + line("M190 309.5C195 314 205 314 210 309.5", v("deep"), 1.8, opacity=".65")
    )


def mouth() -> str:
    """Two lips at rest, with corners that lift a little."""
    return (
        blurred(
            "b",
            dab(200, 371, 22, 4, v("deep"), opacity=".4"),
            dab(157, 344, 4, 5, v("shade"), opacity=".8"),
            dab(243, 344, 4, 5, v("shade"), opacity=".8"),
        )
        + fill(UPPER, v("lip"))
        + fill(UPPER, v("deep"), opacity=".22")
        + fill(LOWER, v("lip"))
        + within(
            "lips",
            blurred(
                "b",
                dab(196, 357, 18, 3.2, v("light"), opacity=".6"),
                dab(202, 367, 28, 3, v("deep"), opacity=".35"),
            ),
        )
        + line(
            (
                "M159 343.5C163 347 174 349.5 187 351C195 350.5 205 350.5 213 351"
                "C226 349.5 237 347 241 343.5"
            ),
            v("line"),
            1.8,
            opacity=".75",
        )
        + blurred("s", line("M194 320L195 331M206 320L205 331", v("shade"), 2.4, opacity=".5"))
    )
