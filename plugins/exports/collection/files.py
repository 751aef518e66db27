"""Plan the files of an exhibition's objects: once for all languages, in the folder of their lists."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from plugins.exports.collection import manifest
from plugins.exports.collection.citations import cited
from plugins.exports.collection.nodes import Files, node_of
from plugins.exports.collection.package import FILE_NAME as PACKAGE
from plugins.exports.collection.package import describe_package
from plugins.exports.collection.telling import Told, root_of, tell
from plugins.exports.columns import rows, tables_of
from plugins.exports.geojson import geometry
from plugins.exports.objects import json_list, plain_fields, to_json
from plugins.exports.schema_org.voice import CONTEXT
from plugins.exports.selection import base_address, published
from plugins.languages.text import Text
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.cells import BYTE_ORDER_MARK, to_csv
from plugins.site.collections import collection_of, media_of
from plugins.site.page import Page
from plugins.site.urls import path_of
from plugins.site.view import SiteView

Write = Callable[[SiteView, Brief], str]


def plan_collections(view: SiteView) -> Iterator[Page]:
    """Plan the files of every exhibition with objects; call it for the language at the site's root."""
    for exhibition in published(view, "exhibition"):
        collection = collection_of(view, exhibition)
        if collection is not None:
            places = {r.id for r in collection.references if r.type == "place"}
            inputs = {
                "exhibition": exhibition,
                "objects": collection.digest,
                "media": tuple(medium.code for medium in media_of(view, exhibition)),
                "places": tuple(place.digest for code in sorted(places) if (place := view.catalogue.place(code))),
            }
            for name, write in _files(view).items():
                path = path_of("objects-file", exhibition=exhibition, name=name)
                yield Page(path, partial(_render, name, write, exhibition), inputs)


def _files(view: SiteView) -> Mapping[str, Write]:
    return {**FILES, manifest.FILE_NAME: write_manifest} if base_address(view) else FILES


def _render(name: str, write: Write, exhibition: Brief, view: SiteView, _inputs: Mapping[str, object]) -> str:
    return _written(name, write, view, exhibition)


def _written(name: str, write: Write, view: SiteView, exhibition: Brief) -> str:
    """Write a file once, for itself and for the package that names its hash."""
    return view.memory.once((name, view.site.id, view.lang, exhibition.id), lambda: write(view, exhibition))


def write_tables(view: SiteView, exhibition: Brief, *, part: int) -> str:
    """Write the objects as CSV (0), or what else is known of them (1)."""
    table = tables_of(Object)[part]
    names = [column.name for column in table.columns]
    found = ((told.thing.id, row) for told in tell(view, exhibition) for row in rows(told.thing, table))
    if table.path:
        return BYTE_ORDER_MARK + to_csv([["object_id", *names], *([id, *row] for id, row in found)])
    return BYTE_ORDER_MARK + to_csv([names, *(row for _, row in found)])


def write_json(view: SiteView, exhibition: Brief) -> str:
    """Write all fields of the objects, with the addresses of their pages and pictures."""
    return json_list([to_json(_plain(told)) for told in tell(view, exhibition)])


def _plain(told: Told) -> dict[str, object]:
    address = told.picture["full"] if told.picture else told.file
    found = {"page": told.page, "content": address or None, **plain_fields(told.thing)}
    return {name: value for name, value in found.items() if value is not None}


def write_json_ld(view: SiteView, exhibition: Brief) -> str:
    """Write the objects in the words of schema.org, each text in all its languages."""
    part_of = f"{root_of(view)}{path_of(exhibition)}#exhibition"
    nodes = [
        to_json(node_of(told.thing, _say, _files_of(told, part_of), told.place)) for told in tell(view, exhibition)
    ]
    return f'{{"@context":{to_json(CONTEXT)},"@graph":{json_list(nodes).rstrip()}}}\n'


def _files_of(told: Told, exhibition: str) -> Files:
    if told.picture:
        return Files(told.page, exhibition, str(told.picture["full"]), str(told.picture["src"]))
    poster = str(told.poster["src"]) if told.poster else ""
    return Files(told.page, exhibition, told.file, poster, told.captions, told.extent[2])


def _say(text: Text) -> object:
    return [{"@language": lang, "@value": words} for lang, words in text.pairs]


def write_geojson(view: SiteView, exhibition: Brief) -> str:
    """Write the objects with their points; one that nobody can place has none."""
    features = [to_json(_feature(told)) for told in tell(view, exhibition)]
    return f'{{"type":"FeatureCollection","features":{json_list(features).rstrip()}}}\n'


def _feature(told: Told) -> dict[str, object]:
    thing = told.thing
    properties: dict[str, object] = {
        "id": thing.id,
        "kind": thing.kind,
        **{f"title_{lang}": words for lang, words in thing.title.pairs},
        "date": thing.date,
        "rights": thing.rights,
        "page": told.page,
        "precision": None if told.point is None else "point" if thing.coordinates else "place",
    }
    return {
        "type": "Feature",
        "id": thing.id,
        "geometry": geometry([told.point] if told.point else []),
        "properties": {name: value for name, value in properties.items() if value is not None},
    }


def write_bibtex(view: SiteView, exhibition: Brief) -> str:
    """Write a citation of every object for BibTeX."""
    citations = cited(view, exhibition)
    return "\n\n".join(citations.bibtex(told.thing) for told in tell(view, exhibition)) + "\n"


def write_csl(view: SiteView, exhibition: Brief) -> str:
    """Write a citation of every object as CSL-JSON."""
    citations = cited(view, exhibition)
    return json_list([to_json(citations.csl(told.thing)) for told in tell(view, exhibition)])


def write_manifest(view: SiteView, exhibition: Brief) -> str:
    """Write the manifest of IIIF."""
    base = base_address(view)
    written = manifest.write_manifest(view, exhibition, tell(view, exhibition), base)
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def write_package(view: SiteView, exhibition: Brief) -> str:
    """Write the description of all these files as a data package."""
    files = ((name, write) for name, write in _files(view).items() if name != PACKAGE)
    contents = {name: _written(name, write, view, exhibition) for name, write in files}
    told = [each.thing for each in tell(view, exhibition)]
    return json.dumps(describe_package(view, exhibition, told, contents), ensure_ascii=False, indent=1) + "\n"


FILES: Mapping[str, Write] = {
    "objects.csv": partial(write_tables, part=0),
    "objects-facts.csv": partial(write_tables, part=1),
    "objects.json": write_json,
    "objects.jsonld": write_json_ld,
    "objects.geojson": write_geojson,
    "citations.bib": write_bibtex,
    "citations.json": write_csl,
    PACKAGE: write_package,
}
