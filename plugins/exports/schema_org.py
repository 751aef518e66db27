"""Say what a record is in the words of schema.org: one function for each type.

A description is told by a `Voice`: the open data gives every language of a text and names
other records by their address; a page speaks its own language and may call them by name.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from plugins.exports.geojson import position
from plugins.exports.licences import address_of
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import (
    Action,
    Base,
    Cause,
    Coalition,
    Event,
    Exhibition,
    Funder,
    Need,
    Neighbour,
    Opportunity,
    Organisation,
    Place,
    Record,
    Region,
    Resource,
    Study,
)
from plugins.records.model.exhibition import Stop
from plugins.records.model.organisation import Location, Service
from plugins.records.moments import with_offset

CONTEXT = "https://schema.org"
Node = dict[str, object]

_ORGANISATIONS = {
    "association": "NGO",
    "foundation": "NGO",
    "chitalishte": "NGO",
    "cooperative": "Cooperative",
    "trade-union": "WorkersUnion",
    "library": "Library",
    "school": "School",
    "municipality": "GovernmentOrganization",
    "state-body": "GovernmentOrganization",
    "company": "Corporation",
}
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
_ACTIONS = {
    "planned": "PotentialActionStatus",
    "running": "ActiveActionStatus",
    "answered": "CompletedActionStatus",
    "won": "CompletedActionStatus",
    "lost": "FailedActionStatus",
    "closed": "CompletedActionStatus",
}
# the register of a number, as org-id.guide and ROR name it
_REGISTERS = {"BG-EIK": "BG-EIK", "ROR": "ROR"}
_SAME = frozenset({"website", "facebook", "profile", "register"})


class Setting(NamedTuple):
    """What a page adds to the description of an event: its address, a picture, who answers where nobody else does."""

    url: str
    image: str
    library: Node


class Voice(NamedTuple):
    """How a description is told."""

    # a text in what languages it shall have
    say: Callable[[Text], object]
    # a record of a type and id → the address that stands for it in every language
    identify: Callable[[str, str], str]
    # a record as its page may show it; None where it may not
    find: Callable[[str, str], Brief | None]
    # the page about a record, where that is not the very page that speaks
    page: Callable[[Record], str] | None = None
    # where the description stands, if that is a page
    setting: Setting | None = None


def describe(record: Record, voice: Voice) -> Node:
    """Describe a record; properties that say nothing are left out."""
    own = _OWN[type(record)](record, voice)
    shared: Node = {
        "@id": voice.identify(record.type, record.id),
        "name": voice.say(record.name),
        "alternateName": list(record.aliases),
        "description": _maybe(record.summary, voice),
        "mainEntityOfPage": voice.page and voice.page(record),
        "sameAs": [link.url for link in record.links if link.rel in _SAME],
    }
    return known({"@type": own.pop("@type"), **shared, **own})


def known(node: Mapping[str, object]) -> Node:
    """Leave out what is empty."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {}, ())}


def reference(kind: str, id: str, schema_type: str, voice: Voice) -> Node:
    """Name another record."""
    brief = voice.find(kind, id)
    return known(
        {"@type": schema_type, "@id": voice.identify(kind, id), "name": brief and voice.say(brief.name)},
    )


def organisation_type(kind: str) -> str:
    """Give the type of an organisation of a kind."""
    return _ORGANISATIONS.get(kind, "Organization")


def licence(name: str) -> str | Node:
    """Give the address of a licence that is known by name; any other is a work of that name."""
    return address_of(name) or {"@type": "CreativeWork", "name": name}


def _maybe(text: Text | None, voice: Voice) -> object:
    return None if text is None else voice.say(text)


def _organisation(record: Base, voice: Voice) -> Node:
    assert isinstance(record, Organisation)  # noqa: S101 - `_OWN` says so
    legal, contact = record.legal, record.contact
    return {
        "@type": organisation_type(record.kind),
        "url": contact and contact.website,
        "email": contact and contact.email,
        "telephone": list(contact.phones) if contact else None,
        "location": [_location(location, voice) for location in record.locations],
        "areaServed": _areas(record.area, voice),
        "knowsLanguage": list(record.languages),
        "knowsAbout": [reference("cause", id, "DefinedTerm", voice) for id in record.causes],
        "makesOffer": [_offer(service, voice) for service in record.services],
        "member": [reference("organisation", id, "Organization", voice) for id in record.members],
        "identifier": [
            known({"@type": "PropertyValue", "propertyID": _REGISTERS.get(each.scheme), "value": each.id})
            for each in (legal.identifiers if legal else ())
        ],
        "foundingDate": legal and legal.founded,
        "dissolutionDate": legal and legal.dissolved,
    }


def _location(location: Location, voice: Voice) -> Node:
    place = voice.find("place", location.place)
    address = known(
        {
            "@type": "PostalAddress",
            "streetAddress": _maybe(location.address, voice),
            "postalCode": location.postcode,
            "addressLocality": place and voice.say(place.name),
            "addressCountry": "BG",
        }
    )
    point = position(location.coordinates)
    geo = point and {"@type": "GeoCoordinates", "latitude": point[1], "longitude": point[0]}
    easier = [{"@type": "LocationFeatureSpecification", "name": term, "value": True} for term in location.access]
    return known({"@type": "Place", "address": address, "geo": geo, "amenityFeature": easier})


def _offer(service: Service, voice: Voice) -> Node:
    audience = service.audience and {"@type": "Audience", "audienceType": voice.say(service.audience)}
    what = {
        "@type": "Service",
        "name": voice.say(service.name),
        "serviceType": service.category,
        "audience": audience,
        "areaServed": _areas(service.area, voice),
    }
    return {"@type": "Offer", "itemOffered": known(what)}


def _areas(codes: tuple[str, ...], voice: Voice) -> list[Node]:
    return [_area(code, voice) for code in codes]


def _area(code: str, voice: Voice) -> Node:
    place = voice.find("place", code)
    return known({"@type": "AdministrativeArea", "identifier": code, "name": place and voice.say(place.name)})


def _cause(record: Base, voice: Voice) -> Node:
    assert isinstance(record, Cause)  # noqa: S101
    return {
        "@type": "DefinedTerm",
        "termCode": record.id,
        "disambiguatingDescription": voice.say(record.question),
    }


def _coalition(record: Base, voice: Voice) -> Node:
    assert isinstance(record, Coalition)  # noqa: S101
    members = [member.organisation for member in record.members if member.until is None]
    return {
        "@type": "Consortium",
        "member": [reference("organisation", id, "Organization", voice) for id in members],
        "areaServed": _areas(record.area, voice),
        "knowsAbout": [reference("cause", id, "DefinedTerm", voice) for id in record.causes],
    }


def _event(record: Base, voice: Voice) -> Node:
    assert isinstance(record, Event)  # noqa: S101
    online = record.online and {"@type": "VirtualLocation", "url": record.online}
    where = _venue(record.venue, record.place, voice)
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


def _exhibition(record: Base, voice: Voice) -> Node:
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
        "location": _venue(record.venue, record.place, voice)
        or [_venue(stop.venue, stop.place, voice) for stop in stops],
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
            "description": _maybe(record.summary, voice),
            "startDate": stop.start,
            "endDate": stop.end,
            "doorTime": stop.opening and with_offset(stop.opening),
            "location": _venue(stop.venue, stop.place, voice),
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


def _venue(venue: Text | None, code: str | None, voice: Voice) -> Node | None:
    if venue is None and code is None:
        return None
    place = voice.find("place", code) if code else None
    address = {"@type": "PostalAddress", "addressLocality": place and voice.say(place.name), "addressCountry": "BG"}
    return known({"@type": "Place", "name": _maybe(venue, voice), "identifier": code, "address": known(address)})


def describe_place(place: Place | Brief, address: str, say: Callable[[Text], object]) -> Node:
    """Describe a place; its point is known of a whole record only."""
    point = position(place.coordinates) if isinstance(place, Place) else None
    geo = point and {"@type": "GeoCoordinates", "latitude": point[1], "longitude": point[0]}
    around = place.parent and {"@type": "AdministrativeArea", "identifier": place.parent}
    return known(
        {
            "@type": "AdministrativeArea",
            "@id": address,
            "name": say(place.name),
            "alternateName": list(place.aliases),
            "identifier": place.code,
            "geo": geo,
            "containedInPlace": around,
        }
    )


def describe_site(region: Region, funders: Sequence[Funder], say: Callable[[Text], object], address: str) -> Node:
    """Describe the site itself, who keeps it, of what region it is, and who paid."""
    library = region.library
    keeper = {
        "@type": "Library",
        "name": say(library.name),
        "email": library.email,
        "telephone": list(library.phones),
        "url": library.website,
        "address": library.address and say(library.address),
    }
    return known(
        {
            "@type": "WebSite",
            "url": address,
            "name": say(region.title),
            "description": say(region.tagline),
            "inLanguage": list(region.languages),
            "publisher": known(keeper),
            "about": {"@type": "AdministrativeArea", "name": say(region.name), "identifier": region.code},
            "funding": [_grant(funder, say) for funder in funders],
        }
    )


def _grant(funder: Funder, say: Callable[[Text], object]) -> Node:
    return known(
        {
            "@type": "Grant",
            "name": say(funder.programme or funder.name),
            "identifier": funder.contract,
            "url": funder.website,
            "funder": {"@type": "Organization", "name": say(funder.name)},
        }
    )


def describe_copy(copy: Neighbour, say: Callable[[Text], object]) -> Node:
    """Describe the copy of somebody's open data."""
    return {
        "@type": "Dataset",
        "name": say(copy.name),
        "isBasedOn": copy.address,
        "publisher": {"@type": "Organization", "name": say(copy.publisher)},
        "license": licence(copy.licence),
        "dateModified": copy.copied,
    }


def _action(record: Base, voice: Voice) -> Node:
    assert isinstance(record, Action)  # noqa: S101
    outcome = record.outcome
    return {
        "@type": "Action",
        "actionStatus": f"{CONTEXT}/{_ACTIONS[record.state]}",
        "agent": [reference("organisation", id, "Organization", voice) for id in record.organisers],
        "participant": {"@type": "Organization", "name": voice.say(record.addressee)},
        "object": [{"@type": "Thing", "name": voice.say(ask)} for ask in record.asks],
        "startTime": record.start and with_offset(f"{record.start}T00:00"),
        "endTime": record.deadline and with_offset(f"{record.deadline}T23:59"),
        "result": outcome and known({"@type": "CreativeWork", "dateCreated": outcome.date, "url": outcome.evidence}),
    }


def _opportunity(record: Base, voice: Voice) -> Node:
    assert isinstance(record, Opportunity)  # noqa: S101
    return {
        "@type": "JobPosting",
        "title": voice.say(record.name),
        "employmentType": "VOLUNTEER",
        "hiringOrganization": reference("organisation", record.organisation, "Organization", voice),
        "responsibilities": [voice.say(task) for task in record.tasks],
        "jobLocation": _venue(record.venue, record.place, voice),
        "jobLocationType": "TELECOMMUTE" if record.remote else None,
        "jobStartDate": record.start and with_offset(record.start),
        "validThrough": record.until,
        "workHours": _maybe(record.hours, voice),
        "skills": list(record.skills),
        "jobBenefits": [voice.say(text) for text in (record.training, record.insurance, record.expenses) if text],
    }


def _need(record: Base, voice: Voice) -> Node:
    assert isinstance(record, Need)  # noqa: S101
    who = record.organisation and reference("organisation", record.organisation, "Organization", voice)
    return {
        "@type": "Offer" if record.direction == "offer" else "Demand",
        # schema.org has a word for who offers, and none for who looks
        "offeredBy": who if record.direction == "offer" else None,
        "itemOffered": {"@type": "Service", "name": voice.say(record.name), "serviceType": record.category},
        "areaServed": _areas(record.area, voice),
        "validThrough": record.until,
    }


def _study(record: Base, voice: Voice) -> Node:
    assert isinstance(record, Study)  # noqa: S101
    when = record.fieldwork and f"{record.fieldwork.start}/{record.fieldwork.end}"
    return {
        "@type": "Dataset",
        "creator": [reference("organisation", id, "Organization", voice) for id in record.team],
        "about": [reference("cause", id, "DefinedTerm", voice) for id in record.causes],
        "temporalCoverage": when,
        "measurementTechnique": voice.say(record.sample.method),
        "variableMeasured": [voice.say(question.text) for question in record.questions],
        "license": record.data and licence(record.data.licence),
        "citation": record.report,
        "isAccessibleForFree": True,
    }


def _resource(record: Base, _voice: Voice) -> Node:
    assert isinstance(record, Resource)  # noqa: S101
    return {
        "@type": "Course" if record.kind == "course" else "LearningResource",
        "learningResourceType": record.kind,
        "educationalLevel": record.level,
        "audience": [{"@type": "Audience", "audienceType": role} for role in record.audience],
        "keywords": list(record.topics),
        "license": record.licence and licence(record.licence),
        "inLanguage": list(record.languages),
        "url": record.link,
    }


_OWN: Mapping[type[Base], Callable[[Base, Voice], Node]] = {
    Organisation: _organisation,
    Action: _action,
    Cause: _cause,
    Coalition: _coalition,
    Event: _event,
    Exhibition: _exhibition,
    Need: _need,
    Opportunity: _opportunity,
    Resource: _resource,
    Study: _study,
}
