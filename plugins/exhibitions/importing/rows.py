"""Turn the rows of a CSV into objects: what fits a field stands there, everything else is kept as a fact.

Each remark names the line of the row in the file, so that a spreadsheet can be put right.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, cast

from plugins.exhibitions.importing.mapping import Mapped
from plugins.exhibitions.rules import make_problem
from plugins.languages.edtf import is_edtf
from plugins.languages.transliteration import slug
from plugins.records.model.collection import FILE_PATTERN, HEARD
from plugins.records.model.types import ID_LENGTH, ID_PATTERN
from plugins.records.problem import Problem

# as it stands in objects.yaml: field → text, list or group
Written = dict[str, object]
# the id in an override that stands for every object
EVERY = "*"
LINE = 300
PARAGRAPHS = 60_000
TEXTS = frozenset({"title", "creator", "description", "location", "credit", "terms", "alt", "caption", "transcript"})
LONG = frozenset({"description", "credit", "terms", "alt", "transcript"})
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NUMBER = re.compile(r"-?[0-9]{1,3}(\.[0-9]+)?")
_ADDRESS = re.compile(r"https?://[^\s/@\\]+(/\S*)?")


def _shaped(pattern: str) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(pattern, value) is not None


# fields that are no text in a language, and what may stand there
_FORMS: Mapping[str, Callable[[str], bool]] = {
    "date": is_edtf,
    "rights": _shaped(rf"unknown|{_ADDRESS.pattern}"),
    "source": _shaped(_ADDRESS.pattern),
    "language": _shaped(r"[a-z]{2,3}"),
    "identifier": _shaped(rf"[^\n]{{1,{LINE}}}"),
    "place": _shaped(r"BG|BG\d{3}|[A-Z]{3}|[A-Z]{3}\d{2}|\d{5}"),
}


class Row(NamedTuple):
    """A row of the file: the line that it begins on, and its cells by the names of the columns."""

    line: int
    cells: Mapping[str, str]


class Imported(NamedTuple):
    """The objects of a file, the lines that they stand on, and what is to be said of them."""

    objects: list[Written]
    lines: dict[str, int]
    problems: list[Problem]


def read_rows(path: str, content: bytes) -> tuple[list[Row], list[Problem]]:
    """Read the rows of a CSV in UTF-8; rows of empty cells are passed over."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [], [make_problem("E271", path, (line, 1, 2))]
    reader = csv.reader(io.StringIO(text, newline=""))
    rows: list[Row] = []
    names: list[str] | None = None
    start = 1
    for cells in reader:
        if names is None:
            names = [name.strip() for name in cells]
        elif any(cell.strip() for cell in cells):
            rows.append(Row(start, dict(zip([*names, *_further(names, cells)], cells, strict=False))))
        start = reader.line_num + 1
    return rows, []


def _further(names: Sequence[str], cells: Sequence[str]) -> list[str]:
    """Name the cells beyond the columns: a comma too many must not lose a value."""
    return [f"column {number}" for number in range(len(names) + 1, len(cells) + 1)]


def import_rows(path: str, rows: Sequence[Row], mapped: Mapped, files: AbstractSet[str]) -> Imported:
    """Make an object of every row; `files` are those that lie in the folder of the objects."""
    imported = Imported([], {}, [])
    for row in rows:
        maker = _Maker(path, row, mapped, files)
        thing = maker.make()
        imported.problems.extend(maker.problems)
        id = str(thing["id"])
        if id in imported.lines:
            imported.problems.append(make_problem("E261", path, (row.line, 1, 2), value=id))
            continue
        imported.lines[id] = row.line
        imported.objects.append(thing)
    return imported


class _Maker:
    """Makes the object of one row."""

    def __init__(self, path: str, row: Row, mapped: Mapped, files: AbstractSet[str]) -> None:
        self.problems: list[Problem] = []
        self._path, self._row, self._mapped, self._files = path, row, mapped, files
        self._fields: Written = {}
        self._facts: list[Written] = []
        self._point: dict[str, str] = {}
        self._id = ""

    def make(self) -> Written:
        """Give the object, its fields in the order of the columns, its facts last."""
        cells = {name: self._clean(value) for name, value in self._row.cells.items()}
        for name, value in cells.items():
            if value:
                self._take(name, value)
        self._fields.setdefault("id", self._id or f"row-{self._row.line}")
        if kind := self._kind(cells):
            self._fields["kind"] = kind
        if len(self._point) == 2:
            self._fields["coordinates"] = self._point
        else:
            self._facts += [self._fact(name, value) for name, value in self._point.items()]
        if self._facts:
            self._fields["facts"] = self._facts
        return self._fields

    def _clean(self, value: str) -> str:
        bare = value.replace("\r\n", "\n").replace("\r", "\n").strip()
        seen = _HIDDEN.sub("", bare)
        if seen != bare:
            self._remark("E272", value=bare[:40])
        return seen

    def _take(self, name: str, value: str) -> None:
        field = self._mapped.columns.get(name.casefold(), "")
        if not self._fits(field, value):
            self._facts.append(self._fact(name, value))

    def _fits(self, field: str, value: str) -> bool:
        """Put a value into its field; False where it must be kept as a fact."""
        if field in self._fields:
            return False
        if field == "id":
            return self._take_id(value)
        if field in ("latitude", "longitude"):
            return self._take_degrees(field, value)
        if field == "subjects":
            return self._take_subjects(value)
        if field == "file":
            return self._take_file(value)
        return self._take_text(field, value) if field in TEXTS else self._take_line(field, value)

    def _take_id(self, value: str) -> bool:
        good = value == EVERY or re.fullmatch(ID_PATTERN, value) is not None
        self._id = value if good and len(value) <= ID_LENGTH else slug(value)[:ID_LENGTH]
        self._id = self._id.strip("-") or f"row-{self._row.line}"
        self._fields["id"] = self._id
        return self._id == value

    def _take_degrees(self, field: str, value: str) -> bool:
        most = 90 if field == "latitude" else 180
        if not _NUMBER.fullmatch(value) or abs(float(value)) > most:
            return False
        self._point[field] = value
        return True

    def _take_subjects(self, value: str) -> bool:
        parts = [part.strip() for part in value.split(self._mapped.separator) if part.strip()]
        if not parts or any(len(part) > LINE for part in parts):
            return False
        self._fields["subjects"] = [{self._mapped.language: part} for part in parts]
        return True

    def _take_file(self, value: str) -> bool:
        if _ADDRESS.fullmatch(value):
            if "source" in self._fields:
                return False
            self._fields["source"] = value
            return True
        if value in self._files and re.fullmatch(FILE_PATTERN, value):
            self._fields["file"] = value
            return True
        self._remark("E273", value=value)
        return False

    def _take_text(self, field: str, value: str) -> bool:
        if len(value) > (PARAGRAPHS if field in LONG else LINE):
            self._remark("E274", field=field, length=str(len(value)))
            return False
        self._fields[field] = {self._mapped.language: value}
        return True

    def _take_line(self, field: str, value: str) -> bool:
        """Take a value that is no text in a language: of a form of its own, or none."""
        if field == "decorative" and value in ("true", "false"):
            self._fields[field] = value == "true"
            return True
        if field not in _FORMS or not _FORMS[field](value):
            if field in _FORMS:
                self._remark("E275", field=field, value=value[:80])
            return False
        self._fields[field] = value
        return True

    def _kind(self, cells: Mapping[str, str]) -> str:
        """Tell what the object is: by the display, where that says more than a picture, else by the type."""
        named = {name.casefold(): value for name, value in cells.items()}
        display = self._mapped.displays.get(named.get("display_template", "").casefold(), "")
        column = next((name for name, field in self._mapped.columns.items() if field == "kind"), "")
        kind = self._mapped.kinds.get(named.get(column, "").casefold(), "")
        return display if display and display != "image" else kind or display

    def _fact(self, name: str, value: str) -> Written:
        lang = self._mapped.language
        return {"label": {lang: name[:LINE]}, "value": {lang: value[:PARAGRAPHS]}}

    def _remark(self, rule: str, **arguments: str) -> None:
        self.problems.append(make_problem(rule, self._path, (self._row.line, 1, 2), **arguments))


def owed(path: str, imported: Imported) -> Iterator[Problem]:
    """Yield what each object lacks before the exhibition can be built, at the line of its row."""
    for thing in imported.objects:
        id = str(thing["id"])
        span = (imported.lines.get(id, 1), 1, 2)
        for field in ("title", "credit", "rights"):
            if field not in thing:
                yield make_problem("E276", path, span, value=id, field=field)
        if thing.get("kind") in HEARD and "transcript" not in thing:
            yield make_problem("E263", path, span, value=id)
        elif thing.get("kind") not in HEARD and "alt" not in thing and not thing.get("decorative"):
            yield make_problem("E262", path, span, value=id)


def complete(imported: Imported, overrides: Sequence[Written]) -> Imported:
    """Lay the fields of an override over the objects; those of the row `EVERY` fill what is missing everywhere."""
    named = {str(each["id"]): each for each in overrides}
    common = {field: value for field, value in named.pop(EVERY, {}).items() if field not in ("id", "facts")}
    objects = []
    for thing in imported.objects:
        own = named.get(str(thing["id"]), {})
        objects.append(join({**common, **thing}, own))
    return imported._replace(objects=objects)


def join(old: Written, new: Written) -> Written:
    """Give an object with the fields of both, the newer ones first; facts of one label count once."""
    facts = {_label(each): each for thing in (old, new) for each in cast("Sequence[Written]", thing.get("facts", ()))}
    whole = {**old, **new}
    if facts:
        whole["facts"] = list(facts.values())
    return whole


def _label(fact: Written) -> str:
    return str(fact["label"])
