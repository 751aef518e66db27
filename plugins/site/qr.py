"""Draw QR codes: an address → strokes over its dark modules, for an SVG path with a stroke of one module."""

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import segno

# how much of a code may be damaged: 7 % on a page, so that its modules are larger; a quarter on a poster in a foyer
ON_PAGE, ON_POSTER = "L", "Q"
# light modules around the code, as the standard asks
QUIET = 4


class Code(NamedTuple):
    """A code: the path of its dark modules, to be stroked, and its side in modules, the quiet zone included."""

    path: str
    size: int


@lru_cache(maxsize=1_000)
def draw_code(address: str, level: str = ON_PAGE) -> Code:
    """Draw the code that opens an address; the same address gives the same path."""
    code = segno.make(address, error=level, micro=False, boost_error=False)
    size = len(code.matrix) + 2 * QUIET
    path = "".join(_row(row, y) for y, row in enumerate(code.matrix, QUIET))
    return Code(path, size)


def _row(row: bytearray, y: int) -> str:
    """Draw the dark runs of a row, each a stroke along the middle of its modules, after the gap before it."""
    path, gap = f"M{QUIET} {y}.5", 0
    for dark, modules in groupby(row):
        length = len(list(modules))
        if dark:
            path += f"m{gap} 0h{length}" if gap else f"h{length}"
        gap = 0 if dark else length
    return path
