"""Write records as CSV: a table for each type, and one for each list inside it."""

from collections.abc import Iterator

from plugins.exports.columns import Table, rows, tables_of
from plugins.exports.parts import Piece, Sections
from plugins.records.model import TYPES, Record
from plugins.site.cells import BYTE_ORDER_MARK, to_csv
from plugins.site.urls import FOLDER_OF_TYPE
from plugins.site.view import SiteView

FILE_NAME = "{table}.csv"
MEDIA_TYPE = "text/csv"


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
