"""Measure the search: quality, bytes, requests, time and cost beside Pagefind and lunr.js as it comes.

`make bench-search` runs it for 500, 5,000 and 50,000 records; other numbers may be given. At the end
stand what is to be reached and what was.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from plugins.search.scripts import browser_scripts
from plugins.setup.packages import NODE_MODULES
from tests.bench.search_blind import SITE, answer_blind, blind_rows, build_sites
from tests.bench.search_browsers import browser_rows
from tests.bench.search_corpus import Fact, make_records
from tests.bench.search_goals import OURS, Outcome, Single, goal_rows, measured, median, percentile, single_rows
from tests.bench.search_latency import TRIES, Wait, choose_queries, measure_waits, write_pages
from tests.bench.search_names import own_names, register_names, share_first
from tests.bench.search_peers import Run, run_lunr, run_ours, run_pagefind
from tests.bench.search_queries import PER_KIND, Query, make_queries
from tests.bench.search_stemmer import (
    count_different_terms,
    pair_rows,
    read_dictionary,
    read_treebank,
    real_words,
    stemmer_weight,
)
from tests.node import run_node
from tests.search.conftest import write_files
from tests.search.test_terms import make_texts
from tests.search.whole import whole_index

SIZES = [500, 5000, 50_000]
# lunr.js keeps the whole index in memory: with more records it is left out
MOST_FOR_LUNR = 5000
# each asks its own random queries
PROCESSES = 2
STARTED = time.monotonic()
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


COSTS: tuple[tuple[str, Callable[[Run], object]], ...] = (
    ("cold first query, code included, median, B gz", lambda run: round(median(run, "cold"))),
    ("… 95th percentile", lambda run: round(percentile(measured(run, "cold"), 0.95))),
    ("requests of a cold query, median", lambda run: round(median(run, "requests"))),
    ("next query, median, B gz", lambda run: round(median(run, "next"))),
    ("query CPU, median, ms", lambda run: round(percentile(measured(run, "cpu"), 0.5), 1)),
    ("… 95th percentile", lambda run: round(percentile(measured(run, "cpu"), 0.95), 1)),
    ("queries without a result", lambda run: sum(not answer["found"] for answer in run.answers)),
    ("build CPU, s", lambda run: round(run.build, 2)),
    ("build memory, MB", lambda run: run.memory),
    ("one changed record, CPU, s", lambda run: round(run.changed, 2)),
    ("files", lambda run: run.files),
    ("bytes on disk", lambda run: run.bytes),
)


def say(what: str) -> None:
    """Say what is measured next, and after how many seconds."""
    print(f"{time.monotonic() - STARTED:6.0f} s  {what}", flush=True)


def print_table(title: str, rows: Sequence[Sequence[object]]) -> None:
    """Print rows of cells in columns."""
    widths = [max(len(str(row[column])) for row in rows) for column in range(len(rows[0]))]
    print(f"\n{title}")
    for row in rows:
        first, *cells = (str(cell) for cell in row)
        line = [first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(cells, widths[1:], strict=True))]
        print("  " + "  ".join(line), flush=True)


def measure(count: int, folder: Path, site: Path | None, *, misses: bool) -> Outcome:
    """Print the tables for `count` records and give what they hold; without a built site, ours alone and no waits."""
    records = list(make_records(count))
    documents = [document for document, _ in records]
    facts = {document.url: fact for document, fact in records}
    queries = make_queries([fact for _, fact in records])
    say(f"{count} records: ours")
    runs = [run_ours(count, queries, folder / "ours")]
    typed, linked = {}, {}
    if site:
        say(f"{count} records: Pagefind")
        runs.append(run_pagefind(documents, queries, folder / "pagefind"))
        if count <= MOST_FOR_LUNR:
            say(f"{count} records: lunr.js")
            runs.append(run_lunr(documents, queries))
        say(f"{count} records: waits, typed and by a link, {TRIES}")
        write_pages(folder, site, runs[0].terms)
        texts = {run.name: _found(run, queries) for run in runs}
        typed, linked = (measure_waits(texts, folder, typed=typed) for typed in (True, False))
    ranks = [ranks_by_kind(queries, run, facts) for run in runs]
    heading = ["", *(run.name for run in runs)]
    quality = [[kind, *(f"{statistics.mean(rank[kind]):.3f}" for rank in ranks)] for kind in ranks[0]]
    print_table(f"{count} records: MRR@10 over {len(queries)} queries, {PER_KIND} of a kind", [heading, *quality])
    slow = [
        [f"ten titles at 150 ms and 1.6 Mbit/s, {name}", *(_median_wait(found.get(run.name), part) for run in runs)]
        for found, part, name in (
            (typed, "total", f"typed, {TRIES}: median, ms"),
            (typed, "cpu", "with the page's opening, of it CPU, ms"),
            (linked, "total", f"opened by a link, {TRIES}: median, ms"),
            (linked, "cpu", "of it CPU, ms"),
        )
    ]
    print_table(f"{count} records: costs", [heading, *([name, *map(cost, runs)] for name, cost in COSTS), *slow])
    if misses:
        for query, answer in zip(queries, runs[0].answers, strict=True):
            if reciprocal_rank(query, answer["urls"], facts) < 0.5:
                print("  missed:", query)
    names = [run.name for run in runs]
    by_name = dict(zip(names, runs, strict=True)), dict(zip(names, ranks, strict=True))
    return Outcome(count, *by_name, {OURS: [], **typed}, {OURS: [], **linked})


def _found(run: Run, queries: Sequence[Query]) -> list[str]:
    chosen = choose_queries(queries)
    answers = zip(queries, run.answers, strict=True)
    # some queries are there twice
    return list(dict.fromkeys(query.text for query, answer in answers if query in chosen and answer["found"]))


def _median_wait(waits: Sequence[Wait] | None, part: str) -> str:
    return str(round(statistics.median(getattr(wait, part) for wait in waits))) if waits else "–"


def count_differences(count: int, queries: int, folder: Path) -> int:
    """Count the answers of the shards that differ from those of the whole index that lunr builds."""
    documents = sorted((document for document, _ in make_records(count)), key=lambda one: (one.order, one.id))
    whole = folder / "whole.json"
    whole.write_text(whole_index(documents, "bg"), encoding="utf-8")
    files = (folder / "ours" / "assets", folder / "ours" / "search", whole)

    def count_part(seed: int) -> int:
        # most of what lunr makes is soon forgotten: in a small nursery it would be carried about
        asked = run_node("--max-semi-space-size=64", EQUALITY, *files, str(queries // PROCESSES), str(seed))
        answer: dict[str, Any] = json.loads(asked)
        return len(answer["different"])

    with ThreadPoolExecutor(PROCESSES) as pool:
        return sum(pool.map(count_part, range(PROCESSES)))


def measure_stemmer(treebank: Path | None) -> list[Single]:
    """Print how well forms of one word share a stem; a treebank is the measure, a list of forms only a hint."""
    print_table("Bulgarian stemmer, pairs of simplemma's list of forms", pair_rows(read_dictionary()))
    rows = pair_rows(read_treebank(treebank)) if treebank else []
    if rows:
        print_table("Bulgarian stemmer, pairs of a treebank", rows)
    scores = {row[0]: float(row[-1]) for row in rows[1:]}
    return [
        Single("stemmer, pair F1 of a treebank's nouns (TREEBANK=folder)", scores.get("nouns"), 0.95, most=False),
        Single("… of nouns, adjectives and verbs", scores.get("all"), 0.86, most=False),
        Single("… in the browser, B gz", stemmer_weight(), 3000),
    ]


def measure_words(acceptance: Path | None, words: int, folder: Path) -> list[Single]:
    """Give what Python and JavaScript make of words, and how names typed in Latin letters are found."""
    scripts = write_files(folder / "assets", browser_scripts(NODE_MODULES))
    texts = [*real_words(words), *make_texts(words // 5, seed=1)]
    own = share_first(*own_names(), scripts, folder / "names")
    register = share_first(*register_names(acceptance), scripts, folder / "register") if acceptance else None
    return [
        Single(f"{len(texts):,} words: other terms in JavaScript", count_different_terms(texts, scripts), 0),
        Single("Latin-typed and Turkish names of municipalities, first, %", own, 95, most=False),
        Single("… of settlements, of 5,256 in a register (ACCEPTANCE=folder), first, %", register, 90, most=False),
    ]


def print_blind(sites: Path, folder: Path) -> None:
    """Print how queries are answered that were written before anybody looked at the answers."""
    found = answer_blind(sites, folder)
    print_table("The demonstration's national site, queries of search_blind.yaml", blind_rows(found))


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=SIZES)
    parser.add_argument("--ours", action="store_true", help="leave the peers and the waits out")
    parser.add_argument(
        "--misses", action="store_true", help="print the queries whose right answer is not first or second"
    )
    parser.add_argument(
        "--equality", type=int, default=10_000, help="random queries for the comparison with whole lunr"
    )
    parser.add_argument("--words", type=int, default=500_000, help="words for the comparison of Python and JavaScript")
    parser.add_argument("--treebank", help="folder of a Bulgarian treebank in CoNLL-U")
    parser.add_argument("--acceptance", help="folder of data from outside, with a register of settlements")
    return parser.parse_args()


def measure_browsers(folder: Path) -> Single:
    """Print whether the search page of a folder works in each browser; give how many of the tries fail."""
    rows = browser_rows(folder)
    print_table("The search page, with a policy that allows neither eval nor wasm", rows)
    failed = sum(cell != "pass" for row in rows[1:] for cell in row[1:])
    return Single("Chromium and Firefox, loopback and disk, no eval or wasm: failures", failed, 0)


def measure_equality(count: int, queries: int, folder: Path) -> Single:
    """Give how many random queries the shards answer otherwise than whole lunr."""
    say(f"{count} records: {queries:,} random queries of whole lunr.js and of the shards")
    different = count_differences(count, queries, folder)
    return Single(
        f"{count} records: of {queries:,} random queries, answered otherwise than by whole lunr", different, 0
    )


def measure_sizes(options: argparse.Namespace, site: Path | None) -> tuple[list[Outcome], list[Single]]:
    """Measure every size that is asked for, its equality with whole lunr, and the browsers once."""
    outcomes, singles = [], []
    for count in options.counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            outcomes.append(measure(count, folder, site, misses=options.misses))
            if options.equality and count <= MOST_FOR_LUNR:
                singles.append(measure_equality(count, options.equality, folder))
            if count == options.counts[0]:
                say("Chromium and Firefox")
                singles.append(measure_browsers(folder / "ours"))
    return outcomes, singles


def main() -> None:
    """Measure every size, then the words and queries that nobody tuned by, and print what is to be reached."""
    options = arguments()
    treebank, acceptance = (Path(path) if path else None for path in (options.treebank, options.acceptance))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say("the demonstration's sites")
        sites = build_sites(folder / "sites")
        outcomes, singles = measure_sizes(options, None if options.ours else sites / SITE)
        say("the stemmer and names")
        singles += [*measure_stemmer(treebank), *measure_words(acceptance, options.words, folder)]
        print_blind(sites, folder)
    rows = goal_rows(outcomes)
    blank = [""] * (len(rows[0]) - 2)
    print_table("What to reach", [*rows, *([*row, *blank] for row in single_rows(singles))])
    say("done")


if __name__ == "__main__":
    main()
