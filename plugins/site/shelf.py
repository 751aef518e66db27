"""Keep whole records from build to build, so that a page made anew needs no file of the publisher."""

import errno
import marshal
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import cast

from plugins.records.brief import MARSHAL_VERSION
from plugins.records.model import TYPES, Base
from plugins.records.packing import Plain, pack, unpack

Key = tuple[str, str]
_TABLE = "CREATE TABLE IF NOT EXISTS records (type, id, digest, dumped, PRIMARY KEY (type, id))"


def dump(record: Base) -> bytes:
    """Give a record as bytes."""
    return marshal.dumps(pack(record), MARSHAL_VERSION)  # type: ignore[arg-type]  # typeshed keeps the name to itself


def restore(type: str, dumped: bytes) -> Base:
    """Make a record again from what `dump` gave."""
    return unpack(TYPES[type], cast("Plain", marshal.loads(dumped)))  # noqa: S302 - from `dump`


class Shelf:
    """The records of the last build: a database that code of another hash than `environment` ignores."""

    def __init__(self, folder: Path, environment: bytes) -> None:
        self._path = folder / f"{environment.hex()}.sqlite"
        # a connection belongs to the process that opened it: workers have their own
        self._opened: tuple[int, sqlite3.Connection | None] = (0, None)

    def get(self, key: Key, digest: bytes) -> Base | None:
        """Give the record that was read from files of this hash; None if it is not kept."""
        try:
            connection = self._connect()
            found = (
                connection
                and connection.execute(
                    "SELECT dumped FROM records WHERE type = ? AND id = ? AND digest = ?", (*key, digest)
                ).fetchone()
            )
        except sqlite3.Error:
            return None  # a cache that is damaged is none
        return restore(key[0], found[0]) if found else None

    def _connect(self) -> sqlite3.Connection | None:
        process, connection = self._opened
        if process != os.getpid():
            connection = sqlite3.connect(self._path) if self._path.is_file() else None
            self._opened = (os.getpid(), connection)
        return connection

    def save(self, fresh: Iterable[tuple[Key, bytes, bytes]], wanted: Iterable[Key]) -> None:
        """Put `fresh` records on the shelf, with the hash of their files, and take off what is not `wanted`."""
        self.close()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        for other in self._path.parent.iterdir():
            if not other.name.startswith(self._path.name):
                other.unlink()
        try:
            self._write(((*key, digest, dumped) for key, digest, dumped in fresh), set(wanted))
        except sqlite3.OperationalError as error:
            code = errno.ENOSPC if error.sqlite_errorcode == sqlite3.SQLITE_FULL else errno.EIO
            raise OSError(code, os.strerror(code), str(self._path)) from error
        except sqlite3.DatabaseError:
            # it is damaged: the next build reads the publisher's files and begins a new one
            self._path.unlink()

    def _write(self, rows: Iterable[tuple[str, str, bytes, bytes]], wanted: set[Key]) -> None:
        with closing(sqlite3.connect(self._path)) as connection, connection:
            connection.execute(_TABLE)
            gone = [key for key in connection.execute("SELECT type, id FROM records") if key not in wanted]
            connection.executemany("DELETE FROM records WHERE type = ? AND id = ?", gone)
            connection.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Let go of the database."""
        process, connection = self._opened
        if connection and process == os.getpid():
            connection.close()
        self._opened = (0, None)
