"""Read tour.yaml: where the panels travel, and whether they can be there."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from pydantic import ValidationError

from plugins.exhibitions.rules import make_problem
from plugins.records.complaints import complain, doubts
from plugins.records.model.exhibition import Stop, Tour
from plugins.records.problem import Problem, has_errors
from plugins.records.source import Source, read_source


class Free(NamedTuple):
    """A copy of the panels, and the first day (ISO) from which nobody has it any more."""

    number: int
    since: str


def read_tour(path: str, content: bytes) -> tuple[Tour | None, list[Problem]]:
    """Read a tour; without one there is at least one error."""
    source = read_source(path, content)
    problems, tour = list(source.problems), None
    if source.data or not has_errors(problems):
        try:
            tour = Tour.model_validate(source.data)
        except ValidationError as error:
            problems += complain(Tour, source, error)
        problems += doubts(source, problems)
    if tour is not None:
        problems += _unknown_copies(tour, source)
        problems += _collisions(tour, source)
    return (None if has_errors(problems) else tour), problems


def _unknown_copies(tour: Tour, source: Source) -> Iterator[Problem]:
    for index, stop in enumerate(tour.stops):
        if not 1 <= stop.number <= tour.copies:
            span = _span(source, index, "number")
            yield make_problem("E251", source.path, span, value=str(stop.number), most=str(tour.copies))


def _collisions(tour: Tour, source: Source) -> Iterator[Problem]:
    """Yield a problem where a copy would have to be at two places, the way between them included."""
    for copy in range(1, tour.copies + 1):
        stops = sorted((stop.start, index) for index, stop in enumerate(tour.stops) if stop.number == copy)
        for (_, before), (start, after) in pairwise(stops):
            earlier = tour.stops[before]
            if start <= _later(earlier.end, tour.buffer_days):
                arguments = {"start": earlier.start, "end": earlier.end, "days": str(tour.buffer_days)}
                problem = make_problem("E252", source.path, _span(source, after, "start"), **arguments)
                yield problem._replace(second=_span(source, before, "start"))


def _span(source: Source, index: int, field: str) -> tuple[int, int, int]:
    _, line, column, end_column = source.position(("stops", index, field))
    return line, column, end_column


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def days_of(stops: Sequence[Stop]) -> tuple[str | None, str | None]:
    """Give the first and the last day of a tour."""
    if not stops:
        return None, None
    return min(stop.start for stop in stops), max(stop.end for stop in stops)


def free_copies(copies: int, buffer_days: int, ends: Sequence[tuple[int, str]], today: str) -> list[Free]:
    """Tell for each copy from when it can be borrowed, the way back included; today at the earliest.

    `ends` are the copy and the last day of every stop.
    """
    free = []
    for copy in range(1, copies + 1):
        back = [_later(end, buffer_days + 1) for number, end in ends if number == copy]
        free.append(Free(copy, max([today, *back])))
    return free
