"""Read one YAML file strictly: plain lists, mappings, texts and numbers, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from .errors import ContentError

LARGEST = 512 * 1024  # bytes; the largest file of the course is about 80 kB
DEEPEST = 12  # lists and mappings inside one another
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is ten times faster
NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,15})?")
WORDS = {"": None, "null": None, "true": True, "false": False}


class _RefusedError(Exception):
    """Something in the file that the course does not write, with the remedy."""

    def __init__(self, event: yaml.Event, what: str, remedy: str) -> None:
        self.line = event.start_mark.line + 1
        super().__init__(f"{what}. {remedy}")


def read(path: Path, name: str) -> object:
    """Return what the file of this name says; lists come back as tuples, as nobody may change them.

    Events are read instead of objects, so that aliases, tags, repeated keys and deep nesting
    are refused before they cost anything.
    """
    text = _text(path, name)
    try:
        events = iter(yaml.parse(text, Loader=LOADER))
        next(events)  # the stream starts
        if isinstance(next(events), yaml.StreamEndEvent):
            raise ContentError(f"{name} is empty. Write its entries, or remove the file.")
        content = _value(next(events), events, 1)
        next(events)  # the document ends
        if not isinstance(more := next(events), yaml.StreamEndEvent):
            raise _RefusedError(more, "A second document starts here", "Remove the line '---'.")
    except _RefusedError as refused:
        raise ContentError(f"{name}, line {refused.line}: {refused}") from None
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        place = f", line {mark.line + 1}" if mark else ""
        problem = wrong.problem or wrong.context
        raise ContentError(
            f"{name}{place}: not readable as YAML ({problem})."
            " Look at the indent, the quotes and the colons there."
        ) from None
    except yaml.YAMLError:
        raise ContentError(
            f"{name}: holds a character that YAML refuses. Remove it, or save as plain text."
        ) from None
    return content


def _text(path: Path, name: str) -> str:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ContentError(
                f"{name} has {size} bytes; the most is {LARGEST}. Split it by topic."
            )
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise ContentError(f"{name} is not UTF-8 (byte {wrong.start}). Save it as UTF-8.") from None
    except OSError as wrong:
        raise ContentError(f"{name} cannot be read: {wrong.strerror}.") from None


def _value(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> object:
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise _RefusedError(
            event, "An anchor or alias (& or *)", "Write the text out in both places."
        )
    if event.tag:
        raise _RefusedError(event, f"A tag ({event.tag})", "Write the plain value.")
    if depth > DEEPEST:
        raise _RefusedError(event, f"More than {DEEPEST} levels deep", "Flatten it.")
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if isinstance(event, yaml.SequenceStartEvent):
        return tuple(_value(part, events, depth + 1) for part in _until_end(events))
    return _mapping(events, depth)


def _mapping(events: Iterator[yaml.Event], depth: int) -> dict[str, object]:
    found: dict[str, object] = {}
    for event in _until_end(events):
        if not isinstance(event, yaml.ScalarEvent):
            raise _RefusedError(event, "A key that is no word", "Write one word, then the colon.")
        if event.value in found:
            raise _RefusedError(event, f"The key '{event.value}' stands twice", "Keep one of them.")
        _value(event, events, depth)  # refuses an anchor or a tag on the key
        found[event.value] = _value(next(events), events, depth + 1)
    return found


def _until_end(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
    while not isinstance(event := next(events), ends):
        yield event


def _scalar(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    """Read plain words as YAML 1.2 does: `no` is a text, only true and false are yes and no."""
    quoted = not event.implicit[0]
    if quoted:
        return event.value
    if event.value in WORDS:
        return WORDS[event.value]
    if NUMBER.fullmatch(event.value):
        return float(event.value) if "." in event.value else int(event.value)
    return event.value
