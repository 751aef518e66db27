"""Write tables that spreadsheets open: CSV whose texts are never run as formulas, nor changed as numbers.

UTF-8 with a byte order mark, for spreadsheets take the letters for Western ones without it; lines end as
RFC 4180 wants. What a spreadsheet would run or round begins with an apostrophe.
"""

import csv
import io
import re
from collections.abc import Iterable

Cell = str | int | float | bool | None
BYTE_ORDER_MARK = "\ufeff"
GUARD = "'"
# with these a formula begins, as with their wide sisters from East Asian keyboards
_SIGNS = "=+-@＝＋－＠"
_FORMULA = tuple(f"{_SIGNS}\t\r")
# a Bulgarian Excel parts cells at ";", whatever quotes stand around them; then a line inside a cell begins a row
_INSIDE = re.compile(rf"(?<=[;\t\r\n])((?:[^\S\t\r\n]|\")*)(?=[{re.escape(_SIGNS)}])")
# a number that a spreadsheet shows as it is written; it drops leading zeros and rounds long ones
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,10})([.,][0-9]+)?")
_DIGITS = re.compile(r"[0-9]+")


def to_csv(lines: Iterable[Iterable[Cell]]) -> str:
    """Write lines of cells."""
    written = io.StringIO()
    csv.writer(written).writerows([cell(value) for value in line] for line in lines)
    return written.getvalue()


def cell(value: Cell) -> Cell:
    """Give a value as a cell may hold it: a text that is no plain number is never read as one, nor run."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str) or _NUMBER.fullmatch(value):
        return value
    value = _INSIDE.sub(rf"\1{GUARD}", value)
    return GUARD + value if value.startswith(_FORMULA) or _DIGITS.fullmatch(value) else value
