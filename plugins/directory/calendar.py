"""Plan the calendar: a page for every month in which something happens, with its days and its agenda."""

from calendar import Calendar
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from plugins.directory.boards import Board, Groups, plan_board
from plugins.directory.entries import TOLD, by_start, dated_entries, is_past, last_day, listed, spaced
from plugins.languages.dates import weekdays
from plugins.records.brief import Brief
from plugins.records.recurrence import changed_occurrences, next_occurrence, occurrences
from plugins.site.page import Input, Page
from plugins.site.urls import path_of
from plugins.site.view import SiteView

DOOR = "events"
# what lasts longer stands on its first and last day only, or it would fill the month
LONGEST = 7
# how many names a day of the grid has room for; the agenda below holds all
NAMED = 2
# how many of the next times the page of something repeated names
NEXT = 4


def happenings(view: SiteView) -> list[Brief]:
    """Give everything that happens, by its start; what is repeated stands once for each time, on its own."""
    found = (each for event in listed(view, "event") for each in occurrences(event, view.build.date))
    return by_start(each._replace(recurrence="") for each in found)


def agenda(view: SiteView) -> tuple[list[Brief], list[Brief]]:
    """Give what is coming, soonest first, and what is past, latest first; what is repeated stands once."""
    return by_time(view, listed(view, "event"))


def by_time(view: SiteView, events: Iterable[Brief]) -> tuple[list[Brief], list[Brief]]:
    """Part events into those that are coming, soonest first, and those that are past, latest first."""
    today = view.build.date
    ranked = by_start(next_occurrence(event, today) for event in events)
    return [e for e in ranked if not is_past(e, today)], [e for e in reversed(ranked) if is_past(e, today)]


def in_time(view: SiteView, events: Sequence[Brief]) -> Groups:
    """Group events into what is coming and what is past."""
    coming, past = by_time(view, events)
    return ("coming", coming), ("past", past)


BOARD = Board("event", "calendar.html", {"kind": lambda brief: (brief.kind,)}, in_time, causes=True)


def repeated_inputs(view: SiteView, brief: Brief) -> dict[str, Input]:
    """Give the next times of what is repeated, those that were cancelled or moved, and the last day of all."""
    today = view.build.date
    times = occurrences(brief, today) if brief.recurrence else ()
    coming = [each.start for each in times if each.start[:10] >= today and each.state != "cancelled"]
    return {
        "times": tuple(coming[:NEXT]),
        "spaced": spaced([moment[:10] for moment in coming[:TOLD]]),
        "last": last_day(brief),
        "made": today,
        "changes": tuple(
            {"on": on, "state": each.state, "start": each.start}
            for on, each in (changed_occurrences(brief) if brief.recurrence else ())
            if max(on, each.start)[:10] >= today
        ),
    }


def plan_calendar(view: SiteView) -> Iterator[Page]:
    """Plan the agenda, whole and narrowed, and the page of every month in which something starts."""
    months = Counter(month for month, _ in {(each.start[:7], each.id) for each in happenings(view)})
    extra = {"months": tuple({"month": month, "count": months[month]} for month in sorted(months))}
    yield from plan_board(view, BOARD, extra)
    yield from plan_months(view)


def plan_months(view: SiteView) -> Iterator[Page]:
    """Plan the page of every month in which something starts."""
    by_month = groupby(happenings(view), lambda each: each.start[:7])
    found = [(month, list(briefs)) for month, briefs in by_month]
    months = tuple(month for month, _ in found)
    for at, (month, briefs) in enumerate(found):
        inputs = {
            "month": month,
            "before": months[at - 1] if at else None,
            "after": months[at + 1] if at + 1 < len(months) else None,
            "weekdays": tuple({"name": name, "short": short} for name, short in weekdays(view.lang)),
            "weeks": _weeks(view, month, briefs),
            "days": tuple(
                {"date": day, "fragment": _fragment(day), "entries": dated_entries(view, group)}
                for day, group in groupby(briefs, lambda b: b.start[:10])
            ),
            "total": len(briefs),
            "made": view.build.date,
        }
        yield Page(path_of("events-in-month", month=month), "month.html", inputs, DOOR)


def _weeks(view: SiteView, month: str, briefs: Sequence[Brief]) -> tuple[tuple[dict[str, object] | None, ...], ...]:
    """Give the weeks of a month from Monday to Sunday; None for a day of another month."""
    year, number = (int(part) for part in month.split("-"))
    on: dict[str, list[Brief]] = {}
    for brief in briefs:
        for day in _days(brief):
            on.setdefault(day, []).append(brief)
    weeks = Calendar().monthdatescalendar(year, number)
    return tuple(tuple(_day(view, day, on) if day.month == number else None for day in week) for week in weeks)


def _day(view: SiteView, day: date, on: dict[str, list[Brief]]) -> dict[str, object]:
    iso = day.isoformat()
    here = on.get(iso, [])
    starts = any(brief.start[:10] == iso for brief in here)
    return {
        "day": day.day,
        "date": iso,
        "fragment": _fragment(iso) if starts else None,
        "named": tuple(view.catalogue.records[b.type, b.id] for b in here[:NAMED]),
        "more": len(here[NAMED:]),
        "count": len(here),
    }


def _fragment(day: str) -> str:
    """Give the anchor of a day in the agenda."""
    return f"d{day[8:]}"


def _days(brief: Brief) -> tuple[str, ...]:
    """Give the days that something takes; of what lasts long, the first and the last."""
    first = date.fromisoformat(brief.start[:10])
    last = date.fromisoformat((brief.end or brief.start)[:10])
    long = (last - first).days
    if long >= LONGEST:
        return first.isoformat(), last.isoformat()
    return tuple((first + timedelta(days=number)).isoformat() for number in range(long + 1))
