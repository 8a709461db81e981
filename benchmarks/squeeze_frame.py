"""How long the page's script takes for one frame of the squeeze lab, and what its data weighs.

python benchmarks/squeeze_frame.py     (CHROMIUM names a browser other than Playwright's own)
"""

import gzip
import os
import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from milia import SqueezeLab

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.conftest import FLAGS
from tests.mounted import mount

TARGET, BUDGET = 5, 250  # ms of script in a frame; kB gzipped
# The slider's own work, and that of the frame that draws all slices.
TIMED = """async ([look, pinches]) => {
  document.querySelectorAll("fieldset.milia-squeeze-look input")[look].click();
  const taken = [], frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => frame((time) => {
    const start = performance.now();
    callback(time);
    taken.push(performance.now() - start);
  });
  const all = [];
  for (const pinch of pinches) {
    const start = performance.now();
    window.models[0].set("pinch", pinch);
    taken.push(performance.now() - start);
    for (let i = 0; i < 3; i++) await new Promise((next) => frame(next));
    all.push(taken.splice(0).reduce((sum, each) => sum + each, 0));
  }
  window.requestAnimationFrame = frame;
  return all;
}"""


def main() -> None:
    """Print the data's weight, and the median and worst frame in each look and width."""
    data = SqueezeLab().data
    print(f"data: {len(gzip.compress(data.encode())) / 1000:.0f} kB gzipped, at most {BUDGET}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or None, args=FLAGS
        )
        for width in (390, 1200):
            page = browser.new_page(viewport={"width": width, "height": 900})
            mount(page, SqueezeLab())
            if width == 390:  # one slice at a time: the one that takes longest
                page.locator(".milia-squeeze-choose input").nth(1).check()
            for look, name in enumerate(("layers", "stress")):
                pinches = [0.1 + 0.097 * at for at in range(60)]
                taken = page.evaluate(TIMED, [look, pinches])
                print(
                    f"{width} px, {name}: median {statistics.median(taken):.1f} ms, "
                    f"worst {max(taken):.1f} ms of script in a frame, target {TARGET}"
                )
        browser.close()


if __name__ == "__main__":
    main()
