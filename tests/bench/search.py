"""Measure the search: quality, bytes, requests, time and cost beside Pagefind and lunr.js as it comes.

`make bench-search` runs it for 500 and 5,000 records; other numbers may be given.
"""

import argparse
import json
import statistics
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.search.scripts import browser_scripts
from plugins.setup.packages import NODE_MODULES
from tests.bench.search_corpus import Fact, make_records
from tests.bench.search_peers import Run, run_lunr, run_ours, run_pagefind
from tests.bench.search_queries import PER_KIND, Query, make_queries
from tests.node import run_node
from tests.search.conftest import write_files
from tests.search.whole import whole_index

# lunr.js keeps the whole index in memory: with more records it is left out
MOST_FOR_LUNR = 5000
EQUALITY = Path(__file__).parents[1] / "search" / "equality.cjs"


def reciprocal_rank(query: Query, urls: Sequence[str], facts: Mapping[str, Fact]) -> float:
    """Give 1 / the rank of the first right answer among the first ten, 0 if there is none."""
    ranks = (rank for rank, url in enumerate(urls, 1) if query.is_met_by(facts[url]))
    return 1 / next(ranks, float("inf"))


def ranks_by_kind(queries: Sequence[Query], run: Run, facts: Mapping[str, Fact]) -> dict[str, list[float]]:
    """Give the reciprocal ranks of all queries and of each kind."""
    ranks: dict[str, list[float]] = {"all": []}
    for query, answer in zip(queries, run.answers, strict=True):
        rank = reciprocal_rank(query, answer["urls"], facts)
        ranks["all"].append(rank)
        ranks.setdefault(query.kind, []).append(rank)
    return ranks


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _measured(run: Run, name: str) -> list[float]:
    return [answer[name] for answer in run.answers if answer.get(name) is not None]


COSTS: tuple[tuple[str, Callable[[Run], object]], ...] = (
    ("cold first query, code included, median, B gz", lambda run: round(statistics.median(_measured(run, "cold")))),
    ("… 95th percentile", lambda run: round(percentile(_measured(run, "cold"), 0.95))),
    ("requests of a cold query, median", lambda run: round(statistics.median(_measured(run, "requests")))),
    ("next query, median, B gz", lambda run: round(statistics.median(_measured(run, "next") or [0]))),
    ("query CPU, median, ms", lambda run: round(percentile(_measured(run, "cpu"), 0.5), 1)),
    ("… 95th percentile", lambda run: round(percentile(_measured(run, "cpu"), 0.95), 1)),
    ("queries without a result", lambda run: sum(not answer["found"] for answer in run.answers)),
    ("build CPU, s", lambda run: round(run.build, 2)),
    ("build memory, MB", lambda run: run.memory),
    ("files", lambda run: run.files),
    ("bytes on disk", lambda run: run.bytes),
)


def print_table(title: str, rows: Sequence[Sequence[object]]) -> None:
    """Print rows of cells in columns."""
    widths = [max(len(str(row[column])) for row in rows) for column in range(len(rows[0]))]
    print(f"\n{title}")
    for row in rows:
        first, *cells = (str(cell) for cell in row)
        print("  " + "  ".join([first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(cells, widths[1:], strict=True))]))


def measure(count: int, folder: Path, *, peers: bool, misses: bool) -> None:
    """Print the tables for `count` records."""
    records = list(make_records(count))
    documents = [document for document, _ in records]
    facts = {document.url: fact for document, fact in records}
    queries = make_queries([fact for _, fact in records])
    runs = [run_ours(count, queries, folder / "ours")]
    if peers:
        runs.append(run_pagefind(documents, queries, folder / "pagefind"))
        runs += [run_lunr(documents, queries)] if count <= MOST_FOR_LUNR else []
    ranks = [ranks_by_kind(queries, run, facts) for run in runs]
    heading = ["", *(run.name for run in runs)]
    quality = [[kind, *(f"{statistics.mean(rank[kind]):.3f}" for rank in ranks)] for kind in ranks[0]]
    print_table(f"{count} records: MRR@10 over {len(queries)} queries, {PER_KIND} of a kind", [heading, *quality])
    print_table(f"{count} records: costs", [heading, *([name, *map(cost, runs)] for name, cost in COSTS)])
    if misses:
        for query, answer in zip(queries, runs[0].answers, strict=True):
            if reciprocal_rank(query, answer["urls"], facts) < 0.5:
                print("  missed:", query)


def measure_equality(count: int, queries: int, folder: Path) -> None:
    """Print how many answers of the shards differ from those of the whole index that lunr builds."""
    documents = sorted((document for document, _ in make_records(count)), key=lambda one: (one.order, one.id))
    whole = folder / "whole.json"
    whole.write_text(whole_index(documents, "bg"), encoding="utf-8")
    scripts = write_files(folder / "assets", browser_scripts(NODE_MODULES))
    answer: dict[str, Any] = json.loads(run_node(EQUALITY, scripts, folder / "ours" / "search", whole, str(queries)))
    print(f"\n{count} records: {len(answer['different'])} of {queries} random queries differ from whole lunr.js")


def main() -> None:
    """Measure every size that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[500, 5000])
    parser.add_argument("--ours", action="store_true", help="leave the peers out")
    parser.add_argument(
        "--misses", action="store_true", help="print the queries without a right answer in the first two"
    )
    parser.add_argument(
        "--equality", type=int, default=10_000, help="random queries for the comparison with whole lunr"
    )
    options = parser.parse_args()
    for count in options.counts:
        with tempfile.TemporaryDirectory() as folder:
            measure(count, Path(folder), peers=not options.ours, misses=options.misses)
            if options.equality and count <= MOST_FOR_LUNR:
                measure_equality(count, options.equality, Path(folder))


if __name__ == "__main__":
    main()
