"""Describe all files of the open data as one Frictionless data package: what is in every column."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from plugins.exports import tables
from plugins.exports.identity import identify
from plugins.exports.licences import LICENCES
from plugins.exports.selection import base_address, is_demonstration
from plugins.languages.text import DEFAULT_LANGUAGE
from plugins.site.urls import FOLDER_OF_TYPE
from plugins.site.view import SiteView

FILE_NAME = "datapackage.json"
MEDIA_TYPE = "application/json"


class DataFile(NamedTuple):
    """A file of the open data: its name, what it is, how many records it has, its size and SHA-256."""

    name: str
    media_type: str
    records: int
    size: int
    sha256: str


def render(view: SiteView, files: Sequence[DataFile]) -> str:
    """Write the package's description."""
    region = view.site.region
    licence, address = LICENCES.get(region.licence, (region.licence, None))
    package: dict[str, object] = {
        "profile": "data-package",
        "name": f"sredishte-{region.id}",
        "id": identify("dataset", region.id),
        "title": view.site.title.best(DEFAULT_LANGUAGE).text,
        "licenses": [{"name": licence, "path": address} if address else {"name": licence}],
        "contributors": [{"title": view.site.library.best(DEFAULT_LANGUAGE).text, "role": "publisher"}],
        # the specification knows one language; these are the same two names in all of ours
        "translations": {"title": dict(view.site.title.pairs), "publisher": dict(view.site.library.pairs)},
        "resources": [_resource(file) for file in files],
    }
    if base_address(view):
        package["homepage"] = base_address(view)
    if is_demonstration(view):
        package["description"] = "Demonstration data: the records are invented."
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(file: DataFile) -> dict[str, object]:
    described: dict[str, object] = {
        "name": file.name.replace(".", "-").replace("_", "-").lower(),
        "path": file.name,
        "format": file.name.rpartition(".")[2],
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if file.media_type == tables.MEDIA_TYPE:
        described["name"] = file.name.removesuffix(".csv").replace("_", "-")
        described |= {"profile": "tabular-data-resource", "schema": _schema(file.name)}
    return described


def _schema(file: str) -> dict[str, object]:
    kind, table = tables.table_of(file)
    first = tables.header_of(file)[0][0]
    key: dict[str, object] = {"name": first, "type": "string", "constraints": {"required": True}}
    columns = [{"name": c.name, "type": c.type, "description": c.description} for c in table.columns]
    schema: dict[str, object] = {"fields": [key, *columns], "missingValues": [""]}
    if table.path:
        target = {"resource": FOLDER_OF_TYPE[kind], "fields": "id"}
        return schema | {"foreignKeys": [{"fields": first, "reference": target}]}
    return schema | {"primaryKey": "id"}
