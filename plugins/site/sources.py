"""Read what changed since the last build: units of files → entries, by two workers.

Equal stamp: nothing is read. Equal hash of the bytes: nothing is parsed (a fresh checkout has
new stamps). Everything else is read by the reader of its type.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, cast

from plugins.records.brief import Brief, brief_of
from plugins.records.model import Base
from plugins.records.problem import Position, Problem
from plugins.records.unit import Reader, Unit
from plugins.site.hashing import SIZE
from plugins.site.project import Locator
from plugins.site.shelf import Shelf, dump, restore
from plugins.site.workers import share

Key = tuple[str, str]
# more than any record may have: bytes
AT_ONCE = 1 << 20


class Entry(NamedTuple):
    """What a build keeps of one unit: stamps and hash of its files, its brief and warnings."""

    stamps: tuple[tuple[str, tuple[int, int, int]], ...]
    digest: bytes
    brief: Brief | None
    fingerprint: bytes
    problems: tuple[Problem, ...]

    def packed(self) -> tuple[object, ...]:
        """Give plain values that `marshal` can keep."""
        brief = self.brief and self.brief.packed()
        problems = tuple(tuple(problem) for problem in self.problems)
        return (self.stamps, self.digest, brief, self.fingerprint, problems)

    @classmethod
    def unpacked(cls, packed: tuple[object, ...]) -> "Entry":
        """Make the entry again from what `packed` gave."""
        stamps, digest, brief, fingerprint, problems = cast(
            "tuple[tuple[tuple[str, tuple[int, int, int]], ...], bytes, tuple[object, ...] | None,"
            " bytes, tuple[tuple[object, ...], ...]]",
            packed,
        )
        whole = None if brief is None else Brief.unpacked(brief)
        found = tuple(Problem(*each) for each in problems)  # type: ignore[arg-type]  # as packed
        return cls(stamps, digest, whole, fingerprint, found)


class Sources:
    """The units of a build, and the full records behind them, read when they are needed."""

    def __init__(
        self,
        root: Path,
        units: Sequence[Unit],
        readers: Mapping[str, Reader],
        locators: Mapping[str, Locator],
        shelf: Shelf,
    ) -> None:
        self._root = root
        self._units = {(unit.type, unit.id): unit for unit in units}
        self._readers = readers
        self._locators = locators
        self._shelf = shelf
        # the hashes of what this build read; records as a worker sent them, or as they are
        self._fresh: dict[Key, bytes] = {}
        self._dumped: dict[Key, bytes] = {}
        self._records: dict[Key, Base] = {}

    def entries(self, known: Mapping[Key, Entry], *, jobs: int) -> dict[Key, Entry]:
        """Give an entry for every unit; what is `known` and unchanged is taken as it is."""
        found = {key: self._unchanged(key, known) for key in self._units}
        todo = [key for key, entry in found.items() if entry is None]
        fresh = share(self._read_all, todo, jobs, pack=self._packed, unpack=self._unpacked)
        found.update(zip(todo, fresh, strict=True))
        return {key: entry for key, entry in found.items() if entry is not None}

    def _packed(self, entry: Entry) -> object:
        """Make what a worker sends of an entry: plain values, and the record with it."""
        brief = entry.brief
        return entry.packed(), b"" if brief is None else dump(self._records[brief.type, brief.id])

    def _unpacked(self, sent: object) -> Entry:
        packed, record = cast("tuple[tuple[object, ...], bytes]", sent)
        entry = Entry.unpacked(packed)
        if entry.brief is not None:
            key = (entry.brief.type, entry.brief.id)
            self._dumped[key], self._fresh[key] = record, entry.digest
        return entry

    def _unchanged(self, key: Key, known: Mapping[Key, Entry]) -> Entry | None:
        entry = known.get(key)
        stamps = tuple(self._units[key].files)
        if entry is None or entry.stamps == stamps:
            return entry
        contents = self._contents(key)
        same = _digest(contents) == entry.digest
        return entry._replace(stamps=tuple(map(tuple, stamps))) if same else None  # type: ignore[arg-type]  # a SourceFile is such a pair

    def _contents(self, key: Key) -> dict[str, bytes]:
        return {file.path: read_bytes(f"{self._root}/{file.path}") for file in self._units[key].files}

    def _read_all(self, keys: Sequence[Key]) -> list[Entry]:
        return [self._read(key) for key in keys]

    def _read(self, key: Key) -> Entry:
        unit, contents = self._units[key], self._contents(key)
        digest = _digest(contents)
        record, problems = self._readers[unit.type](unit, contents)
        stamps = tuple((file.path, file.stamp) for file in unit.files)
        if record is None:
            return Entry(stamps, digest, None, b"", tuple(problems))
        self._records[key], self._fresh[key] = record, digest
        brief = brief_of(record, digest)
        return Entry(stamps, digest, brief, brief.fingerprint(), tuple(problems))

    def locate(self, brief: Brief, field: tuple[str | int, ...]) -> Position:
        """Find where a field of a record stands."""
        key = (brief.type, brief.id)
        return self._locators[brief.type](self._units[key], self._contents(key), field)

    def contents(self, brief: Brief) -> Mapping[str, bytes]:
        """Read the files of a record: path → bytes."""
        return self._contents((brief.type, brief.id))

    def load(self, brief: Brief) -> Base:
        """Give the full record behind a brief that one of our entries holds."""
        key = (brief.type, brief.id)
        if key not in self._records:
            dumped = self._dumped.get(key)
            record = restore(brief.type, dumped) if dumped else self._shelf.get(key, brief.digest)
            if record is None:
                self._read(key)
            else:
                self._records[key] = record
        return self._records[key]

    def keep(self, keys: Iterable[Key]) -> None:
        """Keep the records that were read, and those of `keys` that were kept before, for the next build."""
        if self._fresh:
            fresh = (
                (key, digest, self._dumped.get(key) or dump(self._records[key])) for key, digest in self._fresh.items()
            )
            self._shelf.save(fresh, keys)
        self._shelf.close()


def _digest(contents: Mapping[str, bytes]) -> bytes:
    whole = blake2b(digest_size=SIZE)
    for path in sorted(contents):
        whole.update(f"{path}\0{len(contents[path])}\0".encode())
        whole.update(contents[path])
    return whole.digest()


def read_bytes(path: str) -> bytes:
    """Read a file of the publisher; a link that took its place since it was found is refused."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    try:
        content = read = os.read(handle, AT_ONCE)
        while read:
            read = os.read(handle, AT_ONCE)
            content += read
        return content
    finally:
        os.close(handle)
