"""Turn the entries of all documents into rows: for a term and a field, who has it and how often.

A posting is the gap to the document before it, how often the term occurs, and how long the
field is; with the number of documents and the average lengths, which the head carries, the
browser computes lunr's weights from it exactly.
"""

from collections.abc import Iterable, Mapping, Sequence

from plugins.search.encoding import ALPHABET, encode_number, number_table
from plugins.search.entries import FIELDS, Entry

# all postings of a term: as written, and how many there are in all fields together
Row = tuple[str, int]


class _Writer:
    """One term in one field while the documents pass: the last document, and the text so far."""

    __slots__ = ("last", "parts")

    def __init__(self) -> None:
        self.last = -1
        self.parts: list[str] = []


def collect_rows(entries: Iterable[Entry]) -> dict[str, Row]:
    """Give the row of every term; documents are numbered by their place in `entries`."""
    fields: list[dict[str, _Writer]] = [{} for _ in FIELDS]
    for document, entry in enumerate(entries):
        for writers, (length, counts) in zip(fields, entry, strict=True):
            _add(writers, document, length, counts)
    rows = {}
    empty = _Writer()
    for term in set[str]().union(*fields):
        written = [field.get(term, empty) for field in fields]
        text = join_row(["".join(writer.parts) for writer in written])
        rows[term] = (text, sum([len(writer.parts) for writer in written]))
    return rows


def _add(writers: dict[str, _Writer], document: int, length: int, counts: Mapping[str, int]) -> None:
    table = number_table()
    written = encode_number(length)
    for term, count in counts.items():
        writer = writers.get(term)
        if writer is None:
            writer = writers[term] = _Writer()
        gap = (document - writer.last - 1) * 2
        writer.last = document
        if count == 1:
            writer.parts.append((table[gap] if gap < len(table) else encode_number(gap)) + written)
        else:
            writer.parts.append(encode_number(gap + 1) + encode_number(count - 2) + written)


def join_row(fields: Sequence[str]) -> str:
    """Join the postings of a term: which fields have some, then those, by spaces."""
    mask = sum(1 << index for index, postings in enumerate(fields) if postings)
    return ALPHABET[mask] + " ".join(postings for postings in fields if postings)
