"""Say in the words of schema.org what takes place: events, and exhibitions with the stops of their tours."""

from plugins.exports.schema_org.voice import CONTEXT, Node, Voice, describe_venue, known, reference, say_maybe
from plugins.records.model import Base, Event, Exhibition
from plugins.records.model.exhibition import Stop
from plugins.records.moments import with_offset

_EVENTS = {
    "exhibition": "ExhibitionEvent",
    "training": "EducationEvent",
    "workshop": "EducationEvent",
    "lecture": "EducationEvent",
    "reading": "LiteraryEvent",
    "screening": "ScreeningEvent",
    "volunteering": "SocialEvent",
    "collection": "SocialEvent",
    "celebration": "SocialEvent",
    "concert": "MusicEvent",
    "market": "SaleEvent",
}
_STATES = {
    "scheduled": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
    "moved": "EventRescheduled",
}


def describe_event(record: Base, voice: Voice) -> Node:
    """Describe an event; of what repeats, its first time."""
    assert isinstance(record, Event)  # noqa: S101
    online = record.online and {"@type": "VirtualLocation", "url": record.online}
    where = describe_venue(record.venue, record.place, voice)
    modes = {(True, True): "Mixed", (True, False): "Online"}
    mode = modes.get((bool(online), bool(where)), "Offline")
    return {
        "@type": _EVENTS.get(record.kind, "Event"),
        "startDate": with_offset(record.start),
        "endDate": record.end and with_offset(record.end),
        "eventStatus": f"{CONTEXT}/{_STATES[record.state]}",
        "eventAttendanceMode": f"{CONTEXT}/{mode}EventAttendanceMode",
        "location": [each for each in (where, online) if each],
        "organizer": [reference("organisation", id, "Organization", voice) for id in record.organisers],
        "about": [reference("cause", id, "DefinedTerm", voice) for id in record.causes],
        "inLanguage": list(record.languages),
    }


def describe_exhibition(record: Base, voice: Voice) -> Node:
    """Describe an exhibition: an event with the stops of its tour, or a work where no day is known."""
    assert isinstance(record, Exhibition)  # noqa: S101
    about = [reference("cause", id, "DefinedTerm", voice) for id in record.causes]
    # on the page itself the panels can be read
    panels = record.panels if voice.page else ()
    parts = [{"@type": "CreativeWork", "name": voice.say(panel.heading)} for panel in panels]
    if record.start is None:
        return {"@type": "CreativeWork", "about": about, "hasPart": parts}
    stops = record.tour.stops if record.tour else ()
    return {
        **_showing(record, voice),
        "startDate": record.start,
        "endDate": record.end,
        "location": describe_venue(record.venue, record.place, voice)
        or [describe_venue(stop.venue, stop.place, voice) for stop in stops],
        "subEvent": [_stop(stop, record, voice) for stop in stops],
        "about": about,
        "workFeatured": parts and {"@type": "CreativeWork", "name": voice.say(record.name), "hasPart": parts},
    }


def _stop(stop: Stop, record: Exhibition, voice: Voice) -> Node:
    """Describe the days of an exhibition at one of the places that it travels to."""
    whole = voice.identify(record.type, record.id)
    return known(
        {
            **_showing(record, voice),
            "@id": f"{whole}-{stop.start}-{stop.number}",
            "name": voice.say(record.name),
            "description": say_maybe(record.summary, voice),
            "startDate": stop.start,
            "endDate": stop.end,
            "doorTime": stop.opening and with_offset(stop.opening),
            "location": describe_venue(stop.venue, stop.place, voice),
            "superEvent": {"@id": whole},
        }
    )


def _showing(record: Exhibition, voice: Voice) -> Node:
    """Say what holds of an exhibition wherever it is shown."""
    setting = voice.setting
    curators = (each.organisation for each in record.curators if each.organisation)
    organisers = [reference("organisation", id, "Organization", voice) for id in curators]
    return {
        "@type": "ExhibitionEvent",
        "eventStatus": f"{CONTEXT}/EventScheduled",
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
        "organizer": organisers or (setting and setting.library),
        "image": setting and setting.image,
        "url": setting and setting.url,
        "inLanguage": [lang for lang, _ in record.name.pairs],
        "isAccessibleForFree": record.fee is None,
    }
