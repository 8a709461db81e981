"""How long the page's script takes for one choice in the cross-section explorer, and its weight.

python benchmarks/explore_section.py     (CHROMIUM names a browser other than Playwright's own)
"""

import gzip
import json
import os
import statistics

import anywidget
from playwright.sync_api import sync_playwright

from milia import CrossSection

TARGET, BUDGET = 4, 90  # ms of script in a frame; kB gzipped
MODEL = """window.model = { state: STATE, heard: {}, get(name) { return this.state[name]; },
  set(name, value) {
    const differs = value !== this.state[name];
    this.state[name] = value;
    if (differs) for (const hear of this.heard[`change:${name}`] ?? []) hear();
  },
  save_changes() {}, off() {},
  on(name, hear) { (this.heard[name] ??= []).push(hear); } };"""
# For each choice its slowest frame: the click, or a later frame that draws.
TIMED = """async (clicks) => {
  const taken = [], worst = [], frame = window.requestAnimationFrame.bind(window);
  let now = 0;
  window.requestAnimationFrame = (callback) => frame((time) => {
    const start = performance.now();
    callback(time);
    taken.push(performance.now() - start);
  });
  for (const [selector, value] of clicks) {
    const node = document.querySelector(selector), start = performance.now();
    if (value) { node.value = value; node.dispatchEvent(new Event("change")); } else node.click();
    taken.push(performance.now() - start);
    for (let i = 0; i < 5; i++) await new Promise((next) => frame(next));
    worst.push(Math.max(...taken.splice(0)));
  }
  window.requestAnimationFrame = frame;
  return worst;
}"""
PARTS = [
    [f".milia-cross-part input[value='{part}']", ""]
    for part in ("roof", "opening", "wall", "contents", "hair-tube", "gland", "skin", "")
]
SETTINGS = [[".milia-cross select", site] for site in ("nose", "eyelid", "cheek")] + [
    [f".milia-cross-view input[value={view}]", ""] for view in ("stretched", "true")
]


def state_of(widget: CrossSection) -> str:
    """The traits a page is sent, as JSON."""
    own = set(widget.keys) - set(anywidget.AnyWidget().keys)
    return json.dumps({n: getattr(widget, n) for n in sorted(own) if not n.startswith("_")})


def main() -> None:
    """Print the weight, and the median over choices of the slowest frame of each."""
    widget = CrossSection()
    state = state_of(widget)
    whole = (state + widget._esm + widget._css).encode()
    print(f"state, script and style {len(gzip.compress(whole)) / 1000:6.1f} kB gzipped "
          f"(at most {BUDGET}), {len(whole) / 1000:.0f} kB plain")  # fmt: skip
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or None
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.set_content(f"<style>{widget._css}</style><main></main>")
        page.add_script_tag(content=MODEL.replace("STATE", state))
        page.add_script_tag(type="module", content=(
            widget._esm.replace("export default", "const widget =")
            + '\nwidget.render({ model, el: document.querySelector("main") });'
        ))  # fmt: skip
        page.locator(".milia-cross svg").nth(2).wait_for()
        for what, clicks in (("choosing a part", PARTS * 5), ("another setting", SETTINGS * 5)):
            taken = page.evaluate(TIMED, clicks)
            print(f"{what:23} {statistics.median(taken):6.2f} ms in its slowest frame "
                  f"(at most {TARGET}), of {len(taken)} the worst {max(taken):.2f}")  # fmt: skip
        browser.close()


if __name__ == "__main__":
    main()
