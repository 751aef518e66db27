"""Say what a record is in the words of schema.org: one function for each type."""

from collections.abc import Callable, Mapping

from plugins.exports.geojson import position
from plugins.exports.schema_org.events import describe_event, describe_exhibition
from plugins.exports.schema_org.voice import (
    CONTEXT,
    Node,
    Voice,
    describe_venue,
    known,
    licence,
    name_areas,
    reference,
    say_maybe,
)
from plugins.records.model import (
    Action,
    Base,
    Cause,
    Coalition,
    Event,
    Exhibition,
    Need,
    Opportunity,
    Organisation,
    Record,
    Resource,
    Study,
)
from plugins.records.model.organisation import Location, Service
from plugins.records.moments import with_offset

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


def describe(record: Record, voice: Voice) -> Node:
    """Describe a record; properties that say nothing are left out."""
    own = _OWN[type(record)](record, voice)
    shared: Node = {
        "@id": voice.identify(record.type, record.id),
        "name": voice.say(record.name),
        "alternateName": list(record.aliases),
        "description": say_maybe(record.summary, voice),
        "mainEntityOfPage": voice.page and voice.page(record),
        "sameAs": [link.url for link in record.links if link.rel in _SAME],
    }
    return known({"@type": own.pop("@type"), **shared, **own})


def organisation_type(kind: str) -> str:
    """Give the type of an organisation of a kind."""
    return _ORGANISATIONS.get(kind, "Organization")


def _organisation(record: Base, voice: Voice) -> Node:
    assert isinstance(record, Organisation)  # noqa: S101 - `_OWN` says so
    legal, contact = record.legal, record.contact
    return {
        "@type": organisation_type(record.kind),
        "url": contact and contact.website,
        "email": contact and contact.email,
        "telephone": list(contact.phones) if contact else None,
        "location": [_location(location, voice) for location in record.locations],
        "areaServed": name_areas(record.area, voice),
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
            "streetAddress": say_maybe(location.address, voice),
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
        "areaServed": name_areas(service.area, voice),
    }
    return {"@type": "Offer", "itemOffered": known(what)}


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
        "areaServed": name_areas(record.area, voice),
        "knowsAbout": [reference("cause", id, "DefinedTerm", voice) for id in record.causes],
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
        "jobLocation": describe_venue(record.venue, record.place, voice),
        "jobLocationType": "TELECOMMUTE" if record.remote else None,
        "jobStartDate": record.start and with_offset(record.start),
        "validThrough": record.until,
        "workHours": say_maybe(record.hours, voice),
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
        "areaServed": name_areas(record.area, voice),
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
    Event: describe_event,
    Exhibition: describe_exhibition,
    Need: _need,
    Opportunity: _opportunity,
    Resource: _resource,
    Study: _study,
}
