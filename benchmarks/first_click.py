"""How long until a learner's first click is answered, in Chromium, for four ways to serve.

python benchmarks/first_click.py     (WAYS=ours,static leaves the others out; TIMES=3 is quicker)

A visit that is not answered within `CAP` seconds is given up, and the table says so.
"""

import os
import statistics
import sys
import tempfile
from math import inf
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as TooLong

sys.path.insert(0, str(Path(__file__).parents[1]))
from clients import report
from clients.servers import LESSONS, WAYS, Prepared, Way, chromium, started
from tests.browser.servers import Server, free_port
from tests.conftest import FLAGS

from milia.pages.kernel_free import render

LESSON = "01_two_white_bumps"
POOL = 3  # one learner at a time
CAP = 120  # seconds
FEW = 3  # visits, where each takes half a minute or more
TIMED = ("paint", "clicked", "answered")
TARGET = {"desktop": 0.3, "phone": 1.0}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1200, "height": 900}}

# In each frame: choose and check as soon as a quiz can be used; then wait for its feedback, until
# the frame that shows it is drawn. Times begin with the navigation.
CLICK = """(() => {
  let quiz;
  const seen = (node) => node?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const look = () => {
    if (!quiz) {
      quiz = [...document.querySelectorAll(".milia-quiz")].find((each) =>
        seen(each.querySelector("input")) && seen(each.querySelector("[type=submit]")));
      if (quiz) {
        window.clickedAt = performance.now();
        quiz.querySelector("input").click();
        quiz.querySelector("[type=submit]").click();
      }
    }
    const feedback = quiz?.querySelector(".milia-quiz-feedback");
    if (seen(feedback) && feedback.textContent.trim()) {
      setTimeout(() => {
        window.answeredAt = performance.now();
        document.documentElement.dataset.answered = "";
      });
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


def visited(browser: Browser, url: str, *, phone: bool) -> dict[str, float]:
    """Open a page as somebody new, and click; what never comes is infinite."""
    context = browser.new_context(**(PHONE if phone else DESKTOP))
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    if phone:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(CLICK)
    try:
        page.goto(url, wait_until="commit", timeout=CAP * 1000)
        # By an attribute: to wait for a function is to evaluate a text, which our pages forbid.
        page.locator("html[data-answered]").wait_for(timeout=CAP * 1000)
    except TooLong:
        print(f"Gave up on {url} after {CAP} s.", flush=True)
    found = page.evaluate("""() => ({
      clicked: window.clickedAt, answered: window.answeredAt,
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime })""")
    found = {name: inf if found[name] is None else found[name] / 1000 for name in TIMED}
    found["asked"] = len(asked)
    context.close()
    return found


def heaviest() -> str:
    """The lesson with the most bytes, besides the one that is always measured."""

    def weight(path: Path) -> int:
        page = render(path)
        return len(page.html) + sum(map(len, page.files.values()))

    return max((p for p in LESSONS.glob("[01]*.ipynb") if p.stem != LESSON), key=weight).stem


def relayed(server: Server, folder: Path) -> Server:
    """A slow line to a server."""
    port = free_port()
    script = str(Path(__file__).parent / "clients/slow_line.py")
    command = [sys.executable, script, str(server.port), str(port)]
    return Server(command, port, "/", folder / "line.log")


def main(ways: list[Way]) -> None:
    """Measure, and write what came of it."""
    times = int(os.environ.get("TIMES", "7"))
    rows, before = [], report.machine()
    heavy = heaviest()
    with tempfile.TemporaryDirectory() as temp, sync_playwright() as playwright:
        folder = Prepared(Path(temp)).folder
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        version = browser.version
        for lesson in (LESSON, heavy):
            for way in ways:
                with started(way, folder, lesson, POOL) as server:
                    address = way.address.format(lesson)
                    visited(browser, server.url + address, phone=False)  # warms up
                    line = relayed(server, folder)
                    try:
                        for device, url in (("desktop", server.url), ("phone", line.url)):
                            phone = device == "phone"
                            visits = min(times, FEW) if way.kernel and phone else times
                            found = [visited(browser, url + address, phone=phone)
                                     for _ in range(visits)]  # fmt: skip
                            rows.append(row(lesson, device, way, found))
                            print(*rows[-1], sep="\t", flush=True)
                    finally:
                        line.stop()
        browser.close()
    parts = [
        "From the start of the navigation until the feedback to a click stands on the page; the "
        "click comes in the first frame in which a quiz can be used. A new browser context each "
        f"time (nothing kept), Chromium {version}, medians of the visits; one that is not answered "
        f"within {CAP} s is given up and counts as more. Phone: 390 x 844, "
        "processor slowed down 4 times (CDP), and clients/slow_line.py in front of the server: "
        "1.6 Mbit/s and 150 ms for each round trip, connecting included. "
        f"Machine, before: {before}; after: {report.machine()}.",
        report.table(
            [
                "lesson",
                "device",
                "way",
                "first paint s",
                "can be clicked s",
                "answered s",
                "slowest s",
                "visits",
                "requests",
                "target",
            ],
            rows,
        ),
    ]
    print(report.write("first-click", "The first answered click", *parts))


def row(lesson: str, device: str, way: Way, found: list[dict]) -> list[str]:
    """A row of the table; only our own two ways have a target."""
    middle = {name: statistics.median(each[name] for each in found) for name in found[0]}
    target = ""
    if not way.kernel:
        met = middle["answered"] < TARGET[device]
        target = f"< {TARGET[device]}: {'met' if met else 'MISSED'}"
    times = [seconds(middle[name]) for name in TIMED]
    times.append(seconds(max(each["answered"] for each in found)))
    return [lesson, device, way.name, *times, f"{len(found)}", f"{middle['asked']:.0f}", target]


def seconds(found: float) -> str:
    """Seconds, or that they were more than we wait for."""
    return f"{found:.2f}" if found < inf else f"> {CAP}"


if __name__ == "__main__":
    wanted = [word for word in os.environ.get("WAYS", "").split(",") if word]
    main([way for way in WAYS if not wanted or any(word in way.name for word in wanted)])
