"""Ask the demonstration's national site the queries of `search_blind.yaml`, by which nothing is tuned.

usage: python -m tests.bench.search_blind [FOLDER]   (the folder of built sites; without it they are built)
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

import yaml

from plugins.search.scripts import browser_scripts
from plugins.setup.packages import NODE_MODULES
from tests.node import run_node
from tests.search.conftest import write_files

QUERIES = Path(__file__).parent / "search_blind.yaml"
SITE = "national"
FIRST = 10

# kind → query → the ids that may come first
Asked = Mapping[str, Mapping[str, str]]
# what is typed, and how well it was answered: 1 / the rank of the first right answer among ten
Answered = tuple[str, float]


def build_sites(folder: Path) -> Path:
    """Build the demonstration with the real command."""
    subprocess.run([sys.executable, "-m", "plugins.site", "build", "--output", str(folder)], check=True, stdout=-3)
    return folder


def answer_blind(sites: Path, folder: Path) -> dict[str, list[Answered]]:
    """Give for each kind its queries with their reciprocal ranks."""
    asked: Asked = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    scripts = write_files(folder / "assets", browser_scripts(NODE_MODULES))
    found = {}
    for kind, queries in asked.items():
        index = sites / SITE / ("tr/search" if kind.startswith("Turkish") else "search")
        typed = json.dumps([{"text": text, "typing": False} for text in queries])
        answers: list[list[str]] = json.loads(run_node("tests/search/ask.cjs", scripts, index, str(FIRST), text=typed))
        ranks = (_rank(urls, right.split()) for urls, right in zip(answers, queries.values(), strict=True))
        found[kind] = list(zip(queries, ranks, strict=True))
    return found


def _rank(urls: Sequence[str], right: Sequence[str]) -> float:
    ids = [path.parent.name if path.name == "index.html" else path.stem for path in map(PurePosixPath, urls)]
    return 1 / next((rank for rank, id in enumerate(ids, 1) if id in right), float("inf"))


def blind_rows(found: Mapping[str, Sequence[Answered]]) -> list[list[str]]:
    """Give a table: for each kind how many queries, MRR@10, and how many have a right answer first, or among three."""
    rows = [["", "queries", "MRR@10", "first", "in three"]]
    everything = [one for answers in found.values() for one in answers]
    for kind, answers in {**found, "all": everything}.items():
        ranks = [rank for _, rank in answers]
        shares = (sum(rank >= least for rank in ranks) / len(ranks) for least in (1, 1 / 3))
        rows.append([kind, str(len(ranks)), f"{statistics.mean(ranks):.3f}", *(f"{share:.0%}" for share in shares)])
    return rows


def main() -> None:
    """Print the table, and the queries whose right answer does not come first."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sites = Path(sys.argv[1]) if len(sys.argv) > 1 else build_sites(folder / "output")
        found = answer_blind(sites, folder)
    for row in blind_rows(found):
        print("  ".join(cell.ljust(42) if at == 0 else cell.rjust(8) for at, cell in enumerate(row)))
    for kind, answers in found.items():
        for text, rank in answers:
            if rank < 1:
                print(f"{kind}: {text}: {f'rank {1 / rank:.0f}' if rank else 'not among ten'}")


if __name__ == "__main__":
    main()
