"""Still pictures of the slices, for where no script runs: outlines of the layers, as SVG."""

from base64 import b64encode
from collections import Counter
from functools import cache

from ...anatomy.mechanics import reader

WIDE, HIGH, DEEP = 2.8, 0.9, -1.8  # mm: what is shown
UNITS = 50  # a mm
FILLS = {"fat": "#f6d98a", "dermis": "#f6d3c4", "epidermis": "#d99a86", "wall": "#c98aa6"}
SOLID, FLUID = "#fffaf0", "#b3a68c"
INSIDE = ("slip", "core")


@cache
def frame(case: str, percent: float) -> str:
    """Return one slice at a pinch as a data URI."""
    head = reader.header()
    kind = head["cases"][case]
    flat = reader.numbers("healthy" if kind["contents"] == "skin" else "bump")
    points = [value * head["unit"] for value in flat]
    if percent:
        moved = reader.field_at(case, "moved", percent / 100, list(range(len(points))))
        points = [a + b for a, b in zip(points, moved, strict=True)]
    shapes = []
    for fill, names in _painted(kind["contents"]):
        rings = "".join(_ring(ring, points) for ring in _rings(names, kind["opening"]))
        shapes.append(f'<path fill="{fill}" d="{rings}"/>')
    half = "".join(shapes)
    wide, top, tall = WIDE * UNITS, HIGH * UNITS, (HIGH - DEEP) * UNITS
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{2 * wide:.0f}" height="{tall:.0f}" '
        f'viewBox="{-wide:.0f} {-top:.0f} {2 * wide:.0f} {tall:.0f}" stroke="#452019" '
        f'stroke-width="1"><g id="h">{half}</g><use href="#h" transform="scale(-1 1)"/></svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _painted(contents: str) -> list[tuple[str, tuple[str, ...]]]:
    """What is painted in which color: healthy skin has no sac."""
    if contents == "skin":
        return [(FILLS["fat"], ("fat",)), (FILLS["dermis"], ("dermis", "wall", *INSIDE)),
                (FILLS["epidermis"], ("epidermis",))]  # fmt: skip
    parts = [(FILLS[name], (name,)) for name in FILLS]
    return [*parts, (FLUID if contents == "fluid" else SOLID, INSIDE)]


@cache
def _rings(names: tuple[str, ...], opening: int) -> list[list[int]]:
    """The outlines of some layers: edges that belong to one of their triangles only."""
    head = reader.header()
    wanted = [head["layers"].index(name) for name in names]
    flat, layer, over = map(reader.numbers, ("triangles", "layer", "over"))
    edges: Counter = Counter()
    for at, of in enumerate(layer):
        if of in wanted and not 0 < over[at] <= opening:
            a, b, c = flat[3 * at : 3 * at + 3]
            edges.update(((a, b), (b, c), (c, a)))
    after: dict[int, list[int]] = {}
    for a, b in edges:
        if (b, a) not in edges:
            after.setdefault(a, []).append(b)
    rings = []
    while after:
        start = at = next(iter(after))
        ring = []
        while at in after:
            ring.append(at)
            nexts = after[at]
            new = nexts.pop()
            if not nexts:
                del after[at]
            at = new
            if at == start:
                break
        rings.append(ring)
    return rings


def _ring(ring: list[int], points: list[float]) -> str:
    """A closed path, whole units; of points that fall together one is kept."""
    places = [(round(points[2 * i] * UNITS), round(-points[2 * i + 1] * UNITS)) for i in ring]
    kept = [p for p, before in zip(places, [None, *places], strict=False) if p != before]
    (x, y), rest = kept[0], kept[1:]
    steps = []
    for a, b in rest:
        steps.append(f"{a - x} {b - y}")
        x, y = a, b
    return f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps)}z" if steps else ""
