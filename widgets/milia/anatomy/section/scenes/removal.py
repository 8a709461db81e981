"""What a trained person does: the skin cut away, no tool and no hand, and no size of anything."""

from ...skin import Milium, Specimen
from .. import milium
from ..draw import painted
from ..layout import Spot
from ..part import Part
from ..svg import SCALE, Point, curve, number, oval, path, polygon, tag
from .scene import Scene, Stage, group

SKY = 1.34  # mm: room for the plug beside its place
BEAD = Milium(1.2, rise=0.35)
EMPTY = Milium(1.2, rise=0.15)  # the skin over it has sunk


def sealed(prefix: str) -> Scene:
    """A milium under its roof, closed all round."""
    layout = _stage(BEAD)
    return Scene(layout, group(painted(layout, prefix)), SKY)


def opened(prefix: str) -> Scene:
    """The roof has a small gap; what lies under it has not moved."""
    layout = _stage(BEAD)
    skin, (wall, filling) = _apart(layout, prefix)
    return _cut(layout, [*skin, wall], filling.paint, 0.12, prefix)


def pushed(prefix: str) -> Scene:
    """The plug is on its way out, whole, and its place below it is empty."""
    layout = _stage(BEAD)
    skin, sac = _apart(layout, prefix)
    spot = layout.spots[0]
    hollow = _hollow((spot.x, BEAD.centre), BEAD.half - 0.01, BEAD.half - 0.01)
    moved = group(sac, transform=f"translate(0 {number(-0.36 * SCALE)})")
    return _cut(layout, skin, moved, 0.55, prefix, hollow)


def taken_out(prefix: str) -> Scene:
    """The plug lies beside its place, whole; the place is empty."""
    layout = _stage(EMPTY)
    skin, _ = _apart(layout, prefix)
    spot = layout.spots[0]
    top = layout.surface(spot.x) + EMPTY.roof
    hollow = _hollow((spot.x, top + 0.4), 0.48, 0.4)
    x = spot.x + 1.12
    up = layout.surface(x) - BEAD.half - BEAD.centre
    bead = group(_bead(prefix), transform=f"translate({number(1.12 * SCALE)} {number(up * SCALE)})")
    return _cut(layout, skin, bead, 0.14, prefix, hollow)


def healed(prefix: str) -> Scene:
    """The skin has closed; broken lines show where the milium was."""
    layout = Bare(Specimen(lesions=(BEAD,)))
    x = layout.width / 2
    before = oval((x, BEAD.centre + 0.24), 0.5, 0.48, "was")
    return Scene(layout, group(painted(layout, prefix)) + before, SKY)


class Bare(Stage):
    """The skin once the bump is gone: nothing stands in it."""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """None."""
        return ()

    @property
    def calm_x(self) -> float:
        """Calm skin is everywhere."""
        return self.width / 2


def _stage(sac: Milium) -> Stage:
    return Stage(Specimen(lesions=(sac,)))


def _apart(layout: Stage, prefix: str) -> tuple[list[Part], list[Part]]:
    """The skin, and the wall and filling of the sac in it."""
    parts = painted(layout, prefix)
    sac = [part for part in parts if part.id in ("milium-wall", "milium-contents")]
    return [part for part in parts if part not in sac], sac


def _bead(prefix: str) -> list[Part]:
    layout = _stage(BEAD)
    return [p for p in milium.parts(layout, layout.spots[0], prefix) if p.id in SAC]


SAC = ("milium-wall", "milium-contents")


def _hollow(middle: Point, across: float, down: float) -> str:
    """An empty place in the skin."""
    return oval(middle, across, down, "hollow", "rim")


def _cut(
    layout: Stage, skin: list[Part], inside: str, half: float, prefix: str, under: str = ""
) -> Scene:
    """The skin with a gap through its roof, half as wide as this (mm)."""
    spot = layout.spots[0]
    x, roof = spot.x, spot.lesion.roof
    top, low = layout.surface(x) - 0.3, layout.surface(x) + roof + 0.07
    hole = polygon([(x - half, top), (x + half, top), (x + half, low), (x - half, low)])
    rest = tag("path", d=f"M-99-999H999V999H-99Z{hole}", clip_rule="evenodd")
    return Scene(
        layout,
        _without_gap(skin, under, prefix) + _edges(layout, x, half, roof) + inside,
        SKY,
        tag("clipPath", rest, id=f"{prefix}-gap"),
    )


def _without_gap(skin: list[Part], under: str, prefix: str) -> str:
    """What is not there where the gap is: the skin, and the back of the empty place."""
    return tag("g", group(skin), under, clip_path=f"url(#{prefix}-gap)")


def _edges(layout: Stage, x: float, half: float, roof: float) -> str:
    """The two sides of the gap."""
    lines = ""
    for edge in (x - half, x + half):
        y = layout.surface(edge)
        lines += curve([(edge, y), (edge, y + roof / 2), (edge, y + roof)])
    return path(lines, "lip")
