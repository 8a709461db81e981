"""Each part that lies in the tray, as a picture of its own; what belongs is cut from the milium."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ...skin import Follicle, Milium, Specimen
from .. import follicle, milium
from ..follicle import outline
from ..layout import Layout
from ..svg import SCALE, Point, band, curve, dots, number, oval, path, ring
from ..views import written

Box = tuple[float, float, float, float]  # left, top, width, height (mm)

SLICE = Layout(Specimen(lesions=(Milium(),)))
SAC = SLICE.spots[0]
SMALL = Milium(diameter=0.3, rise=0.1)


def sac_part(name: str, prefix: str) -> str:
    """What the milium of the course is painted with, by the name of its part."""
    parts = milium.parts(SLICE, SAC, prefix)
    return next(part.paint for part in parts if part.id == f"milium-{name}")


def _wall(prefix: str) -> str:
    """The wall round a smaller sac, with nothing in it: round the large one it is a mere line."""
    (small,) = Layout(Specimen(lesions=(SMALL,))).spots
    inside = milium.outline(SMALL, small.x, SMALL.half - SMALL.wall)
    return milium.parts(SLICE, small, prefix)[1].paint + path(inside, "empty")


def _keratin(prefix: str) -> str:
    return sac_part("contents", prefix)


def _roof(prefix: str) -> str:
    """The top layer of skin where it arches over the sac, closed from side to side."""
    xs = SLICE.steps(0.06, SAC.x - 0.42, SAC.x + 0.42)
    top = [(x, SLICE.surface(x)) for x in xs]
    low = [(x, SLICE.floor(x)) for x in xs]
    skin = path(band(top, low), "rim", fill=f"url(#{prefix}-epidermis-shade)")
    thick = number(SLICE.specimen.skin.stratum_corneum * SCALE)
    return skin + path(curve(top), "horn", stroke_width=thick) + path(curve(top), "horn-edge")


def _opening(prefix: str) -> str:
    """A hole through the top layer of skin, with a piece of the tube below it."""
    del prefix
    wall = [(0.0, 0.0, 0.5), (0.0, 0.1, 0.44), (0.0, 0.17, 0.17), (0.0, 0.32, 0.12),
            (0.0, 0.58, 0.11)]  # fmt: skip
    hole = [(0.0, -0.03, 0.15), (0.0, 0.08, 0.09), (0.0, 0.3, 0.055), (0.0, 0.6, 0.05)]
    left = [(-0.5, 0.0), (-0.3, -0.01), (-0.15, 0.0), (-0.09, 0.08)]
    right = [(-x, y) for x, y in left]
    lips = "".join(
        path(curve(side), "horn", stroke_width="4") + path(curve(side), "horn-edge")
        for side in (left, right)
    )
    return path(outline(wall), "tube") + path(outline(hole), "empty") + lips


def _pus(prefix: str) -> str:
    """A drop of pus, crowded with white cells of their true size."""
    drop = ring([(0.05, 0.3), (0.14, 0.08), (0.4, 0.04), (0.62, 0.13), (0.72, 0.33), (0.6, 0.54),
                 (0.36, 0.58), (0.13, 0.52)])  # fmt: skip
    filled = path(drop, "rim", fill=f"url(#{prefix}-pus-shade)")
    return filled + path(drop, fill=f"url(#{prefix}-pus-cells)")


def _hair(prefix: str) -> str:
    """The healthy pore with its hair and its gland."""
    layout = Layout(Specimen(lesions=(Follicle(),)))
    return "".join(part.paint for part in follicle.parts(layout, layout.spots[0], prefix))


def _germs(prefix: str) -> str:
    """Rods and balls; real germs could not be seen at this scale."""
    del prefix
    rods: list[list[Point]] = [
        [(0.1, 0.16), (0.17, 0.13), (0.26, 0.14)], [(0.46, 0.12), (0.52, 0.19), (0.55, 0.28)],
        [(0.12, 0.5), (0.2, 0.55), (0.29, 0.54)], [(0.56, 0.52), (0.63, 0.46), (0.7, 0.45)],
        [(0.3, 0.33), (0.36, 0.37), (0.44, 0.37)],
    ]  # fmt: skip
    balls = dots(
        [(0.14, 0.34), (0.22, 0.33), (0.36, 0.14), (0.7, 0.22), (0.44, 0.55), (0.66, 0.31)]
    )
    drawn = "".join(map(curve, rods)) + balls
    return path(drawn, "germ-edge") + path(drawn, "germ")


def _inflamed(prefix: str) -> str:
    """A piece of swollen skin: redness, wide vessels, white cells on the move."""
    middle, across, down = (0.4, 0.33), 0.4, 0.33
    vein = curve([(0.04, 0.46), (0.22, 0.4), (0.4, 0.5), (0.58, 0.4), (0.76, 0.46)])
    artery = curve([(0.05, 0.38), (0.22, 0.32), (0.4, 0.42), (0.58, 0.32), (0.75, 0.38)])
    loops = "".join(
        curve([(x, 0.36), (x - 0.03, 0.24), (x + 0.02, 0.15), (x + 0.06, 0.24), (x + 0.04, 0.36)])
        for x in (0.2, 0.38, 0.56)
    )
    cells = dots([(0.14, 0.26), (0.3, 0.22), (0.32, 0.56), (0.48, 0.2), (0.5, 0.58), (0.67, 0.28)])
    return (
        oval(middle, across, down, "rim", fill=f"url(#{prefix}-dermis-shade)")
        + oval(middle, across, down, fill=f"url(#{prefix}-glow)")
        + oval(middle, across, down, "hatch", fill=f"url(#{prefix}-lines)")
        + path(vein, "vein", "wide")
        + path(artery, "artery", "wide")
        + path(loops, "artery", "wide-loop")
        + path(cells, "white-cell")
    )


PIECES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "opening": _opening,
        "wall": _wall,
        "pus": _pus,
        "keratin": _keratin,
        "hair": _hair,
        "germs": _germs,
        "roof": _roof,
        "inflamed": _inflamed,
    }
)
"""How each part is painted, by the name that content/building.yaml gives it; takes a prefix."""


def _around(x: float, y: float, across: float, down: float) -> Box:
    return x - across, y - down, 2 * across, 2 * down


BOXES: Mapping[str, str] = MappingProxyType(
    {
        name: written(tuple(SCALE * mm for mm in box))
        for name, box in {
            "opening": _around(0.0, 0.27, 0.54, 0.38),
            "wall": _around(SAC.x, SMALL.centre, 0.17, 0.17),
            "pus": _around(0.39, 0.31, 0.38, 0.34),
            "keratin": _around(SAC.x, SAC.lesion.centre, 0.85, 0.85),
            "hair": _around(1.88, 0.16, 0.68, 0.68),
            "germs": _around(0.4, 0.34, 0.42, 0.34),
            "roof": _around(SAC.x, -0.4, 0.44, 0.3),
            "inflamed": _around(0.4, 0.33, 0.44, 0.38),
        }.items()
    }
)
"""What is seen of each, as a viewBox."""
