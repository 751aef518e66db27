"""Share work between forked processes that start with everything the parent knows."""

import marshal
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import TypeVar, cast

from plugins.records.brief import MARSHAL_VERSION

Item = TypeVar("Item")
Result = TypeVar("Result")
# below this many items a second process costs more than it saves
WORTH_FORKING = 64


class WorkerFailed(RuntimeError):
    """A worker ended with an error, which it has printed."""


def share(
    work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], jobs: int
) -> list[Result]:
    """Do `work` over slices of `items` in `jobs` processes; results come in the order of items.

    `work` returns one result an item, made of values that `marshal` can write. The parent
    does the first slice itself. Where processes cannot fork, all work is done here.
    """
    if jobs < 2 or len(items) < WORTH_FORKING or not hasattr(os, "fork"):
        return work(items)
    size = -(-len(items) // jobs)
    children = [_start(work, items[at : at + size]) for at in range(size, len(items), size)]
    try:
        results = work(items[:size])
    except BaseException:
        for process, reading in children:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            os.close(reading)
        raise
    for part in [_collect(child) for child in children]:
        results.extend(cast("list[Result]", part))
    return results


def _start(
    work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item]
) -> tuple[int, int]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    code = 1
    try:
        os.close(reading)
        with open(writing, "wb") as pipe:
            pipe.write(marshal.dumps(work(items), MARSHAL_VERSION))
        code = 0
    except BaseException:  # noqa: BLE001 - the child must end here whatever happened, and say why
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _collect(child: tuple[int, int]) -> object:
    process, reading = child
    with open(reading, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(process, 0)
    if status:
        raise WorkerFailed(f"worker ended with status {status}")
    return marshal.loads(sent)
