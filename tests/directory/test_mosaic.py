"""Grids of letters become outlines, places for names, and shades."""

import pytest

from plugins.directory.mosaic import Mosaic, Shape, plan_mosaic, shade, with_counts
from plugins.languages.text import Text
from plugins.records.brief import Brief

LETTERS = {"A": "KRZ02", "B": "KRZ16"}
HEXAGON = "M0 15v30l26 15l26 -15"


def test_one_letter_is_one_hexagon() -> None:
    """Its six corners are walked once, and its name stands in its middle."""
    assert plan_mosaic("A", LETTERS) == Mosaic(
        "-4 -4 60 68", (Shape("KRZ02", "M0 15l26 -15l26 15v30l-26 15l-26 -15z", 26, 26),)
    )


def test_neighbours_lose_the_edge_between_them() -> None:
    """Two hexagons of one letter have ten edges, not twelve."""
    (shape,) = plan_mosaic("A A", LETTERS).shapes
    assert _edges(shape.path) == 10


def test_a_hole_has_an_outline_of_its_own() -> None:
    """Six hexagons around another one have an outer and an inner ring."""
    ring, middle = plan_mosaic(" . A A\nA B A\n . A A".replace(" .", "."), LETTERS).shapes
    assert (ring.path.count("M"), _edges(middle.path)) == (1 + _is_closed(ring.path), 6)


def _is_closed(path: str) -> int:
    return int(path.count("M") > 1)


def _edges(path: str) -> int:
    return path.count("l") + path.count("v") + path.count("z")


def test_each_second_row_lies_half_a_hexagon_to_the_right() -> None:
    """The hexagon below stands between two above it."""
    upper, lower = plan_mosaic("A\nB", LETTERS).shapes
    assert (lower.x - upper.x, lower.y - upper.y) == (26, 45)


def test_a_name_stands_where_three_hexagons_lie_in_a_row() -> None:
    """The widest row is best, though another lies nearer to the middle."""
    (shape,) = plan_mosaic("A .\nA .\nA A A", LETTERS).shapes
    assert shape.x == 78


def test_dots_and_margins_say_nothing() -> None:
    """An empty row or column shifts the map and changes no outline."""
    assert [s.code for s in plan_mosaic(". . .\n. A .", LETTERS).shapes] == ["KRZ02"]


def test_an_unknown_letter_is_refused() -> None:
    """A letter without a municipality raises KeyError."""
    with pytest.raises(KeyError, match="X"):
        plan_mosaic("X", LETTERS)


SHADES = {"none": (0, 20, 0), "one of many": (1, 20, 1), "half": (10, 20, 2), "most": (20, 20, 4), "only": (1, 1, 4)}


@pytest.mark.parametrize(("count", "highest", "level"), SHADES.values(), ids=SHADES)
def test_a_count_has_a_shade(count: int, highest: int, level: int) -> None:
    """None is the lightest, the highest the darkest."""
    assert shade(count, highest) == level


def test_shapes_meet_their_places() -> None:
    """Every municipality of the map gets its record, its count and its shade."""
    places = [
        Brief("place", name.lower(), b"", Text.of({"bg": name}), code=code)
        for name, code in (("Ardino", "KRZ02"), ("Kardzhali", "KRZ16"))
    ]
    mosaic = plan_mosaic("A B", LETTERS)
    counted = [{"place": place, "count": count} for place, count in zip(places, (2, 8), strict=True)]
    shapes = with_counts(mosaic, counted)["shapes"]
    assert isinstance(shapes, tuple)
    assert [(s["place"], s["count"], s["level"]) for s in shapes] == [
        (places[0], 2, 1),
        (places[1], 8, 4),
    ]
