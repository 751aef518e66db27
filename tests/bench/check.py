"""`make bench-check`: what `make check` costs over the registry of research organisations.

Twice for each size: as the records are, and with a mistake in every one of them, whose place must be
found in every file. The folder with the registry is named on the command line.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.acceptance.organisations import write_organisations
from tests.bench.measure import Cost, measure, median
from tests.bench.records import ROOT

# number of records → the most seconds of CPU that a check may take
LIMITS = {5_000: 2.0, 50_000: 20.0}
# a phone without its area code, another one in each record
MISTAKE = 'contact:\n  phones: ["{number}"]\n'
FIRST = 100_000


def check(root: Path, log: Path) -> Cost:
    """Run `make check` as a forge does: positions of all problems, written as one JSON document."""
    command = ["-m", "plugins.editing", "--root", str(root), "check", "--format", "json"]
    return measure([sys.executable, *command], ROOT, log)


def spoil(root: Path) -> int:
    """Put a mistake into every organisation; give their number."""
    paths = sorted((root / "data" / "organisations").glob("*.yaml"))
    for at, path in enumerate(paths):
        path.write_text(path.read_text(encoding="utf-8") + MISTAKE.format(number=FIRST + at), encoding="utf-8")
    return len(paths)


def run(folder: Path, number: int, rounds: int) -> bool:
    """Measure one size, print the figures, and tell whether they hold."""
    with tempfile.TemporaryDirectory() as space:
        root, log = Path(space) / "project", Path(space) / "log"
        root.mkdir()
        write_organisations(folder / "ror", root, number)
        as_it_is = median([check(root, log) for _ in range(rounds)])
        spoilt = spoil(root)
        with_mistakes = median([check(root, log) for _ in range(rounds)])
        found = log.read_text(encoding="utf-8").count('"rule": "V111"')
    for name, cost in (("as they are", as_it_is), (f"{spoilt} with a mistake", with_mistakes)):
        print(f"{number:>7} records, {name:<22} {cost.cpu:6.2f} s of CPU, {cost.wall:6.2f} s, {cost.memory:4.0f} MiB")
    print(f"        {found} mistakes named with their place; limit {LIMITS.get(number, 0):.0f} s")
    return found == spoilt and as_it_is.cpu <= LIMITS.get(number, as_it_is.cpu)


def main(argv: list[str]) -> int:
    """Measure each size; 1 when a limit is passed."""
    parser = argparse.ArgumentParser(prog="tests.bench.check")
    parser.add_argument("folder", type=Path, help="the folder that holds ror/")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(LIMITS))
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(argv)
    held = [run(given.folder, number, given.rounds) for number in given.sizes]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
