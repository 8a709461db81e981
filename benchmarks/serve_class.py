"""How long a class waits for a lesson from the dashboard, and what each learner costs it.

python benchmarks/serve_class.py
"""

import asyncio
import sys
import tempfile
import threading
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))
from clients.learner import arrive, summed_up, visit
from tests.browser.servers import ROOT, dashboard

LESSON = "/voila/render/01_two_white_bumps.ipynb"
CLASSES = [(1, 1), (30, 2), (200, 2), (1000, 20)]  # learners, and the seconds they arrive in
TARGET = {"p95": 500, "CPU": 10, "MB": 0.1}


class Cost:
    """What a server's processes use from here on: CPU seconds, and memory at its highest."""

    def __init__(self, pid: int) -> None:
        """Begin to watch."""
        root = psutil.Process(pid)
        self.tree = [root, *root.children(recursive=True)]
        self.cpu, self.before = self._cpu(), self._memory()
        self.highest, self._end = self.before, threading.Event()
        self._watch = threading.Thread(target=self._look)
        self._watch.start()

    def _cpu(self) -> float:
        return sum(sum(process.cpu_times()[:2]) for process in self.tree)

    def _memory(self) -> int:
        return sum(process.memory_full_info().pss for process in self.tree)

    def _look(self) -> None:
        while not self._end.wait(0.2):
            self.highest = max(self.highest, self._memory())

    def end(self) -> tuple[float, float]:
        """Return CPU seconds, and MB above where it began."""
        self._end.set()
        self._watch.join()
        return self._cpu() - self.cpu, (self.highest - self.before) / 1e6


async def main(port: int, pid: int) -> None:
    """Let one class after another arrive, and print a line for each."""
    print("learners  seconds  median    p95 ms  failed  CPU ms  PSS MB each  requests      kB")
    while (await visit(port, LESSON)).failed:  # made ahead; none waits for that here
        pass
    while len(psutil.Process(pid).children(recursive=True)) > 1:  # Python's own stays
        await asyncio.sleep(0.2)
    for learners, seconds in CLASSES:
        cost = Cost(pid)
        visits = await arrive(port, LESSON, learners, seconds)
        cpu, memory = cost.end()
        row = summed_up(visits)
        print(
            f"{learners:8d} {seconds:8d} {row['median']:7.1f} {row['p95']:9.1f} {row['failed']:7d}"
            f" {1000 * cpu / learners:7.2f} {memory / learners:12.3f} {row['asked']:9.0f}"
            f" {row['kB']:7.1f}"
        )
    print("to reach: p95 under {p95} ms, CPU under {CPU} ms and {MB} MB each".format(**TARGET))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temp:
        server = dashboard(ROOT / "notebooks", Path(temp) / "log")
        try:
            asyncio.run(main(server.port, server.process.pid))
        finally:
            server.stop()
