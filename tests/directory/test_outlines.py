"""The map of a region from its own GeoJSON: light, without gaps, and refused at the line where it is wrong."""

import gzip
import json
import math
import random
import re
from itertools import pairwise

import pytest

from plugins.directory.dots import covered
from plugins.directory.outlines import as_mosaic, locate_outline, read_outlines
from plugins.directory.simplifying import MOST_POINTS, draw_areas
from plugins.records.model import Outlines
from plugins.records.unit import Unit

UNIT = Unit("outlines", "izvor", ())
PATH = "data/regions/izvor.geojson"
CODES = ("KRZ02", "KRZ08", "KRZ14", "KRZ15", "KRZ16", "KRZ21", "KRZ35", "RAZ11", "RAZ14")
MAP_BUDGET = 4 * 1024
Point = tuple[float, float]


def _border(start: Point, end: Point, halvings: int) -> list[Point]:
    """Invent a winding border; both neighbours get the very same points."""
    first, last = sorted((start, end))
    chance = random.Random(f"{first}{last}")
    points = [first, last]
    for _ in range(halvings):
        finer = [points[0]]
        for (a, b), (c, d) in pairwise(points):
            aside = chance.uniform(-0.25, 0.25)
            finer += [((a + c) / 2 - aside * (d - b), (b + d) / 2 + aside * (c - a)), (c, d)]
        points = finer
    return points if start == first else points[::-1]


def _region(halvings: int = 6) -> list[dict[str, object]]:
    """Invent nine municipalities, three by three."""
    return [_municipality(code, *divmod(at, 3), halvings) for at, code in enumerate(CODES)]


def _municipality(code: str, row: int, column: int, halvings: int) -> dict[str, object]:
    west, south, east, north = (
        round(each, 6)
        for each in (25 + column * 0.3, 41.3 + row * 0.2, 25 + (column + 1) * 0.3, 41.3 + (row + 1) * 0.2)
    )
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    ring = [point for pair in pairwise(corners) for point in _border(*pair, halvings)[:-1]]
    geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    return {"type": "Feature", "properties": {"code": code, "name": "Пример"}, "geometry": geometry}


def _file(features: list[dict[str, object]], **more: object) -> dict[str, bytes]:
    whole = {"type": "FeatureCollection", "features": features, **more}
    return {PATH: json.dumps(whole, indent=1).encode()}


def _read(features: list[dict[str, object]], **more: object) -> Outlines:
    record, problems = read_outlines(UNIT, _file(features, **more))
    assert (problems, isinstance(record, Outlines)) == ((), True)
    assert isinstance(record, Outlines)
    return record


def _corners(path: str) -> list[tuple[int, int]]:
    """Walk a path, and give the corners of all its rings."""
    found: list[tuple[int, int]] = []
    x = y = 0
    for letter, numbers in re.findall(r"([Mlhv])([^Mlhvz]+)", path):
        given = [int(each) for each in re.findall(r"-?\d+", numbers)]
        if letter == "M":
            x, y = given
        else:
            x += given[0] if letter in "lh" else 0
            y += given[-1] if letter in "lv" else 0
        found.append((x, y))
    return found


def test_a_large_file_becomes_a_light_map() -> None:
    """Two thousand points of border become at most as many as are drawn, under 4 KB in gzip."""
    features = _region(8)
    record = _read(features)
    drawn = "".join(each.path for each in record.features)
    corners = {corner for each in record.features for corner in _corners(each.path)}
    assert len(json.dumps(features)) > 100 * MAP_BUDGET // 2
    assert len(gzip.compress(drawn.encode())) < MAP_BUDGET
    assert len(CODES) * 3 < len(corners) <= MOST_POINTS


def test_neighbours_share_the_points_of_their_border() -> None:
    """No gap opens: each corner inside the map belongs to two municipalities or more."""
    record = _read(_region())
    paths = {each.code: set(_corners(each.path)) for each in record.features}
    middle = paths.pop("KRZ16")
    assert middle - set().union(*paths.values()) == set()


def test_the_name_stands_inside() -> None:
    """The middle of each name lies inside its own municipality."""
    for each in _read(_region()).features:
        corners = _corners(each.path)
        edges = pairwise([*corners, corners[0]])
        crossed = sum(
            (b <= each.y) != (d <= each.y) and each.x < a + (c - a) * (each.y - b) / (d - b) for (a, b), (c, d) in edges
        )
        assert crossed % 2 == 1, each.code


def test_north_is_above_and_east_is_right() -> None:
    """The drawing is not turned, and one degree to the east is as long as on the ground."""
    mosaic = as_mosaic(_read(_region(0)))
    at = {shape.code: (shape.x, shape.y) for shape in mosaic.shapes}
    width, height = (int(each) for each in mosaic.view_box.split()[2:])
    assert at["KRZ02"][1] > at["KRZ35"][1]
    assert at["KRZ02"][0] < at["KRZ14"][0]
    assert math.isclose((width - 8) / (height - 8), 0.9 * math.cos(math.radians(41.6)) / 0.6, rel_tol=0.01)


def test_a_settlement_is_a_dot_where_it_lies() -> None:
    """Dots are put by the same measure as the borders, and the name makes way."""
    outlines = _read(_region(0))
    plain = {shape.code: shape for shape in as_mosaic(outlines).shapes}["KRZ16"]
    middle = (25.45, 41.6)
    dotted = {shape.code: shape for shape in as_mosaic(outlines, {"KRZ16": (middle,)}).shapes}["KRZ16"]
    corners = _corners(dotted.path)
    centre = [(min(axis) + max(axis)) / 2 for axis in zip(*corners, strict=True)]
    assert all(abs(at - there) <= 1 for at, there in zip(dotted.dots[0], centre, strict=True))
    assert (covered((plain.x, plain.y), dotted.dots[0]) > 0, covered((dotted.x, dotted.y), dotted.dots[0])) == (True, 0)


def test_an_island_a_hole_and_a_part_of_its_own_are_kept() -> None:
    """A municipality in several parts is one path; a town inside another leaves a hole of the same shape."""
    outer = [(25.0, 41.5), (26.0, 41.5), (26.0, 42.3), (25.0, 42.3)]
    town = [(25.4, 41.8), (25.6, 41.8), (25.6, 42.0), (25.4, 42.0)]
    far = [(26.2, 41.5), (26.4, 41.5), (26.4, 41.7), (26.2, 41.7)]
    around, inside = draw_areas({"A": [outer, town[::-1], far], "B": [town]}).shapes
    assert (around.path.count("M"), inside.path.count("M")) == (3, 1)
    assert set(_corners(inside.path)) <= set(_corners(around.path))


def test_whose_the_boundaries_are_is_kept() -> None:
    """What licences ask for stands in the file, and comes to the page."""
    assert _read(_region(0), attribution="© Пример\n 2026").attribution == "© Пример 2026"


@pytest.mark.parametrize(
    ("change", "rule", "line"),
    [
        ({"properties": {}}, "F016", 5),
        ({"geometry": None}, "F017", 10),
        ({"geometry": {"type": "Point", "coordinates": [25.0, 41.5]}}, "F017", 10),
        ({"geometry": {"type": "Polygon", "coordinates": [[[25.0, 41.5], [25.1, 41.5], [25.0, 41.5]]]}}, "F017", 10),
        ({"geometry": {"type": "Polygon", "coordinates": [[["x", 41.5]] * 4]}}, "F017", 10),
        ({"geometry": {"type": "Polygon", "coordinates": [[[41.5, 25.0]] * 4]}}, "F018", 10),
    ],
    ids=["no code", "no geometry", "a point", "two points", "words", "turned round"],
)
def test_a_bad_feature_is_named_at_its_line(change: dict[str, object], rule: str, line: int) -> None:
    """Nothing is drawn, and the problem says where."""
    broken = {**_municipality("KRZ02", 0, 0, 0), **change}
    record, problems = read_outlines(UNIT, _file([broken]))
    assert (record, [(each.rule, each.path, each.line) for each in problems]) == (None, [(rule, PATH, line)])


@pytest.mark.parametrize(
    "content", [b"", b"[", b"[]", b"{}", b'{"type": "FeatureCollection"}', b"[" * 100_000, b'{"a": NaN}']
)
def test_what_is_no_collection_is_refused(content: bytes) -> None:
    """No content raises; each gives one problem."""
    record, problems = read_outlines(UNIT, {PATH: content})
    assert (record, [each.rule for each in problems]) == (None, ["F015"])


def test_the_code_of_a_feature_is_found_again() -> None:
    """A check across files points at the code of the feature that it is about."""
    contents = _file(_region(0))
    place = locate_outline(UNIT, contents, ("features", 1, "code"))
    assert '"KRZ08"' in contents[PATH].decode().splitlines()[place.line - 1]
