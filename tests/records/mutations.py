"""Damage every byte of records: `make damage RECORDS="data/causes …"` tries all, the tests a sample.

Each damaged file must give a record or problems that can be said in words, within a second, and
never an exception. Each byte is damaged at least once, in a way that goes round; `--step 1` tries
every way on every byte.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from plugins.languages.translations import load_translations
from plugins.records.brief import brief_of
from plugins.records.model import FOLDERS, Base
from plugins.records.reading import validate
from plugins.records.report import render
from plugins.records.source import read_source
from plugins.records.syntax import split_lines

# what breaks YAML, text and types: brackets, quotes, tabs, a half letter, a zero, an end of line
BYTES = b"\t\n\r :#-[]{}\"'\\*&!|>%@`,?0~\x00\xc2\xd0\xff"
SLOWEST = 1.0
# one less than the ways to damage a byte: each byte gets one, and the next byte another
STEP = len(BYTES) + 1
GETTEXT = load_translations("bg").gettext


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
    if record is not None:
        brief_of(record, b"")
    lines = split_lines(content.decode("utf-8", "replace"))
    said = [render(problem, lines, GETTEXT) for problem in problems]
    assert all(said), content
    last = len(lines)
    assert all(0 < problem.line <= last and problem.column > 0 for problem in problems), content
    assert spent < SLOWEST, content


def try_all(folders: list[str], step: int) -> tuple[int, int]:
    """Damage every byte of every record of folders named for their types; give the numbers of records and mutants."""
    paths = sorted(path for folder in folders for path in Path(folder).glob("*.yaml"))
    count = 0
    for path in paths:
        model = FOLDERS.get(path.parent.name) or FOLDERS[path.stem]
        for content in mutants(path.read_bytes(), step):
            read_mutant(model, content)
            count += 1
    return len(paths), count


def main(argv: list[str]) -> int:
    """Try all records of some folders; an assertion that fails shows the damaged file."""
    parser = argparse.ArgumentParser(prog="tests.records.mutations")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--step", type=int, default=STEP)
    given = parser.parse_args(argv)
    records, count = try_all(given.folders, given.step)
    print(f"{records} records, {count} damaged files, {time.process_time():.0f} s of CPU: all explained")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
