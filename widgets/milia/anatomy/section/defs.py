"""What parts refer to: gradients, tiles of cells, and outlines that are used more than once."""

from ..skin import Comedone, Lesion, Milium, Pustule
from . import gland, layers, pustule, vessels
from .layout import Layout
from .palette import GLOW
from .svg import SCALE, curve, number, tag, units, use


def shared(layout: Layout, prefix: str) -> str:
    """Everything that is referred to by an id beginning with `prefix`."""
    width, deep = units(layout.width), units(layout.deep)
    surface = curve(layers.surface_line(layout))
    slab = f"M0-999H{width}V{number(layout.deep * SCALE - 14)}q0 14-14 14H14q-14 0-14-14Z"
    down = {"x2": "0", "y2": "1"}
    shade = tag("stop", stop_color="#7a3b10", stop_opacity="0")
    shade += tag("stop", offset="1", stop_color="#7a3b10", stop_opacity=".22")
    return "".join(
        (
            tag("clipPath", tag("path", d=slab), id=f"{prefix}-slab"),
            tag("path", d=surface, id=f"{prefix}-surface"),
            tag("path", d=f"{surface}V{deep}H0Z", id=f"{prefix}-bed"),
            tag("clipPath", use(f"{prefix}-bed"), id=f"{prefix}-flesh"),
            tag("linearGradient", _stops("behind"), id=f"{prefix}-behind", **down),
            tag("linearGradient", _stops("epidermis"), id=f"{prefix}-epidermis-shade",
                gradientUnits="userSpaceOnUse", y1="-80", x2="0", y2="12"),
            tag("linearGradient", _stops("dermis"), id=f"{prefix}-dermis-shade", **down),
            tag("linearGradient", shade, id=f"{prefix}-fat-shade", **down),
            _blur(f"{prefix}-soft", 7),
            layers.fat_tile(prefix),
            *(of_kind(spot.lesion, prefix) for spot in layout.spots),
            gland.oil_tile(prefix) if layout.has_gland else "",
        )
    )  # fmt: skip


def of_kind(lesion: Lesion, prefix: str) -> str:
    """What only this kind of bump refers to."""
    down = {"x2": "0", "y2": "1"}
    centred = {"cx": ".45", "cy": ".4", "r": ".62"}
    match lesion:
        case Milium():
            return tag("radialGradient", _stops("keratin"), id=f"{prefix}-keratin-shade", **centred)
        case Comedone():
            return tag("radialGradient", _stops("clog"), id=f"{prefix}-clog-shade", **centred)
        case Pustule():
            glow = "".join(
                tag("stop", offset=f"{at:g}", class_="milia-glow", stop_opacity=f"{opacity:g}")
                for at, opacity in GLOW
            )
            return "".join(
                (
                    tag("linearGradient", _stops("pus"), id=f"{prefix}-pus-shade", **down),
                    tag("radialGradient", glow, id=f"{prefix}-glow"),
                    _blur(f"{prefix}-softer", 4),
                    vessels.hatch_tile(prefix),
                    pustule.cell_tile(prefix),
                )
            )
    return ""


def _stops(name: str) -> str:
    first = tag("stop", class_=f"milia-{name}1")
    return first + tag("stop", offset="1", class_=f"milia-{name}2")


def _blur(name: str, amount: int) -> str:
    blur = tag("feGaussianBlur", stdDeviation=str(amount))
    return tag("filter", blur, id=name, x="-.6", y="-.6", width="2.2", height="2.2")
