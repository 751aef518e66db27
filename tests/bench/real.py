"""The second part of `make bench`: whole builds, with search and exports, of what others have written.

The Universal Declaration of Human Rights is an exhibition in the demo content; with the folder of
ACCEPTANCE come the communities and the research organisations. Hugo has no templates for these pages:
the figures stand alone.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.site.staging import HIDDEN
from tests.acceptance.communities import write_communities
from tests.acceptance.organisations import write_organisations
from tests.acceptance.udhr import ID, write_demo_with_udhr
from tests.bench.measure import Cost, measure, median
from tests.bench.records import ROOT

RUNS = 3
# larger projects are built once
MANY = 10_000


class Input(NamedTuple):
    """A project that somebody else has written: its name, what writes it, and a file of it to be changed."""

    name: str
    write: Callable[[Path], object]
    changed: str
    # a line that begins so is made longer
    line: str = "summary: "


def inputs(acceptance: Path | None) -> Iterator[Input]:
    """Yield the projects; those of outside data only where the folder is there."""
    declaration = f"content/exhibitions/{ID}/index.bg.md"
    yield Input("the Declaration of Human Rights", write_demo_with_udhr, declaration, line="name: ")
    if acceptance is not None:
        communities, organisations = acceptance / "combuilders", acceptance / "ror"
        yield Input("communities", lambda root: write_communities(communities, root), "data/organisations/*.yaml")
        yield Input(
            "research organisations", lambda root: write_organisations(organisations, root), "data/organisations/*.yaml"
        )


def report(acceptance: Path | None) -> None:
    """Measure every project and print its figures."""
    for each in inputs(acceptance):
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            print("\n".join(_table(each, Path(name))), flush=True)


def _table(case: Input, root: Path) -> Iterator[str]:
    case.write(root)
    records = sum(1 for _ in (root / "data").glob("*/*.yaml"))
    made = root / "made"
    _build(root)
    shutil.copytree(root / "output" / HIDDEN / "made", made)
    costs: dict[str, list[Cost]] = {"full build": [], "nothing changed": [], "one file changed": []}
    for _ in range(1 if records > MANY else RUNS):
        shutil.rmtree(root / "output")
        shutil.copytree(made, root / "output" / HIDDEN / "made")
        costs["full build"].append(_build(root))
        costs["nothing changed"].append(_build(root))
        _edit(sorted(root.glob(case.changed)), case.line)
        costs["one file changed"].append(_build(root))
    pages = sum(1 for path in (root / "output").rglob("*.html") if HIDDEN not in path.parts)
    yield f"\n{case.name}: {records} records, {pages} pages, medians of {len(costs['full build'])}"
    yield f"{'':24}{'CPU s':>8}{'wall s':>9}{'MiB':>7}"
    for name, found in costs.items():
        own = median(found)
        yield f"{name:24}{own.cpu:8.2f}{own.wall:9.2f}{own.memory:7.0f}"


def _build(root: Path) -> Cost:
    command = [sys.executable, "-m", "plugins.site", "build", "--root", str(root), "--jobs", "2"]
    return measure(command, ROOT, root / "log")


def _edit(paths: Sequence[Path], start: str) -> None:
    """Make the line longer in the first file that has it."""
    for path in paths:
        lines = path.read_text(encoding="utf-8").split("\n")
        if any(line.startswith(start) for line in lines):
            changed = "\n".join(f"{line} +" if line.startswith(start) else line for line in lines)
            path.write_text(changed, encoding="utf-8")
            return
    raise SystemExit(f"no file begins a line with {start!r}")
