"""Load every word of the course, or say which file, entry and word is wrong."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from .errors import ContentError, did_you_mean
from .explain import explain
from .models import Entry
from .reading import read
from .shelves import OPTIONAL, SHELVES, Content

HERE = Path(__file__).parent


@cache
def load() -> Content:
    """Return all content of the course; it is read once."""
    return load_folder(HERE)


def find(kind: str, name: str) -> Entry:
    """Return one entry of the course, such as find("item", "why-no-squeezing")."""
    return load().find(kind, name)


def load_folder(folder: Path) -> Content:
    """Return the content of a folder, checked file by file and then across files."""
    files = {shelf: _files(folder, shelf) for shelf in SHELVES}
    _refuse_strangers(folder, {file for shelf in files.values() for file in shelf})
    origin: dict[tuple[str, str], str] = {}
    content = Content(
        **{
            shelf: MappingProxyType(dict(_entries(folder, files[shelf], model, origin)))
            for shelf, model in SHELVES.items()
        }
    )
    _refuse_dangling(content, origin)
    return content


def _files(folder: Path, shelf: str) -> list[Path]:
    """Return the files of one kind: one file of its name, or a folder of files."""
    files = [*folder.glob(f"{shelf}.yaml"), *sorted((folder / shelf).glob("*.yaml"))]
    if not files and shelf not in OPTIONAL:
        raise ContentError(f"content/{shelf}.yaml is missing. Write it, or put it back.")
    return files


def _refuse_strangers(folder: Path, known: set[Path]) -> None:
    for file in sorted(folder.rglob("*.y*ml")):
        if file not in known:
            name = file.relative_to(folder)
            guess = did_you_mean(name.parts[0], [f"{shelf}.yaml" for shelf in SHELVES])
            raise ContentError(f"content/{name} is no kind of content. {guess}")


def _entries(
    folder: Path, files: list[Path], model: type[Entry], origin: dict[tuple[str, str], str]
) -> Iterator[tuple[str, Entry]]:
    for file in files:
        name = f"content/{file.relative_to(folder).as_posix()}"
        found = read(file, name)
        if not isinstance(found, tuple):
            raise ContentError(f"{name} is not a list. Start each entry with '- id: …'.")
        for place, raw in enumerate(found, start=1):
            try:
                entry = model.model_validate(raw)
            except ValidationError as wrong:
                raise ContentError(explain(wrong, model, raw, name, place)) from None
            if first := origin.get((model.noun, entry.id)):
                raise ContentError(
                    f"{name}: {model.noun} '{entry.id}' stands in {first} already. Rename one."
                )
            origin[model.noun, entry.id] = name
            yield entry.id, entry


def _refuse_dangling(content: Content, origin: dict[tuple[str, str], str]) -> None:
    for shelf in SHELVES:
        for entry in getattr(content, shelf).values():
            for kind, ids in entry.refers().items():
                for target in ids:
                    if (kind, target) not in origin:
                        known = [name for of, name in origin if of == kind]
                        raise ContentError(
                            f"{origin[entry.noun, entry.id]}: {entry.noun} '{entry.id}' names"
                            f" {kind} '{target}', which is not there. {did_you_mean(target, known)}"
                        )
