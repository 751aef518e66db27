"""Check JSON-LD by the vocabulary of schema.org: its types, its properties, and where each may stand."""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

PREFIX = "https://schema.org/"
# any value of JSON
Json = Any
# a field of the tables that holds several addresses can be long
LONGEST_FIELD = 1_000_000
# a kind of plain value → what it looks like
PLAIN = {
    "Text": r"(?s).+",
    "URL": r"https?://.+|(\.\./)*[\w./-]+\.html(#.+)?|(\.\./)+",
    "Date": r"\d{4}-\d\d-\d\d",
    "Duration": r"P(T[0-9.]+S|[0-9]+[DWMY])",
    "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d",
}


class SchemaOrg:
    """The vocabulary in a folder."""

    def __init__(self, folder: Path) -> None:
        csv.field_size_limit(LONGEST_FIELD)
        self._types = _read(folder / "schemaorg-current-https-types.csv.gz")
        self._properties = _read(folder / "schemaorg-current-https-properties.csv.gz")

    def faults(self, value: Json, expected: str = "") -> Iterator[str]:
        """Yield what is wrong with a value and everything inside it; `expected` is the property that it is of."""
        if isinstance(value, list):
            for each in value:
                yield from self.faults(each, expected)
        elif isinstance(value, dict) and "@graph" in value:
            yield from self.faults(value["@graph"])
        elif isinstance(value, dict) and "@value" not in value:
            yield from self._node(value, expected)
        elif isinstance(value, str) and value.startswith(PREFIX) and value not in self._types:
            yield f"unknown term {value}"
        elif expected and not self._fits(value["@value"] if isinstance(value, dict) else value, expected):
            yield f"{expected.removeprefix(PREFIX)} holds no {json.dumps(value, ensure_ascii=False)}"

    def _fits(self, value: Json, expected: str) -> bool:
        """Tell whether a plain value is of a kind that a property may hold."""
        allowed = {name.removeprefix(PREFIX) for name in _split(self._properties[expected]["rangeIncludes"])}
        if isinstance(value, str) and value.startswith(PREFIX):
            of = self._types[value]["enumerationtype"] or value
            return bool(self.ancestors(of) & {PREFIX + name for name in allowed})
        if isinstance(value, bool):
            return "Boolean" in allowed
        if isinstance(value, int | float):
            return not allowed.isdisjoint({"Number", "Integer", "Float"})
        return any(name in allowed and re.fullmatch(pattern, value) for name, pattern in PLAIN.items())

    def _node(self, node: dict[str, Json], expected: str) -> Iterator[str]:
        if node.keys() == {"@id"}:
            return
        kind = PREFIX + str(node.get("@type"))
        if kind not in self._types:
            yield f"unknown type {node.get('@type')}"
            return
        around = self.ancestors(kind)
        if expected and not around & set(_split(self._properties[expected]["rangeIncludes"])):
            yield f"{expected.removeprefix(PREFIX)} holds no {node['@type']}"
        for name, value in node.items():
            if not name.startswith("@"):
                yield from self._property(node["@type"], around, name)
                yield from self.faults(value, PREFIX + name if PREFIX + name in self._properties else "")

    def _property(self, kind: str, around: frozenset[str], name: str) -> Iterator[str]:
        known = self._properties.get(PREFIX + name)
        if known is None:
            yield f"unknown property {name}"
        elif not around & set(_split(known["domainIncludes"])):
            yield f"{kind} has no {name}"

    @cache  # noqa: B019 - one vocabulary a run
    def ancestors(self, kind: str) -> frozenset[str]:
        """Give a type and all that it is a kind of."""
        above = (self.ancestors(each) for each in _split(self._types[kind]["subTypeOf"]) if each in self._types)
        return frozenset({kind}).union(*above)


def _read(path: Path) -> dict[str, dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def _split(addresses: str) -> list[str]:
    return [address for address in addresses.split(", ") if address]
