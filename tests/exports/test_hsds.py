"""HSDS: flat tables that name each other. That they follow the schemas is held in tests/acceptance."""

import json
from typing import Any

from plugins import exports
from plugins.exports.hsds import TABLES
from tests.exports.conftest import MakeSite
from tests.exports.records import ALL, ORGANISATION


def tables(files: dict[str, bytes]) -> dict[str, list[dict[str, Any]]]:
    """Read the tables."""
    found: dict[str, list[dict[str, Any]]] = json.loads(files["data/hsds.json"])
    return found


def test_every_row_has_an_id_of_its_own(make_site: MakeSite) -> None:
    """No two rows of any tables share an id."""
    found = tables(make_site(ALL).files(exports.plan_pages))
    ids = [row["id"] for rows in found.values() for row in rows]
    assert (tuple(found), len(ids)) == (TABLES, len(set(ids)))


def test_an_organisation_is_told_with_its_services(make_site: MakeSite) -> None:
    """Services, where and when they are, and in what languages."""
    found = tables(make_site(ALL).files(exports.plan_pages))
    own = next(row["id"] for row in found["organizations"] if row["name"] == "Сдружение „Пример“")
    services = [row for row in found["services"] if row["organization_id"] == own]
    assert [(row["name"], row["status"], row.get("fees_description")) for row in services] == [
        ("Съвет", "active", "Безплатно"),
        ("Превоз", "active", None),
    ]
    assert [row["postal_code"] for row in found["addresses"]] == ["6750"]
    assert [row["number"] for row in found["phones"]] == ["+359 361 12345"]
    assert [row["identifier"] for row in found["organization_identifiers"]] == ["000694293"]
    assert len(found["service_at_locations"]) == 4


def test_ids_stay_when_other_things_change(make_site: MakeSite) -> None:
    """A new order of the services, or another name of the organisation, changes no id."""
    before = tables(make_site({"organisations/primer": ORGANISATION}).files(exports.plan_pages))
    lines = ORGANISATION.replace("Сдружение „Пример“", "Сдружение „Ново“").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if "Съвет" in line)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    after = tables(make_site({"organisations/primer": "".join(lines)}).files(exports.plan_pages))
    for name in TABLES:
        assert {row["id"] for row in after[name]} == {row["id"] for row in before[name]}, name


def test_it_claims_no_interface(make_site: MakeSite) -> None:
    """There are the tables and nothing of pages, totals or versions of an interface."""
    assert set(tables(make_site(ALL).files(exports.plan_pages))) == set(TABLES)
