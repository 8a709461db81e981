"""How long it takes to load every word of the course, beside plain PyYAML without libyaml.

python benchmarks/load_content.py
"""

import statistics
import time
from collections.abc import Callable

import yaml

from milia.content.load import HERE, load_folder

TARGET = 150  # ms
FILES = [file.read_text(encoding="utf-8") for file in sorted(HERE.rglob("*.yaml"))]


def median(what: Callable[[], object], times: int) -> float:
    """The median time of doing something, in ms."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        what()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    ours = median(lambda: load_folder(HERE), 15)
    plain = median(lambda: [yaml.load(text, Loader=yaml.SafeLoader) for text in FILES], 3)
    print(f"loaded and checked  {ours:7.1f} ms   (to reach: under {TARGET} ms)")
    print(f"plain PyYAML, unchecked {plain:7.1f} ms   {plain / ours:.1f} times as long")
