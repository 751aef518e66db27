"""Write the contact of an organisation as a vCard 3.0 (RFC 2426), which every telephone reads."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from plugins.exports.geojson import position
from plugins.exports.identity import urn
from plugins.exports.selection import base_address, words
from plugins.records.brief import Brief
from plugins.records.model import Organisation
from plugins.records.model.organisation import Location
from plugins.site.page import Page, Whole
from plugins.site.urls import path_of
from plugins.site.view import SiteView

FILE_NAME = "{id}.vcf"
MEDIA_TYPE = "text/vcard"
# bytes of a line, by the format
LONGEST_LINE = 75
_MEMORY = "exports-contacts"
Line = tuple[str, str]


def plan_cards(view: SiteView) -> Iterator[Page]:
    """Plan a card for each organisation that can be reached."""
    reachable = _reachable(view)
    for brief in view.catalogue.of("organisation"):
        if brief.status != "removed" and reachable[brief.digest]:
            inputs = {"record": Whole(brief), "places": _places(view, brief)}
            yield Page(card_path(brief), render, inputs, "organisations")


def card_path(brief: Brief) -> str:
    """Give the path of the card of an organisation."""
    return path_of(brief).removesuffix(".html") + ".vcf"


def _reachable(view: SiteView) -> Mapping[bytes, bool]:
    """Tell of every organisation whether it says how to reach it; asked once for each of its versions."""
    name = f"{_MEMORY}-{view.site.id}"
    known = cast("Mapping[bytes, bool]", view.memory.recall(name) or {})
    briefs = view.catalogue.of("organisation")
    if all(brief.digest in known for brief in briefs) and len(known) == len(briefs):
        return known
    found = {b.digest: known[b.digest] if b.digest in known else _has_contact(view, b) for b in briefs}
    view.memory.keep(name, found)
    return found


def _has_contact(view: SiteView, brief: Brief) -> bool:
    record = view.load(brief)
    return isinstance(record, Organisation) and bool(record.contact)


def _places(view: SiteView, brief: Brief) -> dict[str, Brief]:
    codes = {r.id for r in brief.references if r.field[0] == "locations" and r.type == "place"}
    found = {code: view.catalogue.place(code) for code in sorted(codes)}
    return {code: place for code, place in found.items() if place is not None}


def render(view: SiteView, inputs: Mapping[str, object]) -> bytes:
    """Write a card in the language of its page."""
    record, places = cast("Organisation", inputs["record"]), cast("Mapping[str, Brief]", inputs["places"])
    lines = (f"{name}:{value}".encode() for name, value in _lines(view, record, places))
    return b"".join((line if len(line) <= LONGEST_LINE else _folded(line)) + b"\r\n" for line in lines)


def _folded(line: bytes) -> bytes:
    """Break a long line as calendars do, never inside a letter."""
    # loaded only by a build in which a card changed: the import takes a fifteenth of a second
    from icalendar.parser import Contentline  # noqa: PLC0415

    folded: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # theirs
    return folded


def _lines(view: SiteView, record: Organisation, places: Mapping[str, Brief]) -> Iterator[Line]:
    name = words(record.name, view.lang)
    yield "BEGIN", "VCARD"
    yield "VERSION", "3.0"
    yield "PRODID", "-//Sredishte//Sredishte//BG"
    yield "UID", urn(record.type, record.id)
    yield "FN", escaped(name)
    yield "N", structured([name, "", "", "", ""])
    yield "ORG", structured([name])
    yield "X-ABSHOWAS", "COMPANY"
    yield from _contact(record)
    for location in record.locations:
        yield from _location(view, location, places)
    if record.summary:
        yield "NOTE", escaped(words(record.summary, view.lang))
    yield "CATEGORIES", escaped(words(view.site.label("organisation-kinds", record.kind), view.lang))
    if base_address(view):
        yield "SOURCE", base_address(view) + view.root + path_of(record)
    if record.verified:
        yield "REV", record.verified.date
    yield "END", "VCARD"


def _contact(record: Organisation) -> Iterator[Line]:
    contact = record.contact
    if contact is not None:
        if contact.email:
            yield "EMAIL;TYPE=INTERNET", escaped(contact.email)
        for phone in contact.phones:
            yield "TEL;TYPE=VOICE", escaped(phone)
        if contact.website:
            yield "URL", contact.website


def _location(view: SiteView, location: Location, places: Mapping[str, Brief]) -> Iterator[Line]:
    place = places.get(location.place)
    town = words(place.name, view.lang) if place else ""
    country = view.wording.gettext("Bulgaria")
    street = words(location.address, view.lang)
    yield "ADR;TYPE=WORK", structured(["", "", street, town, "", location.postcode or "", country])
    if point := position(location.coordinates):
        yield "GEO", f"{point[1]};{point[0]}"


def escaped(text: str) -> str:
    """Write a text so that none of it is taken for the format's own marks."""
    marked = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return marked.replace("\r\n", "\n").replace("\n", "\\n")


def structured(values: Sequence[str]) -> str:
    """Write a value that has parts."""
    return ";".join(escaped(value) for value in values)
