"""Put settlements on a map as dots: where they lie among real outlines, in a free hexagon of a mosaic.

Only what the records of places say is drawn: the main town of a municipality, and a settlement that has a record
of its own. Where an organisation lives is on no map.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

# longitude, latitude
Degrees = tuple[float, float]
Point = tuple[int, int]
# by the code of a municipality: its main town, then its other settlements
Spots = Mapping[str, Sequence[Degrees]]

# what a name takes up around the middle of its base line, with the number below it
SIDE, ABOVE, BELOW = 80, 23, 37


class Frame(NamedTuple):
    """How degrees become points of a drawing: east is right, north is above."""

    left: float
    across: float
    top: float
    down: float

    def point(self, degrees: Degrees) -> Point:
        """Give the point of a place."""
        return round(self.left + self.across * degrees[0]), round(self.top + self.down * degrees[1])


def fit_frame(pairs: Iterable[tuple[Degrees, tuple[float, float]]]) -> Frame:
    """Find the frame that brings places nearest to the points that a scheme gives them, by least squares."""
    found = list(pairs)
    horizontal = _line([(degrees[0], point[0]) for degrees, point in found])
    vertical = _line([(degrees[1], point[1]) for degrees, point in found])
    return Frame(*horizontal, *vertical)


def _line(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Give the start and the slope of the line through pairs; it is level where all stand at one place."""
    mean_x = sum(x for x, _ in pairs) / len(pairs)
    mean_y = sum(y for _, y in pairs) / len(pairs)
    spread = sum((x - mean_x) ** 2 for x, _ in pairs)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in pairs) / spread if spread else 0.0
    return mean_y - slope * mean_x, slope


def free_points(wanted: Iterable[Point], free: Iterable[Point], name: Point) -> tuple[Point, ...]:
    """Move each wanted point to the nearest free one that the name leaves clear, or most clear; each is taken once."""
    left, taken = sorted(free), []
    for point in wanted:
        if left:
            taken.append(min(left, key=lambda each: (covered(name, each), _apart(point, each), each)))
            left.remove(taken[-1])
    return tuple(taken)


def covered(name: Point, point: Point) -> int:
    """Say how far a dot at a point would lie under a name; 0 for one that is clear of it."""
    across, down = abs(point[0] - name[0]), point[1] - name[1]
    return max(0, min(SIDE - across, ABOVE + down, BELOW - down))


def clear_name(name: Point, dots: Iterable[Point]) -> Point:
    """Move a name up or down, whichever is less, until no dot lies under it; many dots may leave no such place."""
    x, y = name
    found = list(dots)
    under = [down for across, down in found if covered(name, (across, down))]
    moves = (move for down in under for move in (down + ABOVE, down - BELOW))
    places = [(x, move) for move in sorted(moves, key=lambda move: (abs(move - y), move))]
    return next((place for place in places if not any(covered(place, dot) for dot in found)), name)


def _apart(one: Point, other: Point) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
