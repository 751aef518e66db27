"""`python -m plugins.editing check`: what `make check` runs."""

import argparse
import sys
from pathlib import Path

from plugins.editing.findings import SETTINGS, find_problems, load_readers
from plugins.languages.translations import load_translations
from plugins.records.problem import has_errors
from plugins.records.report import render_problems
from plugins.setup.words import language


def main(arguments: list[str]) -> int:
    """Run one command; 0 when nothing is wrong, 1 when something is."""
    parser = argparse.ArgumentParser(prog="plugins.editing")
    parser.add_argument("command", choices=["check"])
    parser.add_argument("--root", type=Path, default=Path())
    given = parser.parse_args(arguments)
    return check(given.root.resolve())


def check(root: Path) -> int:
    """Check every record and print the problems; 1 when one of them is an error."""
    lang = language()
    readers = load_readers(Path(__file__).parents[2] / SETTINGS)
    findings = find_problems(root, readers)
    if findings.problems:
        print(render_problems(findings.problems, root, lang, readers.rules) + "\n")
    ngettext = load_translations(lang).ngettext
    errors = sum(problem.severity == "error" for problem in findings.problems)
    warnings = len(findings.problems) - errors
    said = (
        ngettext("{number} record read", "{number} records read", findings.records).format(number=findings.records),
        ngettext("{number} error", "{number} errors", errors).format(number=errors),
        ngettext("{number} warning", "{number} warnings", warnings).format(number=warnings),
    )
    print(", ".join(said))
    return int(has_errors(list(findings.problems)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
