"""Simplify areas that share borders: rings in degrees → outlines of few points, with no gap between neighbours.

The borders are cut where three areas meet; each piece is simplified once, for both its sides, and the
points that matter least (by the triangle that each makes with its neighbours: Visvalingam and Whyatt,
1993) are left out until the whole map has no more than `MOST_POINTS`.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import cos, inf, radians

from plugins.directory.dots import Degrees, Frame, Point
from plugins.directory.mosaic import LINES, MARGIN, RISE, Mosaic, Shape

Area = Sequence[Sequence[Degrees]]
Ring = list[Point]

# the longer side of the drawing; names have the size that they have on a mosaic
SIDE = 460
# borders are compared on a grid that is finer than the drawing, so that what lies near does not touch
FINER = 16
MOST_POINTS = 420
# smaller islands and holes are left out, in square units
SMALLEST = 24 * FINER * FINER
# a name needs no more room than this
WIDEST = 120
# a triangle
FEWEST = 3
# how far apart the lines are on which a name is tried
EVERY = 3


def draw_areas(areas: Mapping[str, Area]) -> Mosaic:
    """Draw areas (code → rings of longitude and latitude, inner and outer alike) on whole numbers."""
    snapped = _snap(areas, frame_of(areas, FINER))
    borders = _Borders(ring for rings in snapped.values() for ring in rings)
    simple = {code: [_drawn(borders.simplified(ring)) for ring in rings] for code, rings in snapped.items()}
    shapes = tuple(_shape(code, rings) for code, rings in simple.items())
    points = [point for rings in simple.values() for ring in rings for point in ring]
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    return Mosaic(f"{-MARGIN} {-MARGIN} {right + 2 * MARGIN} {bottom + 2 * MARGIN}", shapes)


def frame_of(areas: Mapping[str, Area], finer: int = 1) -> Frame:
    """Say how degrees become points of the drawing, or of a grid that is finer than it."""
    points = [point for rings in areas.values() for ring in rings for point in ring]
    west, north = min(x for x, _ in points), max(y for _, y in points)
    east, south = max(x for x, _ in points), min(y for _, y in points)
    narrower = cos(radians((north + south) / 2))
    scale = SIDE * finer / (max((east - west) * narrower, north - south) or 1)
    return Frame(-west * narrower * scale, narrower * scale, north * scale, -scale)


def _snap(areas: Mapping[str, Area], frame: Frame) -> dict[str, list[Ring]]:
    """Put all rings on one grid, north above; what is smaller than a few cells of it is left out."""

    def snap(ring: Sequence[Degrees]) -> Ring:
        return _without_spikes(map(frame.point, ring))

    return {code: _large([snap(ring) for ring in rings]) for code, rings in areas.items()}


def _without_spikes(points: Iterable[Point]) -> Ring:
    """Leave out points that stand twice in a row, and lines that go out and come back."""
    ring: Ring = []
    for point in points:
        if ring and ring[-1] == point:
            continue
        if ring[-2:-1] == [point]:
            ring.pop()
        else:
            ring.append(point)
    while len(ring) > FEWEST and (ring[0] == ring[-1] or ring[0] == ring[-2]):
        ring.pop()
    return ring


def _large(rings: list[Ring]) -> list[Ring]:
    sizes = [_size(ring) for ring in rings]
    return [ring for ring, size in zip(rings, sizes, strict=True) if size >= min(SMALLEST, max(sizes))]


def _size(ring: Ring) -> float:
    return abs(sum(x * b - a * y for (x, y), (a, b) in pairwise([ring[-1], *ring]))) / 2


class _Borders:
    """The pieces of all borders, and how much each of their points matters: worked out once for both sides."""

    def __init__(self, rings: Iterable[Ring]) -> None:
        rings = list(rings)
        self._meeting = _meeting(rings)
        pieces = {_same(piece) for ring in rings for piece in self._pieces(ring)}
        self._weights = {piece: _weights(piece) for piece in sorted(pieces)}
        every = sorted(weight for found in self._weights.values() for weight in found if weight < inf)
        free = max(0, MOST_POINTS - sum(len(found) for found in self._weights.values()) + len(every))
        self._least = every[-free - 1] if len(every) > free else 0.0

    def simplified(self, ring: Ring) -> Ring:
        """Give a ring without the points that matter least."""
        kept: Ring = []
        for piece in self._pieces(ring):
            one = _same(piece)
            weights = self._weights[one] if one == piece else self._weights[one][::-1]
            kept += [point for point, weight in list(zip(piece, weights, strict=True))[:-1] if weight > self._least]
        return kept

    def _pieces(self, ring: Ring) -> Iterator[tuple[Point, ...]]:
        """Cut a ring where areas meet, or at its least point; each piece ends where the next one begins."""
        cuts = [at for at, point in enumerate(ring) if point in self._meeting] or [ring.index(min(ring))]
        turned = [*ring[cuts[0] :], *ring[: cuts[0] + 1]]
        ends = [*(at - cuts[0] for at in cuts), len(ring)]
        yield from (tuple(turned[start : end + 1]) for start, end in pairwise(ends))


def _meeting(rings: Sequence[Ring]) -> set[Point]:
    """Give the points from which borders go in more than two directions."""
    beside: dict[Point, set[Point]] = {}
    for ring in rings:
        for before, here in pairwise([ring[-1], *ring]):
            beside.setdefault(here, set()).add(before)
            beside.setdefault(before, set()).add(here)
    return {point for point, others in beside.items() if len(others) > 2}


def _same(piece: tuple[Point, ...]) -> tuple[Point, ...]:
    """Give a piece of border in the one direction in which both its sides know it."""
    return min(piece, piece[::-1])


def _weights(piece: tuple[Point, ...]) -> list[float]:
    """Say how much each point matters; the ends, and the last inside that an area needs, matter most."""
    last = len(piece) - 1
    needed = 2 if piece[0] == piece[last] else 1
    before, after = [at - 1 for at in range(last + 1)], [at + 1 for at in range(last + 1)]
    weights = [inf] * (last + 1)
    queue = [(_triangle(piece, at - 1, at, at + 1), at) for at in range(1, last)]
    current = {at: size for size, at in queue}
    heapq.heapify(queue)
    least = 0.0
    while len(current) > needed:
        size, at = heapq.heappop(queue)
        if current.get(at) != size:
            continue
        least = weights[at] = max(least, size)
        del current[at]
        after[before[at]], before[after[at]] = after[at], before[at]
        for near in (before[at], after[at]):
            if 0 < near < last:
                current[near] = _triangle(piece, before[near], near, after[near])
                heapq.heappush(queue, (current[near], near))
    return weights


def _triangle(piece: Sequence[Point], one: int, two: int, three: int) -> float:
    (a, b), (c, d), (e, f) = piece[one], piece[two], piece[three]
    return abs((c - a) * (f - b) - (e - a) * (d - b)) / 2


def _drawn(ring: Ring) -> Ring:
    """Put a ring on the grid of the drawing."""
    return _without_spikes((round(x / FINER), round(y / FINER)) for x, y in ring)


def _shape(code: str, rings: list[Ring]) -> Shape:
    x, y = _name_point(rings)
    return Shape(code, "".join(map(_path, rings)), x, y - RISE)


def _path(ring: Ring) -> str:
    steps = ((c - a, d - b) for (a, b), (c, d) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}" + "".join(_step(*step) for step in steps) + "z"


def _step(across: int, down: int) -> str:
    if not across or not down:
        return f"h{across}" if across else f"v{down}"
    return f"l{across} {down}".replace(" -", "-")


def _name_point(rings: list[Ring]) -> Point:
    """Find where a name and a number below it have the most room inside, as near to the middle as may be."""
    largest = max(rings, key=_size)
    middle_x = sum(x for x, _ in largest) // len(largest)
    middle_y = sum(y for _, y in largest) // len(largest)
    found = []
    for y in range(min(y for _, y in largest), max(y for _, y in largest) + 1, EVERY):
        for left, right in _room(rings, y):
            x = (left + right) // 2
            found.append((-min(right - left, WIDEST), (x - middle_x) ** 2 + (y - middle_y) ** 2, (x, y)))
    return min(found)[2] if found else (middle_x, middle_y)


def _room(rings: list[Ring], y: int) -> list[Point]:
    """Give the stretches (left, right) that lie inside along every line of a name whose middle is at `y`."""
    common = _inside(rings, y)
    for down, _ in LINES:
        here = _inside(rings, y + down)
        pairs = ((max(a, c), min(b, d)) for a, b in common for c, d in here)
        common = [(left, right) for left, right in pairs if left < right]
    return common


def _inside(rings: list[Ring], y: int) -> list[Point]:
    """Give the stretches (left, right) of the horizontal line at `y` that lie inside."""
    edges = (edge for ring in rings for edge in pairwise([ring[-1], *ring]))
    crossed = sorted(a + (c - a) * (y - b) // (d - b) for (a, b), (c, d) in edges if (b <= y) != (d <= y))
    return list(zip(crossed[::2], crossed[1::2], strict=True))
