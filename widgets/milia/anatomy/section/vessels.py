"""The blood supply: a deep net, a net under the epidermis, vessels between them, fine loops.

Courses are schematic; near the pustule the vessels are wide. None crosses a milium.
"""

import math
from random import Random

from ..skin import PAPILLARY_DERMIS
from .layout import SEED, Layout
from .part import Part
from .svg import curve, dots, oval, path, tag

UPPER = PAPILLARY_DERMIS.typical + 0.04  # mm below the surface
VEIN_BELOW = 0.06  # mm: each vein runs a little under its artery


def vessels(layout: Layout) -> Part:
    """The calm vessels: arteries red, veins blue, as in a textbook."""
    arteries, veins = [], []
    for start, end in _clear_of_milium(layout):
        arteries.append(_net(layout, start, end, 0.0))
        veins.append(_net(layout, start, end, VEIN_BELOW))
    stems = [_stem(layout, x, lean) for x, lean in _stems(layout)]
    deep = path(_deep(layout, 0.05), "vein") + path(_deep(layout, 0.10), "artery")
    paint = (
        deep
        + path("".join(vein for _, vein in stems), "vein", "thin")
        + path("".join(artery for artery, _ in stems), "artery", "thin")
        + path("".join(veins), "vein", "thinner")
        + path("".join(arteries), "artery", "thinner")
        + _loops(layout, wide=False)
    )
    thick = layout.specimen.skin.thickness
    spot = (layout.pore_x + 0.1, thick - 0.08)
    return Part("vessels", "skin", paint, (0.16, thick - 0.07), "left", spot, (0.16, -0.12))


def inflamed(layout: Layout, prefix: str) -> Part:
    """The angry skin around the pus: red, swollen, its vessels wide, white cells on the move."""
    x, pustule = layout.pustule_x, layout.specimen.pustule
    half = pustule.diameter / 2
    glow = oval((x, 0.1), 1.08 * half, 1.15, fill=f"url(#{prefix}-glow)")
    stems = [_stem(layout, x + side * half * 0.64, 0.6 * side, 1.5) for side in (-1, 1)]
    wide = (
        path("".join(vein for _, vein in stems), "vein", "wide")
        + path("".join(artery for artery, _ in stems), "artery", "wide")
        + path(_net(layout, x - 0.95 * half, x + 0.95 * half, VEIN_BELOW), "vein", "wide")
        + path(_net(layout, x - 0.95 * half, x + 0.95 * half, 0.0), "artery", "wide")
        + _loops(layout, wide=True)
    )
    paint = tag("g", glow + wide, clip_path=f"url(#{prefix}-flesh)") + _white_cells(layout)
    anchor, spot = (x + 0.4 * half, 0.62), (x - 0.42 * half, 0.6)
    return Part("inflamed", "pustule", paint, anchor, "right", spot)


def _clear_of_milium(layout: Layout) -> list[tuple[float, float]]:
    """The stretches where the upper net runs: it stops on both sides of the sac."""
    gap = layout.specimen.milium.radius + 0.09
    return [(-0.1, layout.milium_x - gap), (layout.milium_x + gap, layout.width + 0.1)]


def _level(layout: Layout, x: float, below: float = 0.0) -> float:
    """How deep the upper net runs; beside a milium it is already on its way down."""
    beside = abs(x - layout.milium_x) < 2 * layout.specimen.milium.radius
    ground = layout.surface(x) * (0.6 if beside else 1)
    return ground + UPPER + below + 0.025 * math.sin(6.1 * x + 9 * below)


def _net(layout: Layout, start: float, end: float, below: float) -> str:
    """A stretch of the upper net, which follows the surface."""
    return curve([(x, _level(layout, x, below)) for x in layout.steps(0.13, start, end)])


def _deep(layout: Layout, above: float) -> str:
    """A vessel of the deep net, on the border to the fat, pressed down under a milium."""
    milium = layout.specimen.milium
    line = []
    for x in layout.steps(0.22, -0.1, layout.width + 0.1):
        y = layout.specimen.skin.thickness - above + 0.035 * math.sin(2.9 * x + 9 * above)
        away = abs(x - layout.milium_x)
        shell = milium.radius + 0.12 - above / 2
        if away < shell:
            y = max(y, layout.specimen.milium.centre + math.sqrt(shell**2 - away**2))
        line.append((x, y))
    return curve(line)


def _stems(layout: Layout) -> list[tuple[float, float]]:
    """Where vessels rise from the deep net to the upper one, and how they lean."""
    gap = layout.specimen.milium.radius
    return [
        (layout.milium_x - gap - 0.30, 0.2),
        (layout.pore_x - 0.24, -0.5),
        (layout.pore_x + 0.62, 0.5),
        (layout.width - 0.12, -0.3),
    ]


def _stem(layout: Layout, x: float, lean: float, bends: float = 1.0) -> tuple[str, str]:
    """One rising artery and the vein beside it; each sends a branch to its own side."""
    bottom = layout.specimen.skin.thickness - 0.08
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
    milium, reach = layout.specimen.milium, 0.47 * layout.specimen.pustule.diameter
    up, down = "", ""
    x = 0.08
    while x < layout.width:
        inflamed = abs(x - layout.pustule_x) < reach
        free = abs(x - layout.milium_x) > milium.radius + 0.05 and abs(x - layout.pore_x) > 0.1
        in_pus = abs(x - layout.pustule_x) < 0.26 * layout.specimen.pustule.diameter
        lean = rng.uniform(-0.02, 0.02)
        if free and inflamed == wide and not in_pus:
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
        x += rng.uniform(0.12, 0.19) if not inflamed else rng.uniform(0.10, 0.14)
    size = "wide-loop" if wide else "loop"
    return path(down, "vein", size) + path(up, "artery", size)


def _white_cells(layout: Layout) -> str:
    """White cells in the skin, most of them near the pus; a dot is one cell, its true size."""
    rng = Random(SEED + 3)
    size = layout.specimen.pustule.diameter / 3
    cells = []
    for _ in range(150):
        turn = rng.uniform(-0.45, math.pi + 0.45)
        away = (0.62 + abs(rng.gauss(0, 0.24))) * size
        x, y = layout.pustule_x + away * math.cos(turn), 0.08 + away * math.sin(turn)
        if layout.surface(x) + 0.11 < y < layout.specimen.skin.thickness:
            cells.append((x, y))
    return path(dots(cells), "white-cell")
