"""Checks that any page of the course has to pass."""

from collections.abc import Iterable

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}

# All that axe found out weighs megabytes on a large page: only what we read leaves the browser.
OBJECTIONS = """async ([context, options]) => {
  const { passes, violations } = await axe.run(context ?? document, options);
  return [passes.length, violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))];
}"""

WIDTHS = (320, 390, 1200)
SCHEMES = ("light", "dark")

SIDEWAYS = """() => [document.documentElement, ...document.querySelectorAll("body *")]
  .filter((node) => node.getClientRects().length && !node.closest(".skip") && !node.ownerSVGElement)
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
  .map((node) => node.outerHTML.slice(0, 90))"""

SMALL_TARGETS = """() => [...document.querySelectorAll(
    "main :is(button, summary, label, select), :is(.turn, .lessons, header, footer) a, " +
    "header select")]
  .filter((node) => node.getClientRects().length)
  .filter((node) => node.getBoundingClientRect().height < 43.5)
  .map((node) => `${node.getBoundingClientRect().height} ${node.outerHTML.slice(0, 90)}`)"""


def axe_violations(page: Page, context: list | None = None) -> list[str]:
    """What axe objects to, in its own words; an axe that ran no rule is an error."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    passes, objections = page.evaluate(OBJECTIONS, [context, OPTIONS])
    assert passes, "axe ran no rule, so its silence means nothing"
    return objections


def sideways(page: Page) -> list[str]:
    """Everything that sticks out of the page to the right."""
    return page.evaluate(SIDEWAYS)


def small_targets(page: Page) -> list[str]:
    """Everything to press that is lower than 44 px."""
    return page.evaluate(SMALL_TARGETS)


def faults(page: Page) -> list[str]:
    """Whatever any page of the course must not have."""
    return [*axe_violations(page), *sideways(page), *small_targets(page)]


def faults_on_screens(
    page: Page, widths: Iterable[int] = WIDTHS, schemes: Iterable[str] = SCHEMES
) -> dict[str, list[str]]:
    """Walk an open page through widths and colors: what is wrong by screen; {} if all is well."""
    wrong = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            found = faults(page)
            if found:
                wrong[f"{width} px, {scheme}"] = found
    return wrong


def sideways_when_doubled(page: Page, widths: Iterable[int] = WIDTHS) -> dict[str, list[str]]:
    """Double the letters, which stay so, and look what then sticks out, by width."""
    page.add_style_tag(content="html { font-size: 200% }")
    wrong = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        found = sideways(page)
        if found:
            wrong[f"{width} px"] = found
    return wrong
