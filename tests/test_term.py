"""A word explained on demand: what Python lays out, and what the browser makes of it."""

import json

import ipywidgets
import pytest
from playwright.sync_api import Page, expect

from milia import Term
from milia.content import ContentError, find, load
from milia.widgets.base import css

from .browser.checks import SCHEMES, WIDTHS, faults_on_screens

WORDS = ("milium", "closed-comedone", "pus")


def test_each_word_comes_with_all_that_is_said_of_it_in_order() -> None:
    words = Term(*WORDS).words
    assert [word["id"] for word in words] == list(WORDS)
    for word in words:
        term = find("term", word["id"])
        assert (word["term"], word["say"]) == (term.term, term.pronunciation)
        assert word["definition"] == term.definition
        assert all(other in word["also"] for other in term.also_called)
    assert words[-1]["also"] == ""


def test_the_text_names_all_that_nbval_must_compare() -> None:
    text = Term(*WORDS).text()
    for word in WORDS:
        term = find("term", word)
        for part in (term.term, term.pronunciation, term.definition, *term.also_called):
            assert part in text


def test_the_fallback_is_an_open_list_of_what_jupyterlab_lets_through() -> None:
    data, _ = Term(*WORDS)._repr_mimebundle_()
    assert data["text/plain"] == Term(*WORDS).text()
    assert data["text/html"].count("<dt>") == data["text/html"].count("<dd>") == len(WORDS)
    assert "&quot;whitehead&quot;" in data["text/html"]
    for forbidden in ("<svg", "<style", "<script", "<input", "aria-", "<details"):
        assert forbidden not in data["text/html"]


def test_a_term_stands_in_a_box_like_any_widget() -> None:
    assert isinstance(ipywidgets.VBox([Term("pus")]).children[0], ipywidgets.DOMWidget)


def test_an_unknown_word_is_refused_with_a_suggestion() -> None:
    with pytest.raises(ContentError, match=r"No term 'keratine' .* Did you mean 'keratin'\?"):
        Term("milium", "keratine")


@pytest.mark.parametrize(
    "term", [t.id for t in load().glossary.values() if t.audience != "learner"]
)
def test_a_teachers_word_is_refused(term: str) -> None:
    with pytest.raises(ContentError, match=f"Term '{term}' .* is for teachers"):
        Term("milium", term)


def test_no_word_at_all_is_refused() -> None:
    with pytest.raises(ContentError, match="names no word"):
        Term()


def test_what_is_shared_stands_before_the_script() -> None:
    assert Term._esm.index("stopPropagation") < Term._esm.index("export default")


# -- in the browser --------------------------------------------------------------------------


def mount(page: Page, *words: str, width: int = 1200, scheme: str = "light") -> None:
    """Put two rows of these words on a page of their own."""
    state = json.dumps({"words": Term(*words).words})
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    script = Term._esm.replace("export default", "const widget =")
    page.set_content(
        f"""<!doctype html><html lang="en" data-milia-page style="color-scheme: {scheme}">
        <head><title>Words</title><style>{css("shared", "term")}
        html {{ background: var(--milia-bg) }} body {{ margin: 16px }}</style></head>
        <body><main><h1 class="milia">Words</h1></main><script type="module">{script}
        const state = {state}, model = {{ get: (name) => state[name] }};
        for (let i = 0; i < 2; i++) {{
          const el = document.querySelector("main").appendChild(document.createElement("div"));
          widget.render({{ model, el }});
        }}</script></body></html>"""
    )
    page.wait_for_selector(".milia-term summary")


@pytest.mark.browser
def test_a_word_opens_by_pointer_and_by_keyboard_and_its_keys_stay_inside(page: Page) -> None:
    mount(page, *WORDS)
    page.evaluate("void (document.onkeydown = (e) => { window.leaked = e.key; })")
    first, second = page.locator(".milia-term details").nth(0), page.locator("details").nth(1)
    first.locator("summary").click()
    expect(first.get_by_text(find("term", WORDS[0]).definition)).to_be_visible()
    expect(first.get_by_text("hide", exact=True)).to_be_visible()
    expect(first.get_by_text("show", exact=True)).to_be_hidden()
    page.evaluate("document.activeElement.blur()")
    first.locator("summary").focus()
    page.keyboard.press("Tab")
    page.evaluate("window.leaked = undefined")
    page.keyboard.press("Enter")
    expect(second.get_by_text(find("term", WORDS[1]).definition)).to_be_visible()
    page.keyboard.press("Space")
    expect(second.get_by_text(find("term", WORDS[1]).definition)).to_be_hidden()
    assert page.evaluate("window.leaked") is None


@pytest.mark.browser
def test_a_screen_reader_hears_the_word_alone_and_the_name_of_the_row(page: Page) -> None:
    mount(page, *WORDS)
    heard = page.get_by_role("group", name="Words to know").first.aria_snapshot()
    for word in WORDS:
        assert find("term", word).term in heard
    assert "show" not in heard
    mount(page, "pus")
    expect(page.get_by_role("group", name="A word to know")).to_have_count(2)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_open_word_fits_every_screen_and_axe_finds_nothing(page: Page, scheme: str) -> None:
    mount(page, "post-inflammatory-marks", "molluscum-contagiosum", scheme=scheme)
    for summary in page.locator("summary").all():
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert summary.bounding_box()["height"] >= 44, width
        summary.click()
    assert faults_on_screens(page, schemes=[scheme]) == {}


@pytest.mark.browser
def test_on_paper_every_word_is_open_and_the_screen_stays_as_it_was(page: Page) -> None:
    mount(page, *WORDS)
    page.locator("summary").first.click()
    page.emulate_media(media="print")
    expect(page.locator("details[open]")).to_have_count(2 * len(WORDS))
    assert page.locator(".milia-term-hide").first.is_hidden()
    page.emulate_media(media="screen")
    expect(page.locator("details[open]")).to_have_count(1)


@pytest.mark.browser
def test_forced_colours_leave_every_edge_visible(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    mount(page, *WORDS)
    edge = page.locator("details").first.evaluate("n => getComputedStyle(n).borderTopStyle")
    assert edge == "solid"
