"""Every type of record can be written in full."""

from collections.abc import Iterator

import pytest

from plugins.records.model import FILES_OF_TYPE, FOLDERS, TYPES
from plugins.records.model.anatomy import hints_of
from plugins.records.model.base import Part
from plugins.records.reading import validate
from plugins.records.source import read_source
from tests.corpus.cases import CORPUS


def test_every_type_says_where_it_is_written() -> None:
    """A problem, or the page for librarians, names the file of any record."""
    assert set(FILES_OF_TYPE) == set(TYPES)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_record_with_every_field_is_good(folder: str) -> None:
    """The full example of each type leaves no field out, at any depth, and has no problem."""
    content = (CORPUS / "full" / f"{folder}.yaml").read_bytes()
    record, problems = validate(FOLDERS[folder], read_source(f"{folder}.yaml", content), "primer")
    assert [problem[:5] for problem in problems] == []
    assert record is not None
    assert {name for part in _parts(record) for name in _unset(part)} == set()


def _parts(part: Part) -> Iterator[Part]:
    yield part
    for name in hints_of(type(part)):
        value = getattr(part, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Part):
                yield from _parts(each)


def _unset(part: Part) -> set[str]:
    """Name the fields that no part of this kind sets; a second item of a list may be short."""
    return {f"{type(part).__name__}.{name}" for name in set(hints_of(type(part))) - part.model_fields_set} - SHORT


# fields that the second, shorter item of a list leaves out in the examples
SHORT = {
    *("Figure.unit", "Figure.source", "Figure.date"),
    *("Member.role", "Member.since", "Member.until"),
    *("Join.url", "Join.until"),
}
