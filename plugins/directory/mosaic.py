"""Turn a map that is drawn with letters into outlines: one letter is one hexagon.

A grid is read by a person and compared by git; the page gets one path for each municipality,
the outline of its hexagons, the point where its name fits best, and a dot for its main town.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from plugins.directory.dots import Point, Spots, fit_frame, free_points
from plugins.records.brief import Brief

# A pointed-top hexagon on whole numbers: half its width, half and a quarter of its height.
HALF, TALL, SHORT = 26, 30, 15
STEP = TALL + SHORT
MARGIN = 4
# how far the base line of a name lies above the middle, so that name and number balance there
RISE = 4
NAME_CELLS = 3
# where a name and a number may stand above or below the middle of a row, and the points that they may take there
SHIFTS = (-STEP // 2, -STEP // 4, 0, STEP // 4, STEP // 2)
NAME, NUMBER = (0, 12, 24, 36, 48, 60), (0, 12)
LINES = ((-16, NAME), (-8, NAME), (0, NAME), (9, NUMBER), (18, NUMBER))
HIGHEST = 4

Cell = tuple[int, int]
NOWHERE: Spots = {}


class Shape(NamedTuple):
    """A municipality: its code, its outline as an SVG path, the middle of the base line of its name, its dots."""

    code: str
    path: str
    x: int
    y: int
    dots: tuple[Point, ...] = ()


class Mosaic(NamedTuple):
    """A map: its SVG view box and its shapes, sorted by code."""

    view_box: str
    shapes: tuple[Shape, ...]


def plan_mosaic(grid: str, letters: Mapping[str, str], spots: Spots = NOWHERE) -> Mosaic:
    """Draw a grid; `letters` says which municipality each letter is (letter → code), `spots` where its dots lie.

    A row is letters or dots with spaces between them; each second row lies half a hexagon
    to the right. Raises KeyError for a letter that stands for nothing.
    """
    cells: dict[str, list[Cell]] = {}
    for row, line in enumerate(grid.splitlines()):
        for column, letter in enumerate(line.split()):
            if letter != ".":
                cells.setdefault(letters[letter], []).append((row, column))
    shapes = _with_dots([_shape(code, cells[code]) for code in sorted(cells)], cells, spots)
    return Mosaic(_view_box([cell for own in cells.values() for cell in own]), shapes)


def with_counts(mosaic: Mosaic, counted: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Join shapes with places: every item of `counted` has a `place` and its `count`."""
    found = {_code(entry): entry for entry in counted}
    highest = max((_count(entry) for entry in found.values()), default=0)
    shapes = tuple(
        {
            "path": shape.path,
            "x": shape.x,
            "y": shape.y,
            "dots": shape.dots,
            "place": found[shape.code]["place"],
            "count": _count(found[shape.code]),
            "level": shade(_count(found[shape.code]), highest),
        }
        for shape in mosaic.shapes
        if shape.code in found
    )
    return {"view_box": mosaic.view_box, "shapes": shapes}


def shade(count: int, highest: int) -> int:
    """Give the shade of a count: 0 for none, then 1 to 4 in equal steps up to the highest."""
    return 0 if not count else max(1, -(-count * HIGHEST // highest))


def _code(entry: Mapping[str, object]) -> str:
    place = entry["place"]
    return place.code if isinstance(place, Brief) else ""


def _count(entry: Mapping[str, object]) -> int:
    count = entry["count"]
    return count if isinstance(count, int) else 0


def _shape(code: str, cells: list[Cell]) -> Shape:
    x, y = _name_point(cells)
    return Shape(code, _outline(cells), x, y - RISE)


def _with_dots(shapes: list[Shape], cells: Mapping[str, list[Cell]], spots: Spots) -> tuple[Shape, ...]:
    """Give each municipality its dots: the scheme is laid on the country, and the nearest free hexagon taken."""
    known = [code for code in cells if spots.get(code)]
    if not known:
        return tuple(shapes)
    centres = {code: [_centre(cell) for cell in own] for code, own in cells.items()}
    frame = fit_frame((spots[code][0], _mean(centres[code])) for code in known)
    return tuple(
        shape._replace(
            dots=free_points(map(frame.point, spots.get(shape.code, ())), centres[shape.code], (shape.x, shape.y))
        )
        for shape in shapes
    )


def _mean(points: list[Point]) -> tuple[float, float]:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _centre(cell: Cell) -> Point:
    row, column = cell
    return HALF * (2 * column + 1 + row % 2), TALL + STEP * row


def _corners(cell: Cell) -> tuple[Point, ...]:
    """Give the six corners, clockwise from the top."""
    x, y = _centre(cell)
    return (
        (x, y - TALL),
        (x + HALF, y - SHORT),
        (x + HALF, y + SHORT),
        (x, y + TALL),
        (x - HALF, y + SHORT),
        (x - HALF, y - SHORT),
    )


def _outline(cells: list[Cell]) -> str:
    """Cancel the edges that two hexagons share; what remains is walked ring by ring."""
    edges = {edge for cell in cells for edge in _edges(cell)}
    following = {start: end for start, end in edges if (end, start) not in edges}
    path = ""
    while following:
        start = min(following)
        path += f"M{start[0]} {start[1]}" + "".join(_steps(start, following)) + "z"
    return path


def _edges(cell: Cell) -> Iterator[tuple[Point, Point]]:
    corners = _corners(cell)
    return zip(corners, corners[1:] + corners[:1], strict=True)


def _steps(start: Point, following: dict[Point, Point]) -> Iterator[str]:
    """Walk one ring, taking its edges out; the last edge is left to the path's `z`."""
    here, there = start, following.pop(start)
    while there != start:
        across, down = there[0] - here[0], there[1] - here[1]
        yield f"l{across} {down}" if across else f"v{down}"
        here, there = there, following.pop(there)


def _name_point(cells: list[Cell]) -> Point:
    """Find where a name and a number have the most room inside, as near to the middle of all as may be."""
    own = set(cells)
    middle_x, middle_y = _mean([_centre(cell) for cell in cells])

    def rank(point: Point) -> tuple[int, float, Point]:
        x, y = point
        return -_room(cells, point), (x - middle_x) ** 2 + (y - middle_y) ** 2, point

    middles = (_middle((cell, width)) for cell in cells for width in _widths(cell, own))
    return min(((x, y + shift) for x, y in middles for shift in SHIFTS), key=rank)


def _room(cells: list[Cell], point: Point) -> int:
    """Count the steps that a name, and a number below it, may go to both sides before they leave the hexagons."""
    x, y = point

    def inside(down: int, across: int) -> bool:
        return all(any(_holds(cell, x + side * across, y + down) for cell in cells) for side in (-1, 1))

    return sum(len(list(takewhile(partial(inside, down), steps))) for down, steps in LINES)


def _holds(cell: Cell, x: int, y: int) -> bool:
    centre_x, centre_y = _centre(cell)
    across, down = abs(x - centre_x), abs(y - centre_y)
    return across <= HALF and down <= TALL - across * SHORT / HALF


def _widths(cell: Cell, own: set[Cell]) -> Iterator[int]:
    row, column = cell
    for width in range(1, NAME_CELLS + 1):
        if (row, column + width - 1) not in own:
            return
        yield width


def _middle(window: tuple[Cell, int]) -> Point:
    (x, y), width = _centre(window[0]), window[1]
    return x + HALF * (width - 1), y


def _view_box(cells: list[Cell]) -> str:
    corners = [corner for cell in cells for corner in _corners(cell)]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    sizes = (left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN)
    return " ".join(map(str, sizes))
