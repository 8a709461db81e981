"""A lesson as a page that needs no kernel: what is in it, what is not, and that it answers."""

import gzip
import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import nbformat
import pytest
from nbformat import v4
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route, expect

from milia import CrossSection, Quiz
from milia.content import find, load
from milia.pages import execution, kernel_free
from milia.pages.addresses import Addresses, stylesheet
from milia.pages.kernel_free import POLICY, Page, render, render_error, render_home
from milia.widgets.base import js

from .browser.checks import axe_violations, sideways
from .conftest import Watched
from .tags import Tags

ROOT = Path(__file__).resolve().parents[1]
LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
LESSON = "01_two_white_bumps"
FILES = Addresses(home="index.html", lesson="{}.html", file="files/{}")
SERVED = Addresses()
ORIGIN = "http://course.test/"  # plain http, and not loopback
BUDGET, REQUESTS = 60_000, 8  # bytes of a page and all that runs and styles it, packed; how many
PICTURE = re.compile(r"(picture|mark)-[^/]*$")
# A string of a script that draws: a piece of a drawing, the style of drawings, numbers to draw.
PIECE = re.compile(r'"(?:[^"\\]|\\.)*(?:<|\{--paper|data:application/)(?:[^"\\]|\\.)*"')
# A rule of what all share, of a common widget, of one that few lessons have.
ONCE = (b".milia-spoken{", b".milia-quiz-item[hidden]{", b".milia-cross-note{")
ITEM = find("item", "unchanged-pearl-holds-keratin")


@cache
def page_of(lesson: str) -> Page:
    return render(ROOT / "notebooks" / f"{lesson}.ipynb", FILES)


def state_of(page: Page) -> dict:
    found = re.findall(r'class="milia-state">(.*?)</script>', text_of(page))
    return {name: model for part in found for name, model in json.loads(part).items()}


def machinery(page: Page) -> list[bytes]:
    """The page and all of its files but pictures; of a widget's state what is no drawing."""
    return [page.html] + [
        PIECE.sub('""', content.decode()).encode() if "-state-" in name else content
        for name, content in page.files.items()
        if not PICTURE.search(name)
    ]


def drawn(files: dict[str, bytes], name: str) -> bool:
    """Whether a file is a picture, or the drawing of a widget."""
    return bool(PICTURE.search(name) or ("-state-" in name and PIECE.search(files[name].decode())))


def text_of(page: Page) -> str:
    return page.html.decode()


def outside_state(page: Page) -> str:
    return re.sub(r'(class="milia-state">).*?</script>', r"\1</script>", text_of(page))


def written(folder: Path, *cells: str | dict, name: str = "a_lesson") -> Path:
    """A notebook of code cells with ids c1, c2, …; a dict is such a cell's metadata and source."""
    made = []
    for number, cell in enumerate(cells, 1):
        cell = {"source": cell} if isinstance(cell, str) else cell
        made.append(v4.new_code_cell(**cell, id=f"c{number}"))
    path = folder / f"{name}.ipynb"
    nbformat.write(v4.new_notebook(cells=made), path)
    return path


# -- every lesson ------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_lives_without_a_kernel(lesson: str) -> None:
    page = page_of(lesson)
    assert page.needs_kernel == ()
    views = re.findall(r'class="output" data-model="(\w+)"', text_of(page))
    named = re.findall(r"IPY_MODEL_(\w+)", text_of(page))  # by another, as the ten tones are
    assert set(views) | set(named) == set(state_of(page))
    assert text_of(page).count("part of the page could not be made") == 1  # kept for the host
    assert "needs the course running" not in text_of(page)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_page_has_nothing_a_strict_policy_refuses(lesson: str) -> None:
    html = outside_state(page_of(lesson))
    scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", html, re.DOTALL)
    assert [body.strip() for _, body in scripts] == [""] * len(scripts)
    assert all("src=" in names or "application/json" in names for names, _ in scripts)
    assert not re.search(r"<style\b|\sstyle=|\son\w+=|javascript:|[\"']data:|blob:", html)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_page_tells_nothing_of_the_kernel_or_the_machine(lesson: str) -> None:
    page = page_of(lesson)
    everything = b"\n".join([page.html, *page.files.values()]).decode(errors="ignore")
    for private in (str(ROOT), str(Path.home()), sys.prefix, "kernelId", "jupyter-config-data"):
        assert private not in everything
    told = re.sub(r'href="https://[^"]*"', "", text_of(page))  # a source's own address may look so
    assert not re.search(r"\b[0-9a-f]{32}\b|[0-9a-f]{8}-[0-9a-f]{4}-", told)
    notebook = nbformat.read(ROOT / "notebooks" / f"{lesson}.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source.strip():
            assert cell.source not in text_of(page)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_page_links_to_its_own_files_and_to_lessons_there_are(lesson: str) -> None:
    page = page_of(lesson)
    asked = re.findall(r'(?:src|href)="(files/[^"]*)"', text_of(page))
    asked += [model["module"] for model in state_of(page).values()]
    asked += [model["rest"] for model in state_of(page).values() if "rest" in model]
    assert {name.removeprefix("files/") for name in asked} == set(page.files)
    local = re.findall(r'href="(?!files/|https?:|#)([^"#]*)', text_of(page))
    assert set(local) <= {"index.html", *(f"{name}.html" for name in load().lessons)}


def test_the_same_lesson_gives_the_same_bytes() -> None:
    again = render(ROOT / "notebooks" / f"{LESSON}.ipynb", FILES)
    assert again == page_of(LESSON)


def test_lessons_can_be_rendered_side_by_side() -> None:
    lessons = ["00_start_here", LESSON]
    paths = [ROOT / "notebooks" / f"{lesson}.ipynb" for lesson in lessons]

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda path: render(path, FILES), paths))
    assert made == list(map(page_of, lessons))


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_page_and_what_runs_it_are_light_and_few(lesson: str) -> None:
    page = page_of(lesson)
    assert sum(len(gzip.compress(part, mtime=0)) for part in machinery(page)) < BUDGET
    fetched = [name for name in page.files if not drawn(page.files, name)]
    assert len(["the page", *fetched]) <= REQUESTS


def test_drawings_are_not_in_the_way_of_the_first_question() -> None:
    page = page_of(LESSON)
    models = state_of(page)
    assert f'<link rel="modulepreload" href="{models["w1"]["module"]}">' in text_of(page)
    assert "rest" not in models["w1"]
    large = {name: model for name, model in models.items() if "rest" in model}
    assert {"svg"} <= whole(page_of(LESSON), large["w2"]).keys() - large["w2"]["traits"].keys()
    assert "svg" not in json.dumps(models)


def test_the_course_s_own_scripts_are_one_file_with_what_they_share_once() -> None:
    page, models = page_of(LESSON), state_of(page_of(LESSON))
    modules = {model["module"].removeprefix("files/") for model in models.values()}
    assert len(modules) == 1
    text = page.files[modules.pop()].decode()
    assert text.count("function make(") == js("shared").count("function make(") == 1
    named = {model["name"] for model in models.values()}
    assert named == set(re.findall(r"\bexport const (\w+)=", text))
    assert len(named) == 5  # quiz, figure, term, explorer, drill
    assert "export default" not in text


def test_a_drawing_that_many_lessons_show_is_one_file_for_all() -> None:
    lessons = (LESSON, "02_a_slice_of_face_skin")
    first, second = ({n for n in page_of(lesson).files if "-state-" in n} for lesson in lessons)
    assert len(first & second) == 2


def whole(page: Page, model: dict) -> dict:
    """All traits of a model, with those that are in a file."""
    text = page.files[model["rest"].removeprefix("files/")].decode()
    return model["traits"] | json.loads(text.removeprefix("export default ").rstrip(";\n"))


def test_the_state_has_what_widgets_ask_for_and_no_more() -> None:
    models = state_of(page_of(LESSON))
    quiz = models["w1"]["traits"]
    own = {name for name in Quiz.class_own_traits(sync=True) if not name.startswith("_")}
    assert set(quiz) == own
    assert quiz["items"] == Quiz("jo-and-ana").items


def test_each_script_is_written_once_and_the_style_once_for_all() -> None:
    page = page_of(LESSON)
    scripts = list(page.kind(".js").values())
    assert len(set(scripts)) == len(scripts)
    own, common = page.kind(".css").values()  # on the page it is the other way round
    assert text_of(page).index("/course-") < text_of(page).index("/widgets-")
    assert common == stylesheet().encode()
    assert list(page_of("92_sources").kind(".css").values()) == [common]
    assert [common.count(rule) + own.count(rule) for rule in ONCE] == [1] * len(ONCE)


def test_a_picture_is_a_file_with_room_kept_for_it() -> None:
    page = page_of(LESSON)
    assert len(page.kind(".svg")) == 7  # the mark, the figure, three bumps to explore, two items
    pictures = [tag for tag in Tags(text_of(page)).found if tag[0] == "img" and "loading" in tag[1]]
    assert len(pictures) == 6
    assert all({"width", "height", "alt"} <= set(names) for _, names in pictures)


# -- addresses ---------------------------------------------------------------------------------


def test_links_go_where_the_addresses_say(tmp_path: Path) -> None:
    notebook = v4.new_notebook(
        cells=[
            v4.new_markdown_cell(
                "[a](02_a_slice_of_face_skin.ipynb#Here) [b](https://x.org/c.ipynb)"
            )
        ]
    )
    nbformat.write(notebook, tmp_path / "x.ipynb")
    for at, link in ((FILES, "02_a_slice_of_face_skin.html"), (SERVED, "/voila/render/02_a_slice")):
        html = text_of(render(tmp_path / "x.ipynb", at))
        assert f'href="{link}' in html
        assert 'href="https://x.org/c.ipynb"' in html
        assert f'data-lesson="{at.lesson}"' in html
        assert f'href="{at.lesson_at("90_glossary")}"' in html
        assert f'class="brand" href="{at.home}"' in html


@pytest.mark.parametrize("at", [FILES, SERVED])
def test_home_lists_the_lessons_at_their_addresses(at: Addresses) -> None:
    home = render_home(at)
    for lesson in load().lessons:
        assert f'href="{at.lesson_at(lesson)}"' in text_of(home)
    assert {at.file_at(name) for name in home.files} == set(
        re.findall(rf'(?:src|href)="({re.escape(at.file_at(""))}[^"]*)"', text_of(home))
    )
    assert not re.search(r"<script\b[^>]*>[^<]|<style\b|\sstyle=", text_of(home))


def test_home_says_how_long_the_course_takes_as_people_say_it() -> None:
    assert re.search(r"about [1-9](\.5)? hours", text_of(render_home(FILES)))


def test_a_page_that_is_not_there_leads_home() -> None:
    missing, broken = render_error(404, FILES), render_error(500, FILES)
    assert "There is no page here" in text_of(missing)
    assert "error 500" in text_of(broken)
    for page in (missing, broken):
        assert '<a class="button" href="index.html">All lessons</a>' in text_of(page)
        assert all(f'"files/{name}"' in text_of(page) for name in page.files)


# -- what does not live here -------------------------------------------------------------------

PLAIN = """import anywidget, traitlets, ipywidgets
class Mine(anywidget.AnyWidget):
    _esm = "export default { render({ model, el }) { el.append(`n is ${model.get('n')}`); } };"
    _css = ".mine { color: red }"
    n = traitlets.Int(3).tag(sync=True)
    other = traitlets.Any().tag(sync=True)
"""


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """A teacher's own notebook, with much that cannot live on such a page."""
    return render(
        written(
            tmp_path_factory.mktemp("mixed"),
            f"{PLAIN}Mine()",
            "ipywidgets.IntSlider(description='Size')",
            "ipywidgets.VBox([Mine()])",
            "a, b = Mine(), Mine()\nlink = ipywidgets.jslink((a, 'n'), (b, 'n'))\na",
            {"source": "Mine()", "metadata": {"milia": {"needs_kernel": True}}},
            "from milia import Quiz\nclass Asks(Quiz):\n    needs_kernel = True\n"
            "Asks('jo-and-ana')",
            "class Far(Mine):\n    _esm = 'https://x.org/far.js'\nFar()",
            "Mine(other=b'raw')",
            "Mine(other=f'IPY_MODEL_{ipywidgets.Text().model_id}')",
            "Mine(other=f'IPY_MODEL_{Mine(n=8).model_id}')",
            "print('said < aloud')",
            "from IPython.display import HTML, Javascript\nHTML('<script>1</script>')",
            "Javascript('1')",
            "HTML('<p>fine</p>')",
        ),
        FILES,
    )


def test_what_needs_a_kernel_is_named_with_its_cell(mixed: Page) -> None:
    assert [str(need) for need in mixed.needs_kernel] == [
        "IntSlider in cell c2 is no anywidget.",
        "VBox in cell c3 is no anywidget.",
        "Link in cell c4 is no anywidget.",
        "Mine in cell c5 asks for answers from Python.",
        "Asks in cell c6 asks for answers from Python.",
        "Far in cell c7 comes from another host.",
        "Mine in cell c8 holds binary data.",
        "Text in cell c9 is no anywidget.",
        "A script in cell c12 is not run by these pages.",
        "A script in cell c13 is not run by these pages.",
    ]


def test_the_rest_of_such_a_page_still_lives(mixed: Page) -> None:
    assert {name: model["traits"] for name, model in state_of(mixed).items()} == {
        "w1": {"n": 3, "other": None},
        "w2": {"n": 3, "other": "IPY_MODEL_w3"},
        "w3": {"n": 8, "other": None},
    }
    html = text_of(mixed)
    assert html.count("This part needs the course running on a computer.") == 10
    assert "<pre>said &lt; aloud\n</pre>" in html
    assert "<p>fine</p>" in html
    assert "<script>1" not in html


def test_a_foreign_widget_brings_its_style_as_a_file(mixed: Page) -> None:
    (mine,) = (name for name in mixed.files if name.startswith("widget-") and name.endswith(".css"))
    assert mixed.files[mine] == b".mine { color: red }"
    assert f'<link rel="stylesheet" href="files/{mine}">' in text_of(mixed)


def test_a_lesson_that_raises_says_why(tmp_path: Path) -> None:
    with pytest.raises(
        execution.LessonFailed, match=r"a_lesson.ipynb cannot be run \(ValueError: no"
    ):
        render(written(tmp_path, "raise ValueError('no')"), FILES)


def test_a_word_of_the_content_cannot_end_the_state_early(tmp_path: Path) -> None:
    page = render(written(tmp_path, f"{PLAIN}Mine(other='</script><!--')"), FILES)
    assert state_of(page)["w1"]["traits"]["other"] == "</script><!--"
    assert "</script><!--" not in text_of(page)


# -- in a browser, under the strictest policy --------------------------------------------------


def serve(tab: Tab, *pages: Page) -> list[str]:
    """Answer for these pages as any web server could; returns what is asked for."""
    files = {f"files/{name}": page.files[name] for page in pages for name in page.files}
    files |= {page.name.replace("home", "index") + ".html": page.html for page in pages}
    kinds = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
    asked = []

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(ORIGIN)
        asked.append(name)
        if name not in files:
            return route.fulfill(status=404)
        kind = kinds.get(Path(name).suffix, "image/svg+xml")
        headers = {"Content-Security-Policy": POLICY, "Content-Type": kind}
        return route.fulfill(body=files[name], headers=headers)

    tab.route(ORIGIN + "**", answer)
    return asked


def open_page(tab: Tab, name: str) -> None:
    tab.goto(f"{ORIGIN}{name}.html")
    tab.locator("html[data-mounted]").wait_for()


@pytest.mark.browser
def test_a_learner_answers_explores_and_looks_a_word_up(tab: Tab) -> None:
    serve(tab, page_of(LESSON))
    open_page(tab, LESSON)
    quiz = tab.locator(".milia-quiz").filter(has_text=ITEM.stem)
    key = next(choice for choice in ITEM.choices if choice.id == ITEM.key)
    quiz.get_by_role("radio", name=key.text).check()
    quiz.get_by_role("button", name="Check answer").click()
    expect(quiz.locator(".milia-quiz-feedback")).to_contain_text(key.feedback)

    explorer = tab.locator(".milia-cross")
    explorer.get_by_label("The opening").check()
    expect(explorer.locator("output")).to_have_text(CrossSection("opening").describe())

    word = tab.locator(".milia-term").first
    word.locator("summary").filter(has_text="keratin").click()
    expect(word.get_by_text(find("term", "keratin").definition)).to_be_visible()
    assert tab.locator(".broken").count() == 0
    assert tab.locator(".fallback:visible").count() == 0

    open_page(tab, LESSON)  # the browser remembers
    expect(quiz.get_by_role("radio", name=key.text)).to_be_checked()


@pytest.mark.browser
def test_axe_finds_nothing(watched: Watched) -> None:
    # axe writes styles of its own into the page, which the policy would refuse
    tab = watched.open(bypass_csp=True)
    serve(tab, page_of(LESSON))
    open_page(tab, LESSON)
    tab.locator(".milia-quiz").first.get_by_role("radio").first.check()
    tab.locator(".milia-quiz").first.get_by_role("button").first.click()
    for colours, width in (("light", 390), ("dark", 1200)):
        tab.emulate_media(color_scheme=colours)
        tab.set_viewport_size({"width": width, "height": 900})
        assert axe_violations(tab) == [], colours
        assert sideways(tab) == [], width


@pytest.mark.browser
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_mounts_under_the_strictest_policy(tab: Tab, lesson: str) -> None:
    page = page_of(lesson)
    asked = serve(tab, page)
    open_page(tab, lesson)
    expect(tab.locator(".broken")).to_have_count(0)
    expect(tab.locator(".output > .fallback:visible")).to_have_count(0)
    ours = {name.removeprefix("files/") for name in asked} & set(page.files)
    assert len(["the page", *(n for n in ours if not drawn(page.files, n))]) <= REQUESTS
    painted = "nodes => nodes.every((n) => getComputedStyle(n).getPropertyValue('--paper'))"
    assert tab.locator("main svg.milia-section").evaluate_all(painted)


@pytest.mark.browser
def test_answers_lead_from_page_to_page_and_into_a_file(tab: Tab) -> None:
    serve(tab, page_of(LESSON), page_of("91_my_answers"), render_home(FILES))
    open_page(tab, LESSON)
    quiz = tab.locator(".milia-quiz").filter(has_text=ITEM.stem)
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button", name="Check answer").click()
    tab.get_by_role("contentinfo").get_by_role("link", name="My answers").click()
    expect(tab).to_have_url(ORIGIN + "91_my_answers.html")
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Save to a file").click()
    assert ITEM.id in Path(saved.value.path()).read_text("utf-8")
    tab.get_by_text("Two white bumps (1 of").click()
    link = tab.get_by_text("Open the lesson:").get_by_role("link", name="Two white bumps")
    expect(link).to_have_attribute("href", f"{LESSON}.html")
    tab.get_by_role("link", name="Pearl or Pimple?").click()
    expect(tab).to_have_url(ORIGIN + "index.html")
    expect(tab.locator(".kept")).to_be_visible()
    expect(tab.locator("[data-answers]").filter(has_text="1")).to_have_count(1)
    tab.get_by_role("link", name="Two white bumps").click()
    expect(tab).to_have_url(f"{ORIGIN}{LESSON}.html")


@pytest.mark.browser
def test_a_lesson_can_be_read_with_scripts_off(watched: Watched) -> None:
    tab = watched.open(java_script_enabled=False)
    serve(tab, page_of(LESSON))
    tab.goto(f"{ORIGIN}{LESSON}.html")
    expect(tab.get_by_text(ITEM.stem)).to_be_visible()
    for picture in tab.locator(".fallback img").all():
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("node => node.decode().then(() => node.naturalWidth)") > 100


@pytest.fixture
def tab(page: Tab) -> Tab:
    """A browser's tab, where "page" is what we render."""
    return page


def test_the_strictest_policy_is_the_one_tested() -> None:
    assert "unsafe" not in POLICY
    assert "data:" not in POLICY
    assert kernel_free.POLICY is POLICY
