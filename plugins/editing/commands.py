"""What `make check`, `make fix`, `make new`, `make translated` and `make schemas` do."""

import argparse
import os
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from plugins.editing.dictionary import README, list_types, make_dictionaries
from plugins.editing.findings import SETTINGS, find_problems, load_readers
from plugins.editing.formats import FORMATS, Report, as_summary
from plugins.editing.help import make_help
from plugins.editing.interview import Interview
from plugins.editing.knowledge import known_records
from plugins.editing.repairs import compare, repair_all, write_whole
from plugins.editing.schemas import make_schemas, write_all
from plugins.editing.style import styled
from plugins.editing.translated import mark_translations
from plugins.languages.translations import load_translations
from plugins.records.decoding import decode
from plugins.records.model import FOLDER_OF_TYPE, FOLDERS, TYPES
from plugins.records.originals import TRANSLATIONS
from plugins.records.problem import has_errors
from plugins.records.report import lines_under, visible
from plugins.records.walk import find_records
from plugins.setup.words import language
from plugins.site.sources import read_bytes

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
CODE = Path(__file__).parents[2]


def main(arguments: list[str]) -> int:
    """Run one command; 0 when nothing is wrong, 1 when something is."""
    parser = argparse.ArgumentParser(prog="plugins.editing")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder of the project")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check")
    checking.add_argument("--format", choices=FORMATS, default="text")
    checking.add_argument(
        "--today", default=datetime.now(UTC).date().isoformat(), help="the ISO day that counts as today"
    )
    fixing = commands.add_parser("fix")
    fixing.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    beginning = commands.add_parser("new")
    beginning.add_argument("type", choices=sorted(model.TYPE for model in FOLDERS.values()))
    commands.add_parser("fmt")
    marking = commands.add_parser("translated")
    marking.add_argument("id", nargs="?", default="", help="the record whose translations were compared")
    marking.add_argument("--lang", choices=TRANSLATIONS, default="", help="only this translation")
    commands.add_parser("schemas")
    given = parser.parse_args(arguments)
    root = given.root.resolve()
    # names of files and values can hold what the terminal's encoding has not
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a stream of the interpreter
    if given.command == "fix":
        return fix(root, dry_run=given.dry_run)
    if given.command == "new":
        return new(root, given.type)
    if given.command == "fmt":
        return fmt(root)
    if given.command == "translated":
        return translated(root, given.id, given.lang)
    if given.command == "schemas":
        return schemas(root)
    return check(root, given.format, given.today)


def check(root: Path, form: str, today: str) -> int:
    """Check everything that a site is built from and print what is wrong; 1 when it is an error."""
    readers = load_readers(CODE / SETTINGS)
    findings = find_problems(root, readers, today)
    words = load_translations(language())
    report = Report(
        findings.records,
        findings.problems,
        readers.rules,
        lines_under(root),
        words.gettext,
        words.ngettext,
        _version(),
    )
    print(FORMATS[form](report))
    if form == "github" and (summary := os.environ.get(STEP_SUMMARY)):
        # the runner names a file in which a step may write Markdown for the summary of its run
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(as_summary(report) + "\n")
    return int(has_errors(findings.problems))


def fix(root: Path, *, dry_run: bool) -> int:
    """Repair the records where that is safe, and say which lines changed; always 0."""
    words = load_translations(language())
    changed = 0
    for path, before, after in repair_all(root):
        changed += 1
        for line, old, new in compare(before, after):
            print(f"{visible(path)}:{line}\n- {visible(old)}\n+ {visible(new)}\n")
        if not dry_run:
            write_whole(root / path, after)
    if dry_run:
        said = words.ngettext("{number} file would be repaired", "{number} files would be repaired", changed)
    else:
        said = words.ngettext("{number} file repaired", "{number} files repaired", changed)
    print(said.format(number=changed))
    return 0


def new(root: Path, kind: str) -> int:
    """Ask for a new record and write its file; 1 when nobody answers."""
    words = load_translations(language())
    interview = Interview(input, print, words.gettext, known_records(root, language()))
    try:
        id, text = interview.run(TYPES[kind])
    except EOFError:
        print(words.gettext("Nothing was written."))
        return 1
    path = f"{FOLDER_OF_TYPE[kind]}/{id}.yaml"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    with (root / path).open("x", encoding="utf-8") as file:
        file.write(text)
    print(words.gettext("Written: {path}. Add what else you know, then run make check.").format(path=path))
    return 0


def fmt(root: Path) -> int:
    """Set the spaces of the records as most records have them, and say which files changed; always 0."""
    words = load_translations(language())
    changed = 0
    for unit in find_records(root)[0]:
        path = unit.files[0].path
        before = read_bytes(str(root / path))
        text = decode(path, before)
        # a file in another encoding is left to `make check`
        if isinstance(text, str) and (after := styled(path, text)) != text:
            changed += 1
            write_whole(root / path, after.encode("utf-8"))
            print(visible(path))
    said = words.ngettext(
        "{number} file was set in the common style", "{number} files were set in the common style", changed
    )
    print(said.format(number=changed))
    return 0


def translated(root: Path, id: str, lang: str) -> int:
    """Mark the translations of a record, or those of all that have no mark yet; 1 when there is no such record."""
    words = load_translations(language())
    units = [unit for unit in find_records(root)[0] if id in ("", unit.id)]
    if not units:
        print(words.gettext('there is no record "{value}"').format(value=visible(id)))
        return 1
    changed = 0
    for unit in units:
        path = unit.files[0].path
        before = read_bytes(str(root / path))
        after = mark_translations(unit, before, again=bool(id), langs=(lang,) if lang else ())
        if after != before:
            changed += 1
            write_whole(root / path, after)
            print(visible(path))
    said = words.ngettext("translations marked in {number} file", "translations marked in {number} files", changed)
    print(said.format(number=changed))
    return 0


def schemas(root: Path) -> int:
    """Write the schemas, the dictionary and the help pages anew from the model and the rules; always 0."""
    readme = list_types((root / README).read_text(encoding="utf-8"))
    rules = load_readers(CODE / SETTINGS).rules
    for path in write_all(root, {**make_schemas(), **make_dictionaries(), **make_help(rules), README: readme}):
        print(path)
    return 0


def _version() -> str:
    try:
        return version("sredishte")
    except PackageNotFoundError:
        return "0"
