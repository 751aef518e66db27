"""Damage every byte of a record: `python -m tests.records.mutations FOLDER…` tries all, the tests a sample.

Each damaged file must give a record or problems, within a second, and never an exception.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from plugins.records.model import FOLDERS, Base
from plugins.records.reading import validate
from plugins.records.source import read_source
from plugins.records.syntax import split_lines

# what breaks YAML, text and types: brackets, quotes, tabs, a half letter, a zero, an end of line
BYTES = b"\t\n\r :#-[]{}\"'\\*&!|>%@`,?0~\x00\xc2\xd0\xff"
SLOWEST = 1.0


def mutants(content: bytes, step: int = 1) -> Iterator[bytes]:
    """Replace, remove, double or prefix a byte; every `step`-th mutant is given."""
    number = 0
    for at in range(len(content)):
        choices = (b"", content[at : at + 1] * 2, *(bytes([byte]) for byte in BYTES))
        for choice in choices:
            number += 1
            if number % step == 0:
                yield content[:at] + choice + content[at + 1 :]


def read_mutant(model: type[Base], content: bytes) -> None:
    """Read a damaged record; raise AssertionError when it gave neither a record nor an error, or took long."""
    start = time.process_time()
    record, problems = validate(model, read_source("a.yaml", content), "a")
    spent = time.process_time() - start
    assert (record is None) == any(problem.severity == "error" for problem in problems), content
    last = len(split_lines(content.decode("utf-8", "replace")))
    assert all(0 < problem.line <= last and problem.column > 0 for problem in problems), content
    assert spent < SLOWEST, content


def try_all(folders: list[str]) -> int:
    """Damage every byte of every record of folders named for their types; give the number of mutants."""
    count = 0
    for path in sorted(path for folder in folders for path in Path(folder).glob("*.yaml")):
        model = FOLDERS.get(path.parent.name) or FOLDERS[path.stem]
        for content in mutants(path.read_bytes()):
            read_mutant(model, content)
            count += 1
    return count


if __name__ == "__main__":
    print(try_all(sys.argv[1:]))
