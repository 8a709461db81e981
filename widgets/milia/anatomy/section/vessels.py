"""The blood supply: a deep net, a net under the epidermis, vessels between them, fine loops.

Courses are schematic; near a pustule the vessels are wide. None crosses a milium.
"""

import math
from random import Random

from ..skin import Comedone, Follicle, Milium, Pustule
from ..skin.lengths import DERMIS, PAPILLARY_DERMIS
from .layout import SEED, Layout, Spot
from .part import Part
from .svg import curve, dots, oval, path, tag

UPPER = PAPILLARY_DERMIS.typical / DERMIS.typical  # of the dermis: there runs the upper net
VEIN_BELOW = 0.06  # mm: each vein runs a little under its artery
APART = 0.45  # mm between two rising vessels


def vessels(layout: Layout) -> Part:
    """The calm vessels: arteries red, veins blue, as in a textbook."""
    arteries, veins = [], []
    for start, end in _clear(layout):
        arteries.append(_net(layout, start, end, 0.0))
        veins.append(_net(layout, start, end, VEIN_BELOW))
    stems = [_stem(layout, x, lean) for x, lean in _stems(layout)]
    deep = path(_deep(layout, 0.08), "vein") + path(_deep(layout, 0.13), "artery")
    paint = (
        deep
        + path("".join(vein for _, vein in stems), "vein", "thin")
        + path("".join(artery for artery, _ in stems), "artery", "thin")
        + path("".join(veins), "vein", "thinner")
        + path("".join(arteries), "artery", "thinner")
        + _loops(layout, wide=False)
    )
    low = layout.specimen.skin.thickness - 0.1
    x, side = (layout.width - 0.1, "right") if layout.alone else (0.1, "left")
    spot = (layout.calm_x + 0.1, low - 0.01)
    return Part("vessels", layout.ground, paint, (x, low), side, spot, (0.16, -0.12))


def inflamed(layout: Layout, spot: Spot, prefix: str) -> Part:
    """The angry skin around the pus: red, swollen, its vessels wide, white cells on the move."""
    x, half = spot.x, spot.lesion.half
    deep = min(1.15, layout.specimen.skin.thickness)
    glow = oval((x, 0.1), 1.08 * half, deep, fill=f"url(#{prefix}-glow)")
    glow += oval((x, 0.1), 0.92 * half, 0.85 * deep, "hatch", fill=f"url(#{prefix}-lines)")
    stems = [_stem(layout, x + side * half * 0.64, 0.6 * side, 1.5) for side in (-1, 1)]
    wide = (
        path("".join(vein for _, vein in stems), "vein", "wide")
        + path("".join(artery for artery, _ in stems), "artery", "wide")
        + path(_net(layout, x - 0.95 * half, x + 0.95 * half, VEIN_BELOW), "vein", "wide")
        + path(_net(layout, x - 0.95 * half, x + 0.95 * half, 0.0), "artery", "wide")
        + _loops(layout, wide=True)
    )
    cells = _white_cells(layout, spot)
    paint = tag("g", glow + wide, clip_path=f"url(#{prefix}-flesh)") + cells
    level = 0.46 * layout.specimen.skin.thickness
    at, mark = (x + spot.out * max(0.4 * half, 0.34), level), (x - 0.42 * half, 0.97 * level)
    return Part("pustule-skin", "pustule", paint, at, spot.side, mark)


def _body(spot: Spot) -> float:
    """Half the width of what keeps vessels away (mm)."""
    match spot.lesion:
        case Milium():
            return spot.lesion.half
        case Comedone():
            return 0.6 * spot.lesion.half + spot.lesion.wall
        case Pustule():
            return 0.52 * spot.lesion.half
    return 0.05


def _clear(layout: Layout) -> list[tuple[float, float]]:
    """The stretches where the upper net runs: it stops on both sides of a sac."""
    ends = [-0.1]
    for spot in layout.spots:
        if isinstance(spot.lesion, Milium | Comedone):
            gap = _body(spot) + 0.04
            ends += [spot.x - gap, spot.x + gap]
    ends.append(layout.width + 0.1)
    return list(zip(ends[::2], ends[1::2], strict=True))


def _level(layout: Layout, x: float, below: float = 0.0) -> float:
    """How deep the upper net runs; beside a milium it is already on its way down."""
    ground, skin = layout.surface(x), layout.specimen.skin
    for spot in layout.spots:
        if isinstance(spot.lesion, Milium) and abs(x - spot.x) < 2 * spot.lesion.half:
            ground *= 0.6
    return (
        ground
        + skin.epidermis
        + UPPER * skin.dermis
        + below
        + 0.025 * math.sin(6.1 * x + 9 * below)
    )


def _net(layout: Layout, start: float, end: float, below: float) -> str:
    """A stretch of the upper net, which follows the surface."""
    return curve([(x, _level(layout, x, below)) for x in layout.steps(0.13, start, end)])


def _deep(layout: Layout, above: float) -> str:
    """A vessel of the deep net, on the border to the fat, pressed down under a milium."""
    line = []
    for x in layout.steps(0.22, -0.1, layout.width + 0.1):
        y = layout.specimen.skin.thickness - above + 0.035 * math.sin(2.9 * x + 9 * above)
        for spot in layout.spots:
            if isinstance(spot.lesion, Milium):
                away, shell = abs(x - spot.x), spot.lesion.half + 0.12 - above / 2
                if away < shell:
                    y = max(y, spot.lesion.centre + math.sqrt(shell**2 - away**2))
        line.append((x, y))
    return curve(line)


def _stems(layout: Layout) -> list[tuple[float, float]]:
    """Where vessels rise from the deep net to the upper one, and how they lean."""
    wanted = [(0.14, 0.2), (layout.width - 0.12, -0.3)]
    for spot in layout.spots:
        if isinstance(spot.lesion, Follicle):
            wanted += [(spot.x - 0.24, -0.5), (spot.x + spot.lesion.gland + 0.12, 0.5)]
        else:
            beside = _body(spot) + 0.3
            wanted += [(spot.x - beside, 0.2), (spot.x + beside, -0.2)]
    free = [
        (x, lean)
        for x, lean in sorted(wanted)
        if 0.1 < x < layout.width - 0.1
        and all(
            abs(x - spot.x) > _body(spot) + (0.15 if spot.of != "pustule" else spot.lesion.half / 2)
            for spot in layout.spots
        )
    ]
    kept: list[tuple[float, float]] = []
    for stem in free:
        if not kept or stem[0] - kept[-1][0] > APART:
            kept.append(stem)
    return kept


def beside(layout: Layout, start: float, end: float) -> float:
    """Find the place between two others (mm) that lies farthest from the rising vessels."""
    trunks = [x + 0.12 * lean + by for x, lean in _stems(layout) for by in (0.03, 0.13)]
    places = layout.steps(0.01, start, end)
    return max(places, key=lambda place: min([abs(place - x) for x in trunks] or [0.0]))


def _stem(layout: Layout, x: float, lean: float, bends: float = 1.0) -> tuple[str, str]:
    """One rising artery and the vein beside it; each sends a branch to its own side."""
    bottom = layout.specimen.skin.thickness - 0.11
    wave = (-0.05, 0.0, 0.04, -0.02, -0.04, 0.0)

    def vessel(offset: float, below: float, reach: float) -> str:
        top = _level(layout, x, below)
        tall = bottom + below - top
        trunk = [
            (x + offset + bends * wave[i] + 0.2 * lean * (1 - i / 5), bottom + below - tall * i / 5)
            for i in range(6)
        ]
        fork = (trunk[2][0] + trunk[3][0]) / 2, (trunk[2][1] + trunk[3][1]) / 2
        end = fork[0] + reach
        rise = _level(layout, end, below) - fork[1]
        branch = [(0.0, 0.0), (0.4, 0.12), (0.62, 0.6), (1.0, 1.0)]
        return curve([(trunk[0][0] - 0.16, bottom + below + 0.01), *trunk]) + curve(
            [(fork[0] + across * reach, fork[1] + up * rise) for across, up in branch]
        )

    return vessel(0.0, 0.0, -0.24), vessel(0.10, VEIN_BELOW, 0.24)


def _loops(layout: Layout, *, wide: bool) -> str:
    """The finest vessels: hairpins that reach up to the epidermis, one limb in and one out."""
    rng = Random(SEED + 2)
    up, down = "", ""
    x = 0.08
    while x < layout.width:
        pustule = layout.of(Pustule)
        inflamed = pustule and abs(x - pustule.x) < 0.94 * pustule.lesion.half
        free = all(abs(x - spot.x) > _body(spot) + 0.08 for spot in layout.spots)
        lean = rng.uniform(-0.02, 0.02)
        if free and bool(inflamed) == wide:
            foot, head = _level(layout, x), layout.floor(x) + 0.03
            half = 0.018 if not wide else 0.024
            bend = 0.012 if not wide else 0.03
            tip, middle = (x + lean, head), (foot + head) / 2
            up += curve([(x - half, foot), (x - half - bend + lean, middle), tip])
            down += curve(
                [
                    tip,
                    (x + half + bend + lean, middle),
                    (x + half, _level(layout, x + half, VEIN_BELOW)),
                ]
            )
        pitch = max(1.0, pustule.lesion.diameter / 3) if inflamed else 1.0
        x += pitch * rng.uniform(0.10, 0.14) if inflamed else rng.uniform(0.12, 0.19)
    size = "wide-loop" if wide else "loop"
    return path(down, "vein", size) + path(up, "artery", size)


def _white_cells(layout: Layout, spot: Spot) -> str:
    """White cells in the skin, most of them near the pus; a dot is one cell, its true size."""
    rng = Random(SEED + 3)
    size, under = spot.lesion.diameter / 3, layout.specimen.skin.epidermis + 0.065
    cells = []
    for _ in range(105):
        turn = rng.uniform(-0.45, math.pi + 0.45)
        away = (0.62 + abs(rng.gauss(0, 0.24))) * size
        x, y = spot.x + away * math.cos(turn), 0.08 + away * math.sin(turn)
        if layout.surface(x) + under < y < layout.specimen.skin.thickness:
            cells.append((x, y))
    return path(dots(cells), "white-cell")


def hatch_tile(prefix: str) -> str:
    """Slanting lines that stand for redness where colour cannot."""
    return tag(
        "pattern",
        tag("path", d="M4 0v8", stroke="#9a0016", stroke_width="1.1"),
        id=f"{prefix}-lines",
        width="8",
        height="8",
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(35)",
    )
