"""What a format of the open data is: a module that writes each record apart and then puts a file together.

What a record becomes depends on the record, on places and on vocabularies alone, so that an
incremental build writes only the changed ones anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from plugins.records.model import Record
from plugins.site.view import SiteView

# section of a file → what the records have in it, in their order
Sections = Mapping[str, Sequence[str]]


class Piece(NamedTuple):
    """What one record adds to one section of one file."""

    file: str
    section: str
    text: str


class Format(Protocol):
    """A module with these names, in `dataset.FORMATS`."""

    FILE_NAME: str
    MEDIA_TYPE: str

    def pieces(self, record: Record, view: SiteView) -> Iterator[Piece]:
        """Write one record."""
        ...

    def render(self, file: str, sections: Sections, view: SiteView) -> str:
        """Put a file together."""
        ...
