"""Share work between forked processes that start with everything the parent knows."""

import ctypes
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
Work = Callable[[Sequence[Item]], list[Result]]
# below this many items a second process costs more than it saves
WORTH_FORKING = 64
_PR_SET_PDEATHSIG = 1


class WorkerFailed(RuntimeError):
    """A worker ended with an error, which it has printed."""


def _same(value: Result) -> object:
    return value


def share(
    work: Work[Item, Result],
    items: Sequence[Item],
    jobs: int,
    *,
    pack: Callable[[Result], object] = _same,
    unpack: Callable[[object], Result] | None = None,
) -> list[Result]:
    """Do `work` over slices of `items` in `jobs` processes; results come in the order of items.

    `work` returns one result an item. The parent does the first slice itself; results of the
    others travel as what `pack` makes of them, which `marshal` must know, and `unpack` makes
    again. Where processes cannot fork, all work is done here. An OSError of any process is
    raised here.
    """
    if jobs < 2 or len(items) < WORTH_FORKING or not hasattr(os, "fork"):
        return work(items)
    # every slice has its part of what is dear: listings come in rows
    children = [_start(work, items[at::jobs], pack) for at in range(1, jobs)]
    try:
        parts = [work(items[::jobs])]
        for child in children:
            sent = _collect(child)
            parts.append(cast("list[Result]", sent) if unpack is None else [unpack(each) for each in sent])
    except BaseException:
        _stop(children)
        raise
    return [parts[at % jobs][at // jobs] for at in range(len(items))]


def _start(work: Work[Item, Result], items: Sequence[Item], pack: Callable[[Result], object]) -> tuple[int, int]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    code = 1
    try:
        os.close(reading)
        _die_with(parent)
        with open(writing, "wb") as pipe:
            outcome = _outcome(work, items, pack)
            pipe.write(marshal.dumps(outcome, MARSHAL_VERSION))  # type: ignore[arg-type]  # typeshed keeps the name of the type to itself
        code = 0
    except BaseException:  # noqa: BLE001 - the child must end here whatever happened, and say why
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _die_with(parent: int) -> None:
    """End when the parent does, however that ends: nobody would read what is written on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _outcome(work: Work[Item, Result], items: Sequence[Item], pack: Callable[[Result], object]) -> tuple[object, ...]:
    """Give ("done", results), or what an OSError is made of: ("failed", number, words, file)."""
    try:
        return ("done", [pack(result) for result in work(items)])
    except OSError as error:
        return ("failed", error.errno, error.strerror, None if error.filename is None else str(error.filename))


def _collect(child: tuple[int, int]) -> list[object]:
    process, reading = child
    with open(reading, "rb", closefd=False) as pipe:
        sent = pipe.read()
    _, status = os.waitpid(process, 0)
    os.close(reading)
    if status:
        raise WorkerFailed(f"worker ended with status {status}")
    kind, *outcome = marshal.loads(sent)  # noqa: S302 - written by a process of ours a moment ago
    if kind == "failed":
        raise OSError(*outcome)
    return cast("list[object]", outcome[0])


def _stop(children: Sequence[tuple[int, int]]) -> None:
    """End the children that are still at work."""
    for process, _ in children:
        try:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        except (ProcessLookupError, ChildProcessError):
            continue
