"""How far redness shows in each tone: calm skin beside the same skin with more blood in it."""

from dataclasses import dataclass, replace

from .colour import lab, written, xyz
from .difference import ciede2000
from .tissue import Tissue, reflectance
from .tones import Tone, tones

TIMES = {"mild": 2.5, "strong": 5.0}  # ASSUMPTION: as much blood as in calm skin, times this
FULL = 0.85  # ASSUMPTION: inflamed skin is flushed with blood that has most of its oxygen


@dataclass(frozen=True)
class Redness:
    """A tone calm and inflamed: both colours, and how different they look (CIEDE2000).

    The colour moves by `lighter` (L*), `redder` (a*) and `yellower` (b*), where the darkest tones
    move least. Real skin shows redness more than this (see Tissue): with pigment in patches of 0.4
    and 1.6 times as much, and as light as before, tones 9 and 10 come to 3.9 and 3.1 in place of
    3.1 and 1.7. Teach that redness may look brown, purple or darker, never that it cannot be
    seen.
    """

    tone: Tone
    calm: str
    inflamed: str
    difference: float
    lighter: float
    redder: float
    yellower: float


def inflamed(calm: Tissue, times: float = TIMES["strong"]) -> Tissue:
    """Return the same skin with this many times the blood, most of it with oxygen."""
    flush = min(1.0, max(0.0, (times - 1) / (TIMES["strong"] - 1)))
    saturation = calm.saturation + (FULL - calm.saturation) * flush
    return replace(calm, blood=min(1.0, calm.blood * times), saturation=saturation)


def redness(tone: Tone, times: float = TIMES["strong"]) -> Redness:
    """Compare a tone with itself inflamed: `times` as much blood."""
    colours = [xyz(reflectance(tissue)) for tissue in (tone.tissue, inflamed(tone.tissue, times))]
    calm, red = map(lab, colours)
    moved = (after - before for before, after in zip(calm, red, strict=True))
    return Redness(tone, *map(written, colours), ciede2000(calm, red), *moved)


def chart(strength: str = "strong") -> tuple[Redness, ...]:
    """Return what a chart of redness by tone shows, for 'mild' or 'strong' inflammation."""
    if strength not in TIMES:
        raise ValueError(f"No redness '{strength}'. Known: {', '.join(TIMES)}.")
    return tuple(redness(tone, TIMES[strength]) for tone in tones())
