"""How long a lesson takes: the words it has, the items it asks, and what there is to explore.

The rule is ours and on the slow side; it was not measured with learners.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

import milia

from ..widgets.base import CourseWidget

WORDS_A_MINUTE = 160
MINUTES_AN_ITEM = 0.6
MINUTES_AN_INTERACTIVE = 2
SPARE = "more"  # the tag of a cell that the short path leaves out
SIGNS = re.compile(r"\]\([^)]*\)|[*_#>|`-]+")  # Markdown's own signs and link targets


@dataclass(frozen=True)
class Call:
    """One name of the course called in a cell, as in Quiz("a", "b", ask_sure=True)."""

    place: int  # of its cell in the notebook
    cell: NotebookNode
    name: str
    values: tuple
    ways: dict

    @property
    def explores(self) -> bool:
        """Whether it stands for something to explore, not to answer or to look at."""
        shown = getattr(milia, self.name, None)
        return isinstance(shown, type) and issubclass(shown, CourseWidget) and shown.interactive


def words(text: str) -> list[str]:
    """Return the words of a Markdown text that a learner reads."""
    return re.findall(r"\w[\w'’-]*", SIGNS.sub(" ", text))


def prose_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """Return the cells a learner reads as text: all but the links from lesson to lesson."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    return [cell for cell in cells if "nav" not in cell.metadata.get("tags", [])]


def calls(notebook: NotebookNode) -> Iterator[Call]:
    """Yield every call of a name in the notebook, in its order."""
    for place, cell in enumerate(notebook.cells):
        if cell.cell_type != "code":
            continue
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                values = tuple(map(ast.literal_eval, node.args))
                ways = {way.arg: ast.literal_eval(way.value) for way in node.keywords}
                yield Call(place, cell, node.func.id, values, ways)


def minutes(notebook: NotebookNode, *, short: bool = False) -> float:
    """Return the minutes a lesson takes; the short path leaves some of its items out."""
    made = [call for call in calls(notebook) if not (short and SPARE in tags(call.cell))]
    items = sum(len(call.values) for call in made if call.name == "Quiz")
    explored = sum(call.explores for call in made)
    read = sum(len(words(cell.source)) for cell in prose_cells(notebook))
    return read / WORDS_A_MINUTE + items * MINUTES_AN_ITEM + explored * MINUTES_AN_INTERACTIVE


def tags(cell: NotebookNode) -> list[str]:
    """Return the tags of a cell."""
    return cell.metadata.get("tags", [])
