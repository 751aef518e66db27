"""`make bench`: our build beside Hugo's, on the same pages, run in turns.

Both have one language, the same records and listings; fonts and scripts are made before, and
the search index is measured apart (`make bench-search`). Hugo is given no cache and a fresh
folder, as our full build is; it has no other build, so our smaller ones stand beside its full one.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from plugins.site.staging import HIDDEN
from tests.bench import real
from tests.bench.hugo import write_site
from tests.bench.measure import Cost, measure, median, ratio
from tests.bench.records import REGION, ROOT, invent, write_project

# case → the most that our CPU may be of Hugo's full build
LIMITS = {"full build": 1.0, "one record changed": 0.15, "a template changed": 0.5}
LIMIT_AT_500 = 1.3
LIMIT_MARKDOWN = 1.25


class Bench(NamedTuple):
    """The same records as a project of ours and as a site of Hugo's."""

    folder: Path
    # a record whose summary is changed, and a template of ours
    record: Path
    template: Path

    def ours(self) -> Cost:
        """Build ours into the output that is there."""
        options = ["--root", "ours", "--output", "output", "--settings", "settings.py", "--jobs", "2"]
        paths = [str(self.folder / word) if word in ("ours", "output", "settings.py") else word for word in options]
        return measure([sys.executable, "-m", "plugins.site", "build", *paths], ROOT, self.folder / "log")

    def fresh(self) -> Cost:
        """Build ours into an empty folder: only the fonts and scripts are there."""
        self.put_aside(self.folder / "output")
        shutil.copytree(self.folder / "made", self.folder / "output" / HIDDEN / "made")
        return self.ours()

    def hugo(self) -> Cost:
        """Build Hugo's into an empty folder, without a cache."""
        cache = self.folder / "cache"
        self.put_aside(self.folder / "hugo" / "public")
        self.put_aside(cache)
        command = [hugo_program(), "--quiet", "--gc=false", "--cacheDir", str(cache)]
        return measure(command, self.folder / "hugo", self.folder / "log")

    def put_aside(self, path: Path) -> None:
        """Take a folder out of the way; ext4 is slow to make files for minutes after many were deleted."""
        if path.exists():
            aside = self.folder / "aside"
            aside.mkdir(exist_ok=True)
            path.rename(aside / str(len(list(aside.iterdir()))))

    def edit_record(self) -> None:
        """Change the summary of a record, which its listings show too."""
        _append(self.record, "summary: ", " Нещо ново.")

    def edit_template(self) -> None:
        """Change a template that nearly every page is made by."""
        _append(self.template, "", "{# changed #}\n")

    def nothing(self) -> None:
        """Change nothing."""


def _append(path: Path, start: str, more: str) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(index for index in reversed(range(len(lines))) if lines[index].startswith(start) or not start)
    lines[at] += more
    path.write_text("\n".join(lines), encoding="utf-8")


def hugo_program() -> str:
    """Find Hugo itself, past the Python that starts it."""
    try:
        return str(distribution("hugo").locate_file("hugo/binaries/hugo"))
    except PackageNotFoundError as missing:
        raise SystemExit("Hugo is missing: make bench installs it") from missing


def prepare(folder: Path, size: int, markdown: float) -> Bench:
    """Write both projects, and let ours make its fonts and scripts once."""
    invented = invent(size, markdown=markdown)
    write_project(folder / "ours", invented)
    shutil.copytree(ROOT / "theme", folder / "theme")
    settings = f"from tests.bench.settings import *\nTHEME = {str(folder / 'theme')!r}\n"
    (folder / "settings.py").write_text(settings, encoding="utf-8")
    record = folder / "ours" / "data" / "organisations" / f"{invented.organisations[size // 2].id}.yaml"
    bench = Bench(folder, record, folder / "theme" / "templates" / "organisation.html")
    bench.ours()
    shutil.move(folder / "output" / HIDDEN / "made", folder / "made")
    write_site(folder / "hugo", invented, folder / "output" / REGION / "assets")
    return bench


def run(bench: Bench, changes: Sequence[tuple[str, Callable[[], None]]], runs: int) -> dict[str, list[Cost]]:
    """Run everything in turns: ours, Hugo, ours after each change, and again."""
    costs: dict[str, list[Cost]] = {name: [] for name in ("full build", "hugo", *(name for name, _ in changes))}
    for _ in range(runs):
        costs["full build"].append(bench.fresh())
        costs["hugo"].append(bench.hugo())
        for name, change in changes:
            change()
            costs[name].append(bench.ours())
    return costs


def limit_of(name: str, size: int, markdown: float) -> float | str:
    """Give the most that our CPU may be of Hugo's, or nothing where no limit is set."""
    if name == "full build" and markdown == 1:
        return LIMIT_MARKDOWN
    if size < 5_000:
        return LIMIT_AT_500 if name == "full build" else ""
    return LIMITS.get(name, "")


def table(costs: dict[str, list[Cost]], size: int, markdown: float) -> Iterator[str]:
    """Say what each case costs beside Hugo's full build."""
    theirs = costs["hugo"]
    yield f"{'':24}{'CPU s':>8}{'× Hugo':>8}{'limit':>7}{'wall s':>9}{'× Hugo':>8}{'MiB':>7}{'× Hugo':>8}"
    for name, ours in costs.items():
        own, to_hugo = median(ours), ratio(ours, theirs)
        figures = (
            f"{own.cpu:8.2f}{to_hugo.cpu:8.2f}{limit_of(name, size, markdown):>7}{own.wall:9.2f}{to_hugo.wall:8.2f}"
        )
        yield f"{name:24}{figures}{own.memory:7.0f}{to_hugo.memory:8.2f}"


def sizes_of(folder: Path) -> str:
    """Say how many pages and bytes a site has, assets apart."""
    pages = [path for path in folder.rglob("*.html")]
    return f"{len(pages)} pages, {sum(path.stat().st_size for path in pages) / 1e6:.2f} MB"


def report(size: int, markdown: float, runs: int) -> None:
    """Measure one size and print its table."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        bench = prepare(folder, size, markdown)
        changes = [
            ("nothing changed", bench.nothing),
            ("one record changed", bench.edit_record),
            ("a template changed", bench.edit_template),
        ]
        costs = run(bench, changes if markdown < 1 else [], runs)
        print(f"\n{size} records, {markdown:.0%} with Markdown, medians of {runs} runs in turns")
        print(f"ours: {sizes_of(folder / 'output' / REGION)}; Hugo: {sizes_of(folder / 'hugo' / 'public')}")
        print("\n".join(table(costs, size, markdown)), flush=True)


def main(argv: Sequence[str]) -> int:
    """Measure every size that was asked for."""
    parser = argparse.ArgumentParser(prog="tests.bench")
    parser.add_argument("--sizes", default="500,5000", help="numbers of records, with commas")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--skip-markdown", action="store_true", help="leave out the case with Markdown in every record")
    parser.add_argument("--acceptance", type=Path, help="the folder with data from outside")
    arguments = parser.parse_args(argv)
    for size in map(int, filter(None, arguments.sizes.split(","))):
        report(size, 0.2, arguments.runs)
        if not arguments.skip_markdown:
            report(size, 1.0, arguments.runs)
    real.report(arguments.acceptance)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
