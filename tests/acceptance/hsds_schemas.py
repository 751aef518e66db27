"""Check data by the schemas of HSDS 3.1: nothing that they do not name, no id twice, no row that points at nothing."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

# any value of JSON
Json = Any
# the tables of the specification → the schema of their rows
SCHEMAS = {
    "organizations": "organization",
    "organization_identifiers": "organization_identifier",
    "urls": "url",
    "services": "service",
    "locations": "location",
    "service_at_locations": "service_at_location",
    "addresses": "address",
    "phones": "phone",
    "languages": "language",
    "schedules": "schedule",
    "service_areas": "service_area",
    "accessibility": "accessibility",
    "attributes": "attribute",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
# fields that name a row of another table, as the data package of the specification has them
FOREIGN_KEYS = {
    "organization_id": "organization",
    "parent_organization_id": "organization",
    "service_id": "service",
    "location_id": "location",
    "service_at_location_id": "service_at_location",
    "phone_id": "phone",
    "taxonomy_id": "taxonomy",
    "taxonomy_term_id": "taxonomy_term",
    "parent_id": "taxonomy_term",
    "program_id": "program",
    "contact_id": "contact",
    "unit_id": "unit",
}
# fields by which the rows of one table form a tree
PARENTS = ("parent_organization_id", "parent_id")
_WORDS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class HsdsSchemas:
    """The schemas in a folder, with every further property forbidden."""

    def __init__(self, folder: Path) -> None:
        self._schemas = {path.stem: _strict(json.loads(path.read_bytes())) for path in folder.glob("*.json")}
        resources = [
            (f"{name}.json", Resource.from_contents(schema, default_specification=DRAFT202012))
            for name, schema in self._schemas.items()
        ]
        self._registry: Registry[Json] = Registry().with_resources(resources)

    def faults(self, kind: str, document: Json) -> list[str]:
        """List what is wrong with one object, and with those inside it."""
        validator = Draft202012Validator(self._schemas[kind], registry=self._registry, format_checker=_FORMATS)
        return [f"{kind} {error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def repeated(tables: Mapping[str, list[Json]]) -> list[str]:
    """List the ids that two rows of a table bear: the data package of the specification calls them unique."""
    counts = Counter((kind, row.get("id")) for kind, rows in tables.items() for row in rows)
    return [f"{kind} {identifier}: used {times} times" for (kind, identifier), times in counts.items() if times > 1]


def circular(tables: Mapping[str, list[Json]]) -> list[str]:
    """List the rows that are above themselves."""
    rows = [row for kind, found in tables.items() for each in found for row in _rows(kind, each)]
    parents = {
        (kind, row.get("id")): row[field]
        for kind, row in rows
        for field in PARENTS
        if kind == FOREIGN_KEYS[field] and field in row
    }
    return [
        f"{kind} {each}: above itself" for kind, each in parents if each in _above(kind, parents[kind, each], parents)
    ]


def _above(kind: str, parent: str, parents: Mapping[tuple[str, Json], str]) -> list[str]:
    """List a row's parent and all above it, each once."""
    line = [parent]
    while (higher := parents.get((kind, line[-1]))) and higher not in line:
        line.append(higher)
    return line


def dangling(tables: Mapping[str, list[Json]]) -> list[str]:
    """List the foreign keys that no row answers; the rows may have rows inside them."""
    rows = [row for kind, found in tables.items() for each in found for row in _rows(kind, each)]
    ids = {(kind, row.get("id")) for kind, row in rows}
    return [
        f"{kind} {row.get('id')}: {field}"
        for kind, row in rows
        for field, target in FOREIGN_KEYS.items()
        if field in row and (target, row[field]) not in ids
    ]


def _rows(kind: str, row: Json) -> Iterator[tuple[str, Mapping[str, Json]]]:
    yield kind, row
    for name, value in row.items():
        inner = SCHEMAS.get(name) or (name if name in SCHEMAS.values() else "")
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from _rows(inner or name, each)


def _strict(schema: Json) -> Json:
    """Forbid properties that the schema does not name."""
    return {**schema, "additionalProperties": False}


def _is_address(value: object) -> bool:
    return not isinstance(value, str) or (bool(urlsplit(value).scheme) and bool(urlsplit(value).netloc))


def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def _is_uuid(value: object) -> bool:
    return not isinstance(value, str) or str(UUID(value)) == value.lower()


def _is_mailbox(value: object) -> bool:
    return not isinstance(value, str) or bool(_WORDS.fullmatch(value))


_FORMATS = FormatChecker(formats=("date",))
_FORMATS.checks("date-time", raises=ValueError)(_is_moment)
_FORMATS.checks("uri")(_is_address)
_FORMATS.checks("uuid", raises=ValueError)(_is_uuid)
_FORMATS.checks("email")(_is_mailbox)
