"""A page of made-up anywidgets, mounted by the course's own host under its strict policy."""

import json
from pathlib import Path

from playwright.sync_api import Page, Route

import milia
from milia.pages.kernel_free import POLICY

ADDRESS = "http://course.test/"  # plain http, and not loopback
PAGES = Path(milia.__file__).parent / "pages"
HOST = (PAGES / "host/host.js").read_text("utf-8")
STYLE = (PAGES / "template/static/page.css").read_text("utf-8")


def host(
    page: Page,
    scripts: dict[str, str],
    models: dict[str, tuple[str, dict]],
    places: str | list[str] | None = None,
    *,
    rest: dict[str, str] | None = None,
    wait: bool = True,
) -> None:
    """Open a page with these models, {id: (script, traits)}, each in a place of its own.

    A script that holds several widgets is named with the one that is meant, as script#Name.
    `rest` says which script, by a model's id, has the traits that are too large for the page.
    Widgets note what they do with `note(…)`; `noted(page)` reads it.
    """
    state = {}
    for model, (at, had) in models.items():
        script, _, name = at.partition("#")
        state[model] = {"module": f"{script}.js", "traits": had} | ({"name": name} if name else {})
    for name, at in (rest or {}).items():
        state[name]["rest"] = f"{at}.js"
    if not isinstance(places, str):
        places = "".join(
            f'<div class="output" data-model="{name}"><div class="fallback">To read.</div></div>'
            for name in (places or models)
        )
    files = {f"{name}.js": text for name, text in scripts.items()}
    files |= {"host.js": HOST, "note.js": "globalThis.noted = []; const note = (...of) => "
              "noted.push(of.map(String).join(' '));"}  # fmt: skip
    html = f"""<!doctype html><html lang="en"><head><title>A page</title>
    <link rel="stylesheet" href="/page.css"><script src="/note.js"></script>
    <script type="module" src="/host.js"></script></head>
    <body><main>{places}</main>
    <template id="milia-broken"><p class="broken">This part could not be made.</p></template>
    <script type="application/json" class="milia-state">{json.dumps(state)}</script>
    </body></html>"""

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS)
        headers = {"Content-Security-Policy": POLICY}
        if not name:
            route.fulfill(body=html, content_type="text/html", headers=headers)
        elif name == "page.css":
            route.fulfill(body=STYLE, content_type="text/css", headers=headers)
        elif name in files:
            route.fulfill(body=files[name], content_type="text/javascript", headers=headers)
        else:
            route.fulfill(status=404)

    page.unroute_all()
    page.route(ADDRESS + "**", answer)
    page.goto(ADDRESS)
    if wait:
        mounted(page)


def mounted(page: Page) -> None:
    """Wait until every widget has come or has failed."""
    page.locator("html[data-mounted]").wait_for()


def noted(page: Page) -> list[str]:
    """What the widgets have noted."""
    return page.evaluate("noted")


def leave(page: Page) -> None:
    """Unmount all, as a page that shows several lessons in turn would."""
    page.evaluate("import('/host.js').then(({ page }) => page.destroy())")
