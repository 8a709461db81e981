"""The slice that parts are put on, in layers that a page shows or hides; and it, finished."""

from html import escape

from ...skin import Pustule
from .. import milium
from ..defs import of_kind, shared
from ..draw import SCOPE, painted
from ..gland import oil_tile
from ..layers import behind
from ..marks import draw_mark, place_marks
from ..part import Part
from ..scenes.removal import Bare
from ..style import style
from ..svg import SCALE, curve, number, path, tag
from ..views import written
from .pieces import BOXES, PIECES, SAC, SLICE, sac_part

OWN = "@"  # stands before every id; the page puts its own in place of it
SKY = 1.2  # mm: room for a part that comes back, beside the bump
WIDE, HIGH = SLICE.width * SCALE, (SKY + SLICE.deep) * SCALE
BOX = (-6.0, -SKY * SCALE, WIDE + 12, HIGH + 6)
BESIDE = (380.0, -162.0, 120.0, 118.0)  # left, top, width, height (SVG units): outside the skin
MARKED = {"wall": "milium-wall", "keratin": "milium-contents", "roof": "milium-roof"}

FLAT = Bare(SLICE.specimen)


def draw_slice(order: tuple[str, ...]) -> str:
    """Draw every layer of the slice; `order` is that of the numbered parts.

    Each layer is a group with `data-layer`: "flat" or "roof" is the skin, "wall" and "keratin" lie
    in it, "empty" is the wall's inside; "missing-…" is the broken line where one of them goes and
    "mark-…" its number; "beside" is the place outside the skin for a part that comes back.
    """
    return _svg(_defs(), _layers(order), role="img")


def draw_finished(order: tuple[str, ...], name: str, alt: str, prefix: str) -> str:
    """Draw the finished slice with its numbers, as a picture of its own."""
    skin, sac = _milium(prefix)
    body = _slab(prefix, behind(SLICE, prefix) + skin + "".join(sac.values()))
    body += tag("g", *_marks(order).values(), class_="milia-of-milium")
    defs = tag("defs", shared(SLICE, prefix))
    named = tag("title", escape(name), id=f"{prefix}-title")
    named += tag("desc", escape(alt), id=f"{prefix}-desc")
    look = tag("style", style(SCOPE, defs + body))
    labelled = f"{prefix}-title {prefix}-desc"
    return _svg(named + look + defs, body, role="img", aria_labelledby=labelled)


def draw_piece(name: str) -> str:
    """Draw a part as it lies in the tray; what it refers to is kept in the slice."""
    paint = PIECES[name](OWN)
    return tag("svg", paint, viewBox=BOXES[name], class_=SCOPE, aria_hidden="true", xmlns=XMLNS)


def draw_look(order: tuple[str, ...]) -> str:
    """The one style sheet of the slice and of all parts."""
    everything = _defs() + _layers(order) + "".join(piece(OWN) for piece in PIECES.values())
    return style(SCOPE, everything)


XMLNS = "http://www.w3.org/2000/svg"


def _svg(defs: str, body: str, **attributes: str) -> str:
    size = {"viewBox": written(BOX), "width": number(BOX[2]), "height": number(BOX[3])}
    return tag("svg", defs, body, xmlns=XMLNS, class_=SCOPE, **size, **attributes)


def _defs() -> str:
    """What the slice and the parts in the tray refer to."""
    more = of_kind(Pustule(), OWN) + oil_tile(OWN)
    return tag("defs", shared(SLICE, OWN), shared(FLAT, f"{OWN}-flat"), more)


def _milium(prefix: str) -> tuple[str, dict[str, str]]:
    """The skin with the bump as the course paints it; and its wall and filling, apart."""
    sac = {"wall": sac_part("wall", prefix), "keratin": sac_part("contents", prefix)}
    skin = [part for part in painted(SLICE, prefix) if part.paint not in sac.values()]
    return "".join(part.paint for part in skin), sac


def _layers(order: tuple[str, ...]) -> str:
    skin, sac = _milium(OWN)
    flat = f"{OWN}-flat"
    calm = behind(FLAT, flat) + "".join(part.paint for part in painted(FLAT, flat))
    inside = milium.outline(SAC.lesion, SAC.x, SAC.lesion.half - SAC.lesion.wall)
    within = (
        _layer("flat", _slab(flat, calm))
        + _layer("roof", _slab(OWN, behind(SLICE, OWN) + skin))
        + _layer("wall", sac["wall"])
        + _layer("empty", path(inside, "empty"))
        + _layer("keratin", sac["keratin"])
    )
    missing = "".join(
        _layer(f"missing-{name}", path(line, "missing-edge") + path(line, "missing"))
        for name, line in _missing().items()
    )
    marks = "".join(_layer(f"mark-{name}", mark) for name, mark in _marks(order).items())
    return within + missing + tag("g", marks, class_="milia-of-milium") + _beside()


def _layer(name: str, *children: str) -> str:
    return tag("g", *children, data_layer=name)


def _slab(prefix: str, paint: str) -> str:
    return tag("g", paint, clip_path=f"url(#{prefix}-slab)")


def _missing() -> dict[str, str]:
    """Where each part goes: round the sac, in a ring inside it, and in an arch over it."""
    sac = SAC.lesion
    inner = sac.half - sac.wall
    arch = [x for x in SLICE.steps(0.06) if SLICE.height(x) - FLAT.height(x) > 0.03]
    return {
        "wall": milium.outline(sac, SAC.x, sac.half - sac.wall / 2),
        "keratin": milium.outline(sac, SAC.x, 0.68 * inner),
        "roof": curve([(x, SLICE.surface(x)) for x in arch]),
    }


def _marks(order: tuple[str, ...]) -> dict[str, str]:
    """The number of each part, beside it."""
    parts: dict[str, Part] = {part.id: part for part in milium.parts(SLICE, SAC, OWN)}
    named = [parts[MARKED[name]] for name in order]
    return {
        name: draw_mark(mark) for name, mark in zip(order, place_marks(named, BOX), strict=True)
    }


def _beside() -> str:
    """A place outside the skin, empty until a part stands there, and the way back to the tray."""
    x, y, wide, high = (number(value) for value in BESIDE)
    plate = tag("rect", class_="milia-beside", x=x, y=y, width=wide, height=high, rx="14")
    left, top = BESIDE[0] + 12, BESIDE[1] + 7
    slot = tag("svg", data_slot="beside", x=number(left), y=number(top), width="98", height="74")
    low = BESIDE[1] + BESIDE[3] - 10
    arrow = f"M{number(left + 22)} {number(low)}h44a8 8 0 0 0 0-16H{number(left + 30)}"
    tip = "m8-8-8 8 8 8"
    return _layer("beside", plate, slot, path(arrow + tip, "back"))
