import re
from collections.abc import Iterator

import pytest
import segno

from plugins.site.qr import ON_PAGE, ON_POSTER, QUIET, draw_code

ADDRESS = "https://kardzhali.example.org/p/4ftze.html"


@pytest.mark.parametrize("level", [ON_PAGE, ON_POSTER])
def test_path_holds_exactly_the_dark_modules(level: str) -> None:
    """A stroke of one module covers each dark module of the code once, inside a quiet zone of four."""
    path, size = draw_code(ADDRESS, level)
    code = segno.make(ADDRESS, error=level, micro=False, boost_error=False)
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(code.matrix) for x, module in enumerate(row) if module}
    drawn = list(strokes(path))
    assert sorted(drawn) == sorted(dark)
    assert size == len(code.matrix) + 2 * QUIET


def strokes(path: str) -> Iterator[tuple[int, int]]:
    """Yield the modules along the middle of which the path's strokes run."""
    x = y = 0
    for start_x, start_y, across, down, length in re.findall(r"M(\d+) (\d+)\.5|m(-?\d+) (\d+)|h(\d+)", path):
        if start_x:
            x, y = int(start_x), int(start_y)
        elif across:
            x, y = x + int(across), y + int(down)
        else:
            yield from ((each, y) for each in range(x, x + int(length)))
            x += int(length)
