import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from plugins.exports.json_ld import identify
from plugins.exports.schema_org.records import describe
from plugins.exports.schema_org.voice import Voice
from plugins.records.model import Exhibition
from plugins.records.source import read_source
from tests.browser.document import parse
from tests.exhibitions.built import TOUR

VOICE = Voice(lambda text: text.best("bg").text, identify, lambda _kind, _id: None)
# https://schema.org/ExhibitionEvent, and what search engines ask of events
ASKED = {
    *("name", "description", "startDate", "endDate", "location", "organizer", "image", "url"),
    *("inLanguage", "eventStatus", "eventAttendanceMode", "isAccessibleForFree"),
}
STATES = {f"https://schema.org/Event{state}" for state in ("Scheduled", "Cancelled", "Postponed", "Rescheduled")}
PANELS = ({"id": "a", "heading": "Реката"},)
PLACE = {
    "@type": "Place",
    "name": "Фоайе",
    "identifier": "BG",
    "address": {"@type": "PostalAddress", "addressCountry": "BG"},
}


def exhibition(**fields: object) -> dict[str, object]:
    """Describe an exhibition with these fields."""
    return describe(Exhibition.model_validate({"id": "arda", "name": "Арда", "panels": PANELS, **fields}), VOICE)


def test_an_exhibition_is_an_event_that_says_when_where_and_by_whom() -> None:
    """Everything that calendars and search engines ask of an event is there."""
    days = {"start": "2026-11-01", "end": "2026-12-01", "venue": "Фоайе", "place": "BG"}
    node = exhibition(**days, curators=({"role": "Текстове", "organisation": "most"},))
    assert (node["@type"], node["startDate"], node["endDate"]) == ("ExhibitionEvent", "2026-11-01", "2026-12-01")
    assert node["eventStatus"] == "https://schema.org/EventScheduled"
    assert node["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert node["location"] == PLACE
    assert node["organizer"] == [{"@type": "Organization", "@id": "organisations/most.html#organisation"}]


def test_each_stop_of_a_tour_is_an_event_of_its_own() -> None:
    """With its days and its place, and the whole tour has the places of all."""
    tour = read_source("tour.yaml", TOUR).data
    node = exhibition(tour=tour, start="2026-11-01", end="2026-12-20")
    stops = node["subEvent"]
    assert isinstance(stops, list)
    assert [(stop["startDate"], stop["endDate"], stop["location"]["name"]) for stop in stops] == [
        ("2026-11-01", "2026-11-10", "Читалище"),
        ("2026-12-05", "2026-12-20", "Училище"),
    ]
    assert node["location"] == [stop["location"] for stop in stops]


def test_a_stop_says_all_that_the_whole_says() -> None:
    """Somebody who reads of one stop alone knows what it is, of what it is a part, and when it is opened."""
    tour = read_source(
        "tour.yaml", TOUR.replace("end: 2026-11-10", "end: 2026-11-10\n    opening: 2026-11-01T17:30")
    ).data
    node = exhibition(tour=tour, start="2026-11-01", end="2026-12-20", summary="За реката.")
    first, second = cast("list[dict[str, object]]", node["subEvent"])
    shared = {"name", "description", "organizer", "image", "url", "inLanguage", "isAccessibleForFree", "eventStatus"}
    assert all(each.get(name) == node.get(name) for each in (first, second) for name in shared)
    assert first["superEvent"] == second["superEvent"] == {"@id": node["@id"]}
    assert (first["doorTime"], "doorTime" in second) == ("2026-11-01T17:30:00+02:00", False)
    assert len({node["@id"], first["@id"], second["@id"]}) == 3


@pytest.mark.parametrize(("fee", "free"), [({}, True), ({"fee": "2 евро"}, False)])
def test_nothing_is_paid_unless_it_is_said(fee: dict[str, object], free: bool) -> None:  # noqa: FBT001 - a table
    """A fee in words makes the event one that is not free."""
    assert exhibition(start="2026-11-01", **fee)["isAccessibleForFree"] is free


def test_every_exhibition_of_the_sites_is_a_complete_event(sites: Path) -> None:
    """What schema.org and search engines ask of an event is there, for the whole and for each stop."""
    events = [event for page in exhibitions_of(sites) for event in events_of(page)]
    assert {len(event.get("subEvent", [])) for event in events} >= {0, 5}
    stops = [stop for event in events for stop in event.get("subEvent", [])]
    for event in (*events, *stops):
        assert ASKED - event.keys() == set(), event["@id"]
        assert event["startDate"] <= event["endDate"]
        places = event["location"] if isinstance(event["location"], list) else [event["location"]]
        assert {place["@type"] for place in places} == {"Place"}
        assert all(place["name"] and place["address"]["addressCountry"] == "BG" for place in places)
        assert all(place["address"]["@type"] == "PostalAddress" for place in places)
        assert event["eventStatus"] in STATES
        assert event["image"].endswith((".png", ".jpg"))
        assert "organizer" in event


def test_the_picture_and_the_page_of_an_event_are_there(sites: Path) -> None:
    """Their addresses are those of files of the site."""
    for page in exhibitions_of(sites):
        site = sites / page.relative_to(sites).parts[0]
        for event in events_of(page):
            root = event["url"].removesuffix(page.relative_to(site).as_posix())
            assert (site / event["image"].removeprefix(root)).is_file()


def exhibitions_of(sites: Path) -> list[Path]:
    """Give the pages of the exhibitions of all sites in all languages."""
    found = (
        path
        for path in sorted(sites.glob("[!.]*/**/exhibitions/*.html"))
        if (path.with_suffix("") / "take.html").is_file()
    )
    pages = list(found)
    assert len(pages) > 20
    return pages


def events_of(page: Path) -> Iterator[dict[str, Any]]:
    """Give the events that a page tells of, those of a tour apart."""
    for script in parse(page.read_text(encoding="utf-8")).find_all("script"):
        if script.attributes.get("type") == "application/ld+json":
            yield from (node for node in json.loads(script.text)["@graph"] if node["@type"] == "ExhibitionEvent")
