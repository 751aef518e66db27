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
    # steps alone, after the first point: they repeat, and so take a tenth less in gzip
    path = f"M{QUIET} {QUIET}.5" + f"m-{len(code.matrix)} 1".join(map(_row, code.matrix))
    return Code(path, size)


def _row(row: bytearray) -> str:
    """Draw the runs of a row from its first module to its last: a stroke along the middle of dark ones, else a step."""
    runs = ((dark, len(list(modules))) for dark, modules in groupby(row))
    return "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in runs)
