"""Hold the least number of records of each type: what vanishes in silence is a problem.

`data/assertions.yaml` says how many there must be: `organisations: 60`.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from plugins.records.decoding import LARGEST
from plugins.records.lookalikes import nearest
from plugins.records.model import FOLDERS
from plugins.records.problem import Problem
from plugins.records.rules import NEEDED, make_problem
from plugins.records.source import Source, read_source
from plugins.records.unit import Unit

FILE = "data/assertions.yaml"


def missing_records(root: Path, units: Sequence[Unit]) -> list[Problem]:
    """Compare the records that were found with the numbers of `data/assertions.yaml`, where it is."""
    path = root / FILE
    if path.is_symlink() or not path.is_file():
        return []
    with path.open("rb") as file:
        source = read_source(FILE, file.read(LARGEST + 1))
    found = Counter(unit.type for unit in units)
    problems = [_compare(source, folder, least, found) for folder, least in source.data.items()]
    return [*source.problems, *(problem for problem in problems if problem is not None)]


def _compare(source: Source, folder: str, least: object, found: Counter[str]) -> Problem | None:
    key, value = source.marks.key((folder,)), source.marks.at((folder,))
    if folder not in FOLDERS:
        arguments = {"guess": guess} if (guess := nearest(folder, FOLDERS)) else {}
        span = (key.line, key.column, key.end_column)
        return make_problem("V104", source.path, span, value=folder, allowed=", ".join(FOLDERS), **arguments)
    span = (value.line, value.column, value.end_column)
    if not isinstance(least, int):
        return make_problem("V115", source.path, span, needed=NEEDED["number"])
    count = found[FOLDERS[folder].TYPE]
    if count >= least:
        return None
    return make_problem("C009", source.path, span, folder=folder, count=str(count), least=str(least))
