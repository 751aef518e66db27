"""Read the map of a region: `data/regions/<id>.geojson` → the outlines that are drawn, or problems at their lines.

Each municipality is a feature whose properties hold its `code`; whatever else stands there is passed over.
"""

import json
from collections.abc import Iterator, Mapping

from plugins.directory.dots import Frame, Spots, clear_name
from plugins.directory.mosaic import NOWHERE, Mosaic, Shape
from plugins.directory.simplifying import Area, draw_areas, frame_of
from plugins.languages.text import Text
from plugins.records.decoding import decode
from plugins.records.marks import KeyPath
from plugins.records.model import Outlines
from plugins.records.model.outlines import Outline
from plugins.records.problem import Position, Problem
from plugins.records.rules import make_problem
from plugins.records.source import Source
from plugins.records.unit import Reading, Unit
from plugins.records.walk import LARGEST_OF, OUTLINES

# the box around Bulgaria: west, south, east, north
BULGARIA = (22.0, 41.0, 29.0, 44.5)
# a triangle, with its first point again at its end
FEWEST = 4
AREAS = ("Polygon", "MultiPolygon")
LONGEST = 120


def read_outlines(unit: Unit, contents: Mapping[str, bytes]) -> Reading:
    """Read the outlines of a region; never raises for any content."""
    ((path, content),) = contents.items()
    text = decode(path, content, LARGEST_OF[OUTLINES])
    if isinstance(text, Problem):
        return Reading(None, (text,))
    try:
        data = _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        reason = getattr(error, "msg", "") or str(error)
        return Reading(None, (make_problem("F015", path, (line, column, column + 1), reason=reason),))
    if not (isinstance(data, dict) and data.get("type") == "FeatureCollection" and _list(data.get("features"))):
        return Reading(None, (make_problem("F015", path, reason="FeatureCollection"),))
    problems = tuple(_problems(Source(path, text, data)))
    return Reading(None, problems) if problems else Reading(_draw(unit.id, data))


def locate_outline(_unit: Unit, contents: Mapping[str, bytes], field: KeyPath) -> Position:
    """Give the position of a feature: JSON is YAML, so what marks the one marks the other."""
    ((path, content),) = contents.items()
    written = _code_field(field[1]) if len(field) > 1 else field
    return Source(path, content.decode(), {"features": ()}).position(written)


def as_mosaic(outlines: Outlines, spots: Spots = NOWHERE) -> Mosaic:
    """Give the outlines as the map that a mosaic of hexagons would be, each dot where it lies."""
    frame = Frame(*outlines.frame)
    shapes = []
    for each in outlines.features:
        dots = tuple(map(frame.point, spots.get(each.code, ())))
        shapes.append(Shape(each.code, each.path, *clear_name((each.x, each.y), dots), dots))
    return Mosaic(outlines.view_box, tuple(sorted(shapes)))


def _code_field(at: str | int) -> KeyPath:
    return "features", at, "properties", "code"


def _constant(name: str) -> object:
    raise ValueError(name)


# a whole number of a million digits takes Python minutes, a fraction does not
_DECODER = json.JSONDecoder(parse_int=float, parse_constant=_constant)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _fields(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _code(feature: object) -> str:
    code = _fields(_fields(feature).get("properties")).get("code")
    return code if isinstance(code, str) else ""


def _rings(feature: object) -> list[object]:
    """Give the rings of a feature as they stand there, all parts in one row."""
    geometry = _fields(_fields(feature).get("geometry"))
    if geometry.get("type") not in AREAS:
        return []
    parts = _list(geometry.get("coordinates"))
    return parts if geometry["type"] == AREAS[0] else [ring for part in parts for ring in _list(part)]


def _problems(source: Source) -> Iterator[Problem]:
    """Yield what is wrong with each feature: its code, its shape, where it lies."""
    seen: set[str] = set()
    for at, feature in enumerate(_list(source.data["features"])):
        code, rings = _code(feature), _rings(feature)
        if not code:
            yield _at(source, ("features", at), "F016")
        elif code in seen:
            yield _at(source, _code_field(at), "F019", value=code)
        seen.add(code)
        if not rings or not all(map(_is_ring, rings)):
            yield _at(source, ("features", at, "geometry"), "F017")
        elif outside := next((point for ring in rings for point in _list(ring) if not _in_bulgaria(point)), None):
            yield _at(source, ("features", at, "geometry"), "F018", value=json.dumps(outside)[:LONGEST])


def _is_ring(ring: object) -> bool:
    points = _list(ring)
    first = points[:1] == points[-1:]
    return len(points) >= FEWEST and first and all(len(_list(p)) > 1 and _numbers(_list(p)[:2]) for p in points)


def _numbers(values: list[object]) -> bool:
    return all(isinstance(value, float) for value in values)


def _in_bulgaria(point: object) -> bool:
    west, south, east, north = BULGARIA
    longitude, latitude = (each if isinstance(each, float) else 0.0 for each in _list(point)[:2])
    return west <= longitude <= east and south <= latitude <= north


def _at(source: Source, field: KeyPath, rule: str, **arguments: str) -> Problem:
    _, line, column, end_column = source.position(field)
    return make_problem(rule, source.path, (line, column, end_column), **arguments)


def _draw(id: str, data: dict[str, object]) -> Outlines:
    areas = {_code(feature): _area(feature) for feature in _list(data["features"])}
    drawn = draw_areas(areas)
    said = data.get("attribution")
    return Outlines.model_construct(
        id=id,
        name=Text((("bg", id),)),
        view_box=drawn.view_box,
        frame=(*frame_of(areas),),
        features=tuple(Outline.model_construct(code=s.code, path=s.path, x=s.x, y=s.y) for s in drawn.shapes),
        attribution=" ".join(said.split())[:LONGEST] if isinstance(said, str) and said.strip() else None,
    )


def _area(feature: object) -> Area:
    """Give the rings of a feature that was found good, each without its first point again."""
    return [[(float(p[0]), float(p[1])) for p in ring[:-1]] for ring in _rings(feature)]  # type: ignore[index]  # looked at by `_problems`
