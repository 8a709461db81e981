"""Run a lesson from top to bottom, in a fresh kernel."""

import os
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from traitlets.config import Config


class LessonFailed(SystemExit):
    """A lesson that cannot be run, in one sentence; `reason` and `cell` say what went wrong."""

    def __init__(self, name: str, reason: str, cell: str = "") -> None:
        """Say it of this lesson; a cell is named by its id."""
        super().__init__(
            f"The lesson {name} cannot be run ({reason}): get a whole copy of the course, or tell "
            "its authors."
        )
        self.reason, self.cell = reason, cell


def executed(notebook: NotebookNode, path: Path) -> NotebookNode:
    """Return the notebook with its outputs and its widgets' state, as if run where `path` is.

    Ends with a sentence, not a traceback, if a cell raises, hangs or kills its kernel.
    """
    begun = [""]  # ids of the cells, up to the one that a run ends in
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=120,  # seconds a cell may take
        record_timing=False,
        on_cell_execute=lambda cell, cell_index: begun.append(cell.get("id", "")),
        config=Config(KernelManager={"transport_encryption": "auto"}),
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        # Sets print in the same order in every run.
        return client.execute(env={**os.environ, "PYTHONHASHSEED": "0"})
    except CellExecutionError as error:
        reason = f"{error.ename}: {error.evalue}"
    except (CellTimeoutError, DeadKernelError) as error:
        reason = str(error).partition("\n")[0]
    raise LessonFailed(path.name, reason, begun[-1])
