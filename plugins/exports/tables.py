"""Write records as CSV: a table for each type, and one for each list inside it.

UTF-8 with a byte order mark, for spreadsheets take the letters for Western ones without it;
lines end as RFC 4180 wants. What a spreadsheet would run or round begins with an apostrophe.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from plugins.exports.columns import Cell, Table, rows, tables_of
from plugins.exports.parts import Piece, Sections
from plugins.records.model import TYPES, Record
from plugins.site.urls import FOLDER_OF_TYPE
from plugins.site.view import SiteView

FILE_NAME = "{table}.csv"
MEDIA_TYPE = "text/csv"
BYTE_ORDER_MARK = "\ufeff"
GUARD = "'"
# with these a formula begins, as with their wide sisters from East Asian keyboards
_FORMULA = tuple("=+-@\t\r＝＋－＠")
# a number that a spreadsheet shows as it is written; it drops leading zeros and rounds long ones
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,10})([.,][0-9]+)?")
_DIGITS = re.compile(r"[0-9]+")


def pieces(record: Record, _view: SiteView) -> Iterator[Piece]:
    """Write the lines of a record in every table that it has any in."""
    for name, table in _tables(record.type).items():
        lines = [[record.id, *row] for row in rows(record, table)]
        if lines:
            yield Piece(FILE_NAME.format(table=name), "", to_csv(lines))


def render(file: str, sections: Sections, _view: SiteView) -> str:
    """Put the names of the columns over the lines."""
    head = to_csv([[name for name, _ in header_of(file)]])
    return BYTE_ORDER_MARK + head + "".join(sections[""])


def header_of(file: str) -> list[tuple[str, Table | None]]:
    """Give the names of the columns of a file; the first is the record's own id, or whose part it is."""
    for kind in FOLDER_OF_TYPE:
        for name, table in _tables(kind).items():
            if FILE_NAME.format(table=name) == file:
                first = f"{kind}_id" if table.path else "id"
                return [(first, None), *((column.name, table) for column in table.columns)]
    raise KeyError(file)


def table_of(file: str) -> tuple[str, Table]:
    """Give the type and the table that a file holds."""
    return next(
        (kind, table)
        for kind in FOLDER_OF_TYPE
        for name, table in _tables(kind).items()
        if FILE_NAME.format(table=name) == file
    )


def _tables(kind: str) -> dict[str, Table]:
    """Name the tables of a type: organisations, organisations-services, …."""
    return {"-".join((FOLDER_OF_TYPE[kind], *table.path)): table for table in tables_of(TYPES[kind])}


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
    return GUARD + value if value.startswith(_FORMULA) or _DIGITS.fullmatch(value) else value
