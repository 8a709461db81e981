"""Places on a face: outlines over the drawing, to be chosen, and numbered on paper."""

from ..section.svg import tag
from .pencil import MIDDLE, OWN

# Each place: whether it has a twin on the right, its outline, and where its number stands.
Place = tuple[bool, str, tuple[int, int]]

ADULT: dict[str, Place] = {
    "forehead": (
        False,
        "M116 178C126 165 142 158 160 152C190 145 216 130 226 113C236 124 264 138 279 150"
        "C288 164 294 180 291 195C276 189 258 187 240 192L214 202C204 198 196 198 186 202"
        "L160 192C142 187 124 190 109 195C110 188 112 183 116 178Z",
        (200, 170),
    ),
    "eyelids": (
        True,
        "M123 236C129 216 146 208 160 208.5C172 210 180 222 184 240C176 250 164 253 153 252.5"
        "C141 252 130 246 123 236Z",
        (152, 214),
    ),
    "near-eyes": (
        True,
        "M119 220C107 227 104 243 110 256C122 274 160 279 180 262C186 256 188 248 187 236L184 240"
        "C176 250 164 253 153 252.5C141 252 130 246 123 236C121 230 120 225 119 220Z",
        (117, 250),
    ),
    "cheeks": (
        True,
        "M106 264C122 284 156 288 176 271C170 284 166 296 168 309C158 318 150 330 146 345"
        "C134 347 124 343 119 334C111 312 105 288 106 264Z",
        (138, 304),
    ),
    "nose": (
        False,
        "M192 208C196 205 204 205 208 208C210 232 214 262 222 283C230 291 230 304 222 311"
        "C212 319 188 319 178 311C170 304 170 291 178 283C186 262 190 232 192 208Z",
        (200, 272),
    ),
    "mouth": (
        False,
        "M170 319C184 325 216 325 230 319C244 327 253 340 251 352C246 370 226 378 200 378"
        "C174 378 154 370 149 352C147 340 156 327 170 319ZM161 344C169 360 183 367 200 367"
        "C217 367 231 360 239 344C228 340 214 334 207 334C203 334 202 336 200 336"
        "C198 336 197 334 193 334C186 334 172 340 161 344Z",
        (164, 333),
    ),
    "chin-jaw": (
        False,
        "M121 344C130 353 139 353 145 351C150 376 176 384 200 384C224 384 250 376 255 351"
        "C261 353 270 353 279 344C274 356 266 366 256 376C240 393 222 402 200 402"
        "C178 402 160 393 144 376C134 366 126 356 121 344Z",
        (144, 364),
    ),
}

BABY: dict[str, Place] = {
    "forehead": (
        False,
        "M92 178C108 150 150 136 200 134C250 136 292 150 308 178C306 190 300 202 292 208"
        "C272 203 250 206 232 214C212 221 188 221 168 214C150 206 128 203 108 208"
        "C100 202 94 190 92 178Z",
        (200, 176),
    ),
    "near-eyes": (
        True,
        "M98 258C106 234 124 226 142 226.5C160 228 172 242 176 262C168 280 154 286 140 285.5"
        "C120 285 106 274 98 258Z",
        (112, 262),
    ),
    "cheeks": (
        True,
        "M80 294C92 280 112 284 128 292C146 297 158 298 166 307C156 318 151 334 153 352"
        "C140 366 118 364 102 350C86 334 78 314 80 294Z",
        (116, 322),
    ),
    "nose": (
        False,
        "M190 250C196 246 204 246 210 250C212 266 216 280 224 290C229 300 225 308 214 312"
        "C206 315 194 315 186 312C175 308 171 300 176 290C184 280 188 266 190 250Z",
        (200, 274),
    ),
    "mouth": (
        False,
        "M163 341C172 333 186 330.5 194 331C197 331 198 332.5 200 332.5C202 332.5 203 331 206 331"
        "C214 330.5 228 333 237 341C234 364 220 377.5 200 377.5C180 377.5 166 364 163 341Z",
        (176, 366),
    ),
}

REGIONS = {"adult": ADULT, "baby": BABY}


def outlines(name: str) -> str:
    """Draw the places of a face, each a group with `data-region`, with twins and a number.

    Nothing of them is seen but what a style sheet shows: ".milia-face-region", its
    ".milia-face-halo" and ".milia-face-number".
    """
    places = enumerate(REGIONS[name].items(), 1)
    return _hatch() + "".join(_region(count, *place) for count, place in places)


def _region(count: int, name: str, place: Place) -> str:
    twin, d, (x, y) = place
    own = f"{OWN}-at-{name}"
    mirror = f"matrix(-1 0 0 1 {2 * MIDDLE} 0)"
    shape = tag("path", d=d, id=own, fill_rule="evenodd")
    other = tag("use", href=f"#{own}", transform=mirror) if twin else ""
    halo = tag("g", tag("use", href=f"#{own}"), other, class_="milia-face-halo")
    at = f"translate({x} {y})"
    number = tag(
        "g", tag("circle", r="10"), tag("text", str(count), y="5"),
        class_="milia-face-number", transform=at,
    )  # fmt: skip
    return tag(
        "g", halo, tag("g", shape, other, class_="milia-face-edge"), number,
        class_="milia-face-region", data_region=name,
    )  # fmt: skip


def _hatch() -> str:
    """Lines, dark beside light, that are seen on any skin."""
    lines = tag("path", d="M2 0V9", stroke="#fff", stroke_width="2.4")
    lines += tag("path", d="M4 0V9", stroke="#2a1f2d", stroke_width="2")
    size = {"width": "9", "height": "9", "patternUnits": "userSpaceOnUse"}
    hatch = tag("pattern", lines, id=f"{OWN}-hatch", patternTransform="rotate(45)", **size)
    return tag("defs", hatch)
