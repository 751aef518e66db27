"""What `make check`, `make fix`, `make new` and `make schemas` do."""

import argparse
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from plugins.editing.findings import SETTINGS, find_problems, load_readers
from plugins.editing.formats import FORMATS, Report
from plugins.languages.translations import load_translations
from plugins.records.problem import has_errors
from plugins.records.report import lines_under
from plugins.setup.words import language

CODE = Path(__file__).parents[2]


def main(arguments: list[str]) -> int:
    """Run one command; 0 when nothing is wrong, 1 when something is."""
    parser = argparse.ArgumentParser(prog="plugins.editing")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder of the project")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check")
    checking.add_argument("--format", choices=FORMATS, default="text")
    checking.add_argument(
        "--today", default=datetime.now(UTC).date().isoformat(), help="the ISO day that counts as today"
    )
    given = parser.parse_args(arguments)
    return check(given.root.resolve(), given.format, given.today)


def check(root: Path, form: str, today: str) -> int:
    """Check everything that a site is built from and print what is wrong; 1 when it is an error."""
    readers = load_readers(CODE / SETTINGS)
    findings = find_problems(root, readers, today)
    words = load_translations(language())
    report = Report(
        findings.records,
        findings.problems,
        readers.rules,
        lines_under(root),
        words.gettext,
        words.ngettext,
        _version(),
    )
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a stream of the interpreter
    print(FORMATS[form](report))
    return int(has_errors(findings.problems))


def _version() -> str:
    try:
        return version("sredishte")
    except PackageNotFoundError:
        return "0"
