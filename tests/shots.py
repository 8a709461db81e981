"""Small pictures of every figure, kept in tests/screenshots, and what counts as looking the same.

    .venv/bin/python -m tests.shots     make them anew, after having looked at the figures

Letters differ from machine to machine with the fonts that are there, so a picture is taken
without its labels and with every text hidden: it shows what is painted, where and in what color.
"""

import os
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from milia.anatomy.section.views import GUTTER

from .conftest import FLAGS

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tests" / "screenshots"
MAKE = ".venv/bin/python -m tests.shots"
THEMES = ("light", "dark")
WIDTH = 240  # px: large enough for every color to count, small enough to keep in the repository

# Measured: the same Chromium, and one without its fast paths, give the same pixels. One that cuts
# the page into other tiles smooths lines in another way: up to 24 pixels of a figure then lie more
# than 4 of 255 outside of what stands around them. A color changed by STEP in one channel alone
# changes 53 pixels or more of some figure.
CHANNEL = 4
PIXELS = 40
STEP = 32  # of 255: an eighth

STYLE = """<style>body { margin: 0 } text { visibility: hidden }
  svg { display: block; width: 100vw; height: auto; background: var(--paper, Canvas);
    color-scheme: light dark }
  .milia-labels, .milia-marks { display: none } </style>"""

# A pixel differs if it lies outside of all that the other picture has at it and around it, by more
# than so much in any channel: a line that is smoothed in another way does not, another color does.
DIFFER = """async ([a, b, channel]) => {
  const read = async (png) => {
    const blob = await (await fetch(`data:image/png;base64,${png}`)).blob();
    const image = await createImageBitmap(blob);
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const one = await read(a), other = await read(b), { width, height } = one;
  if (other.width !== width || other.height !== height) return width * height;
  const same = (i) => [0, 1, 2].every((at) => one.data[i + at] === other.data[i + at]);
  const outside = (of, among, x, y) => [0, 1, 2].some((at) => {
    let low = 255, high = 0;
    for (let j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++)
      for (let i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
        const there = among.data[4 * (j * width + i) + at];
        low = Math.min(low, there);
        high = Math.max(high, there);
      }
    const here = of.data[4 * (y * width + x) + at];
    return here < low - channel || here > high + channel;
  });
  let count = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (!same(4 * (y * width + x)) && (outside(one, other, x, y) || outside(other, one, x, y)))
        count++;
  return count;
}"""


def figures() -> list[str]:
    """The names of all pictures in images/."""
    return sorted(path.stem for path in (ROOT / "images").glob("*.svg"))


def kept(figure: str, theme: str) -> Path:
    """Where the picture of a figure is kept."""
    return FOLDER / f"{figure}_{theme}.png"


def show(page: Page, figure: str) -> None:
    """Show a figure without its labels, and without the room they take."""
    page.set_content(STYLE + (ROOT / "images" / f"{figure}.svg").read_text(encoding="utf-8"))
    page.evaluate(
        """(gutter) => {
          const svg = document.querySelector("svg"), box = svg.viewBox.baseVal;
          if (!svg.querySelector(".milia-labels")) return;
          const shown = [box.x + gutter, box.y, box.width - 2 * gutter, box.height];
          svg.setAttribute("viewBox", shown.join(" "));
          svg.setAttribute("width", shown[2]);
          svg.setAttribute("height", shown[3]);
        }""",
        GUTTER - 12,
    )


def take(page: Page) -> bytes:
    """Take the picture of what is shown."""
    return page.locator("svg").first.screenshot(animations="disabled")


def differing(page: Page, a: bytes, b: bytes) -> int:
    """How many pixels of two pictures differ; all, where their sizes do."""
    return page.evaluate(DIFFER, [*(b64encode(png).decode() for png in (a, b)), CHANNEL])


def options(theme: str) -> dict:
    """The options of a browser context in which pictures are taken."""
    size = {"width": WIDTH, "height": 600}
    return {"viewport": size, "device_scale_factor": 1, "color_scheme": theme}


def make(browser: Browser) -> None:
    """Take every picture and keep it."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for theme in THEMES:
        page = browser.new_page(**options(theme))
        for figure in figures():
            show(page, figure)
            kept(figure, theme).write_bytes(take(page))
        page.close()


if __name__ == "__main__":
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or None
        make(playwright.chromium.launch(executable_path=path, args=FLAGS))
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.relative_to(ROOT)}")
