from plugins.exports.json_ld import identify
from plugins.exports.schema_org import Voice, describe
from plugins.records.model import Exhibition
from plugins.records.source import read_source
from tests.exhibitions.built import TOUR

VOICE = Voice(lambda text: text.best("bg").text, identify, lambda _kind, _id: None)
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
