"""Repair what is safe to repair in a record: text in, text out, every change at its place.

The problems themselves carry the repaired line, so what `make check` proposes is what is
written. Nothing is written anew as a whole: comments, order and quotes stay as they are.
"""

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.editing.proposals import names_of
from plugins.editing.rewriting import rewritten
from plugins.records.brief import brief_of
from plugins.records.model import TYPES, Base
from plugins.records.problem import Problem
from plugins.records.reading import read_record, validate
from plugins.records.rules import RULES
from plugins.records.source import Source, read_source
from plugins.records.unit import Unit
from plugins.records.walk import find_records
from plugins.site.sources import read_bytes

BOM = b"\xef\xbb\xbf"
# (type of record, its name without case) → its id, or the code of a place; only names that one record has
Names = Mapping[tuple[str, str], str]
# a file with more mistakes than this is repaired in more than one run
MOST_REPAIRS = 500
_LOOSE = re.compile(r"^([^#\n]*?)[ \t]+(?=\n)", re.MULTILINE)
_BY_NAME = frozenset({"V106", "V107"})


class Repair(NamedTuple):
    """One changed line, counted from 1."""

    line: int
    before: str
    after: str


def repair_all(root: Path) -> Iterator[tuple[str, bytes, bytes]]:
    """Repair every record under `root`: (path, bytes as they are, bytes as they should be) of those that change."""
    units, _ = find_records(root)
    names = _names(root, units)
    for unit in units:
        path = unit.files[0].path
        before = read_bytes(str(root / path))
        after = repair(path, before, TYPES[unit.type], unit.id, names)
        if after != before:
            yield path, before, after


def _names(root: Path, units: Sequence[Unit]) -> Names:
    briefs = []
    for unit in units:
        path = unit.files[0].path
        record, _ = read_record(unit, {path: read_bytes(str(root / path))})
        if record is not None:
            briefs.append(brief_of(record, b""))
    return names_of(briefs)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside the old one and rename it: a reader sees the old or the new file, whole."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    # "x": a link that somebody left under this name is never followed
    with fresh.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.chmod(path.stat().st_mode & 0o777)
    fresh.replace(path)


def repair(path: str, content: bytes, model: type[Base], id: str, names: Names) -> bytes:
    """Repair a file as far as that is safe; bytes that are no UTF-8 come back as they are."""
    try:
        text = content.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError:
        return content
    text = text.replace("\r\n", "\n")
    seen: set[str] = set()
    while text not in seen and len(seen) < MOST_REPAIRS:
        seen.add(text)
        stepped = _step(path, text, model, id, names)
        # what is tidied may be repaired further, so both go on until nothing changes
        text = stepped if stepped != text else _tidy(path, text)
    return text.encode("utf-8")


def _step(path: str, text: str, model: type[Base], id: str, names: Names) -> str:
    """Repair the first problem that can be."""
    source = read_source(path, text)
    problems = validate(model, source, id).problems
    for problem in problems:
        line = _line_of(problem, source, names)
        if line is not None:
            lines = text.split("\n")
            if lines[problem.line - 1] != line:
                lines[problem.line - 1] = line
                return "\n".join(lines)
    return text


def _line_of(problem: Problem, source: Source, names: Names) -> str | None:
    """Give the repaired line of a problem, or None where only a person can tell."""
    arguments = dict(problem.arguments)
    if RULES[problem.rule].automatic:
        return arguments.get("fix")
    if problem.rule in _BY_NAME:
        known = names.get((arguments.get("type", "place"), arguments["value"].casefold()))
        return None if known is None else _named(problem, source, known)
    return None


def _named(problem: Problem, source: Source, known: str) -> str | None:
    here = [s for s in source.marks.values.values() if (s.line, s.column) == (problem.line, problem.column)]
    if not here or here[0].style in ("|", ">", "{", "["):
        return None
    return source.line_with(here[0], f'"{known}"' if known.isdigit() else known)


def _tidy(path: str, text: str) -> str:
    """Bring values to NFC, drop spaces at the ends of lines that belong to nothing, end the last line."""
    text = text if text.endswith("\n") else f"{text}\n"
    return rewritten(path, text, between=_trim, value=lambda written: unicodedata.normalize("NFC", written))


def _trim(between: str) -> str:
    """Drop spaces at line ends between two values; comments stay as they are."""
    return _LOOSE.sub(r"\1", between)


def compare(before: bytes, after: bytes) -> tuple[Repair, ...]:
    """List the lines that a repair changed; a repair never adds or removes one."""
    old = before.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    new = after.decode("utf-8", "replace").split("\n")
    pairs = zip(old, new, strict=False)
    return tuple(Repair(number, a, b) for number, (a, b) in enumerate(pairs, 1) if a != b)
