"""What must not be published leaves the record when it is read."""

from plugins.records.model import Organisation
from plugins.records.model.base import Consent, Person
from plugins.records.reading import read_record
from plugins.records.unit import Unit
from plugins.records.visibility import consent_days, live, public

HIDDEN = """
name: Кризисен дом „Пристан“
kind: association
area: [KRZ16]
locations:
  - {place: KRZ16, address: ул. „Явна“ 1, postcode: "6600", coordinates: {latitude: 41.1, longitude: 25.1}}
  - place: KRZ16
    address: ул. „Тайна“ 2
    postcode: "6601"
    coordinates: {latitude: 41.2, longitude: 25.2}
    visibility: area-only
  - {place: KRZ02, address: ул. „Скрита“ 3, visibility: hidden}
people:
  - {name: Ана Примерова, email: ana@pristan.example}
  - name: Боян Измислен
    email: boyan@pristan.example
    phone: "+359 361 00 001"
    consent: {basis: written, scope: [name], date: 2026-01-10, until: 2026-12-31}
  - name: Вяра Несъществуваща
    email: vyara@pristan.example
    consent: {basis: written, scope: [name, contact], date: 2026-01-10}
"""
SECRETS = ("Тайна", "6601", "41.2", "Скрита", "KRZ02", "Ана", "ana@", "boyan@", "00 001")


def _read() -> Organisation:
    record, _ = read_record(Unit("organisation", "pristan", ()), {"a.yaml": HIDDEN.encode()})
    assert isinstance(record, Organisation)
    return record


def test_hidden_places_and_persons_never_leave_the_reader() -> None:
    """No secret is left anywhere in the record; what is public is all there."""
    written = repr(_read())
    assert [secret for secret in SECRETS if secret in written] == []
    assert [shown for shown in ("Явна", "6600", "Боян", "Вяра", "vyara@") if shown not in written] == []


def test_an_area_keeps_its_place() -> None:
    """`area-only` shows the settlement and nothing closer."""
    second = _read().locations[1]
    assert (second.place, second.address, second.postcode, second.coordinates) == ("KRZ16", None, None, None)


def test_a_consent_ends() -> None:
    """A person is shown from the day of the consent to its last day."""
    record = _read()
    shown = {day: [person.name.best("bg").text.split()[0] for person in live(record, day).people] for day in DAYS}
    assert shown == {
        "2026-01-09": [],
        "2026-01-10": ["Боян", "Вяра"],
        "2026-12-31": ["Боян", "Вяра"],
        "2027-01-01": ["Вяра"],
    }
    assert consent_days(record) == ("2026-01-10", "2026-12-31")


DAYS = ("2026-01-09", "2026-01-10", "2026-12-31", "2027-01-01")


def test_public_twice_is_public_once() -> None:
    """The projection has nothing left to take away."""
    record = _read()
    assert public(record) is record or public(record) == record


def test_a_consent_without_the_name_shows_nothing() -> None:
    """Who agreed to a picture alone is not named."""
    consent = Consent(basis="form", scope=("picture",), date="2026-01-10")
    person = Person.model_validate({"name": "Ана Примерова", "consent": consent})
    record = _read().model_copy(update={"people": (person,)})
    assert public(record).people == ()
