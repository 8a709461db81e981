"""A room imports only from the rooms above it: content, anatomy, widgets, pages."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "widgets" / "milia"
ROOMS = ["content", "anatomy", "widgets", "pages"]


def imported_rooms(source: str, package: list[str]) -> set[str]:
    """The rooms that source inside this package imports from, absolutely or relatively."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = node.module.split(".") if node.module else []
            names += [[*base, *module, alias.name] for alias in node.names]
    return {name[1] for name in names if name[0] == "milia" and name[1:2]} & set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_itself_and_above(room: str) -> None:
    modules = list((PACKAGE / room).rglob("*.py"))
    assert modules, f"{room} is empty"
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    for module in modules:
        package = ["milia", *module.relative_to(PACKAGE).parent.parts]
        below = imported_rooms(module.read_text(encoding="utf-8"), package) - allowed
        assert not below, f"{module.relative_to(PACKAGE)} reaches down to {below}"


@pytest.mark.parametrize(
    "source",
    ["from ..pages import outline", "from .. import pages", "import milia.pages.outline",
     "from milia import pages", "def late():\n    from milia.pages import outline"],
)  # fmt: skip
def test_every_way_to_import_is_seen(source: str) -> None:
    assert imported_rooms(source, ["milia", "content"]) == {"pages"}
