"""Chromium as a printing press: a page with its files goes in, a tagged PDF comes out."""

import os
import re
from datetime import date
from mimetypes import guess_type
from pathlib import Path
from types import TracebackType

from ..kernel_free import POLICY, Page

HERE = Path(__file__).parent
ORIGIN = "http://handout.invalid/"  # nobody's; every request is answered here
# A4, with what is printed inside of what Letter has too: it is 18 mm shorter and 6 mm wider.
MARGINS = {"top": "17mm", "bottom": "24mm", "left": "18mm", "right": "18mm"}
WIDE = 658  # CSS pixels between the margins
FOOTER = """<div style="box-sizing: border-box; width: 100%; padding: 0 18mm 9mm; display: flex;
justify-content: space-between; font: 8pt system-ui, sans-serif; color: #333">
<span class="title"></span><span>Not yet reviewed by a clinician</span>
<span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>"""
STAMP = re.compile(rb"/(Creation|Mod)Date \(D:[^)]*\)")
PAGES = re.compile(rb"/Type /Page\b(?!s)")
# What a page deals by chance, it deals the same way every time.
CHANCE = "{ let n = 1; Math.random = () => (n = (n * 16807) % 2147483647) / 2147483647; }"
LOST = (
    "A handout is printed by Chromium, and none starts here: run `make handout`, which finds or "
    "fetches one, or name one with CHROMIUM=/path/to/it."
)


class Press:
    """A Chromium without a window, for as long as there is something to print."""

    def __init__(self, edition: date) -> None:
        """Print as if on this day, so that the same words give the same file."""
        self.day = edition

    def __enter__(self) -> "Press":
        """Start it."""
        try:
            from playwright.sync_api import Error, sync_playwright
        except ImportError:  # it comes with what the tests need
            raise SystemExit(LOST) from None
        self._playwright = sync_playwright().start()
        try:
            path = os.environ.get("CHROMIUM") or None
            self._browser = self._playwright.chromium.launch(executable_path=path)
        except Error:
            self._playwright.stop()
            raise SystemExit(LOST) from None
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._browser.close()
        self._playwright.stop()

    def print(self, page: Page) -> tuple[bytes, int]:
        """Return a page as PDF, and how many sheets of paper it takes.

        It is opened as a first visitor would, so no learner's answers can be on it. Ends with a
        sentence if a part of it cannot be shown.
        """
        from playwright.sync_api import Error, Route

        def answer(route: Route) -> None:
            name = route.request.url.removeprefix(ORIGIN).removeprefix("files/")
            body = page.files.get(name) if name else page.html
            headers = {"Content-Security-Policy": POLICY}
            if body is None:
                return route.fulfill(status=404)
            kind = guess_type(name)[0] if name else "text/html; charset=utf-8"
            return route.fulfill(body=body, content_type=kind, headers=headers)

        context = self._browser.new_context(viewport={"width": WIDE, "height": 900})
        try:
            tab = context.new_page()
            tab.add_init_script(CHANCE)
            tab.route("**/*", answer)
            tab.goto(ORIGIN)
            if page.kind(".js"):
                tab.locator("html[data-mounted]").wait_for(state="attached")
            if tab.locator("main .broken").count():
                raise SystemExit(
                    f"The lesson {page.name} cannot be printed: a part of it could not be made. "
                    "Get a whole copy of the course, or tell its authors."
                )
            tab.emulate_media(media="print")  # the widgets turn to what they show on paper
            tab.evaluate((HERE / "handout.js").read_text(encoding="utf-8"))
            made = tab.pdf(
                format="A4",
                margin=MARGINS,
                display_header_footer=True,
                header_template="<span></span>",
                footer_template=FOOTER,
                print_background=True,
                tagged=True,
                outline=True,
            )
        except Error as error:
            why = error.message.partition("\n")[0]
            raise SystemExit(
                f"Chromium could not print {page.name} ({why}): start again, with more memory or "
                "disk if either is short."
            ) from None
        finally:
            context.close()
        return self._dated(made), len(PAGES.findall(made))

    def _dated(self, pdf: bytes) -> bytes:
        """Return the PDF with our day in place of now; not a byte longer, as places are counted."""
        day = f"D:{self.day:%Y%m%d}000000+00'00'".encode()

        def put(found: re.Match) -> bytes:
            room = len(found[0]) - len(found[1]) - len(b"/Date ()")
            return b"/%sDate (%s)" % (found[1], day[:room].ljust(room))

        return STAMP.sub(put, pdf)
