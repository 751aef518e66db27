import re

import segno

from plugins.site.qr import QUIET, draw_code

ADDRESS = "https://kardzhali.example.org/p/4ftze.html"


def test_path_holds_exactly_the_dark_modules() -> None:
    """The outline covers each dark module of the code once, inside a quiet zone of four."""
    path, size = draw_code(ADDRESS)
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    drawn = [(int(x) + step, int(y)) for x, y, length, _ in runs for step in range(int(length))]
    code = segno.make(ADDRESS, error="Q", micro=False, boost_error=False)
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(code.matrix) for x, module in enumerate(row) if module}
    assert sorted(drawn) == sorted(dark)
    assert size == len(code.matrix) + 2 * QUIET
    assert re.sub(r"M\d+ \d+h\d+v1h-\d+z", "", path) == ""
