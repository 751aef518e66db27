"""Dots of settlements: where they lie among outlines, in a free hexagon of a mosaic, never under a name."""

import pytest

from plugins.directory.dots import Spots, clear_name, covered, fit_frame, free_points
from plugins.directory.mosaic import plan_mosaic

LETTERS = {"A": "KRZ02", "B": "KRZ16"}
GRID = "A A A\n A A A\nA A A\n B B B\nB B B\n B B B"
# west and north, east and south
SPOTS: Spots = {"KRZ02": ((25.1, 41.9),), "KRZ16": ((25.9, 41.1),)}


def test_a_frame_puts_east_to_the_right_and_north_above() -> None:
    """Places that a scheme has at two points are put at these points."""
    frame = fit_frame([((25.0, 42.0), (10, 20)), ((26.0, 41.0), (110, 220))])
    assert [frame.point(each) for each in ((25.0, 42.0), (25.5, 41.5), (26.0, 41.0))] == [
        (10, 20),
        (60, 120),
        (110, 220),
    ]


def test_a_frame_of_one_place_is_the_middle_of_its_hexagons() -> None:
    """Where all stand at one place there is no direction to learn."""
    assert fit_frame([((25.0, 42.0), (10, 20))]).point((27.0, 41.0)) == (10, 20)


@pytest.mark.parametrize(
    ("point", "depth"), [((100, 100), 23), ((100, 77), 0), ((100, 137), 0), ((180, 100), 0), ((178, 100), 2)]
)
def test_a_name_covers_what_lies_under_it(point: tuple[int, int], depth: int) -> None:
    """Above, below and beside it a dot is clear."""
    assert covered((100, 100), point) == depth


def test_a_dot_takes_the_nearest_free_point_once() -> None:
    """A second settlement takes the next; where there is no point left, no dot."""
    free = [(0, 0), (300, 0), (300, 300)]
    assert free_points([(290, 40), (299, 1), (0, 0), (5, 5)], free, (0, 5)) == ((300, 0), (300, 300), (0, 0))


def test_each_municipality_has_its_dot_inside_and_clear_of_its_name() -> None:
    """A dot stands in the middle of a hexagon of its own municipality, north and south as in the country."""
    upper, lower = plan_mosaic(GRID, LETTERS, SPOTS).shapes
    assert (upper.dots, lower.dots) == (((78, 30),), ((104, 165),))
    assert [covered((shape.x, shape.y), dot) for shape in (upper, lower) for dot in shape.dots] == [0, 0]


def test_a_map_without_known_places_has_no_dots() -> None:
    """Nothing is guessed."""
    assert [shape.dots for shape in plan_mosaic(GRID, LETTERS).shapes] == [(), ()]
    assert [shape.dots for shape in plan_mosaic(GRID, LETTERS, {"KRZ02": ()}).shapes] == [(), ()]


@pytest.mark.parametrize(
    ("dots", "name"),
    [([], (100, 100)), ([(300, 100)], (100, 100)), ([(110, 120)], (100, 83)), ([(110, 90)], (100, 113))],
    ids=["none", "beside", "below", "above"],
)
def test_a_name_makes_way_for_a_dot(dots: list[tuple[int, int]], name: tuple[int, int]) -> None:
    """It moves up or down, whichever is less."""
    assert clear_name((100, 100), dots) == name


def test_among_many_dots_a_name_stays() -> None:
    """There is no place for it near by."""
    assert clear_name((100, 100), [(100, down) for down in range(0, 220, 20)]) == (100, 100)
