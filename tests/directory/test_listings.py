"""Organisations are narrowed by what they help with and by access, with the length of each list beside its value."""

from collections.abc import Mapping, Sequence

from plugins.records.brief import brief_of
from plugins.records.model import Organisation, Record
from plugins.records.visibility import public

SERVICES = (
    {"name": {"bg": "Топъл обяд"}, "category": "food"},
    {"name": {"bg": "Хляб"}, "category": "food"},
    {"name": {"bg": "Превоз"}, "category": "transport"},
    {"name": {"bg": "Друго"}},
)


def _organisation(services: Sequence[Mapping[str, object]], locations: Sequence[Mapping[str, object]]) -> Record:
    given = {
        "name": {"bg": "Пример"},
        "kind": "association",
        "services": tuple(services),
        "locations": tuple(locations),
    }
    return public(Organisation.model_validate({"id": "primer", **given}))


def test_help_of_two_services_counts_once() -> None:
    """An organisation stands once in the list of each thing that it helps with."""
    assert brief_of(_organisation(SERVICES, ()), b"").services == ("food", "transport")


def test_access_of_all_places_counts() -> None:
    """Whatever makes one of its places easier is found."""
    locations = ({"place": "KRZ16", "access": ("lift",)}, {"place": "KRZ02", "access": ("lift", "toilet")})
    assert brief_of(_organisation((), locations), b"").access == ("lift", "toilet")


def test_a_hidden_place_says_nothing_of_its_access() -> None:
    """A place that is not shown leaves no trace in the lists."""
    hidden = ({"place": "KRZ16", "access": ("lift",), "visibility": "hidden"},)
    assert brief_of(_organisation((), hidden), b"").access == ()
