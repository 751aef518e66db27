"""Write organisations and their services by the Human Services Data Specification 3.1.

The tables of the specification, flat, in one JSON file: rows name each other by id. HSDS knows
one language, so texts are in the site's main one. It is data only: a site of files offers none
of the questions that HSDS asks of an interface, and does not claim to.
"""

from collections.abc import Iterator

from plugins.exports.geojson import position
from plugins.exports.identity import identify
from plugins.exports.objects import json_list, to_json
from plugins.exports.parts import Piece, Sections
from plugins.exports.selection import base_address, words
from plugins.languages.text import DEFAULT_LANGUAGE, Text
from plugins.records.model import Cause, Coalition, Organisation, Record
from plugins.records.model.organisation import Location, Service
from plugins.site.urls import path_of
from plugins.site.view import SiteView

FILE_NAME = "hsds.json"
MEDIA_TYPE = "application/json"
VERSION = "3.1"
CAUSES = "causes"
# the vocabularies of ours that become taxonomies, as the causes do
TAXONOMIES = ("organisation-kinds", "sectors")
# the tables, in the order of the file
TABLES = (
    "organizations",
    "organization_identifiers",
    "urls",
    "services",
    "locations",
    "service_at_locations",
    "addresses",
    "phones",
    "languages",
    "schedules",
    "service_areas",
    "accessibility",
    "attributes",
    "taxonomies",
    "taxonomy_terms",
)
_SERVICE_STATES = {"active": "active", "dormant": "inactive", "unknown": "inactive", "closed": "defunct"}
Row = dict[str, object]
Rows = Iterator[tuple[str, Row]]


def pieces(record: Record, view: SiteView) -> Iterator[Piece]:
    """Write the rows of an organisation, a coalition or a cause; other types have none."""
    for table, row in _rows(record, view):
        yield Piece(FILE_NAME, table, to_json({name: value for name, value in row.items() if value is not None}))


def render(_file: str, sections: Sections, view: SiteView) -> str:
    """Put the tables into one object, the taxonomies of the site with them."""
    tables = {table: list(sections.get(table, ())) for table in TABLES}
    for table, row in _taxonomies(view):
        tables[table].append(to_json(row))
    written = (f'"{table}":{json_list(lines).rstrip()}' for table, lines in tables.items())
    return "{\n" + ",\n".join(written) + "\n}\n"


def _rows(record: Record, view: SiteView) -> Rows:
    if isinstance(record, Cause):
        yield "taxonomy_terms", _term(CAUSES, record.id, _say(record.name), _say(record.question))
    elif isinstance(record, Coalition):
        yield "organizations", _organisation(record, view)
        yield from _attributes(record)
    elif isinstance(record, Organisation):
        yield "organizations", _organisation(record, view) | _legal(record, view)
        yield from _attributes(record)
        yield from _details(record)
        for location in enumerate(record.locations):
            yield from _location(record, *location, view)
        for number, service in enumerate(record.services):
            yield from _service(record, service, _service_id(record, number), view)


def _say(text: Text | str | None) -> str:
    return words(text, DEFAULT_LANGUAGE)


def _own(record: Record) -> str:
    return identify(record.type, record.id)


def _service_id(record: Organisation, number: int) -> str:
    """Identify a service by its name, which lives longer than its place in the list."""
    names = [_say(service.name) for service in record.services]
    again = names[:number].count(names[number])
    return identify(record.type, record.id, "service", names[number], *([str(again)] if again else []))


def _organisation(record: Record, view: SiteView) -> Row:
    base = base_address(view)
    others = [words for lang, words in record.name.pairs if lang != DEFAULT_LANGUAGE]
    return {
        "id": _own(record),
        "name": _say(record.name),
        "alternate_name": "; ".join(dict.fromkeys([*others, *record.aliases])) or None,
        "description": _say(record.summary) or _say(record.name),
        "uri": base + path_of(record) if base else None,
    }


def _legal(record: Organisation, view: SiteView) -> Row:
    contact, founded = record.contact, record.legal and record.legal.founded
    return {
        "email": contact and contact.email,
        "website": contact and contact.website,
        "year_incorporated": int(founded[:4]) if founded else None,
        "legal_status": _say(view.site.label("organisation-kinds", record.kind)),
    }


def _details(record: Organisation) -> Rows:
    own = _own(record)
    for number in record.legal.identifiers if record.legal else ():
        yield (
            "organization_identifiers",
            {
                "id": identify(own, number.scheme, number.id),
                "organization_id": own,
                "identifier_scheme": None if number.scheme == "other" else number.scheme,
                "identifier_type": number.scheme,
                "identifier": number.id,
            },
        )
    for phone in record.contact.phones if record.contact else ():
        yield "phones", {"id": identify(own, "phone", phone), "organization_id": own, "number": phone}
    for link in {link.url: link for link in record.links}.values():
        yield (
            "urls",
            {"id": identify(own, "url", link.url), "organization_id": own, "label": link.rel, "url": link.url},
        )


def _attributes(record: Record) -> Rows:
    """Tie an organisation to the terms that it is found by."""
    own = _own(record)
    kinds = [("organisation-kinds", record.kind)] if isinstance(record, Organisation) else []
    terms = [*kinds, *(("sectors", code) for code in record.sectors), *((CAUSES, id) for id in record.causes)]
    for taxonomy, term in dict.fromkeys(terms):
        yield (
            "attributes",
            {
                "id": identify(own, taxonomy, term),
                "link_id": own,
                "link_type": taxonomy,
                "link_entity": "organization",
                "taxonomy_term_id": identify("term", taxonomy, term),
            },
        )


def _location_id(record: Organisation, number: int) -> str:
    return identify(record.type, record.id, "location", str(number))


def _location(record: Organisation, number: int, location: Location, view: SiteView) -> Rows:
    own = _location_id(record, number)
    place, point = view.catalogue.place(location.place), position(location.coordinates)
    yield (
        "locations",
        {
            "id": own,
            "location_type": "physical",
            "organization_id": _own(record),
            "name": _say(place.name) if place else location.place,
            # HSDS wants a whole postal address or none
            "description": _say(location.address) or None if location.postcode is None else None,
            "latitude": point[1] if point else None,
            "longitude": point[0] if point else None,
            "external_identifier": location.place,
            "external_identifier_type": "EKATTE" if location.place.isdigit() else "LAU",
        },
    )
    if location.address and location.postcode:
        yield "addresses", _address(own, location, view)
    if location.hours:
        yield "schedules", {"id": identify(own, "hours"), "location_id": own, "description": _say(location.hours)}
    if location.accessibility:
        access: Row = {"id": identify(own, "access"), "location_id": own}
        yield "accessibility", access | {"description": _say(location.accessibility)}


def _address(location_id: str, location: Location, view: SiteView) -> Row:
    around = [place for code in view.catalogue.within(location.place) if (place := view.catalogue.place(code))]
    region = next((place for place in around if place.kind == "region"), None)
    return {
        "id": identify(location_id, "address"),
        "location_id": location_id,
        "address_1": _say(location.address),
        "city": _say(around[0].name) if around else location.place,
        "state_province": _say(region.name) if region else "",
        "postal_code": location.postcode,
        "country": "BG",
        "address_type": "physical",
    }


def _service(record: Organisation, service: Service, own: str, view: SiteView) -> Rows:
    checked = record.verified.date if record.verified else None
    who = [_say(text) for text in (service.audience, service.eligibility) if text]
    yield (
        "services",
        {
            "id": own,
            "organization_id": _own(record),
            "name": _say(service.name),
            "status": _SERVICE_STATES.get(record.status, "inactive"),
            "fees_description": _say(service.cost) or None,
            "eligibility_description": "; ".join(who) or None,
            "assured_date": checked,
            "last_modified": checked and f"{checked}T00:00:00Z",
        },
    )
    if service.schedule:
        yield "schedules", {"id": identify(own, "when"), "service_id": own, "description": _say(service.schedule)}
    for code in dict.fromkeys(service.area or record.area):
        yield "service_areas", _service_area(own, code, view)
    for code in dict.fromkeys(service.languages):
        name = _say(view.site.label("languages", code))
        yield "languages", {"id": identify(own, "language", code), "service_id": own, "name": name, "code": code}
    for number in range(len(record.locations)):
        there = _location_id(record, number)
        row: Row = {"id": identify(own, "at", there), "service_id": own, "location_id": there}
        yield "service_at_locations", row


def _service_area(service_id: str, code: str, view: SiteView) -> Row:
    place = view.catalogue.place(code)
    return {
        "id": identify(service_id, "area", code),
        "service_id": service_id,
        "name": _say(place.name) if place else code,
        "extent": code,
        "extent_type": "other",
    }


def _taxonomies(view: SiteView) -> Rows:
    yield "taxonomies", _taxonomy(CAUSES, CAUSES, "The causes of the site")
    for name in TAXONOMIES:
        vocabulary = view.site.vocabularies.get(name)
        if vocabulary is not None:
            yield "taxonomies", _taxonomy(name, _say(vocabulary.name), _say(vocabulary.summary or vocabulary.name))
            for term in vocabulary.terms:
                yield "taxonomy_terms", _term(name, term.id, _say(term.label), _say(term.label))


def _taxonomy(id: str, name: str, description: str) -> Row:
    return {"id": identify("taxonomy", id), "name": name, "description": description}


def _term(taxonomy: str, term: str, name: str, description: str) -> Row:
    return {
        "id": identify("term", taxonomy, term),
        # codes of two taxonomies may be alike, and HSDS wants each once
        "code": f"{taxonomy}:{term}",
        "name": name,
        "description": description,
        "taxonomy": taxonomy,
        "taxonomy_id": identify("taxonomy", taxonomy),
        "language": DEFAULT_LANGUAGE,
    }
