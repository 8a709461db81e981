"""The oil gland: lobes full of oil on a duct that leads into a hair tube."""

from .svg import Point, curve, number, oval, path, tag

LOBES = (
    (0.34, -0.42, 0.17, 0.21), (0.62, -0.26, 0.21, 0.22), (0.40, 0.02, 0.20, 0.22),
    (0.72, 0.10, 0.20, 0.23), (0.46, 0.36, 0.18, 0.20),
)  # fmt: skip


def gland(duct: Point, side: int, size: float, prefix: str) -> tuple[str, Point]:
    """Paint a gland beside its duct (mm), to the right (1) or left (-1); and tell its middle."""
    x, y = duct
    shapes = [
        (x + side * right * size * 0.8, y + (down + 0.5) * size, across * size, tall * size)
        for right, down, across, tall in LOBES
    ]
    bends = ((-0.1, 0.0), (0.08, 0.1), (0.24, 0.34), (0.32, 0.5))
    pipe = curve([(x + side * right * size, y + down * size) for right, down in bends])
    paint = (
        "".join(oval((a, b), w, h, "gland") for a, b, w, h in shapes)
        + path(pipe, "duct-wall", stroke_width=number(18 * size + 2.4))
        + path(pipe, "duct", stroke_width=number(18 * size))
        + "".join(oval((a, b), w, h, fill=f"url(#{prefix}-oil)") for a, b, w, h in shapes)
    )
    return paint, (x + side * 0.42 * size, y + 0.54 * size)


def oil_tile(prefix: str) -> str:
    """A tile of oil-filled cells."""
    cells = ((4, 4, 3.4), (11.5, 3, 3.2), (8, 10, 3.6), (1, 11, 2.8), (14.5, 10.5, 2.8))
    circles = "".join(tag("circle", cx=number(x), cy=number(y), r=number(r)) for x, y, r in cells)
    return tag(
        "pattern",
        tag("path", d="M0 0h15v14H0z", class_="milia-oil-bed")  # hides where lobes overlap
        + tag("g", circles, class_="milia-oil"),
        id=f"{prefix}-oil",
        width="15",
        height="14",
        patternUnits="userSpaceOnUse",
    )
