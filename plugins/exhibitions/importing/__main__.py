"""`python -m plugins.exhibitions.importing`: what `make import` runs. It writes nothing unless it is told to."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from plugins.exhibitions.importing.mapping import COLLECTIONBUILDER, read_mapping
from plugins.exhibitions.importing.rows import Imported, Written, complete, import_rows, join, owed, read_rows
from plugins.exhibitions.importing.writing import write_objects
from plugins.exhibitions.objects.reading import read_files
from plugins.exhibitions.rules import RULES
from plugins.exhibitions.walk import FOLDER, OBJECTS, OBJECTS_FOLDER, TEXTS
from plugins.languages.text import DEFAULT_LANGUAGE
from plugins.records.problem import Problem
from plugins.records.report import render_problems
from plugins.setup.words import language
from plugins.site.speech import Say, speak


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="plugins.exhibitions.importing")
    parser.add_argument("file", type=Path, help="a CSV in UTF-8")
    parser.add_argument("exhibition", help="the id of an exhibition")
    parser.add_argument("--mapping", type=Path, default=COLLECTIONBUILDER, help="which column fills which field")
    parser.add_argument("--override", type=Path, help="a CSV whose columns are fields: what the file lacks")
    parser.add_argument("--write", action="store_true", help="write objects.yaml; else it is only said what would be")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder of the project")
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> int:
    """Import a file; 0 when every object has what it needs, else 1."""
    given, say = _arguments(argv), speak()
    folder = given.root / FOLDER / given.exhibition
    if not (folder / TEXTS[DEFAULT_LANGUAGE]).is_file():
        print(say("There is no exhibition in {where}. Write its index.bg.md first.", where=folder), file=sys.stderr)
        return 1
    imported, problems = _import(given, folder)
    missing = list(owed(given.file.as_posix(), imported))
    if problems or missing:
        print(render_problems([*problems, *missing], Path(), language(), RULES), end="\n\n")
    before = _written(folder)
    after = write_objects(_merge(before, imported.objects))
    changed = [name for name, text in after.items() if _read(folder / name) != text]
    numbers = {"objects": len(imported.objects), "remarks": len(problems), "missing": len(missing)}
    print(say("{objects} objects; {remarks} remarks; {missing} things are missing.", **numbers))
    _report_facts(imported, say)
    if not changed:
        print(say("Nothing changes."))
    elif given.write:
        for name in changed:
            (folder / name).write_text(after[name], encoding="utf-8")
        print(say("Written: {files}", files=", ".join(changed)))
    else:
        print(say("Nothing was written yet: add WRITE=yes. It would write: {files}", files=", ".join(changed)))
    return 1 if missing else 0


def _import(given: argparse.Namespace, folder: Path) -> tuple[Imported, list[Problem]]:
    """Read the file and what overrides it."""
    mapped = read_mapping(given.mapping)
    pictures = folder / OBJECTS_FOLDER
    files = {path.name for path in pictures.iterdir()} if pictures.is_dir() else set()
    rows, problems = read_rows(given.file.as_posix(), given.file.read_bytes())
    imported = import_rows(given.file.as_posix(), rows, mapped, files)
    problems += imported.problems
    if given.override:
        over, found = read_rows(given.override.as_posix(), given.override.read_bytes())
        # its columns are called as the fields are
        own = mapped._replace(columns={name.casefold(): _FIELD.get(name, name) for row in over for name in row.cells})
        others = import_rows(given.override.as_posix(), over, own, files)
        problems += [*found, *others.problems]
        imported = complete(imported, others.objects)
    return imported, problems


_FIELD: Mapping[str, str] = {"objectid": "id"}


def _written(folder: Path) -> list[Written]:
    """Read the objects that are there, as they are written."""
    contents = {path.as_posix(): path.read_bytes() for path in folder.iterdir() if OBJECTS.fullmatch(path.name)}
    found: list[Written] = []
    for source in read_files(contents):
        given = source.data.get("objects", ())
        found += [cast("Written", each) for each in cast("Sequence[object]", given) if isinstance(each, dict)]
    return found


def _merge(before: Sequence[Written], imported: Sequence[Written]) -> list[Written]:
    """Renew the objects that are there and add the new ones; what people wrote beside the file stays."""
    fresh = {str(thing["id"]): thing for thing in imported}
    merged = [join(thing, fresh.pop(str(thing.get("id")), {})) for thing in before]
    return [*merged, *fresh.values()]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _report_facts(imported: Imported, say: Say) -> None:
    """Say which columns are kept as facts, and of how many objects."""
    counts: dict[str, int] = {}
    for thing in imported.objects:
        for fact in cast("Sequence[Mapping[str, Mapping[str, str]]]", thing.get("facts", ())):
            name = next(iter(fact["label"].values()))
            counts[name] = counts.get(name, 0) + 1
    if counts:
        said = ", ".join(f"{name} ({count})" for name, count in counts.items())
        print(say("Kept as facts of the objects: {facts}", facts=said))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
