"""Read the files of somebody's open data: bytes → objects with the lines that they begin on, or problems.

A stranger wrote them, so nothing is believed: not the size, not the depth, not the types.
"""

import json
import stat
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from plugins.records.problem import Problem
from plugins.records.rules import make_problem
from plugins.site.sources import read_bytes

# bytes; the open data of 5,000 organisations are smaller. Brackets in brackets stop Python's own reader in time
LARGEST = 16 * 1024 * 1024
PACKAGE = "datapackage.json"


class Found(NamedTuple):
    """An object of a file, and the line on which it begins, from 1."""

    fields: Mapping[str, object]
    line: int


class Contents(NamedTuple):
    """The files of a folder that could be read: name → objects, name → SHA-256, and what was wrong."""

    objects: Mapping[str, tuple[Found, ...]]
    checksums: Mapping[str, str]
    problems: tuple[Problem, ...]


def read_folder(folder: Path, names: tuple[str, ...]) -> Contents:
    """Read the description of the data and the files with the given names, and compare their checksums."""
    raw: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in (PACKAGE, *names):
        problem = _refused(folder / name, name)
        if problem is None:
            raw[name] = read_bytes(str(folder / name))
        else:
            problems.append(problem)
    objects: dict[str, tuple[Found, ...]] = {}
    for name, content in raw.items():
        try:
            objects[name] = tuple(_objects(content))
        except (ValueError, RecursionError) as error:
            line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
            problems.append(make_problem("F012", name, (line, column, column), reason=_reason(error)))
    sums = {name: sha256(content).hexdigest() for name, content in raw.items() if name != PACKAGE}
    problems += _altered(objects.get(PACKAGE, ()), sums)
    return Contents(objects, sums, tuple(problems))


def _refused(path: Path, name: str) -> Problem | None:
    """Refuse what is no plain file, or too big, before a byte of it is read."""
    try:
        status = path.lstat()
    except OSError:
        return make_problem("F014", name, value=name)
    if stat.S_ISLNK(status.st_mode):
        return make_problem("F001", name)
    if not stat.S_ISREG(status.st_mode):
        return make_problem("F002", name)
    if status.st_size > LARGEST:
        return make_problem("Y013", name, size=str(status.st_size // 1024), largest=str(LARGEST // 1024))
    return None


def _reason(error: Exception) -> str:
    return "depth" if isinstance(error, RecursionError) else str(getattr(error, "msg", error))


def _objects(raw: bytes) -> Iterator[Found]:
    """Yield the objects of a list, or the one object that there is; raise ValueError for anything else."""
    text = raw.decode("utf-8-sig")
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == "{":
        yield Found(_object(_DECODER.decode(text)), 1)
        return
    # the list as a whole is read first: it may be broken behind its last object
    whole = _DECODER.decode(text)
    if not isinstance(whole, list):
        raise ValueError("no list of objects")  # noqa: TRY004 - the same as any other fault of the file
    at = start + 1
    line, seen = 1, 0
    for _ in whole:
        at = _next(text, at)
        line, seen = line + text.count("\n", seen, at), at
        value, at = _DECODER.raw_decode(text, at)
        yield Found(_object(value), line)


def _next(text: str, at: int) -> int:
    """Give the beginning of the next object: behind a comma and any space."""
    while text[at] in ", \t\r\n":
        at += 1
    return at


def _object(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("no object")  # noqa: TRY004 - the same as any other fault of the file
    return value


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def _constant(name: str) -> object:
    raise ValueError(name)


# numbers are of no use to us, and a long one takes Python minutes
_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=str, parse_float=str, parse_constant=_constant)


def _altered(package: tuple[Found, ...], sums: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for every file that the description of the data gives another checksum, or does not name."""
    resources = package[0].fields.get("resources") if package else None
    known = {
        each.get("path"): each.get("hash")
        for each in (resources if isinstance(resources, list) else ())
        if isinstance(each, dict)
    }
    for name, checksum in sums.items():
        if package and known.get(name) != f"sha256:{checksum}":
            yield make_problem("F013", name)
