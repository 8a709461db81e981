"""How long a class waits for a lesson, and what each learner costs, for four ways to serve it.

python benchmarks/serve_class.py   (WAYS=ours,static: those ways alone; MOST=30: no larger classes)
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from clients import kernel, report
from clients.cost import Cost
from clients.learner import arrive, summed_up, visit
from clients.servers import WAYS, Prepared, Way, chromium, started
from tests.browser.servers import Server

LESSON = "01_two_white_bumps"
CLASSES = [(1, 1), (10, 2), (30, 2), (60, 2), (200, 2), (1000, 20)]  # learners, within seconds
MOST = int(os.environ.get("MOST", "1000"))
LIMIT = 90  # seconds until a learner gives up
HEAD = ["way", "learners", "within s", "median ms", "p95 ms", "failed", "CPU s each",
        "PSS MB each", "requests", "kB"]  # fmt: skip


def measured(way: Way, learners: int, seconds: int, server: Server, files: list | None) -> dict:
    """One class, after one visit that warms the server up."""

    async def come() -> dict:
        address = way.address.format(LESSON)
        await visit(server.port, address, files, limit=LIMIT)
        cost = Cost(server.process.pid)
        visits = await arrive(server.port, address, learners, seconds, files=files, limit=LIMIT)
        cpu, memory = cost.end()
        for each in visits:
            each.leave()
        return summed_up(visits) | {"cpu": cpu / learners, "mb": memory / learners}

    return asyncio.run(come())


def main(ways: list[Way]) -> None:
    """Measure each way with each class, and write what came of it."""
    found: dict[tuple[str, int], dict] = {}
    rows, files = [], {}
    with tempfile.TemporaryDirectory() as temp:
        folder = Prepared(Path(temp)).folder
        before = report.machine()
        for way in ways:
            classes = [each for each in CLASSES if each[0] <= min(way.most, MOST)]
            # A kernel stays when its learner has gone: after each class a new server.
            for group in [[each] for each in classes] if way.kernel else [classes]:
                with started(way, folder, LESSON) as server:
                    if way.kernel and way.name not in files:
                        address = way.address.format(LESSON)
                        files[way.name] = kernel.asked_for(server, address, chromium())
                    for learners, seconds in group:
                        row = measured(way, learners, seconds, server, files.get(way.name))
                        found[way.name, learners] = row
                        rows.append(line(way, learners, seconds, row))
                        print(*rows[-1], sep="\t", flush=True)
    parts = [
        f"Lesson {LESSON}, each class on a server started for it and warmed up by one visit. A "
        "learner is a client with six connections that asks for what Chromium asks for: the page, "
        "its files and, of Voilà, the kernel's answer with the widgets' state. Voilà's files were "
        "recorded of a real browser in this run. Preheated: a pool of 30 kernels for this lesson "
        "alone, full at the start. Static files: clients/plain_server.py (one asyncio process, "
        "files packed beforehand), the limit that a server of pages can reach here. CPU and "
        "memory are of all processes of a server, kernels included. "
        f"Machine, before: {before}; after: {report.machine()}.",
        report.table(HEAD, rows),
        *against(found),
    ]
    print(f"{parts[-1]}\n{report.write('class', 'A class opens a lesson', *parts)}")


def line(way: Way, learners: int, seconds: int, row: dict) -> list[str]:
    """A row of the table, under HEAD."""
    failed = f"{row['failed']} gave up" if row["failed"] else "0"
    return [way.name, str(learners), str(seconds), f"{row['median']:.1f}", f"{row['p95']:.1f}",
            failed, f"{row['cpu']:.4f}", f"{row['mb']:.3f}", f"{row['asked']:.0f}",
            f"{row['kB']:.0f}"]  # fmt: skip


def against(found: dict) -> list[str]:
    """Each figure against its target and against the limit, as far as both were measured."""
    rows = []

    def add(what: str, target: str, met: bool, value: str, limit: str = "") -> None:
        rows.append([what, target, value, limit, "met" if met else "MISSED"])

    for learners in (1, 10, 30, 60):
        stock, ours = found.get(("stock Voilà", learners)), found.get(("ours", learners))
        if stock and ours:
            ratio = stock["median"] / ours["median"]
            static = found.get(("static files", learners))
            limit = f"{stock['median'] / static['median']:.0f}x" if static else ""
            target = "200x" if learners == 30 else "-"
            add(f"{learners} learners, median, stock : ours", target, ratio >= 200 or target == "-",
                f"{ratio:.0f}x", limit)  # fmt: skip
    if ours := found.get(("ours", 1000)):
        static = found.get(("static files", 1000), {"p95": 0, "cpu": 0, "mb": 0, "failed": 0})
        for name, target, factor, unit in (
            ("failed", 0.5, 1, ""), ("p95", 500, 1, " ms"), ("cpu", 10, 1000, " ms"),
            ("mb", 0.1, 1, " MB"),
        ):  # fmt: skip
            value = ours[name] * factor
            add(f"1000 learners, {name}", f"< {target:g}{unit}".replace("< 0.5", "0") if not unit
                else f"< {target:g}{unit}", value < target, f"{value:.3g}{unit}",
                f"{static[name] * factor:.3g}{unit}")  # fmt: skip
    return [report.table(["figure", "target", "ours", "limit", ""], rows)] if rows else []


if __name__ == "__main__":
    wanted = [word for word in os.environ.get("WAYS", "").split(",") if word]
    main([way for way in WAYS if not wanted or any(word in way.name for word in wanted)])
