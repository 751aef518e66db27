"""Whole records come back from the shelf as they were read, or not at all."""

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
def shelf(tmp_path: Path) -> Shelf:
    """Give a shelf that another build has left: one record, read from files of the hash b"1"."""
    Shelf(tmp_path, b"").save([(KEY, dump(place("Алфа"), b"1"))], [])
    return Shelf(tmp_path, b"")


def test_every_record_of_the_project_comes_back(tmp_path: Path) -> None:
    """Equal to what was read, of every type."""
    units = [unit for find in pelicanconf.RECORD_FINDERS for unit in find(ROOT)[0]]
    readers, locators = pelicanconf.RECORD_READERS, pelicanconf.RECORD_LOCATORS
    sources = Sources(ROOT, units, readers, locators, Shelf(tmp_path, b""))
    briefs = [entry.brief for entry in sources.entries({}, jobs=1).values() if entry.brief]
    records = [(sources.load(brief), brief.digest) for brief in briefs]
    assert len(records) > 300
    assert [restore(dump(record, digest), digest) for record, digest in records] == [record for record, _ in records]


def test_a_record_of_other_files_is_not_given(shelf: Shelf) -> None:
    """Only that which was read from the very same bytes."""
    found = shelf.get(KEY, b"1")
    assert found is not None
    assert found.name == Text.of({"bg": "Алфа"})
    assert shelf.get(KEY, b"2") is None
    assert shelf.get(("place", "beta"), b"1") is None


@pytest.mark.usefixtures("shelf")
def test_what_another_code_kept_is_not_given(tmp_path: Path) -> None:
    """Its fields may be others."""
    assert Shelf(tmp_path, b"other").get(KEY, b"1") is None


@pytest.mark.parametrize("content", [b"", b"\x00" * 500, b"(" * 500], ids=["empty", "zeros", "brackets"])
def test_a_damaged_file_gives_nothing(shelf: Shelf, tmp_path: Path, content: bytes) -> None:
    """The record is then read from the publisher's file."""
    (tmp_path / "records-0").write_bytes(content)
    assert shelf.get(KEY, b"1") is None


def test_only_what_changed_is_written(shelf: Shelf, tmp_path: Path) -> None:
    """The file grows by it; once most of the file is of no use it is written anew."""
    before = (tmp_path / "records-0").read_bytes()
    beta = ("place", "beta")
    shelf.save([(beta, dump(place("Бета"), b"2"))], [KEY])
    assert (tmp_path / "records-0").read_bytes().startswith(before)
    for count in range(20):
        Shelf(tmp_path, b"").save([(KEY, dump(place(f"Алфа {count}"), b"1"))], [KEY, beta])
    last = Shelf(tmp_path, b"")
    found = last.get(KEY, b"1"), last.get(beta, b"2")
    assert [record and record.name.best("bg").text for record in found] == ["Алфа 19", "Бета"]
    _, records = sorted(tmp_path.iterdir())
    assert records.stat().st_size < 5 * len(before)


def test_a_build_killed_before_the_index_leaves_the_old_records(shelf: Shelf, tmp_path: Path) -> None:
    """What was added to the file and is not in the index counts as nothing."""
    with (tmp_path / "records-0").open("ab") as file:
        file.write(b"half a rec")
    shelf.save([(("place", "beta"), dump(place("Бета"), b"2"))], [KEY])
    again = Shelf(tmp_path, b"")
    assert again.get(KEY, b"1") is not None
    assert again.get(("place", "beta"), b"2") is not None
