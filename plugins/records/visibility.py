"""Take out of a record what must not be published, before anything else sees the record.

Reading a record ends here, so pages, search, exports and the kept state of a build hold only
what is public. What depends on the day (a consent that ends) is taken out by `live`.
"""

from typing import TypeVar

from plugins.records.model import Base, Organisation, Record, Study
from plugins.records.model.base import Person
from plugins.records.model.organisation import Location
from plugins.records.suppression import without_small_counts

Kind = TypeVar("Kind", bound=Base)


def public(record: Kind) -> Kind:
    """Remove hidden locations, addresses of those shown by area only, persons without consent, and small counts."""
    changed: dict[str, object] = {}
    if isinstance(record, Organisation) and any(place.visibility != "public" for place in record.locations):
        shown = (_shown(place) for place in record.locations)
        changed["locations"] = tuple(place for place in shown if place is not None)
    if isinstance(record, Record) and record.people:
        people = (_agreed(person.numbered(at)) for at, person in enumerate(record.people))
        changed["people"] = tuple(person for person in people if person is not None)
    if isinstance(record, Study):
        changed["questions"] = tuple(without_small_counts(question) for question in record.questions)
    return record.model_copy(update=changed) if changed else record


def _shown(location: Location) -> Location | None:
    if location.visibility == "hidden":
        return None
    if location.visibility == "public":
        return location
    return location.model_copy(update={"address": None, "postcode": None, "coordinates": None})


def _agreed(person: Person) -> Person | None:
    """Keep of a person what the consent covers; nothing without a consent to show the name."""
    if person.consent is None or "name" not in person.consent.scope:
        return None
    if "contact" in person.consent.scope:
        return person
    return person.model_copy(update={"email": None, "phone": None})


def live(record: Kind, today: str) -> Kind:
    """Remove the persons whose consent does not hold on the ISO day `today`."""
    if not isinstance(record, Record) or all(_holds(person, today) for person in record.people):
        return record
    return record.model_copy(update={"people": tuple(p for p in record.people if _holds(p, today))})


def _holds(person: Person, today: str) -> bool:
    consent = person.consent
    return consent is not None and consent.date <= today and (consent.until is None or today <= consent.until)


def consent_days(record: Base) -> tuple[str, ...]:
    """Give the ISO days on which `live` may begin or cease to show a person, sorted."""
    if not isinstance(record, Record):
        return ()
    consents = [person.consent for person in record.people if person.consent]
    days = {consent.date for consent in consents} | {consent.until for consent in consents if consent.until}
    return tuple(sorted(days))
