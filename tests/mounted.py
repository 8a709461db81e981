"""A widget on a page of its own, with no kernel and no server: the browser alone."""

import json

import anywidget
from playwright.sync_api import Page, Route

from milia.widgets.base import CourseWidget

ADDRESS = "http://course.test/"  # plain http, and an origin, so that there is storage

MODEL = """class Model {
  constructor(state) { this.state = state; this.heard = {}; this.saved = []; }
  get(name) { return this.state[name]; }
  set(name, value) {
    const differs = JSON.stringify(value) !== JSON.stringify(this.state[name]);
    this.state[name] = value;
    if (differs) for (const hear of this.heard[`change:${name}`] ?? []) hear();
  }
  save_changes() { this.saved.push(structuredClone(this.state)); }
  on(name, hear) { (this.heard[name] ??= []).push(hear); }
  off(name, hear) { this.heard[name] = this.heard[name].filter((other) => other !== hear); }
}"""


def state_of(widget: CourseWidget) -> dict:
    """What of a widget is sent to the page: its own traits, not those of every widget."""
    own = set(widget.keys) - set(anywidget.AnyWidget().keys)
    return {name: getattr(widget, name) for name in own if not name.startswith("_")}


def named(widget: CourseWidget) -> str:
    """A widget that another refers to, as the page reads it."""
    return f"IPY_MODEL_{widget.model_id}"


def mount(page: Page, *widgets: CourseWidget, script: str = "", path: str = "") -> None:
    """Open a page at `http://course.test/`, each widget in a `main` as the course's pages have.

    `window.models` are their models; `script` runs in the widgets' own module, before them.
    """
    modules = list(dict.fromkeys(widget._esm for widget in widgets))
    styles = "\n".join(dict.fromkeys(widget._css for widget in widgets))
    made = [
        # A saved notebook sorts keys, so no widget may lean on their order.
        {
            "module": modules.index(w._esm),
            "state": json.loads(json.dumps(state_of(w), sort_keys=True, default=named)),
        }
        for w in widgets
    ]
    html = f"""<!doctype html><html lang="en" data-milia-page><head><meta charset="utf-8">
    <title>A page</title><meta name="viewport" content="width=device-width">
    <style>{styles} html {{ color-scheme: light dark; background: var(--milia-bg) }}
    body {{ margin: 16px }}</style></head>
    <body><main><h1 class="milia">A page</h1></main><script type="module">{MODEL}
    {script}
    window.models = []; window.cleanups = [];
    for (const {{ module, state }} of {json.dumps(made)}) {{
      const widget = (await import(`/widget-${{module}}.js`)).default;
      const model = new Model(state), el = document.createElement("div");
      document.querySelector("main").append(el);
      window.models.push(model);
      window.cleanups.push(await widget.render({{ model, el }}));
    }}
    document.documentElement.dataset.ready = "yes";</script></body></html>"""

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS)
        if name.startswith("widget-"):
            body = modules[int(name.removeprefix("widget-").removesuffix(".js"))]
            return route.fulfill(body=body, content_type="text/javascript")
        return route.fulfill(body=html, content_type="text/html")

    page.unroute_all()
    page.route(ADDRESS + "**", answer)
    page.goto(ADDRESS + path)
    page.locator("html[data-ready]").wait_for()
