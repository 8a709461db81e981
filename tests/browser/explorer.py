"""The cross-section explorer in a real home, used by pointer, by touch and by keyboard."""

from playwright.sync_api import Locator, Page, expect

from milia import CrossSection
from milia.content import load
from milia.content.models import SectionRole
from milia.widgets.cross_section import choices

CHOSEN = "document.activeElement.closest('label')?.textContent"


def use_in_three_ways(page: Page) -> None:
    """Choose a part in every way and check what is marked, shown and said; needs `has_touch`."""
    explorer = page.locator(".milia-cross")
    expect(explorer.locator("svg")).to_have_count(3)
    by_pointer(page, explorer)
    by_touch(page, explorer)
    by_keyboard(page, explorer)


def by_pointer(page: Page, explorer: Locator) -> None:
    """Point at the roof of the milium; then at "What is inside" in the list."""
    page.mouse.click(*_middle(explorer, "milium", "[data-part=milium-roof] path", top=True))
    _is_told(explorer, "roof")
    explorer.locator("label", has_text="What is inside").click()
    _is_told(explorer, "contents")


def by_touch(page: Page, explorer: Locator) -> None:
    """Tap the opening of the pustule, which a milium does not have; then the roof in the list."""
    x, y = _middle(explorer, "pustule", "[data-part=pustule-opening]")
    page.touchscreen.tap(x + 6, y - 6)  # a finger is not exact
    _is_told(explorer, "opening")
    expect(explorer.locator("figure[data-none]")).to_have_attribute("data-kind", "milium")
    explorer.locator("label", has_text="The roof").tap()
    _is_told(explorer, "roof")


def by_keyboard(page: Page, explorer: Locator) -> None:
    """Rove from the roof with arrows, End and Home; Escape goes back to the whole bump."""
    explorer.get_by_label("The roof", exact=True).focus()
    for key, part in [
        ("ArrowDown", "opening"),
        ("ArrowLeft", "roof"),
        ("End", "skin"),
        ("ArrowRight", ""),
        ("ArrowRight", "roof"),
        ("Home", ""),
        ("End", "skin"),
        ("Escape", ""),
    ]:
        page.keyboard.press(key)
        _is_told(explorer, part)
        assert page.evaluate(CHOSEN) == _role(part).name, key


def _role(part: str) -> SectionRole:
    return load().cross_section_roles[part or choices.WHOLE]


def _is_told(explorer: Locator, part: str) -> None:
    """The part is checked, each bump shows its counterpart's sentence, and all of it is spoken."""
    expect(explorer.get_by_label(_role(part).name, exact=True)).to_be_checked()
    for kind in choices.KINDS:
        shown = explorer.locator(f"figure[data-kind={kind}]")
        expect(shown.locator("figcaption")).to_have_text(_role(part).sentence(kind).text)
        marked = shown.locator(".milia-cross-line > *")
        has_one = part and shown.get_attribute("data-none") is None
        expect(marked).to_have_count(1 if has_one else 0)
    expect(explorer.locator("output")).to_have_text(CrossSection(part).describe())


def _middle(
    explorer: Locator, kind: str, selector: str, *, top: bool = False
) -> tuple[float, float]:
    """The middle of a part on the screen, or the top of it, which is where an arch is."""
    node = explorer.locator(f"figure[data-kind={kind}] {selector}").first
    node.scroll_into_view_if_needed()
    node.locator("xpath=ancestor::*[name()='svg']").hover(trial=True)  # it has come to rest
    box = node.evaluate(
        "(n) => { const b = n.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }"
    )
    return box[0] + box[2] / 2, box[1] + (1 if top else box[3] / 2)
