"""One scene: skin at one moment, in a frame that all scenes of its story share."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape

from ..defs import shared
from ..draw import SCOPE
from ..layers import behind
from ..layout import SLAB, Layout, Spot
from ..part import Part
from ..style import style
from ..svg import SCALE, number, tag
from ..views import written


@dataclass(frozen=True)
class Stage(Layout):
    """A piece of skin of one width, whose bump stands in the middle, so that it stays in place."""

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The one bump, in the middle."""
        return tuple(replace(spot, x=SLAB / 2) for spot in super().spots)

    @property
    def width(self) -> float:
        """All stages are as wide."""
        return SLAB


@dataclass(frozen=True)
class Scene:
    """What is painted at one moment; `sky` is how far the frame reaches above the skin (mm)."""

    layout: Layout
    paint: str
    sky: float
    defs: str = ""


Painter = Callable[[str], Scene]  # takes the prefix of its ids


def draw_scene(painter: Painter, name: str, alt: str, prefix: str) -> str:
    """Draw a scene as SVG text, with this name and description; every id begins with `prefix`."""
    scene = painter(prefix)
    layout = scene.layout
    body = tag("defs", shared(layout, prefix), scene.defs) + tag(
        "g", behind(layout, prefix), scene.paint, clip_path=f"url(#{prefix}-slab)"
    )
    wide, high = layout.width * SCALE, (scene.sky + layout.deep) * SCALE
    box = (-6.0, -scene.sky * SCALE, wide + 12, high + 6)
    return tag(
        "svg",
        tag("title", escape(name), id=f"{prefix}-title"),
        tag("desc", escape(alt), id=f"{prefix}-desc"),
        tag("style", style(SCOPE, body)),
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=written(box),
        width=number(box[2]),
        height=number(box[3]),
        class_=SCOPE,
        role="img",
        aria_labelledby=f"{prefix}-title {prefix}-desc",
    )


def group(parts: list[Part], **attributes: str) -> str:
    """Paint parts together, without the names that the labelled drawing gives them."""
    return tag("g", *(part.paint for part in parts), **attributes)
