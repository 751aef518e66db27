"""Copy the open data of a region elsewhere into one record: objects of its files → the YAML of a neighbour.

Only what the national site lists is taken. The record is read by the reader of the build before
it is written, so what `make check` would refuse is refused here, at the line of the file it came from.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.federation.reading import PACKAGE, Contents, Found, read_folder
from plugins.languages.collation import sort_key
from plugins.languages.text import DEFAULT_LANGUAGE, LANGUAGES
from plugins.records.decoding import LARGEST
from plugins.records.model import FOLDER_OF_TYPE, Neighbour
from plugins.records.problem import Problem, has_errors
from plugins.records.reading import read_record
from plugins.records.syntax import quoted
from plugins.records.unit import SourceFile, Unit
from plugins.site.safe_url import safe_url

# file of the open data → the field of the record, and what is taken of each object
LISTS = {
    "organisations.json": ("organisations", ("kind",)),
    "causes.json": ("causes", ("category", "stage")),
}
# field → the vocabulary whose terms it may hold
VOCABULARIES = {"kind": "organisation-kinds", "category": "cause-categories"}
LONGEST = 300
# a line of YAML, and where it comes from: a file and its line
Line = tuple[str, tuple[str, int]]


class Copy(NamedTuple):
    """What copying gave: the text of the record, what it holds, and every problem on the way."""

    text: str
    record: Neighbour | None
    problems: tuple[Problem, ...]


def copy_data(folder: Path, id: str, date: str, terms: Mapping[str, frozenset[str]]) -> Copy:
    """Make the record `id` of the open data in a folder, as they were on a day (ISO).

    `terms` are those that our vocabularies know: a kind that only they have is left out.
    """
    contents = read_folder(folder, tuple(LISTS))
    if has_errors(contents.problems):
        return Copy("", None, contents.problems)
    lines = list(_lines(contents, date, terms, summaries=True))
    if len(_text(lines).encode()) > LARGEST:
        lines = list(_lines(contents, date, terms, summaries=False))
    text = _text(lines)
    path = path_of(id)
    unit = Unit(Neighbour.TYPE, id, (SourceFile(path, (0, len(text), 0)),))
    record, problems = read_record(unit, {path: text.encode()})
    found = tuple(_traced(problem, lines) for problem in problems)
    return Copy(text, record if isinstance(record, Neighbour) else None, found)


def path_of(id: str) -> str:
    """Give the path of the record in the project."""
    return f"{FOLDER_OF_TYPE[Neighbour.TYPE]}/{id}.yaml"


def _text(lines: Iterable[Line]) -> str:
    return "".join(f"{line}\n" for line, _ in lines)


def _traced(problem: Problem, lines: list[Line]) -> Problem:
    """Let a problem of the record point at the object that its line was made of."""
    path, line = lines[min(problem.line, len(lines)) - 1][1]
    return problem._replace(path=path, line=line, column=1, end_column=1, second=())


def _lines(contents: Contents, date: str, terms: Mapping[str, frozenset[str]], *, summaries: bool) -> Iterator[Line]:
    for line in _head(contents, date):
        yield line, (PACKAGE, 1)
    for file, (field, extra) in LISTS.items():
        found = sorted(_once(contents.objects[file]), key=_by_name)
        if found:
            yield f"{field}:", (file, 1)
        for each in found:
            for line in _item(each.fields, extra, terms, summaries=summaries):
                yield line, (file, each.line)


def _head(contents: Contents, date: str) -> Iterator[str]:
    package = contents.objects[PACKAGE][0].fields
    names = _mapping(package.get("translations"))
    address = _address(package.get("homepage"))
    everything = [each.fields for file in LISTS for each in contents.objects[file]]
    yield from _texts("name", names.get("title", package.get("title")), "")
    if everything and all(each.get("demo") is True for each in everything):
        yield "demo: true"
    if address:
        yield f"address: {quoted(address)}"
    yield from _texts("publisher", names.get("publisher", _first(package.get("contributors"), "title")), "")
    licence = _plain(_first(package.get("licenses"), "name"))
    if licence:
        yield f"licence: {quoted(licence)}"
    yield f"copied: {date}"
    yield "files:"
    for name, checksum in sorted(contents.checksums.items()):
        yield f"  - {{name: {name}, sha256: {quoted(checksum)}}}"


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """Yield what is still there, the first of each id."""
    seen: set[object] = set()
    for each in found:
        id = str(each.fields.get("id"))
        if id not in seen and each.fields.get("status") != "removed":
            seen.add(id)
            yield each


def _by_name(found: Found) -> tuple[object, str]:
    words = dict(_words(found.fields.get("name"))).get(DEFAULT_LANGUAGE, "")
    return sort_key(words, DEFAULT_LANGUAGE), str(found.fields.get("id"))


def _item(
    fields: Mapping[str, object], extra: tuple[str, ...], terms: Mapping[str, frozenset[str]], *, summaries: bool
) -> Iterator[str]:
    yield f"  - id: {quoted(_plain(fields.get('id')))}"
    yield from _texts("name", fields.get("name"), "    ")
    if summaries:
        yield from _texts("summary", fields.get("summary"), "    ")
    for name in extra:
        value = _plain(fields.get(name))
        if value and value in terms.get(VOCABULARIES.get(name, ""), {value}):
            yield f"    {name}: {quoted(value)}"
    page = _address(fields.get("page"))
    if page:
        yield f"    page: {quoted(page)}"


def _texts(name: str, value: object, indent: str) -> Iterator[str]:
    """Write a text in the languages that we know; nothing where there is none."""
    words = ", ".join(f"{lang}: {quoted(each)}" for lang, each in _words(value))
    if words:
        yield f"{indent}{name}: {{{words}}}"


def _words(value: object) -> list[tuple[str, str]]:
    given = value if isinstance(value, dict) else {DEFAULT_LANGUAGE: value}
    found = ((lang, _plain(given.get(lang))) for lang in LANGUAGES)
    return [(lang, words[:LONGEST].rstrip()) for lang, words in found if words]


def _plain(value: object) -> str:
    """Give a text on one line; "" for anything else. Half a character of UTF-16 cannot be written."""
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return words.encode("utf-8", "replace").decode()


def _address(value: object) -> str:
    address = safe_url(value) if isinstance(value, str) else None
    return address if address and address.startswith("http") else ""


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _first(value: object, name: str) -> object:
    """Give a property of the first object of a list."""
    return _mapping(value[0]).get(name) if isinstance(value, list) and value else None
