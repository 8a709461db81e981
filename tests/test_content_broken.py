"""A thousand broken files: a clear error each, never a traceback, never a hang."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milia.content import reading

from .small_course import SMALL, said_of, write

FILES = st.sampled_from(sorted(SMALL))
WORDS = st.text(st.characters(codec="utf-8"), max_size=30)


@st.composite
def breakages(draw: st.DrawFn) -> tuple[str, bytes | None]:
    """Return a file and what is left of it; none of these can be read as the course."""
    name = draw(FILES)
    text = SMALL[name].encode()
    line = draw(st.sampled_from(text.splitlines(keepends=True)[1:3]))
    key = line.split(b":")[0]
    wrong = [b"5", b"{}", b"true", b"[5]", *([] if b"[" in line else [b"[]"])]
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
            line, key + b": " + draw(st.sampled_from(wrong)) + b"\n", 1
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


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """Return the small course, to break one file of at a time."""
    return write(tmp_path_factory.mktemp("course"), SMALL)


@contextmanager
def broken(course: Path, name: str, left: bytes | None) -> Iterator[Path]:
    """Break one file of the course, and mend it again."""
    file = course / name
    file.unlink() if left is None else file.write_bytes(left)
    try:
        yield course
    finally:
        file.write_text(SMALL[name], encoding="utf-8")


@settings(max_examples=1000, derandomize=True, deadline=5000, database=None)
@given(breakages())
def test_a_thousand_broken_files_each_get_a_clear_error(course, breakage) -> None:
    name, left = breakage
    with broken(course, name, left) as folder:
        said = said_of(folder)
    assert is_clear(said, name if left is not None else name.replace("/milium", ""))


@settings(max_examples=500, derandomize=True, deadline=5000, database=None)
@given(FILES, st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=5))
def test_a_file_with_changed_bytes_loads_or_is_refused_but_never_crashes(
    course, name, changes
) -> None:
    text = bytearray(SMALL[name].encode())
    for place, byte in changes:
        text[place % len(text)] = byte
    with broken(course, name, bytes(text)) as folder:
        assert "\n" not in said_of(folder)
