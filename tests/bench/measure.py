"""Run a command and say what it cost: the CPU of all its processes, wall time and the memory of the largest."""

import os
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """`cpu` and `wall` in seconds, `memory` in MiB."""

    cpu: float
    wall: float
    memory: float


def measure(command: Sequence[str], folder: Path, log: Path) -> Cost:
    """Run the command in a folder; what it says goes to `log`, and a failure stops the measurement."""
    began = time.monotonic()
    child = os.fork()
    if not child:
        try:
            os.chdir(folder)
            said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            os.dup2(said, 1)
            os.dup2(said, 2)
            os.execv(command[0], list(command))  # noqa: S606 - a list of arguments, and no shell
        finally:
            os._exit(127)
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}:\n{log.read_text(encoding='utf-8')}")
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss / 1024)


def median(costs: Sequence[Cost]) -> Cost:
    """Give the median of each figure."""
    return Cost(*(statistics.median(figures) for figures in zip(*costs, strict=True)))


def ratio(ours: Sequence[Cost], theirs: Sequence[Cost]) -> Cost:
    """Divide run by run, and give the medians."""
    return median(
        [Cost(*(a / b for a, b in zip(one, other, strict=True))) for one, other in zip(ours, theirs, strict=True)]
    )
