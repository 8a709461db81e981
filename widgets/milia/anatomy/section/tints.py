"""What a skin tone changes in a drawing: the surface, the epidermis and its pigment, no line.

Pigment lies lowest in the epidermis, so a tone shows most in the surface seen behind the cut and in
the dark band at the foot of the epidermis. The epidermis itself comes as near to the tone as leaves
every outline on it in sight.
"""

from ..optics import Tone, reflectance, tones, written, xyz
from ..optics.colour import encoded
from .palette import COLOURS

SCOPE = "milia-section"
EXPOSURE = 1.32  # as in the computed pictures of skin (images/surfaces/light.py)
PAIRED = ("epidermis1", "epidermis2")  # these keep their outline in sight, in each theme
SURFACE = {"behind1": 90, "behind2": 100}  # % of the tone; it fades away, and has no outline
STANDS_OUT = 3.1  # contrast of an outline with what it runs round; 3 is asked for
TOWARDS = {"epidermis1": 75, "epidermis2": 90}  # %, at most
PIGMENT = (0.12, 0.9)  # how dark the band at the foot of the epidermis is, in tone 1 and in tone 10
SEEN = 0.8  # how much of the far end of the surface is there, which else fades away

Colour = tuple[float, float, float]


def shown(tone: Tone) -> str:
    """Return the color of calm skin as the computed pictures show it."""
    red, green, blue = (EXPOSURE * part for part in xyz(reflectance(tone.tissue)))
    return written((red, green, blue))


def tints() -> tuple[dict[str, tuple[str, str]], ...]:
    """Return for each tone, from light to dark, its colors for light and for dark."""
    return tuple(
        {
            name: tuple(_tint(name, shown(tone), theme) for theme in (0, 1))
            for name in (*SURFACE, *PAIRED)
        }
        for tone in tones()
    )


def sheet() -> str:
    """Return the style that dresses every drawing in the tone its page names, if it names one.

    A tone is one color and how much of it each part takes on, so that the style stays short. Where
    a reader asks for more contrast, the bold colors stay as they are.
    """
    worn = f"[data-tone] .{SCOPE}"
    whole = f"{worn}:not([data-form=crop])"  # there lines without an edge run over the surface
    low, high = PIGMENT
    rules = (
        f"{worn}{{{';'.join(f'--{name}:{_both(name)}' for name in PAIRED)}}}",
        f"{whole}{{{';'.join(f'--{name}:{_surface(name)}' for name in SURFACE)}}}",
        f"{whole} .milia-behind1{{stop-opacity:{SEEN}}}",
        f"{worn} g:has(>.milia-halo){{clip-path:none}}",  # the edge of a leader, off the flesh too
        f"{worn} .milia-pigment{{opacity:var(--milia-tone-p);"
        f"stroke-width:calc(2px + 2.6px*var(--milia-tone-p))}}",
        *(
            f'[data-tone="{tone.number}"]{{--milia-tone:{shown(tone)};{_shares(tone)};'
            f"--milia-tone-p:{low + (high - low) * (tone.number - 1) / 9:.2f}}}"
            for tone in tones()
        ),
    )
    media = "@media not ((prefers-contrast:more) or (forced-colors:active))"
    return "\n".join((f"{media}{{", *rules, "}\n"))


def _surface(name: str) -> str:
    drawn = f"light-dark({','.join(COLOURS[name])})"
    return f"color-mix(in srgb-linear,{drawn},var(--milia-tone) {SURFACE[name]}%)"


def _both(name: str) -> str:
    mixed = (
        f"color-mix(in srgb-linear,{drawn},var(--milia-tone) var({_var(name, theme)}))"
        for theme, drawn in enumerate(COLOURS[name])
    )
    return f"light-dark({','.join(mixed)})"


def _var(name: str, theme: int) -> str:
    """Name the share of the tone in a part: one letter for each part and theme that has its own."""
    return f"--milia-tone-{'abcdefgh'[2 * PAIRED.index(name) + theme]}"


def _shares(tone: Tone) -> str:
    return ";".join(
        f"{_var(name, theme)}:{_share(name, shown(tone), theme)}%"
        for name in PAIRED
        for theme in (0, 1)
    )


def _share(name: str, skin: str, theme: int) -> int:
    """Return how much of the skin's color (%) a part takes on and leaves its outline in sight."""
    drawn, outline = (_read(COLOURS[of][theme]) for of in (name, "outline"))
    share = TOWARDS.get(name, SURFACE.get(name))
    while (
        name in PAIRED and _contrast(_mixed(drawn, _read(skin), share / 100), outline) < STANDS_OUT
    ):
        share -= 1
    return share


def _tint(name: str, skin: str, theme: int) -> str:
    drawn = _read(COLOURS[name][theme])
    return _hex(_mixed(drawn, _read(skin), _share(name, skin, theme) / 100))


def _mixed(a: Colour, b: Colour, share: float) -> Colour:
    red, green, blue = (x + (y - x) * share for x, y in zip(a, b, strict=True))
    return red, green, blue


def _contrast(a: Colour, b: Colour) -> float:
    """Return the contrast of two colors, as WCAG 2 has it."""
    dark, light = sorted(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] for c in (a, b))
    return (light + 0.05) / (dark + 0.05)


def _read(colour: str) -> Colour:
    """Return the light of a colour's red, green and blue."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return red, green, blue


def _hex(light: Colour) -> str:
    return "#" + "".join(f"{round(255 * encoded(part)):02x}" for part in light)
