"""Whole records come back from the shelf as they were read, or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import pelicanconf
from plugins.languages.text import Text
from plugins.records.model import Place
from plugins.site.shelf import Shelf, dump, restore
from plugins.site.sources import Sources

ROOT = Path(__file__).parents[2]
KEY = ("place", "alfa")


def place(name: str) -> Place:
    """Make the smallest record there can be."""
    return Place.model_construct(
        None,
        id="alfa",
        name=Text.of({"bg": name}),
        summary=None,
        code="BG",
        kind="country",
        parent=None,
        seat=None,
        coordinates=None,
        aliases=(),
        settlements=(),
    )


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """Give a shelf that another build has left: one record, read from files of the hash b"1"."""
    Shelf(tmp_path, b"").save([(KEY, b"1", dump(place("Алфа")))], [KEY])
    shelf = Shelf(tmp_path, b"")
    yield shelf
    shelf.close()


def test_every_record_of_the_project_comes_back(tmp_path: Path) -> None:
    """Equal to what was read, of every type."""
    units = [unit for find in pelicanconf.RECORD_FINDERS for unit in find(ROOT)[0]]
    readers, locators = pelicanconf.RECORD_READERS, pelicanconf.RECORD_LOCATORS
    sources = Sources(ROOT, units, readers, locators, Shelf(tmp_path, b""))
    briefs = [entry.brief for entry in sources.entries({}, jobs=1).values() if entry.brief]
    records = [sources.load(brief) for brief in briefs]
    assert len(records) > 300
    assert [restore(record.type, dump(record)) for record in records] == records


def test_a_record_of_other_files_is_not_given(shelf: Shelf) -> None:
    """Only that which was read from the very same bytes."""
    found = shelf.get(KEY, b"1")
    assert found is not None
    assert found.name == Text.of({"bg": "Алфа"})
    assert shelf.get(KEY, b"2") is None
    assert shelf.get(("place", "beta"), b"1") is None


def test_what_another_code_kept_is_not_given_and_goes(shelf: Shelf, tmp_path: Path) -> None:
    """Its fields may be others."""
    other = Shelf(tmp_path, b"other")
    assert other.get(KEY, b"1") is None
    shelf.close()
    other.save([(KEY, b"1", dump(place("Бета")))], [KEY])
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"\x00" * 5000, b"no database" * 500], ids=["empty", "zeros", "text"])
def test_a_damaged_database_gives_nothing(tmp_path: Path, content: bytes) -> None:
    """Records are then read from the publisher's files, and a new database begins."""
    shelf = Shelf(tmp_path, b"")
    shelf.save([(KEY, b"1", dump(place("Алфа")))], [KEY])
    (path,) = tmp_path.iterdir()
    path.write_bytes(content)
    assert shelf.get(KEY, b"1") is None
    for _ in range(2):
        shelf.save([(KEY, b"1", dump(place("Алфа")))], [KEY])
    assert shelf.get(KEY, b"1") is not None
    shelf.close()


def test_only_what_is_wanted_stays(shelf: Shelf) -> None:
    """A record that is no more goes, one that did not change stays, one that changed is as it is now."""
    beta = ("place", "beta")
    shelf.save([(beta, b"2", dump(place("Бета")))], [KEY, beta])
    shelf.save([(beta, b"3", dump(place("Бета!")))], [KEY, beta])
    assert shelf.get(KEY, b"1") is not None
    assert [shelf.get(beta, digest) is None for digest in (b"2", b"3")] == [True, False]
    shelf.save([], [beta])
    assert shelf.get(KEY, b"1") is None
