"""Draw QR codes: an address → the outline of its dark modules, for an SVG path."""

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import segno

# a quarter of the code may be damaged, as on a poster in a foyer
LEVEL = "Q"
# light modules around the code, as the standard asks
QUIET = 4


class Code(NamedTuple):
    """A code: the path of its dark modules, and its side in modules, the quiet zone included."""

    path: str
    size: int


@lru_cache(maxsize=1_000)
def draw_code(address: str) -> Code:
    """Draw the code that opens an address; the same address gives the same path."""
    code = segno.make(address, error=LEVEL, micro=False, boost_error=False)
    size = len(code.matrix) + 2 * QUIET
    rows = enumerate(code.matrix, QUIET)
    return Code("".join(_run(x, y, length) for y, row in rows for x, length in _runs(row)), size)


def _runs(row: bytearray) -> list[tuple[int, int]]:
    """Give (start, length) of the dark runs of a row."""
    runs, x = [], QUIET
    for dark, modules in groupby(row):
        length = len(list(modules))
        if dark:
            runs.append((x, length))
        x += length
    return runs


def _run(x: int, y: int, length: int) -> str:
    return f"M{x} {y}h{length}v1h-{length}z"
