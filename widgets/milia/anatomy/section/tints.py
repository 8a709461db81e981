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
PAIRED = ("behind1", "behind2", "epidermis1", "epidermis2")
STANDS_OUT = 3.1  # contrast of an outline with what it runs round; 3 is asked for
TOWARDS = {"behind1": 0.75, "behind2": 1.0, "epidermis1": 0.75, "epidermis2": 0.9}
# Of the band at the foot of the epidermis, in the lightest tone and in the darkest.
PIGMENT = {"opacity": (0.12, 0.9), "width": (2.2, 4.4)}
SEEN = 0.6  # how much of the far end of the surface is there, which else fades away

Colour = tuple[float, float, float]


def shown(tone: Tone) -> str:
    """Return the color of calm skin as the computed pictures show it."""
    red, green, blue = (EXPOSURE * part for part in xyz(reflectance(tone.tissue)))
    return written((red, green, blue))


def tints() -> tuple[dict[str, tuple[str, str]], ...]:
    """Return for each tone, from light to dark, its colors for light and for dark."""
    return tuple(
        {name: tuple(_tint(name, shown(tone), theme) for theme in (0, 1)) for name in PAIRED}
        for tone in tones()
    )


def sheet() -> str:
    """Return the style that dresses every drawing in the tone its page names, if it names one.

    Where a reader asks for more contrast, the bold colors stay as they are.
    """
    rules = "\n".join(_rule(number, tint) for number, tint in enumerate(tints(), 1))
    far = f"[data-tone] .{SCOPE} .milia-behind1{{stop-opacity:{SEEN}}}"
    media = "@media not ((prefers-contrast: more) or (forced-colors: active))"
    return f"{media} {{\n{far}\n{rules}\n}}\n"


def _rule(number: int, tint: dict[str, tuple[str, str]]) -> str:
    chosen = f'[data-tone="{number}"] .{SCOPE}'
    colours = ";".join(f"--{name}:light-dark({a},{b})" for name, (a, b) in tint.items())
    share = (number - 1) / 9
    opacity, width = (low + (high - low) * share for low, high in PIGMENT.values())
    pigment = f"opacity:{opacity:.2f};stroke-width:{width:.1f}"
    return f"{chosen}{{{colours}}}{chosen} .milia-pigment{{{pigment}}}"


def _tint(name: str, skin: str, theme: int) -> str:
    """Mix a colour of the drawing with the skin's, as much as leaves its outline in sight."""
    drawn, outline = (_read(COLOURS[of][theme]) for of in (name, "outline"))
    share = TOWARDS[name]
    if name.startswith("epidermis"):
        while _contrast(_mixed(drawn, _read(skin), share), outline) < STANDS_OUT:
            share -= 0.01
    return _hex(_mixed(drawn, _read(skin), share))


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
