"""What a server and all its processes, kernels included, use while a class is there."""

import threading

import psutil


class Cost:
    """CPU seconds, and memory at its highest, from here on."""

    def __init__(self, pid: int) -> None:
        """Begin to watch."""
        self.pid, self.cpu, self.before = pid, used(pid), memory(pid)
        self.highest, self._end = self.before, threading.Event()
        self._watch = threading.Thread(target=self._look)
        self._watch.start()

    def _look(self) -> None:
        # Not more often: to look at sixty kernels costs what is looked at.
        while not self._end.wait(1):
            self.highest = max(self.highest, memory(self.pid))

    def end(self) -> tuple[float, float]:
        """Return CPU seconds, and MB above where it began; ask while the class is still there."""
        self._end.set()
        self._watch.join()
        self.highest = max(self.highest, memory(self.pid))
        return used(self.pid) - self.cpu, (self.highest - self.before) / 1e6


def tree(pid: int) -> list[psutil.Process]:
    """A process and all below it."""
    root = psutil.Process(pid)
    return [root, *root.children(recursive=True)]


def used(pid: int) -> float:
    """CPU seconds of a process and all below it."""
    total = 0.0
    for each in tree(pid):
        try:
            total += sum(each.cpu_times()[:2])
        except psutil.NoSuchProcess:
            continue
    return total


def memory(pid: int, kind: str = "pss") -> int:
    """Bytes of a process and all below it; what processes share is counted once."""
    total = 0
    for each in tree(pid):
        try:
            total += getattr(each.memory_full_info(), kind)
        except psutil.NoSuchProcess:  # one that went while we looked
            continue
    return total
