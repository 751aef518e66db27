"""`python3 -m plugins.setup TASK`: install what a Makefile target needs, or say in one sentence what is missing."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from plugins.setup.browser import install_browser, install_firefox
from plugins.setup.help import show_help
from plugins.setup.libraries import install_libraries
from plugins.setup.packages import install_npm_packages, install_python_packages
from plugins.setup.relock import write_locks
from plugins.setup.system import ROOT
from plugins.setup.words import SetupError, say, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")


def prepare_site() -> None:
    """Install what `make site` needs."""
    install_python_packages("site")
    install_npm_packages(development=False)


def prepare_test() -> None:
    """Install what `make test` and `make lint` need."""
    install_python_packages("test")
    install_npm_packages(development=True)
    install_browser()
    install_libraries()


def prepare_bench() -> None:
    """Install what `make bench` needs: the tests' packages and the peer that we measure against."""
    prepare_test()
    install_python_packages("bench")


def prepare_bench_search() -> None:
    """Install what `make bench-search` needs: that of `make bench`, and a second browser."""
    prepare_bench()
    install_firefox()


def prepare_print() -> None:
    """Install what `make print` needs, or say which libraries of the system are missing."""
    prepare_site()
    install_python_packages("print")
    install_libraries()


def prepare_lock() -> None:
    """Install the tool that writes the lock files, and write them."""
    install_python_packages("lock")
    write_locks()


TASKS = {
    "site": prepare_site,
    "test": prepare_test,
    "bench": prepare_bench,
    "bench-search": prepare_bench_search,
    "print": prepare_print,
    "lock": prepare_lock,
    "help": show_help,
}


@contextmanager
def sole_use_of(folder: str) -> Iterator[None]:
    """Wait until no other set-up works in the folder, and keep others waiting meanwhile."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another command is setting up this folder; waiting for it …")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def move_to_newer_python() -> None:
    """Start again under a Python that is new enough; raise SetupError where there is none."""
    for name in NEWER_PYTHONS:
        if path := shutil.which(name):
            os.execv(path, [path, "-m", "plugins.setup", *sys.argv[1:]])  # noqa: S606 — no shell is wanted
    version = ".".join(map(str, sys.version_info[:3]))
    message = "Python 3.11 or newer is needed, and this is {version}. Install it and run the command again."
    raise SetupError(sentence(message, version=version))


def main(task: str) -> int:
    """Do what is asked, or print one sentence that says what is missing; return the exit code."""
    try:
        if sys.version_info[:2] < OLDEST_PYTHON:
            move_to_newer_python()
        with sole_use_of(str(ROOT)):
            TASKS[task]()
    except SetupError as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
