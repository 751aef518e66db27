"""Write records as GeoJSON (RFC 7946): longitude before latitude, WGS 84.

A point is a public address or, where there is none, the seat of the place; nothing that the
organisation does not show is here, for reading has taken it out. Points outside Bulgaria are
mistakes (mostly the two numbers changed round) and are left out.
"""

from collections.abc import Iterable, Iterator

from plugins.exports.objects import json_list, to_json
from plugins.exports.parts import Piece, Sections
from plugins.exports.selection import base_address, place_of
from plugins.languages.text import Text
from plugins.records.model import Organisation, Record
from plugins.records.model.organisation import Coordinates
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

FILE_NAME = "{folder}.geojson"
MEDIA_TYPE = "application/geo+json"
# the country with its waters, degrees
WEST, EAST, SOUTH, NORTH = 22.3, 29.2, 41.2, 44.3
Point = list[float]


def pieces(record: Record, view: SiteView) -> Iterator[Piece]:
    """Write a record as a feature; one that nobody can place has no geometry."""
    points, exact = points_of(record, view)
    properties: dict[str, object] = {
        "id": record.id,
        "type": record.type,
        "kind": getattr(record, "kind", None) or getattr(record, "category", None),
        **_by_language("name", record.name),
        **_by_language("summary", record.summary),
        "page": (base_address(view) or "../") + path_of(record),
        "precision": ("address" if exact else "place") if points else None,
        "demo": record.demo or None,
    }
    feature = {
        "type": "Feature",
        "id": record.id,
        "geometry": geometry(points),
        "properties": {name: value for name, value in properties.items() if value is not None},
    }
    yield Piece(FILE_NAME.format(folder=FOLDER_OF_TYPE[record.type]), "", to_json(feature))


def render(_file: str, sections: Sections, _view: SiteView) -> str:
    """Put the features into one collection."""
    return f'{{"type":"FeatureCollection","features":{json_list(sections[""]).rstrip()}}}\n'


def geometry(points: list[Point]) -> dict[str, object] | None:
    """Give a point, or several as one geometry."""
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


def points_of(record: Record, view: SiteView) -> tuple[list[Point], bool]:
    """Give the points of a record, and whether all of them are addresses."""
    if isinstance(record, Organisation) and record.locations:
        known = [position(location.coordinates) for location in record.locations]
        seats = [point or _seat(location.place, view) for point, location in zip(known, record.locations, strict=True)]
        return _distinct(seats), all(known)
    place = getattr(record, "place", None)
    codes = (place,) if place else record.area
    return _distinct(_seat(code, view) for code in codes), False


def position(coordinates: Coordinates | None) -> Point | None:
    """Give a point of Bulgaria, longitude first; None for any other."""
    if coordinates is None:
        return None
    inside = WEST <= coordinates.longitude <= EAST and SOUTH <= coordinates.latitude <= NORTH
    return [coordinates.longitude, coordinates.latitude] if inside else None


def _seat(code: str, view: SiteView) -> Point | None:
    place = place_of(view, code)
    return None if place is None else position(place.coordinates)


def _distinct(points: Iterable[Point | None]) -> list[Point]:
    return [list(point) for point in dict.fromkeys(tuple(point) for point in points if point)]


def _by_language(name: str, text: Text | None) -> dict[str, object]:
    return {f"{name}_{lang}": words for lang, words in text.pairs} if text else {}
