"""Change the rows of an index where a few documents have changed, without reading the others."""

import re
from collections.abc import Iterable, Mapping

from plugins.search.encoding import ALPHABET, LAST, encode_number
from plugins.search.entries import FIELDS, Entry
from plugins.search.postings import Row, join_row

_VALUES = {char: value for value, char in enumerate(ALPHABET)}
_GO_ON = len(ALPHABET) - LAST
_NUMBER = re.compile(f"[{re.escape(ALPHABET[LAST:])}]*[{re.escape(ALPHABET[:LAST])}]")


# (document, old entry, new entry)
Patch = tuple[int, Entry, Entry]


def patch_rows(before: Mapping[str, Row], patches: Iterable[Patch]) -> dict[str, Row]:
    """Put the new entries of some documents in the place of the old ones; `before` has the rows of `patched_terms`."""
    rows = dict(before)
    for document, old, new in patches:
        for term, fields in sorted(_changed_fields(old, new).items()):
            row = _patched(rows.get(term), document, fields)
            if row[1]:
                rows[term] = row
            else:
                del rows[term]
    return rows


def patched_terms(patches: Iterable[Patch]) -> set[str]:
    """Give the terms whose rows change."""
    return {term for _, old, new in patches for term in _changed_fields(old, new)}


def _changed_fields(old: Entry, new: Entry) -> dict[str, dict[int, tuple[int, int]]]:
    """Give term → field → (count, length of the field) where they change; count 0 takes the posting out."""
    changed: dict[str, dict[int, tuple[int, int]]] = {}
    for field, ((old_length, before), (length, after)) in enumerate(zip(old, new, strict=True)):
        for term in before.keys() | after.keys():
            if length != old_length or before.get(term) != after.get(term):
                changed.setdefault(term, {})[field] = (after.get(term, 0), length)
    return changed


def _patched(row: Row | None, document: int, fields: Mapping[int, tuple[int, int]]) -> Row:
    text, total = row or (ALPHABET[0], 0)
    mask = _VALUES[text[0]]
    parts = iter(text[1:].split(" "))
    postings = [next(parts) if mask >> field & 1 else "" for field in range(len(FIELDS))]
    for field, (count, length) in fields.items():
        postings[field], more = _replace(postings[field], document, count, length)
        total += more
    return join_row(postings), total


def _replace(postings: str, document: int, count: int, length: int) -> tuple[str, int]:
    """Replace, put in or take out the posting of a document; tell by how many there are more."""
    numbers: list[str] = _NUMBER.findall(postings)
    at, last = 0, -1
    while at < len(numbers):
        gap = _decode(numbers[at])
        here = last + (gap >> 1) + 1
        if here >= document:
            break
        at += 3 if gap & 1 else 2
        last = here
    written = _posting(document - last - 1, count, encode_number(length)) if count else []
    if at == len(numbers):
        return "".join([*numbers, *written]), 1 if count else 0
    end = at + (3 if gap & 1 else 2)
    if here != document:
        rest = [*_gap(here - document - 1, gap & 1), *numbers[at + 1 :]] if count else numbers[at:]
        return "".join([*numbers[:at], *written, *rest]), 1 if count else 0
    rest = numbers[end:]
    if not count and rest:
        following = _decode(rest[0])
        rest[:1] = _gap((following >> 1) + document - last, following & 1)
    return "".join([*numbers[:at], *written, *rest]), 0 if count else -1


def _posting(gap: int, count: int, length: str) -> list[str]:
    return [*_gap(gap, 0), length] if count == 1 else [*_gap(gap, 1), encode_number(count - 2), length]


def _gap(gap: int, several: int) -> list[str]:
    return [encode_number(gap * 2 + several)]


def _decode(number: str) -> int:
    value, place = 0, 1
    for char in number:
        value += _VALUES[char] * place
        place *= _GO_ON
    return value
