"""Read everything that a site would be built from, and collect what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from runpy import run_path
from typing import cast

from plugins.catalogue import Catalogue
from plugins.catalogue.checks import drop_consequences
from plugins.editing.proposals import propose
from plugins.records.brief import Brief, brief_of
from plugins.records.dues import dues
from plugins.records.problem import Position, Problem
from plugins.records.report import lines_under
from plugins.records.rules import Rule, make_problem
from plugins.records.unit import Reader, Reading, Unit
from plugins.site.project import Check, Finder, Locator
from plugins.site.sources import read_bytes

SETTINGS = "pelicanconf.py"


@dataclass(frozen=True)
class Readers:
    """What is found, how each type is read, and what is checked: the settings that we need."""

    finders: Sequence[Finder]
    readers: Mapping[str, Reader]
    locators: Mapping[str, Locator]
    checks: Sequence[Check]
    rules: Mapping[str, Rule]


@dataclass(frozen=True)
class Findings:
    """How many records were read, and their problems sorted by place."""

    records: int
    problems: tuple[Problem, ...]


def load_readers(settings: Path) -> Readers:
    """Take the readers from the settings of the build, so that both read the same."""
    values = run_path(str(settings))
    return Readers(
        cast("Sequence[Finder]", values["RECORD_FINDERS"]),
        cast("Mapping[str, Reader]", values["RECORD_READERS"]),
        cast("Mapping[str, Locator]", values["RECORD_LOCATORS"]),
        cast("Sequence[Check]", values["RECORD_CHECKS"]),
        cast("Mapping[str, Rule]", values["PROBLEM_RULES"]),
    )


def find_problems(root: Path, readers: Readers, today: str = "") -> Findings:
    """Read every record under `root` and run every check; what is due on the ISO day `today` is named too."""
    units: list[Unit] = []
    problems: list[Problem] = []
    for find in readers.finders:
        found, refused = find(root)
        units += found
        problems += refused
    briefs, broken = [], []
    for unit in units:
        record, noted = _read(root, readers, unit)
        problems += noted
        if record is None:
            broken.append((unit.type, unit.id))
        else:
            briefs.append(brief_of(record, b""))
            problems += _due(root, readers, unit, briefs[-1], today)
    problems += drop_consequences(_check(root, readers, units, briefs), broken)
    problems = propose(problems, briefs, lines_under(root))
    return Findings(len(units), tuple(sorted(problems, key=lambda p: (p.path, p.line, p.column, p.rule))))


def _read(root: Path, readers: Readers, unit: Unit) -> Reading:
    """Read a unit; a file that went away or was closed since it was found is a problem too."""
    try:
        return readers.readers[unit.type](unit, _contents(root, unit))
    except OSError as error:
        paths = {str(root / file.path): file.path for file in unit.files}
        return Reading(None, (make_problem("F003", paths.get(str(error.filename), unit.files[0].path)),))


def _check(root: Path, readers: Readers, units: Sequence[Unit], briefs: Sequence[Brief]) -> list[Problem]:
    by_key = {(unit.type, unit.id): unit for unit in units}

    def locate(brief: Brief, field: tuple[str | int, ...]) -> Position:
        unit = by_key[brief.type, brief.id]
        return readers.locators[brief.type](unit, _contents(root, unit), field)

    catalogue = Catalogue.of_briefs(briefs)
    return [problem for check in readers.checks for problem in check(catalogue, locate)]


def _due(root: Path, readers: Readers, unit: Unit, brief: Brief, today: str) -> Iterator[Problem]:
    for rule, field, arguments in dues(brief, today):
        place = readers.locators[unit.type](unit, _contents(root, unit), field)
        yield make_problem(rule, place.path, (place.line, place.column, place.end_column), **arguments)


def _contents(root: Path, unit: Unit) -> dict[str, bytes]:
    return {file.path: read_bytes(str(root / file.path)) for file in unit.files}
