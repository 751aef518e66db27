"""Work is shared between processes and comes back in order, and so does what went wrong."""

import errno
import os
import time
from collections.abc import Sequence

import pytest

from plugins.site import workers
from plugins.site.workers import WorkerFailed, share


def square(numbers: Sequence[int]) -> list[int]:
    """Give the squares of numbers."""
    return [number * number for number in numbers]


@pytest.fixture(autouse=True)
def _share_little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH_FORKING", 2)


@pytest.mark.parametrize("jobs", [1, 2, 3, 8])
@pytest.mark.parametrize("length", [0, 1, 2, 3, 7, 100])
def test_results_come_in_the_order_of_the_items(length: int, jobs: int) -> None:
    """However many processes take part."""
    assert share(square, range(length), jobs) == [number * number for number in range(length)]


def test_results_are_packed_for_the_way_only() -> None:
    """What the parent did itself is taken as it is."""

    def unpack(sent: object) -> int:
        assert isinstance(sent, tuple)
        return -int(sent[0])

    assert share(square, range(4), 2, pack=lambda number: (number,), unpack=unpack) == [0, -1, 4, -9]


def test_an_error_of_the_system_in_a_worker_is_raised_here() -> None:
    """With its number, words and file."""
    parent = os.getpid()

    def work(numbers: Sequence[int]) -> list[int]:
        if os.getpid() != parent:
            raise OSError(errno.ENOSPC, "No space left on device", "page.html")
        return list(numbers)

    with pytest.raises(OSError, match="No space left") as raised:
        share(work, range(4), 2)
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, "page.html")


def test_a_mistake_in_a_worker_stops_the_build(capfd: pytest.CaptureFixture[str]) -> None:
    """The worker has said why."""
    parent = os.getpid()

    def work(numbers: Sequence[int]) -> list[int]:
        return [1 // 0] if os.getpid() != parent else list(numbers)

    with pytest.raises(WorkerFailed):
        share(work, range(4), 2)
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_a_mistake_here_ends_the_workers_at_once() -> None:
    """Nobody waits for what they would still have done."""
    parent = os.getpid()

    def work(numbers: Sequence[int]) -> list[int]:
        if os.getpid() == parent:
            raise KeyError("here")
        time.sleep(60)
        return list(numbers)

    began = time.monotonic()
    with pytest.raises(KeyError):
        share(work, range(4), 3)
    assert time.monotonic() - began < 30
