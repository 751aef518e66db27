"""Describe the files of an exhibition's objects as a Frictionless data package, with the licence of every object."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from plugins.exports.columns import tables_of
from plugins.exports.identity import identify
from plugins.exports.licences import LICENCES
from plugins.exports.selection import base_address
from plugins.languages.text import DEFAULT_LANGUAGE
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.view import SiteView

FILE_NAME = "datapackage.json"
TABLES = {"objects.csv": 0, "objects-facts.csv": 1}
_MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "geojson": "application/geo+json",
    "bib": "application/x-bibtex",
}


def describe_package(
    view: SiteView, exhibition: Brief, objects: Sequence[Object], contents: Mapping[str, str]
) -> dict[str, object]:
    """Describe the files `contents`: name → what is in it."""
    package: dict[str, object] = {
        "profile": "data-package",
        "name": exhibition.id,
        "id": identify("collection", exhibition.id),
        "title": exhibition.name.best(DEFAULT_LANGUAGE).text,
        "contributors": [{"title": view.site.library.best(DEFAULT_LANGUAGE).text, "role": "publisher"}],
        "licenses": [_licence(address) for address in sorted({thing.rights for thing in objects} - {"unknown"})],
        "resources": [_resource(name, content) for name, content in contents.items()],
    }
    if not package["licenses"]:
        del package["licenses"]
    if base_address(view):
        package["homepage"] = base_address(view)
    return package


def _licence(address: str) -> dict[str, str]:
    """Name a licence as the specification does; the table of objects says which object has which."""
    named = {path: name for name, path in LICENCES.values()}
    known = {"name": named[address]} if address in named else {}
    return {**known, "path": address}


def _resource(name: str, content: str) -> dict[str, object]:
    written = content.encode()
    described: dict[str, object] = {
        "name": name.replace(".", "-"),
        "path": name,
        "format": name.rpartition(".")[2],
        "mediatype": _MEDIA_TYPES[name.rpartition(".")[2]],
        "encoding": "utf-8",
        "bytes": len(written),
        "hash": f"sha256:{sha256(written).hexdigest()}",
    }
    if name in TABLES:
        described["name"] = name.removesuffix(".csv")
        described |= {"profile": "tabular-data-resource", "schema": _schema(TABLES[name])}
    return described


def _schema(part: int) -> dict[str, object]:
    table = tables_of(Object)[part]
    columns: list[dict[str, object]] = [
        {"name": c.name, "type": c.type, "description": c.description} for c in table.columns
    ]
    if not table.path:
        for column in columns:
            if column["name"] in ("id", "rights"):
                column["constraints"] = {"required": True}
        return {"fields": columns, "missingValues": [""], "primaryKey": "id"}
    first: dict[str, object] = {"name": "object_id", "type": "string", "constraints": {"required": True}}
    keys = [{"fields": "object_id", "reference": {"resource": "objects", "fields": "id"}}]
    return {"fields": [first, *columns], "missingValues": [""], "foreignKeys": keys}
