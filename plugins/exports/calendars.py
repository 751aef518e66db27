"""Write what has a date as calendars (iCalendar, RFC 5545): of the site, a cause, an organisation, a record.

An event keeps its UID in every calendar and language, so that a subscriber sees it once; a
change of its state raises its SEQUENCE, and a later check its DTSTAMP.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, cast

from plugins.exports.identity import identify
from plugins.exports.selection import base_address, words
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.moments import SUMMER, UNKNOWN_DAY, WINTER, ZONE, day_of, is_day
from plugins.records.recurrence import calendar_rule, changed_occurrences, first_occurrence
from plugins.site.page import Page
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

if TYPE_CHECKING:
    from icalendar import Calendar, Component, Event

FILE_NAME = "calendar.ics"
MEDIA_TYPE = "text/calendar"
PRODUCT = "-//Sredishte//Sredishte//BG"
REFRESH = timedelta(days=1)
# the types whose pages offer their own date, and the fields that say who makes it happen
DATED = ("event", "exhibition", "opportunity")
ORGANISERS = frozenset({"organisers", "organisation", "curators"})
# state → its STATUS and SEQUENCE: what changed later stands higher
STATES = {
    "scheduled": ("CONFIRMED", 0),
    "moved": ("CONFIRMED", 1),
    "postponed": ("TENTATIVE", 2),
    "cancelled": ("CANCELLED", 3),
}


def plan_calendars(view: SiteView) -> Iterator[Page]:
    """Plan the calendar of the site, of each cause and organisation that has events, and of each thing with a date."""
    yield _plan(view, FILE_NAME, view.site.title, events_of(view), "events")
    for kind in ("cause", "organisation"):
        for brief in view.catalogue.of(kind):
            events = view.catalogue.referring(brief, "event")
            if events and brief.status != "removed":
                yield _plan(view, calendar_path(brief), brief.name, events, FOLDER_OF_TYPE[kind])
    for kind in DATED:
        for brief in view.catalogue.of(kind):
            if brief.start and brief.status != "removed":
                yield _plan(view, calendar_path(brief), brief.name, (brief,), FOLDER_OF_TYPE[kind])


def calendar_path(brief: Brief) -> str:
    """Give the path of the calendar of a record."""
    return path_of(brief).removesuffix(".html") + ".ics"


def events_of(view: SiteView) -> tuple[Brief, ...]:
    """Give the events that the site lists."""
    return tuple(brief for brief in view.catalogue.of("event") if brief.status != "removed")


def _plan(view: SiteView, path: str, title: Text, events: Iterable[Brief], door: str) -> Page:
    entries = tuple(_facts(view, event) for event in sorted(events, key=lambda b: (b.start, b.id)))
    dated = all(brief.checked for entry in entries if isinstance(brief := entry["event"], Brief))
    newest = "" if dated else view.build.date
    return Page(path, render, {"title": title, "entries": entries, "newest": newest}, door)


def _facts(view: SiteView, event: Brief) -> dict[str, object]:
    codes = [r.id for r in event.references if r.field == ("place",)]
    names = [r.id for r in event.references if r.field[0] in ORGANISERS and r.type == "organisation"]
    found = (view.catalogue.get("organisation", id) for id in names)
    return {
        "event": event,
        "place": view.catalogue.place(codes[0]) if codes else None,
        "organisers": tuple(organiser for organiser in found if organiser is not None),
    }


def render(view: SiteView, inputs: Mapping[str, object]) -> bytes:
    """Write a calendar."""
    # loaded only by a build in which a calendar changed: the import takes a fifteenth of a second
    from icalendar import Calendar  # noqa: PLC0415

    title, newest = cast("Text", inputs["title"]).best(view.lang), str(inputs["newest"]) or UNKNOWN_DAY
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    _say(calendar, "name", title.text, title.lang)
    _say(calendar, "x-wr-calname", title.text, title.lang)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    entries = cast("tuple[Mapping[str, object], ...]", inputs["entries"])
    if any(not is_day(cast("Brief", entry["event"]).start) for entry in entries):
        calendar.add_component(_zone())
    for event in (event for entry in entries for event in _events(view, entry, newest)):
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _events(view: SiteView, entry: Mapping[str, object], newest: str) -> Iterator[Event]:
    """Yield an event, and after it those of its times that were cancelled or moved."""
    brief = cast("Brief", entry["event"])
    first = first_occurrence(brief) if brief.recurrence else None
    event = _event(view, entry, first or brief, newest)
    if first is not None:
        _add_rule(event, first)
        yield event
        for on, changed in changed_occurrences(brief):
            time = _event(view, entry, changed, newest)
            _add_time(time, "recurrence-id", on, whole_days=is_day(on))
            yield time
    else:
        yield event


def _event(view: SiteView, entry: Mapping[str, object], brief: Brief, newest: str) -> Event:
    from icalendar import Event  # noqa: PLC0415 - as above

    status, sequence = STATES[brief.state or "scheduled"]
    event = Event()
    event.add("uid", identify(brief.type, brief.id))
    event.add("dtstamp", datetime.combine(day_of(brief.checked or newest), datetime.min.time(), UTC))
    event.add("sequence", sequence)
    event.add("status", status)
    _add_times(event, brief)
    _say(event, "summary", *brief.name.best(view.lang))
    if brief.summary:
        _say(event, "description", *brief.summary.best(view.lang))
    _add_place(event, view, brief, cast("Brief | None", entry["place"]))
    for organiser in cast("tuple[Brief, ...]", entry["organisers"]):
        _say(event, "contact", *organiser.name.best(view.lang))
    if brief.type == "event":
        event.add("categories", [words(view.site.label("event-kinds", brief.kind), view.lang)])
    if base_address(view):
        event.add("url", base_address(view) + view.root + path_of(brief))
    return event


def _add_rule(event: Event, brief: Brief) -> None:
    from icalendar import vRecur  # noqa: PLC0415 - as above

    event.add("rrule", vRecur.from_ical(calendar_rule(brief.recurrence, brief.start)))


def _add_times(event: Event, brief: Brief) -> None:
    """Add start and end: a day that is named as the last one belongs to the event."""
    whole_days = is_day(brief.start)
    _add_time(event, "dtstart", brief.start, whole_days=whole_days)
    if brief.end and (whole_days or is_day(brief.end)):
        after = (day_of(brief.end) + timedelta(days=1)).isoformat()
        _add_time(event, "dtend", after if whole_days else f"{after}T00:00", whole_days=whole_days)
    elif whole_days:
        _add_time(event, "dtend", (day_of(brief.start) + timedelta(days=1)).isoformat(), whole_days=True)
    elif brief.end > brief.start:
        _add_time(event, "dtend", brief.end, whole_days=False)


def _add_time(event: Event, name: str, moment: str, *, whole_days: bool) -> None:
    if whole_days:
        event.add(name, date.fromisoformat(moment[:10]))
    else:
        event.add(name, datetime.fromisoformat(moment), {"TZID": ZONE})


def _add_place(event: Event, view: SiteView, brief: Brief, place: Brief | None) -> None:
    texts = [text.best(view.lang) for text in (brief.venue, place and place.name) if text]
    if texts:
        _say(event, "location", ", ".join(phrase.text for phrase in texts), texts[0].lang)


def _say(component: Component, name: str, text: str, lang: str) -> None:
    component.add(name, text, {"LANGUAGE": lang})


def _zone() -> Calendar | Component:
    """Describe the clocks of Bulgaria by the rule that has held since 1997."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415 - as above

    zone = Timezone()
    zone.add("tzid", ZONE)
    for change, begins, before, after, name, month in (
        (TimezoneDaylight(), datetime(1997, 3, 30, 3), WINTER, SUMMER, "EEST", 3),  # noqa: DTZ001 - local
        (TimezoneStandard(), datetime(1997, 10, 26, 4), SUMMER, WINTER, "EET", 10),  # noqa: DTZ001 - local
    ):
        change.add("dtstart", begins)
        change.add("tzoffsetfrom", before)
        change.add("tzoffsetto", after)
        change.add("tzname", name)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(change)
    return zone
