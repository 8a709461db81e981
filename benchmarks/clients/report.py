"""Where results go: a dated page of tables, with what machine they were measured on."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parents[1] / "results"


def machine() -> str:
    """The machine in half a line, and how busy it is just now."""
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    return (f"{os.cpu_count()} shared cores, {platform.system()}, "
            f"Python {platform.python_version()}; load {load}")  # fmt: skip


def table(head: list[str], rows: list[list[str]]) -> str:
    """Rows as Markdown, padded to be read as they are."""
    wide = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    line = ["-" * wide[0]] + ["-" * (each - 1) + ":" for each in wide[1:]]
    return "\n".join(
        "| "
        + " | ".join(
            [row[0].ljust(wide[0]), *(c.rjust(w) for c, w in zip(row[1:], wide[1:], strict=True))]
        )
        + " |"
        for row in (head, line, *rows)
    )


def write(name: str, title: str, *parts: str) -> Path:
    """Write today's page; what was measured earlier today gives way."""
    RESULTS.mkdir(exist_ok=True)
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    path = RESULTS / f"{day}-{name}.md"
    path.write_text("\n\n".join([f"# {title}, {day}", *parts]) + "\n", encoding="utf-8")
    return path
