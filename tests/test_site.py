"""The course as plain files: what is in the folder, what stops it, and what it leaves alone."""

import errno
import json
import re
import struct
import zlib
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from milia.pages.addresses import SHARED
from milia.pages.kernel_free import POLICY, Page, render_error, render_home
from milia.pages.site import __main__ as command
from milia.pages.site import icons, making, offline
from milia.pages.site.__main__ import main
from milia.pages.site.folder import LIST, write
from milia.pages.site.making import AT, pages_of, single_files, site

from .test_kernel_free import PLAIN, written

SCRIPTS = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
TRICKY = PLAIN.replace("render({", "r: '</script><!--<script>', render({")


@pytest.fixture(scope="module")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of one lesson, with a widget whose script tries to end the page."""
    folder = tmp_path_factory.mktemp("lessons")
    written(folder, f"{TRICKY}Mine(n=4)", "from milia import Figure\nFigure('milium')")
    return folder


@pytest.fixture(scope="module")
def pages(lessons: Path) -> list[Page]:
    return pages_of(lessons)


@pytest.fixture(scope="module")
def files(pages: list[Page]) -> dict[str, bytes]:
    return site(pages)


def html_of(files: dict[str, bytes]) -> dict[str, str]:
    return {name: files[name].decode() for name in files if name.endswith(".html")}


def refused(*words: str) -> str:
    """What the command says before it ends."""
    with pytest.raises(SystemExit) as end:
        main(list(words))
    assert isinstance(end.value.code, str), "it ended well"
    return end.value.code


# -- what is in it -----------------------------------------------------------------------------


def test_a_site_has_a_page_for_each_lesson_and_what_they_ask_for(files: dict) -> None:
    assert {name for name in files if "/" not in name} == {
        *("index.html", "a_lesson.html", "404.html", "manifest.webmanifest", "sw.js")
    }
    for name, html in html_of(files).items():
        asked = set(re.findall(r'(?:src|href)="(files/[^"]*|[\w.]*webmanifest)"', html))
        assert asked <= files.keys(), name
        assert not re.search(r'(?:src|href)="/', html), "an address that holds at the root alone"


def test_the_same_lessons_give_the_same_bytes(lessons: Path, pages: list, files: dict) -> None:
    again = pages_of(lessons)
    assert site(again) == files
    assert single_files(again) == single_files(pages)


def test_every_page_begins_with_the_strictest_policy_a_page_can_say(files: dict) -> None:
    header = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    del header["frame-ancestors"]  # a page cannot say that of itself
    for name, html in html_of(files).items():
        head = html.partition("<head>\n")[2]
        found = re.match(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', head)
        said = dict(rule.split(" ", 1) for rule in found[1].split("; "))
        assert "unsafe" not in found[1]
        if name != "404.html":  # which brings its files along
            assert said == header | {"manifest-src": "'self'", "worker-src": "'self'"}, name
        assert b'charset="utf-8"' in files[name][:1024], "a browser looks no farther"


def test_the_manifest_is_relative_and_has_what_a_phone_asks_for(files: dict) -> None:
    about = json.loads(files["manifest.webmanifest"])
    assert (about["start_url"], about["scope"], about["display"]) == (
        *("index.html", "./"),
        "standalone",
    )
    assert f"light-dark({about['theme_color']}," in SHARED
    assert {(icon["sizes"], icon.get("purpose", "any")) for icon in about["icons"]} == {
        *(("any", "any"), ("192x192", "any"), ("512x512", "any")),
        *(("192x192", "maskable"), ("512x512", "maskable")),
    }
    assert all(icon["src"] in files for icon in about["icons"])


def test_the_service_worker_keeps_every_file_but_itself(files: dict) -> None:
    lists = re.findall(r"^const (?:PAGES|FILES) = (.*);$", files["sw.js"].decode(), re.MULTILINE)
    kept = [name for text in lists for name in json.loads(text)]
    assert sorted(kept) == sorted(files.keys() - {"sw.js"})


def test_a_changed_page_is_a_new_version_and_nothing_else_is(files: dict) -> None:
    plain = {name: files[name] for name in files if name != "sw.js"}
    assert offline.worker(plain) == files["sw.js"]
    assert offline.worker({**plain, "index.html": b"other"}) != files["sw.js"]


def test_a_page_gets_its_worker_and_manifest_from_the_site_alone(pages: list[Page]) -> None:
    for page in (render_home(), render_error(404), *pages):  # as the dashboard makes them
        everything = b"\n".join([page.html, *page.files.values()])
        for word in (b"serviceWorker", b"webmanifest", b"Content-Security-Policy"):
            assert word not in everything


def test_each_icon_is_its_size_and_a_maskable_one_survives_any_mask(files: dict) -> None:
    for icon in icons.drawn():
        size, rows = read_png(icon.content)
        assert size == icon.size
        assert files[f"files/{icon.stem}-{sha256(icon.content).hexdigest()[:12]}.png"]
        middle, full = size / 2, icon.purpose != "any"
        assert rows[0][3] == (255 if full else 0), "a corner"
        if icon.purpose != "maskable":
            continue
        for row, line in enumerate(rows):
            light = [x for x in range(size) if line[4 * x] > 0x60]
            for x in light[:1] + light[-1:]:
                apart = ((x - middle) ** 2 + (row - middle) ** 2) ** 0.5
                assert apart <= 0.4 * size, "outside what a launcher keeps"


def read_png(content: bytes) -> tuple[int, list[bytes]]:
    """The side of a square picture and its lines, four bytes a pixel, of a file without filters."""
    size = struct.unpack(">I", content[16:20])[0]
    data = zlib.decompress(content[content.index(b"IDAT") + 4 :])
    lines = [data[at : at + 4 * size + 1] for at in range(0, len(data), 4 * size + 1)]
    assert {line[0] for line in lines} == {0}
    return size, [line[1:] for line in lines]


# -- one file ----------------------------------------------------------------------------------


def test_a_single_file_asks_for_no_other(pages: list[Page]) -> None:
    files = single_files(pages)
    assert files.keys() == {"index.html", "a_lesson.html"}
    for html in html_of(files).values():
        assert set(re.findall(r'\s(?:src|href)="([^"#:]*)[":#]', html)) <= {
            *("data", "https", "index.html", ""),
            *re.findall(r'href="(\w+\.html)', html),
        }
        assert "serves it" not in html
        assert "talks to no computer" in html


def test_a_single_file_lets_in_its_own_scripts_and_styles_alone(pages: list[Page]) -> None:
    for html in html_of(single_files(pages)).values():
        policy = re.search(r'content="(default-src[^"]*)"', html)[1]
        assert "unsafe" not in policy
        assert ("blob:" in policy) == ("milia-scripts" in html)
        texts = [text for names, text in SCRIPTS.findall(html) if "json" not in names]
        texts += re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
        marks = [b64encode(sha256(text.encode()).digest()).decode() for text in texts]
        assert sorted(re.findall(r"'sha256-([^']*)'", policy)) == sorted(marks)


def test_a_script_cannot_end_the_page_and_stands_in_it_once(pages: list[Page]) -> None:
    html = single_files(pages)["a_lesson.html"].decode()
    (lesson,) = (page for page in pages if page.name == "a_lesson")
    kept = next(text for names, text in SCRIPTS.findall(html) if "milia-scripts" in names)
    mine = next(text for at, text in json.loads(kept).items() if "/mine-" in at)
    assert mine.encode() in lesson.files.values()
    assert "</script><!--" in mine
    assert html.count("n is ${model") == 1
    inline = replace(lesson, files={**lesson.files})
    name = next(name for name in inline.files if name.startswith("page-"))
    inline.files[name] = b"const a = '</script>', b = '<!--';"
    assert rb"'\x3C/script>', b = '\x3C!--'" in making.alone(inline, AT)


# -- what stops it -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["SINGEL=1"], "SINGEL=1 is no setting: SINGLE= is."),
        (["SINGLE=yes"], "SINGLE=yes says nothing: SINGLE=1 makes one file of each page."),
        (["--fast"], "Name the lessons' folder and the site's, and no more"),
        (["more"], "Name the lessons' folder and the site's, and no more"),
    ],
)
def test_a_word_that_means_nothing_is_refused(
    words: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SINGLE", "")  # and set back afterwards
    assert said in refused("notebooks", "site", *words)


def test_a_lesson_that_raises_is_named_with_its_cell_and_the_old_site_stays(tmp_path: Path) -> None:
    (notebooks := tmp_path / "notebooks").mkdir()
    write({"index.html": b"old"}, folder := tmp_path / "site")
    written(notebooks, "1", "raise ValueError('no\\nway')")
    assert refused(str(notebooks), str(folder)) == (
        "The lesson a_lesson.ipynb fails in cell c2 (ValueError: no way): mend that cell, then "
        "make the site again."
    )
    assert (folder / "index.html").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"notebooks", "site"}


def test_a_widget_that_needs_a_kernel_is_named_with_its_lesson_and_cell(tmp_path: Path) -> None:
    written(tmp_path, "1", "import ipywidgets\nipywidgets.IntSlider()")
    said = refused(str(tmp_path), str(tmp_path / "site"))
    assert said.startswith("The lesson a_lesson.ipynb cannot be a file, which has no kernel. ")
    assert "IntSlider in cell c2 is no anywidget." in said
    assert not (tmp_path / "site").exists()


def test_a_folder_without_lessons_or_with_a_taken_name_is_refused(tmp_path: Path) -> None:
    assert "There is no lesson in" in refused(str(tmp_path), str(tmp_path / "site"))
    written(tmp_path, "1", name="index")
    assert "A lesson cannot be called index" in refused(str(tmp_path), str(tmp_path / "site"))


# -- the folder --------------------------------------------------------------------------------


@pytest.fixture
def made(pages: list[Page], monkeypatch: pytest.MonkeyPatch) -> None:
    """The command finds its pages made."""
    monkeypatch.setattr(command, "pages_of", lambda _: pages)


def test_a_new_site_takes_the_place_of_the_old_and_nothing_stale_remains(
    made: None, tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SINGLE", "")
    write({"index.html": b"old", "files/old-1.js": b"old"}, folder := tmp_path / "site")
    assert main(["notebooks", str(folder)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert re.fullmatch(rf"Wrote 3 pages, \d+ kB, to {folder}. Copy it to any web host.", line)
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == set((folder / LIST).read_text("utf-8").split())
    assert "files/old-1.js" not in found
    assert (folder / "index.html").read_bytes() != b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert folder.stat().st_mode & 0o055 == 0o055, "a web server has to read it"


def test_single_files_go_to_a_folder_of_their_own(
    made: None, tmp_path: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SINGLE", "1")  # as make passes it on
    assert main(["notebooks", str(tmp_path / "site")]) == 0
    assert "Wrote 2 pages" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["site-single"]


@pytest.mark.parametrize("name", ["notes.txt", "files/mine.txt", ".git", "empty/"])
def test_a_strangers_file_is_never_lost(name: str, tmp_path: Path) -> None:
    write({"index.html": b"old", "files/a-1.js": b""}, tmp_path / "site")
    path = tmp_path / "site" / name
    path.mkdir() if name.endswith("/") else path.write_text("mine")
    said = refused(str(tmp_path), str(tmp_path / "site"))
    assert f"holds {name.strip('/')}, which is no part of a site of ours" in said
    assert path.exists()
    assert (tmp_path / "site/index.html").read_bytes() == b"old"


def test_a_folder_that_was_never_a_site_or_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "is a file: move it away" in refused(str(tmp_path), str(tmp_path / "file"))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "index.html").write_text("mine")
    assert "holds index.html, which is no part" in refused(str(tmp_path), str(tmp_path / "home"))
    with pytest.raises(SystemExit, match=r"holds index.html"):  # put there while pages were made
        write({"index.html": b"new"}, tmp_path / "home")
    assert (tmp_path / "home" / "index.html").read_text() == "mine"
    (tmp_path / "empty").mkdir()
    write({"index.html": b"new"}, tmp_path / "empty")  # nothing to lose
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    write({"index.html": b"newer"}, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "empty" / "index.html").read_bytes() == b"newer"


@pytest.mark.parametrize("what", ["write_bytes", "rename", "mkdir"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_whatever_fails_the_old_site_stays_whole(
    what: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"index.html": b"old"}, folder := tmp_path / "site")
    done, real = [], getattr(Path, what)

    def fails_the_second_time(self: Path, *args: object, **options: object) -> object:
        done.append(self)
        if len(done) == 2:
            raise OSError(number, "No room or no leave", str(self))
        return real(self, *args, **options)

    monkeypatch.setattr(Path, what, fails_the_second_time)
    with pytest.raises(SystemExit, match=r"cannot be written to .*site \(No room or no leave\), "):
        write({"index.html": b"new", "a.js": b""}, folder)
    monkeypatch.undo()
    assert (folder / "index.html").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
