"""The loader: what it returns, and how it says no."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milia.content import ContentError, find, load, reading
from milia.content.load import HERE, load_folder

SMALL = {
    "sources.yaml": """\
- id: a-review
  authors: Berk DR
  title: A review
  year: 2008
  kind: review
  verified: true
  read: abstract
""",
    "claims/milium.yaml": """\
- id: sealed
  topic: milium
  statement: A common milium has no hole.
  strength: strong
  priority: core
  sources: [a-review]
  numbers:
    - {what: width, low: 1, high: 2, unit: mm, source: a-review}
""",
    "lessons.yaml": """\
- id: 01_two_white_bumps
  title: Two white bumps
  question: Are they the same?
""",
    "items.yaml": """\
- id: why-no-squeezing
  type: single-choice
  lesson: 01_two_white_bumps
  stem: Why does a push fail?
  choices:
    - {id: sealed, text: It is sealed, feedback: Yes. It has no hole.}
    - {id: weak, text: The push was weak, feedback: A strong push only hurts.}
  key: sealed
  claims: [sealed]
""",
}


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Lay out a small course to break."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def complaint(folder: Path, file: str, old: str, new: str) -> str:
    """Change one thing in the small course, and return what the loader says to it."""
    assert old in SMALL[file]
    write(folder, {**SMALL, file: SMALL[file].replace(old, new, 1)})
    with pytest.raises(ContentError) as caught:
        load_folder(folder)
    return str(caught.value)


def test_the_course_loads_and_every_kind_has_entries():
    content = load()
    assert len(content.sources) >= 181
    assert len(content.claims) >= 170
    assert content.items
    assert content.lessons


def test_loading_twice_returns_the_same_content():
    assert load() is load()


def test_nothing_that_was_loaded_can_be_changed():
    content = load()
    claim = find("claim", "milium-no-opening")
    with pytest.raises(TypeError):
        content.claims["new"] = claim
    with pytest.raises(ValueError, match="frozen"):
        claim.statement = "Milia are dirt."
    assert isinstance(claim.sources, tuple)


def test_loading_the_whole_course_takes_less_than_150_ms():
    times = []
    for _ in range(5):
        start = time.perf_counter()
        load_folder(HERE)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.15


def test_an_entry_is_found_by_its_kind_and_id():
    assert find("lesson", "01_two_white_bumps").title == "Two white bumps"


def test_a_misspelt_id_is_answered_with_the_nearest_one(tmp_path):
    content = load_folder(write(tmp_path, SMALL))
    with pytest.raises(ContentError) as caught:
        content.find("item", "why-no-squeezeing")
    assert str(caught.value) == (
        "No item 'why-no-squeezeing' in content/items. Did you mean 'why-no-squeezing'?"
    )


def test_a_misspelt_kind_is_answered_with_the_nearest_one():
    with pytest.raises(ContentError, match=r"No kind 'clam' in content. Did you mean 'claim'"):
        find("clam", "milium-no-opening")


def test_the_small_course_is_sound(tmp_path):
    content = load_folder(write(tmp_path, SMALL))
    assert content.items["why-no-squeezing"].right == ("sealed",)
    assert str(content.claims["sealed"].numbers[0]) == "1 to 2 mm"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("sources.yaml", "year:", "yeer:", "source 'a-review': no 'yeer' is known here. Did you"),
        ("sources.yaml", "  title: A review\n", "", "source 'a-review': 'title' is missing."),
        ("sources.yaml", "year: 2008", "year: '2008'", "'year' is '2008'; it should be a whole"),
        ("sources.yaml", "year: 2008", "year: 208", "'year' is 208; it should be greater"),
        ("sources.yaml", "verified: true", "verified: yes", "it should be true or false"),
        ("sources.yaml", "kind: review", "kind: blog", "'kind' is 'blog'. Use 'guideline'"),
        ("sources.yaml", "id: a-review", "id: A Review", "'id' is 'A Review'. Use small letters"),
        (
            "sources.yaml",
            "year: 2008",
            "url: http://a.org/",
            "Write an address that starts with https",
        ),
        ("claims/milium.yaml", "[a-review]", "[]", "'sources' has 0; it needs at least 1."),
        ("claims/milium.yaml", "[a-review]", "a-review", "'sources' is 'a-review'; it should be a"),
        ("claims/milium.yaml", "[a-review]", "[a-revue]", "names source 'a-revue', which is not"),
        ("claims/milium.yaml", "unit: mm, ", "", "numbers, 1: 'width' has no unit. Add one,"),
        ("claims/milium.yaml", "low: 1", "low: 3", "Write low <= typical <= high."),
        ("claims/milium.yaml", "low: 1", "phrase: small", "needs either low, typical or high, or"),
        ("claims/milium.yaml", "unit: mm", "units: mm", "claim 'sealed', numbers, 1: no 'units'"),
        ("claims/milium.yaml", "unit: mm", "unit: mm, unit: cm", "The key 'unit' stands twice."),
        ("items.yaml", "key: sealed", "key: seeled", "The key 'seeled' is no choice. Did you mean"),
        ("items.yaml", "key: sealed", "keys: [sealed]", "Give one 'key', or for multiple-choice"),
        ("items.yaml", "id: weak", "id: sealed", "Two choices have the id 'sealed'."),
        ("items.yaml", "The push was weak", "it is sealed", "Two choices have the text"),
        ("items.yaml", "A strong push only hurts.", "Yes. It has no hole.", "have the feedback"),
        ("items.yaml", "The push was weak", "All of the above", "sweeps up the other choices"),
        ("items.yaml", "Yes. It has no hole.}", "Yes., reveals: mc-x}", "it reveals no misconcept"),
        ("items.yaml", "single-choice", "sort", "type 'sort' is planned, not built."),
        (
            "items.yaml",
            "single-choice",
            "multiple-choice",
            "Give one 'key', or for multiple-choice",
        ),
        ("items.yaml", "key: sealed", "? [a]\n  : b", "line 8: A key that is no word."),
        ("items.yaml", "key: sealed", "key: 'sealed", "not readable as YAML (found"),
        ("items.yaml", "id: why-no", 'id: "why\\nno"\n  x: ', "item 'why no': 'id' is 'why"),
        ("items.yaml", "single-choice", "predict", "A predict item needs a 'reveal'"),
        ("items.yaml", "[sealed]", "[seeled]", "names claim 'seeled', which is not there. Did you"),
        ("items.yaml", "lesson: 01", "lesson: 02", "names lesson '02_two_white_bumps', which is"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_remedy(tmp_path, file, old, new, says):
    said = complaint(tmp_path, file, old, new)
    assert said.startswith(f"content/{file}")
    assert says in said


def test_a_key_given_twice_is_named(tmp_path):
    items = SMALL["items.yaml"].replace("single-choice", "multiple-choice")
    write(tmp_path, {**SMALL, "items.yaml": items.replace("key: sealed", "keys: [sealed, sealed]")})
    with pytest.raises(ContentError, match="'sealed' stands twice among the keys"):
        load_folder(tmp_path)


def test_a_figure_may_not_have_two_parts_of_one_id(tmp_path):
    part = "{id: roof, of: milium, name: Roof, note: Thin skin.}"
    figure = f"- {{id: a, alt: A, caption: B, claims: [sealed], parts: [{part}, {part}]}}\n"
    write(tmp_path, {**SMALL, "figures.yaml": figure})
    with pytest.raises(
        ContentError, match=r"figures.yaml: figure 'a': Two parts have the id 'roof'"
    ):
        load_folder(tmp_path)


def test_the_same_id_in_two_files_names_both(tmp_path):
    write(tmp_path, {**SMALL, "claims/zebra.yaml": SMALL["claims/milium.yaml"]})
    with pytest.raises(ContentError, match=r"content/claims/zebra.yaml: claim 'sealed' stands in"):
        load_folder(tmp_path)


def test_a_file_of_no_known_kind_is_named(tmp_path):
    write(tmp_path, {**SMALL, "clams.yaml": SMALL["claims/milium.yaml"]})
    with pytest.raises(ContentError, match=r"content/clams.yaml is no kind.*'claims.yaml'"):
        load_folder(tmp_path)


def test_a_billion_laughs_are_refused_at_the_first_anchor(tmp_path):
    laughs = "- &a [ha, ha]\n" + "".join(f"- &a{n} [*a, *a, *a]\n" for n in range(50))
    write(tmp_path, {**SMALL, "items.yaml": laughs})
    with pytest.raises(ContentError, match=r"line 1: An anchor or alias"):
        load_folder(tmp_path)


def test_python_without_libyaml_reads_the_same(monkeypatch, tmp_path):
    write(tmp_path, SMALL)
    fast = load_folder(tmp_path)
    monkeypatch.setattr(reading, "LOADER", reading.yaml.SafeLoader)
    assert load_folder(tmp_path) == fast


def test_plain_words_stay_words(tmp_path):
    file = write(tmp_path, {"a.yaml": "- no\n- 2026-11-23\n- 1e3\n- 012\n- 1.5\n- ~\n- null\n"})
    assert reading.read(file / "a.yaml", "a") == ("no", "2026-11-23", "1e3", "012", 1.5, "~", None)


FILES = st.sampled_from(sorted(SMALL))
WORDS = st.text(st.characters(codec="utf-8"), max_size=30)


@st.composite
def breakages(draw: st.DrawFn) -> tuple[str, bytes | None]:
    """Return a file and what is left of it; none of these can be read as the course."""
    name = draw(FILES)
    text = SMALL[name].encode()
    line = draw(st.sampled_from(text.splitlines(keepends=True)[1:3]))
    key = line.split(b":")[0]
    ways = {
        "missing": lambda: None,
        "empty": lambda: draw(st.sampled_from([b"", b"\n\n", b"# words\n", b"---\n", b"null\n"])),
        "not UTF-8": lambda: text + draw(st.sampled_from([b"\xff", b"\xc3(", b"# \x80\n"])),
        "huge": lambda: text + b"# much\n" * (reading.LARGEST // 7 + draw(st.integers(0, 9))),
        "cyclic": lambda: text + draw(st.sampled_from([b"- &a [*a]\n", b"- &a {id: *a}\n"])),
        "alias": lambda: b"- &a " + text[2:] + b"- *a\n",
        "key twice": lambda: text.replace(line, line + line, 1),
        "entry twice": lambda: text + text,
        "no list": lambda: draw(st.sampled_from([b"5\n", b"id: a\n", b"words\n", b"'-'\n"])),
        "wrong type": lambda: text.replace(
            line,
            key + b": " + draw(st.sampled_from([b"5", b"[]", b"{}", b"true", b"[5]"])) + b"\n",
            1,
        ),
        "unknown key": lambda: text.replace(line, line + key + b"x: 5\n", 1),
        "tag": lambda: text.replace(line, key + b": !!python/name:os.system x\n", 1),
        "deep": lambda: b"- " + b"[" * draw(st.integers(13, 5000)),
        "two documents": lambda: text + b"---\n" + text,
        "no YAML": lambda: draw(st.sampled_from([b"- [", b"- {a", b"- 'a", b"\t- a", b"%a\n- a"])),
        "words": lambda: draw(WORDS).encode(),
        "control": lambda: text + draw(st.sampled_from([b"\x00", b"# \x07\n", b"- \x1b[0m\n"])),
    }
    return name, ways[draw(st.sampled_from(sorted(ways)))]()


def is_clear(said: str, name: str) -> bool:
    """Tell whether a message is one line, names the file, and leaks no tool's words."""
    leaks = ("Traceback", "pydantic", "validation error", "object at 0x", "\n")
    return said.startswith(f"content/{name}") and not any(leak in said for leak in leaks)


@settings(max_examples=1000, derandomize=True, deadline=5000, database=None)
@given(breakages())
def test_a_thousand_broken_files_each_get_a_clear_error(tmp_path_factory, broken):
    name, left = broken
    folder = write(tmp_path_factory.mktemp("course"), {**SMALL, name: left or b""})
    if left is None:
        (folder / name).unlink()
        name = name.replace("/milium", "")
    with pytest.raises(ContentError) as caught:
        load_folder(folder)
    assert is_clear(str(caught.value), name)


def said_of(folder: Path) -> str:
    """Return what the loader says to a folder: nothing when it is sound."""
    try:
        load_folder(folder)
    except ContentError as error:
        return str(error)
    return ""


@settings(
    max_examples=500,
    derandomize=True,
    deadline=5000,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(FILES, st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=5))
def test_a_file_with_changed_bytes_loads_or_is_refused_but_never_crashes(tmp_path, name, changes):
    text = bytearray(SMALL[name].encode())
    for place, byte in changes:
        text[place % len(text)] = byte
    write(tmp_path, {**SMALL, name: bytes(text)})
    assert "\n" not in said_of(tmp_path)
