"""`python -m plugins.federation FOLDER --name ID`: what `make copy` runs. It opens no connection."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from plugins.federation.copying import VOCABULARIES, copy_data, path_of
from plugins.records.model import Vocabulary
from plugins.records.problem import has_errors
from plugins.records.reading import read_record
from plugins.records.report import render_problems
from plugins.records.unit import SourceFile, Unit
from plugins.records.walk import id_rule
from plugins.setup.words import language
from plugins.site.sources import read_bytes
from plugins.site.speech import speak


def main(arguments: list[str]) -> int:
    """Copy the open data of a folder into data/federation; 1 where something in them is wrong."""
    parser = argparse.ArgumentParser(prog="plugins.federation")
    parser.add_argument("folder", type=Path, help="the folder with datapackage.json and the files beside it")
    parser.add_argument("--name", required=True, help="the id of the region here")
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat(), help="the ISO day of the copy")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder of the project")
    given = parser.parse_args(arguments)
    say, root = speak(), given.root.resolve()
    if id_rule(given.name):
        print(say("“{name}” cannot be the name of a copy: small Latin letters, digits and hyphens.", name=given.name))
        return 1
    copy = copy_data(given.folder, given.name, given.date, _terms(root))
    if copy.problems:
        print(render_problems(copy.problems, given.folder, language()), file=sys.stderr)
    if copy.record is None or has_errors(copy.problems):
        print(say("Nothing was copied."), file=sys.stderr)
        return 1
    _write(root / path_of(given.name), copy.text)
    counts = {"organisations": len(copy.record.organisations), "causes": len(copy.record.causes)}
    print(say("Written: {path}: {organisations} organisations, {causes} causes.", path=path_of(given.name), **counts))
    return 0


def _terms(root: Path) -> dict[str, frozenset[str]]:
    """Give the terms of our vocabularies that the fields of a copy may hold."""
    found = {}
    for name in VOCABULARIES.values():
        path = f"data/vocabularies/{name}.yaml"
        unit = Unit(Vocabulary.TYPE, name, (SourceFile(path, (0, 0, 0)),))
        record = read_record(unit, {path: read_bytes(str(root / path))}).record
        found[name] = frozenset(term.id for term in record.terms) if isinstance(record, Vocabulary) else frozenset()
    return found


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
