"""Plan the volunteer board, the pages of its opportunities, and the page of the volunteers' day."""

from collections.abc import Iterator, Sequence
from datetime import date

from plugins.directory.boards import Board, Groups
from plugins.directory.calendar import happenings, repeated_inputs
from plugins.directory.entries import by_start, dated_entries, last_day, listed, named, places, referred
from plugins.records.brief import Brief
from plugins.records.recurrence import next_occurrence
from plugins.site.page import Input, Page
from plugins.site.urls import path_of
from plugins.site.view import SiteView

# the international day of volunteers
DAY = "12-05"
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = frozenset(WEEK[:5])
# what most people have free comes first, then the week from day to day
WHEN = ("saturday", "sunday", "weekday", "evening", "once", "any-time", *WEEK[:5])
EVENING = "17:00"
AGES = ("any-age", "from-14", "from-16", "from-18")
# the days as rules of recurrence write them
RECURRING_ON = {day[:2].upper(): day for day in WEEK}


def is_over(brief: Brief, today: str) -> bool:
    """Tell whether help was needed only before the day `today` (ISO)."""
    last = last_day(brief)
    return bool(last) and last < today


def when(brief: Brief) -> tuple[str, ...]:
    """Say when one can help: on which days, on weekdays at all, in the evening, once, or at any time."""
    if not brief.start:
        return ("any-time",)
    days = [day for part in brief.recurrence.split(";") if part.startswith("BYDAY=") for day in part[6:].split(",")]
    on = {RECURRING_ON[day[-2:]] for day in days}
    daily = "FREQ=DAILY" in brief.recurrence
    on = on or set(WEEK if daily else [WEEK[date.fromisoformat(brief.start[:10]).weekday()]])
    on |= set() if WEEKDAYS.isdisjoint(on) else {"weekday"}
    evening = {"evening"} if brief.start[11:] >= EVENING else set()
    return tuple(sorted(on | evening | ({"once"} if not brief.recurrence else set())))


def age(brief: Brief) -> tuple[str, ...]:
    """Say from what age one can help, in steps that people look for."""
    least = brief.minimum_age
    return (next((step for step in AGES[1:] if least <= int(step[5:]) and least), AGES[-1]) if least else AGES[0],)


def where(brief: Brief) -> tuple[str, ...]:
    """Say whether one helps from afar or on the spot."""
    return ("remote",) if brief.remote else ("on-the-spot",)


def by_time(view: SiteView, briefs: Sequence[Brief]) -> Groups:
    """Group opportunities: those that are open, the soonest first, and those that are over."""
    today = view.build.date
    ranked = sorted((next_occurrence(brief, today) for brief in briefs), key=lambda b: (b.start[:10] or b.until, b.id))
    over = [brief for brief in reversed(ranked) if is_over(brief, today)]
    return ("open", [brief for brief in ranked if not is_over(brief, today)]), ("over", over)


BOARD = Board(
    "opportunity",
    "board.html",
    {
        "when": when,
        "where": where,
        "skill": lambda brief: brief.skills,
        "language": lambda brief: brief.languages,
        "age": age,
    },
    by_time,
    {"when": WHEN, "age": AGES},
    causes=True,
)


def opportunity_inputs(view: SiteView, brief: Brief) -> dict[str, Input]:
    """Give what the page of an opportunity shows beside the record."""
    at = [place for r in brief.references if r.field == ("place",) and (place := view.catalogue.place(r.id))]
    organisation = referred(view, brief, "organisation", "organisation")
    return {
        "organisation": organisation[0] if organisation else None,
        "place": at[0] if at else None,
        "places": places(view, brief),
        "causes": named(view, "cause", brief.causes),
        **repeated_inputs(view, brief),
        "over": is_over(brief, view.build.date),
    }


def plan_volunteers_day(view: SiteView) -> Iterator[Page]:
    """Plan the page of 5 December: everything that happens on that day of the newest year."""
    events = [each for each in happenings(view) if each.start[5:10] == DAY]
    help_needed = [each for each in listed(view, "opportunity") if each.start[5:10] == DAY]
    year = max((each.start[:4] for each in (*events, *help_needed)), default=view.build.date[:4])
    inputs = {
        "day": f"{year}-{DAY}",
        "regions": tuple(_of_region(view, region, year, events, help_needed) for region in _regions(view)),
        "made": view.build.date,
    }
    yield Page(path_of("volunteers-day"), "volunteers-day.html", inputs, "events")


def _regions(view: SiteView) -> tuple[Brief, ...]:
    """Give the regions that the site shows: its own, or all of them."""
    own = view.site.brief
    others = tuple(b for b in view.catalogue.whole.of("region") if b.id != own.id)
    return others if own.code == "BG" else (own,)


def _of_region(
    view: SiteView, region: Brief, year: str, events: Sequence[Brief], help_needed: Sequence[Brief]
) -> dict[str, object]:
    def here(briefs: Sequence[Brief]) -> list[Brief]:
        return by_start(b for b in briefs if b.start[:4] == year and _lies_in(view, b, region.code))

    return {
        "region": region.name,
        "events": dated_entries(view, here(events)),
        "opportunities": dated_entries(view, here(help_needed)),
    }


def _lies_in(view: SiteView, brief: Brief, code: str) -> bool:
    return any(code in view.catalogue.within(each) for each in brief.area)
