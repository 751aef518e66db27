"""Find the files of the publisher by lstat: nothing but plain files and folders is ever opened.

Everything else (links, pipes, devices, what cannot be read, names that no host can serve) is
refused by name.
"""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from plugins.languages.transliteration import slug
from plugins.records.assertions import missing_records
from plugins.records.decoding import LARGEST
from plugins.records.lookalikes import nearest
from plugins.records.model import FOLDERS, Funder, Logo, Outlines, Region
from plugins.records.model.types import ID_LENGTH, ID_PATTERN
from plugins.records.problem import Problem
from plugins.records.rules import make_problem
from plugins.records.unit import SourceFile, Unit

DATA = "data"
SAMPLE_ID = "zeleni-rodopi"
EXTENSION = ".yaml"
# beside the record of a region: its map
OUTLINES = ".geojson"
# beside the record of a funder: its logos; SVG is said to be none by name
LOGOS = (".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif", ".avif")
# more bytes than these have neither
LARGEST_OF = {EXTENSION: LARGEST, OUTLINES: 4 * LARGEST} | dict.fromkeys(LOGOS, 8 * LARGEST)
# beside the folders of records: what we generate there, and what is no record
NO_RECORDS = frozenset({"schemas"})
NO_RECORD_FILES = frozenset({"data/README.md", "data/assertions.yaml"})
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
# names of our own pages and feeds inside a folder of records
TAKEN = frozenset({"index", "a-z", "feed"})
DEEPEST = 12
_ID = re.compile(ID_PATTERN)
_EVERYBODY_READS = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


def walk(root: Path, folder: str) -> tuple[list[SourceFile], list[Problem]]:
    """List the plain files under `folder`, sorted by path; hidden ones are passed over.

    Paths are relative to `root`, with forward slashes. What is neither a plain file nor a
    folder, or cannot be read, is a problem.
    """
    files: list[SourceFile] = []
    problems: list[Problem] = []
    if _kind(root / folder) != "folder":
        return files, [make_problem("F010", folder, value=folder)]
    todo = [(folder, 0)]
    while todo:
        inside, depth = todo.pop()
        for path, status in _entries(root, inside, problems):
            if stat.S_ISREG(status.st_mode):
                files.append(SourceFile(path, (status.st_mtime_ns, status.st_size, status.st_ino)))
            elif depth < DEEPEST:
                todo.append((path, depth + 1))
            else:
                problems.append(make_problem("F011", path))
    files.sort()
    return files, sorted(problems)


def _kind(path: Path) -> str:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return ""
    return "folder" if stat.S_ISDIR(mode) else "other"


def _entries(root: Path, folder: str, problems: list[Problem]) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the readable plain files and folders directly in a folder, in no order."""
    try:
        entries = list(os.scandir(root / folder))
    except OSError:
        problems.append(make_problem("F003", folder))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = f"{folder}/{printable(entry.name)}"
        status = entry.stat(follow_symlinks=False)
        rule = _refused(entry, status.st_mode)
        if rule:
            problems.append(make_problem(rule, path, value=printable(entry.name), sample=SAMPLE_ID))
        else:
            yield path, status


def _refused(entry: "os.DirEntry[str]", mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "F001"
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "F002"
    if mode & _EVERYBODY_READS != _EVERYBODY_READS and not os.access(entry.path, os.R_OK):
        return "F003"
    return "" if printable(entry.name) == entry.name else "F005"


def printable(name: str) -> str:
    """Give a name of a file as text that can be printed, whatever bytes it is made of."""
    if name.isascii() and name.isprintable():
        return name
    name = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in name)


def find_records(root: Path) -> tuple[list[Unit], list[Problem]]:
    """Find the records under `data/`: units sorted by path, and what was refused."""
    files, problems = walk(root, DATA)
    folders: dict[str, list[SourceFile]] = {}
    for file in files:
        folders.setdefault(file.path.rpartition("/")[0], []).append(file)
    units: list[Unit] = []
    for path, inside in folders.items():
        folder = path.removeprefix(DATA).removeprefix("/")
        if folder in FOLDERS:
            _take(FOLDERS[folder].TYPE, inside, units, problems)
        elif not folder:
            problems += [make_problem("F009", f.path, value=f.path) for f in inside if f.path not in NO_RECORD_FILES]
        elif folder not in NO_RECORDS:
            problems.append(_unknown_folder(folder))
    problems += missing_records(root, units)
    return units, sorted(problems)


def _unknown_folder(folder: str) -> Problem:
    guess = nearest(folder, FOLDERS)
    arguments = {"guess": guess} if guess else {}
    return make_problem("F004", f"{DATA}/{folder}", value=folder, allowed=", ".join(sorted(FOLDERS)), **arguments)


def _take(kind: str, files: list[SourceFile], units: list[Unit], problems: list[Problem]) -> None:
    """Make a unit of each file of a folder of records, or a problem."""
    seen: dict[str, str] = {}
    for file in files:
        name = file.path.rpartition("/")[2]
        ending = _ending(kind, name)
        problem = _unfit(file, name, ending, seen)
        if problem is None:
            id = name if ending in LOGOS else name.removesuffix(ending)
            units.append(Unit(_TYPE_OF.get(ending, kind), id, (file,)))
        else:
            problems.append(problem)


_TYPE_OF = {OUTLINES: Outlines.TYPE} | dict.fromkeys(LOGOS, Logo.TYPE)


def _ending(kind: str, name: str) -> str:
    """Give how the name of a file ends, if something of that ending lies beside such records; else that of a record."""
    beside = {Region.TYPE: (OUTLINES,), Funder.TYPE: LOGOS}.get(kind, ())
    return next((ending for ending in beside if name.endswith(ending)), EXTENSION)


def _unfit(file: SourceFile, name: str, ending: str, seen: dict[str, str]) -> Problem | None:
    """Refuse a record whose id or size no site could hold; `seen` gathers the names without case."""
    if not name.endswith(ending):
        return make_problem("F009", file.path, value=name)
    first = seen.setdefault(name.casefold(), name)
    if first != name:
        return make_problem("F008", file.path, value=name, other_name=first)
    id = name.removesuffix(ending)
    rule = id_rule(id)
    if rule:
        sample = slug(id)[:ID_LENGTH].strip("-") or SAMPLE_ID
        return make_problem(rule, file.path, value=id, length=str(len(id)), longest=str(ID_LENGTH), sample=sample)
    largest = LARGEST_OF[ending]
    if file.stamp[1] > largest and ending in LOGOS:
        return make_problem("F021", file.path, size=f"{file.stamp[1] // 1024} KB", largest=f"{largest // 1024} KB")
    if file.stamp[1] > largest:
        return make_problem("Y013", file.path, size=str(file.stamp[1] // 1024), largest=str(largest // 1024))
    return None


def id_rule(id: str) -> str:
    """Name the rule that an id breaks, or ""."""
    if not _ID.fullmatch(id):
        return "F005"
    if len(id) > ID_LENGTH:
        return "F006"
    return "F007" if id in RESERVED or id in TAKEN else ""
