"""The healthy pore: a hair tube with a fine hair, and the oil gland beside it."""

from ..skin import HAIR, HAIR_TUBE_DEPTH, OIL_GLAND_DEPTH, OIL_GLAND_SIZE, PORE
from .layout import Layout
from .part import Part
from .svg import SCALE, Point, curve, number, oval, path, tag

LEAN = 0.16  # mm to the right for each mm down


def tube(middle: list[tuple[float, float, float]]) -> str:
    """Outline a tube from (x, depth, half width) of its middle line, top to bottom (mm)."""
    left = [(x - half, y) for x, y, half in middle]
    right = [(x + half, y) for x, y, half in middle[::-1]]
    return f"{curve(left + right)}Z"


def gland(layout: Layout, prefix: str) -> Part:
    """The oil gland: lobes full of oil, and a duct into the tube."""
    x, y, size = layout.pore_x, OIL_GLAND_DEPTH.typical, OIL_GLAND_SIZE.typical
    lobes = (
        (0.34, -0.42, 0.17, 0.21), (0.62, -0.26, 0.21, 0.22), (0.40, 0.02, 0.20, 0.22),
        (0.72, 0.10, 0.20, 0.23), (0.46, 0.36, 0.18, 0.20),
    )  # fmt: skip
    shapes = [
        (x + 0.08 + right * size * 0.8, y + down * size, across * size, tall * size)
        for right, down, across, tall in lobes
    ]
    duct = [(x + 0.04, y - 0.25), (x + 0.11, y - 0.2), (x + 0.2, y - 0.08), (x + 0.24, y)]
    paint = (
        "".join(oval((a, b), w, h, "gland") for a, b, w, h in shapes)
        + path(curve(duct), "duct")
        + "".join(oval((a, b), w, h, fill=f"url(#{prefix}-oil)") for a, b, w, h in shapes)
    )
    middle = (x + 0.08 + 0.5 * size * 0.8, y + 0.02)
    return Part("gland", "skin", paint, (middle[0], y + 0.24), "below", middle)


def oil_tile(prefix: str) -> str:
    """A tile of oil-filled cells."""
    cells = ((4, 4, 3.4), (11.5, 3, 3.2), (8, 10, 3.6), (1, 11, 2.8), (14.5, 10.5, 2.8))
    circles = "".join(tag("circle", cx=number(x), cy=number(y), r=number(r)) for x, y, r in cells)
    return tag(
        "pattern",
        tag("g", circles, class_="milia-oil"),
        id=f"{prefix}-oil",
        width="15",
        height="14",
        patternUnits="userSpaceOnUse",
    )


def pore(layout: Layout) -> Part:
    """The tube, dipping in from the epidermis, with its hair."""
    x, half, deep = layout.pore_x, PORE.typical / 2, HAIR_TUBE_DEPTH.typical
    y = layout.surface(x)

    def line(*steps: tuple[float, float]) -> list[tuple[float, float, float]]:
        return [(x + LEAN * down * deep, y + down * deep, width) for down, width in steps]

    wall = line((0.0, half + 0.085), (0.07, half + 0.05), (0.3, half + 0.03), (0.7, half + 0.02),
                (0.86, half + 0.035), (0.97, half + 0.025), (1.02, 0.01))  # fmt: skip
    canal = line((-0.02, half + 0.03), (0.08, half), (0.45, half * 0.7), (0.75, 0.012))
    root = (x + LEAN * deep * 0.93, y + 0.93 * deep)
    paint = (
        path(tube(wall), "tube")
        + path(tube(canal), "canal")
        + oval(root, 0.038, 0.045, "bulb")
        + path(curve(hair_line(root, (x, y), 0.36)), "hair", stroke_width=hair_width())
    )
    mouth = (x - 0.01, y - 0.005)
    return Part("follicle", "skin", paint, mouth, "above", mouth, (0.17, -0.22))


def hair_line(root: Point, mouth: Point, length: float) -> list[Point]:
    """A fine hair from its root through the mouth of the pore, leaning to the left (mm)."""
    (rx, ry), (x, y) = root, mouth
    return [
        root,
        (rx + 0.35 * (x - rx), ry + 0.33 * (y - ry)),
        (rx + 0.75 * (x - rx), ry + 0.7 * (y - ry)),
        mouth,
        (x - 0.16 * length, y - 0.45 * length),
        (x - 0.5 * length, y - length),
    ]


def hair_width() -> str:
    """The true width of a fine hair, in SVG units."""
    return number(HAIR.typical * SCALE)
