"""Plan what an exhibition that travels needs: a page on how to borrow it, and a calendar of its stops."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID, uuid5

from plugins.exhibitions.facts import Facts
from plugins.exhibitions.tour import free_copies
from plugins.records.brief import Brief
from plugins.records.model import Exhibition
from plugins.records.model.exhibition import Stop
from plugins.site.page import Page, Whole
from plugins.site.view import SiteView

DOOR = "exhibitions"
PRODUCT = "-//Sredishte//Sredishte//BG"
# drawn once; the identifiers of all stops hang on it
_NAMESPACE = UUID("b7a7b7de-0c3c-4a53-9f0f-0d8f6a0c7d11")


def path_of_borrowing(brief: Brief) -> str:
    """Give the path of the page on how to borrow an exhibition, inside the root of a language."""
    return f"exhibitions/{brief.id}/borrow.html"


def path_of_calendar(brief: Brief) -> str:
    """Give the path of the calendar of an exhibition's stops, inside the root of a language."""
    return f"exhibitions/{brief.id}/tour.ics"


def plan_tour(view: SiteView, brief: Brief, facts: Facts) -> Iterator[Page]:
    """Plan the page and the calendar of an exhibition that travels; nothing for one that does not."""
    if facts.tour is None:
        return
    copies = free_copies(*facts.tour, view.build.date)
    free = tuple({"number": each.number, "since": each.since} for each in copies)
    yield Page(path_of_borrowing(brief), "exhibition_borrow.html", {"record": Whole(brief), "free": free}, DOOR)
    if facts.tour[2]:
        inputs = {"record": Whole(brief), "places": places_of_stops(view, brief)}
        yield Page(path_of_calendar(brief), render_calendar, inputs)


def places_of_stops(view: SiteView, brief: Brief) -> dict[str, Brief]:
    """Give the places of the stops by their codes."""
    codes = sorted({r.id for r in brief.references if r.field[0] == "tour" and r.type == "place"})
    return {code: place for code in codes if (place := view.catalogue.place(code))}


def render_calendar(view: SiteView, inputs: Mapping[str, object]) -> bytes:
    """Write the stops of the exhibition `record` as a calendar (RFC 5545)."""
    # loaded only where a tour changed: the import takes a fifteenth of a second
    from icalendar import Calendar, Event  # noqa: PLC0415

    record = cast("Exhibition", inputs["record"])
    places = cast("Mapping[str, Brief]", inputs["places"])
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", record.name.best(view.lang).text)
    for stop in sorted(record.tour.stops if record.tour else (), key=lambda each: (each.start, each.number)):
        event = Event()
        event.add("uid", _identify(record, stop))
        event.add("dtstamp", datetime.fromisoformat(view.build.date or stop.start))
        event.add("dtstart", date.fromisoformat(stop.start))
        event.add("dtend", date.fromisoformat(stop.end) + timedelta(days=1))
        event.add("summary", record.name.best(view.lang).text)
        place = places.get(stop.place or "")
        names = [text.best(view.lang).text for text in (stop.venue, place and place.name) if text]
        event.add("location", ", ".join(names))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _identify(record: Exhibition, stop: Stop) -> str:
    """Give the UID of a stop: its venue and copy, whose days may be moved."""
    return str(uuid5(_NAMESPACE, f"{record.id}/{stop.number}/{stop.place}/{stop.venue.best('bg').text}"))
