"""What a record is read from, and what reading gives: the seam between the files and the build.

A unit is found (its files listed, with stamps), its bytes are read, and a reader turns the
bytes into a `Reading`. A reader is a pure function of the bytes.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plugins.records.model import Base
from plugins.records.problem import Problem


class SourceFile(NamedTuple):
    """A file of the publisher. `path` is relative to the project, with forward slashes.

    `stamp` is (modification time in ns, size in bytes, inode): equal stamp, equal bytes.
    """

    path: str
    stamp: tuple[int, int, int]


class Unit(NamedTuple):
    """The files that make one record."""

    type: str
    id: str
    files: tuple[SourceFile, ...]


class Reading(NamedTuple):
    """What a reader made of a unit: a record, or the problems that kept it from being one.

    A record may come with warnings; without a record there is at least one error.
    """

    record: Base | None
    problems: tuple[Problem, ...] = ()


# contents: path → bytes, for exactly the files of the unit
Reader = Callable[[Unit, Mapping[str, bytes]], Reading]
