"""Measure the search: quality, bytes, requests, time and cost beside Pagefind and the whole lunr index.

`make bench-search` runs it; `python -m tests.bench.search 500 5000 --peers` says which sizes and whether with peers.
"""

import argparse
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.search.index import build_index
from plugins.search.scripts import browser_scripts
from plugins.setup.packages import NODE_MODULES
from tests.bench.search_corpus import Fact, make_records
from tests.bench.search_queries import Query, make_queries
from tests.node import run_node
from tests.search.conftest import write_files

ASK = Path(__file__).parent / "search_ask.cjs"


def reciprocal_rank(query: Query, urls: Sequence[str], facts: Mapping[str, Fact]) -> float:
    """Give 1 / the rank of the first right answer among the first ten, 0 if there is none."""
    ranks = (rank for rank, url in enumerate(urls, 1) if query.is_met_by(facts[url]))
    return 1 / next(ranks, float("inf"))


def quality(queries: Sequence[Query], answers: Sequence[Sequence[str]], facts: Mapping[str, Fact]) -> dict[str, float]:
    """Give MRR@10 over all queries and for every kind."""
    ranks: dict[str, list[float]] = {"all": []}
    for query, urls in zip(queries, answers, strict=True):
        rank = reciprocal_rank(query, urls, facts)
        ranks["all"].append(rank)
        ranks.setdefault(query.kind, []).append(rank)
    return {kind: statistics.mean(values) for kind, values in ranks.items()}


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value below which a share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure(count: int, folder: Path, *, show_misses: bool) -> None:
    """Build and ask an index of `count` records and print what it costs and gives."""
    records = list(make_records(count))
    start = time.process_time()
    index = build_index((document for document, _ in records), "bg")
    built = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    shards = write_files(folder / "search", index.files)
    scripts = write_files(folder / "assets", browser_scripts(NODE_MODULES))
    facts = {document.url: fact for document, fact in records}
    queries = make_queries([fact for _, fact in records])
    typed = [{"text": query.text, "typing": query.typing} for query in queries]
    answers: list[dict[str, Any]] = json.loads(run_node(ASK, scripts, shards, text=json.dumps(typed)))
    print(f"{count}: build {built:.2f} s CPU, {memory} MB, {len(index.files)} files, head {len(index.files['head.js'])} B")
    ours = quality(queries, [answer["urls"] for answer in answers], facts)
    print("   " + " | ".join(f"{kind} {value:.3f}" for kind, value in ours.items()))
    print(
        f"   cold {statistics.median(a['cold'] for a in answers):.0f} B, p95 {percentile([a['cold'] for a in answers], 0.95)},"
        f" requests {statistics.median(a['requests'] for a in answers)}, next {statistics.median(a['next'] for a in answers):.0f} B,"
        f" CPU p50 {percentile([a['cpu'] for a in answers], 0.5):.1f} p95 {percentile([a['cpu'] for a in answers], 0.95):.1f} ms,"
        f" nothing found {sum(not a['found'] for a in answers)} of {len(answers)}"
    )
    if show_misses:
        for query, answer in zip(queries, answers, strict=True):
            if reciprocal_rank(query, answer["urls"], facts) < 0.5:
                print("   miss", query, answer["found"])


def main() -> None:
    """Measure every size that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[500, 5000])
    parser.add_argument("--misses", action="store_true", help="print the queries without a right answer in the first two")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in options.counts:
            measure(count, Path(folder), show_misses=options.misses)


if __name__ == "__main__":
    main()
