"""Keep whole records from build to build, so that a page made anew needs no file of the publisher.

Each record is one run of bytes in a file that only grows; an index tells where. Both are a cache:
the index is written last and names its file, so that a build killed at any moment leaves a pair.
"""

import marshal
import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import cast

from plugins.records.brief import MARSHAL_VERSION
from plugins.records.model import TYPES, Base
from plugins.records.packing import Plain, pack, unpack
from plugins.site.hashing import SIZE
from plugins.site.state import load_plain, save_plain

Key = tuple[str, str]
# where a record stands in the file: offset and length
Place = tuple[int, int]
# a file of which more than this share is of no use any more is written again
MOST_WASTE = 0.5


def dump(record: Base, digest: bytes) -> bytes:
    """Give a record as bytes; `digest` is the hash of the files that it was read from."""
    return marshal.dumps((digest, record.type, pack(record)), MARSHAL_VERSION)  # type: ignore[arg-type]  # typeshed keeps the name to itself


def restore(dumped: bytes, digest: bytes) -> Base | None:
    """Make the record again; None if it was read from other files than those of this hash."""
    known, kind, packed = cast("tuple[bytes, str, Plain]", marshal.loads(dumped))  # noqa: S302 - from `dump`
    return unpack(TYPES[kind], packed) if known == digest else None


class Shelf:
    """The records of the last build, by type and id; read when the first is asked for."""

    def __init__(self, folder: Path, environment: bytes) -> None:
        self._folder = folder
        self._environment = environment
        self._index: tuple[str, dict[Key, Place]] | None = None

    def _read_index(self) -> tuple[str, dict[Key, Place]]:
        if self._index is None:
            kept = load_plain(self._folder / "index", self._environment)
            self._index = cast("tuple[str, dict[Key, Place]] | None", kept) or ("", {})
        return self._index

    def get(self, key: Key, digest: bytes) -> Base | None:
        """Give the record that was read from files of this hash; None if it is not kept."""
        name, places = self._read_index()
        place = places.get(key)
        if place is None:
            return None
        dumped = self._read(name, place)
        return restore(dumped, digest) if dumped else None

    def _read(self, name: str, place: Place) -> bytes:
        try:
            with (self._folder / name).open("rb", buffering=0) as file:
                written = os.pread(file.fileno(), place[1], place[0])
        except OSError:
            return b""
        # marshal may end the process over damaged bytes
        mark, dumped = written[:SIZE], written[SIZE:]
        return dumped if mark == _mark(dumped) else b""

    def save(self, fresh: Iterable[tuple[Key, bytes]], wanted: Iterable[Key]) -> None:
        """Put `fresh` records on the shelf and take from it what is not `wanted`."""
        name, places = self._read_index()
        places = {key: places[key] for key in wanted if key in places}
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / name if name else None
        used = sum(length for _, length in places.values())
        if path is None or not path.is_file() or used < path.stat().st_size * MOST_WASTE:
            fresh = chain(self._all(name, places), fresh)
            path, places = self._unused(name), {}
        with path.open("ab") as file:
            for key, dumped in fresh:
                places[key] = (file.tell(), SIZE + len(dumped))
                file.write(_mark(dumped) + dumped)
            file.flush()
            os.fsync(file.fileno())
        save_plain(self._folder / "index", self._environment, (path.name, places))
        for other in self._folder.glob("records-*"):
            if other != path:
                other.unlink()

    def _all(self, name: str, places: dict[Key, Place]) -> Iterator[tuple[Key, bytes]]:
        for key, place in places.items():
            if dumped := self._read(name, place):
                yield key, dumped

    def _unused(self, name: str) -> Path:
        """Name a file that the index on the disk does not name."""
        path = self._folder / ("records-1" if name == "records-0" else "records-0")
        path.unlink(missing_ok=True)
        return path


def _mark(dumped: bytes) -> bytes:
    return blake2b(dumped, digest_size=SIZE).digest()
