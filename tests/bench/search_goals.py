"""What the search is to reach, by number of records: each goal with the figure that was measured."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tests.bench.search_latency import TRIES, Wait
from tests.bench.search_peers import Run


class Outcome(NamedTuple):
    """What one size gave: a run of each search, the reciprocal ranks by kind, the waits of both sorts by search."""

    size: int
    runs: Mapping[str, Run]
    ranks: Mapping[str, Mapping[str, Sequence[float]]]
    typed: Mapping[str, Sequence[Wait]]
    linked: Mapping[str, Sequence[Wait]]


class Goal(NamedTuple):
    """A figure of ours with its limit for 500, 5,000 and 50,000 records; `most` tells which way it goes."""

    name: str
    figure: Callable[[Outcome], float]
    limits: Mapping[int, float]
    most: bool = True


OURS, PAGEFIND = "ours", "Pagefind"


def measured(run: Run, name: str) -> list[float]:
    """Give a figure of every answer that has it."""
    return [answer[name] for answer in run.answers if answer.get(name) is not None]


def median(run: Run, name: str) -> float:
    """Give the median of a figure over the answers."""
    return statistics.median(measured(run, name) or [0])


def percentile(values: Sequence[float], share: float) -> float:
    """Give the value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def mean_rank(outcome: Outcome, search: str, kind: str = "all") -> float:
    """Give the mean reciprocal rank of a kind of queries."""
    return statistics.mean(outcome.ranks[search][kind])


def kinds(outcome: Outcome) -> list[str]:
    """Give the kinds of queries."""
    return [kind for kind in outcome.ranks[OURS] if kind != "all"]


def without_result(outcome: Outcome) -> float:
    """Give the share of our queries that find nothing, in per cent."""
    answers = outcome.runs[OURS].answers
    return 100 * sum(not answer["found"] for answer in answers) / len(answers)


def against_pagefind(outcome: Outcome) -> float:
    """Give our cold bytes as a share of Pagefind's."""
    return median(outcome.runs[OURS], "cold") / median(outcome.runs[PAGEFIND], "cold")


def lead_over_pagefind(outcome: Outcome) -> float:
    """Give the smallest lead over Pagefind in a kind of queries."""
    return min(mean_rank(outcome, OURS, kind) - mean_rank(outcome, PAGEFIND, kind) for kind in kinds(outcome))


def median_wait(waits: Mapping[str, Sequence[Wait]]) -> float:
    """Give the median of our waits in seconds."""
    return statistics.median(wait.total for wait in waits[OURS]) / 1000


def _sizes(small: float, middle: float, large: float) -> dict[int, float]:
    return {500: small, 5000: middle, 50_000: large}


GOALS = (
    Goal("cold first query, B gz", lambda o: median(o.runs[OURS], "cold"), _sizes(35_000, 50_000, 110_000)),
    Goal("… as a share of Pagefind's", against_pagefind, _sizes(0.3, 0.3, 0.3)),
    Goal("next query, median, B gz", lambda o: median(o.runs[OURS], "next"), _sizes(15_000, 22_000, 28_000)),
    Goal(f"150 ms, 1.6 Mbit/s: typed, {TRIES}, s", lambda o: median_wait(o.typed), _sizes(1.2, 1.3, 1.6)),
    Goal(f"… opened by a link, {TRIES}, s", lambda o: median_wait(o.linked), _sizes(1.2, 1.3, 1.6)),
    Goal("query CPU, p95, ms", lambda o: percentile(measured(o.runs[OURS], "cpu"), 0.95), _sizes(10, 20, 120)),
    Goal("build CPU, s", lambda o: o.runs[OURS].build, _sizes(1, 4, 30)),
    Goal("build memory, MB", lambda o: o.runs[OURS].memory, _sizes(100, 150, 700)),
    Goal("one changed record, CPU, s", lambda o: o.runs[OURS].changed, {5000: 0.3, 50_000: 1.5}),
    Goal("MRR@10", lambda o: mean_rank(o, OURS), _sizes(0.88, 0.85, 0.83), most=False),
    Goal(
        *("worst kind", lambda o: min(mean_rank(o, OURS, kind) for kind in kinds(o)), _sizes(0.70, 0.65, 0.65)),
        most=False,
    ),
    Goal("smallest lead over Pagefind in a kind", lead_over_pagefind, _sizes(0, 0, 0), most=False),
    Goal("queries without a result, %", without_result, _sizes(1, 1, 1)),
)


class Single(NamedTuple):
    """A figure that does not depend on the number of records; None was not measured."""

    name: str
    figure: float | None
    limit: float
    most: bool = True


def single_rows(singles: Sequence[Single]) -> list[list[str]]:
    """Give a table: each figure with its limit, and whether it is met."""
    return [
        [name, "not measured" if figure is None else _said(figure, limit, most=most)]
        for name, figure, limit, most in singles
    ]


def goal_rows(outcomes: Sequence[Outcome]) -> list[list[str]]:
    """Give a table: each goal, and for each size the figure, the limit, and whether it is met."""
    heading = ["", *(f"{outcome.size} records" for outcome in outcomes)]
    return [heading, *([goal.name, *(_cell(goal, outcome) for outcome in outcomes)] for goal in GOALS)]


def _cell(goal: Goal, outcome: Outcome) -> str:
    try:
        figure = goal.figure(outcome)
    except (KeyError, statistics.StatisticsError):
        return "not measured"
    limit = goal.limits.get(outcome.size)
    return f"{figure:.3g}" if limit is None else _said(figure, limit, most=goal.most)


def _said(figure: float, limit: float, *, most: bool) -> str:
    shown = f"{figure:,.0f}" if figure >= 1000 else f"{figure:.3g}"
    met = figure <= limit if most else figure >= limit
    return f"{shown} ({'≤' if most else '≥'} {limit:,g}: {'met' if met else 'MISSED'})"
