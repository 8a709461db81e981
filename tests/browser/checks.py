"""Checks that any page of the course has to pass."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}}

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
    response = Axe().run(page, context=context, options=OPTIONS).response
    assert response["passes"], "axe ran no rule, so its silence means nothing"
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


def sideways(page: Page) -> list[str]:
    """Everything that sticks out of the page to the right."""
    return page.evaluate(SIDEWAYS)


def small_targets(page: Page) -> list[str]:
    """Everything to press that is lower than 44 px."""
    return page.evaluate(SMALL_TARGETS)
