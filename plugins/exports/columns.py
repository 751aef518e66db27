"""Lay the model of a type out as tables: one for the records, one for each list of parts in them.

The columns follow the model, so a new field is a new column; nothing is listed twice.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from types import NoneType
from typing import Annotated, Literal, NamedTuple, get_args, get_origin

from pydantic import WithJsonSchema

from plugins.languages.text import LANGUAGES, Text
from plugins.records.model.anatomy import hints_of, is_text, part_in
from plugins.records.model.base import Part, Person
from plugins.site.cells import Cell

# persons agreed to stand on the site, not to be passed on as data
WITHHELD = (Person,)
SEPARATOR = " | "
_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}


class Column(NamedTuple):
    """One column: its name, its type as Frictionless names it, and what it holds."""

    name: str
    type: str
    description: str


class Field(NamedTuple):
    """A field of the model with a cell of its own, or three if it is a text or a list of them."""

    path: tuple[str, ...]
    form: Literal["value", "list", "text", "texts", "words"]
    columns: tuple[Column, ...]


class Table(NamedTuple):
    """A list of parts, or the records themselves (`path` is empty)."""

    path: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order of the model."""
        return tuple(column for field in self.fields for column in field.columns)


@cache
def tables_of(model: type[Part]) -> tuple[Table, ...]:
    """Give the table of the records, and those of their lists of parts."""
    lists = tuple(_lists(model, ()))
    return (Table((), tuple(_fields(model, ()))), *(Table(path, tuple(_fields(part, ()))) for path, part in lists))


def rows(part: Part, table: Table) -> Iterator[list[Cell]]:
    """Give the rows that a record has in one of its tables."""
    found = _at(part, table.path)
    for each in found if isinstance(found, tuple) else (found,):
        if isinstance(each, Part):
            yield [cell for field in table.fields for cell in _cells(_at(each, field.path), field)]


def _at(part: object, path: Iterable[str]) -> object:
    for name in path:
        part = None if part is None else getattr(part, name)
    return part


def _cells(value: object, field: Field) -> list[Cell]:
    if field.form == "text":
        pairs = dict(value.pairs) if isinstance(value, Text) else {}
        return [pairs.get(lang) for lang in LANGUAGES]
    if field.form == "texts":
        texts = [dict(each.pairs) for each in value if isinstance(each, Text)] if isinstance(value, tuple) else []
        return [_joined(tuple(each.get(lang) for each in texts)) for lang in LANGUAGES]
    if field.form == "words":
        words = value if isinstance(value, dict) else {}
        return [_joined(words.get(lang, ())) for lang in LANGUAGES]
    if field.form == "list":
        return [_joined(value)]
    return [value if isinstance(value, str | int | float | bool) else None]


def _joined(value: object) -> str | None:
    each = value if isinstance(value, tuple) else (value,)
    return SEPARATOR.join(str(one) for one in each if one is not None) or None


def _shown(model: type[Part]) -> Iterator[tuple[str, object, str]]:
    """Yield (name, type, description) of the fields that are data."""
    for name, hint in hints_of(model).items():
        if part_in(hint) not in WITHHELD:
            yield name, hint, model.model_fields[name].description or ""


def _fields(model: type[Part], path: tuple[str, ...]) -> Iterator[Field]:
    for name, hint, description in _shown(model):
        here, bare = (*path, name), _bare(hint)
        part = part_in(hint)
        label = "_".join(here)
        if part is not None:
            if get_origin(bare) is not tuple:
                yield from _fields(part, here)
        elif bare is Text:
            yield Field(here, "text", tuple(Column(f"{label}_{lang}", "string", description) for lang in LANGUAGES))
        elif get_origin(bare) is dict:
            yield Field(here, "words", tuple(Column(f"{label}_{lang}", "string", description) for lang in LANGUAGES))
        elif get_origin(bare) is tuple and is_text(hint):
            yield Field(here, "texts", tuple(Column(f"{label}_{lang}", "string", description) for lang in LANGUAGES))
        elif get_origin(bare) is tuple:
            yield Field(here, "list", (Column(label, "string", description),))
        else:
            yield Field(here, "value", (Column(label, _type_of(hint), description),))


def _lists(model: type[Part], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], type[Part]]]:
    """Yield the lists of parts, with where they stand: (("legal", "identifiers"), Identifier)."""
    for name, hint, _ in _shown(model):
        part = part_in(hint)
        if part is not None:
            if get_origin(_bare(hint)) is tuple:
                yield (*path, name), part
            else:
                yield from _lists(part, (*path, name))


def _bare(hint: object) -> object:
    """Take `Annotated` and `| None` off a type."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    inner = [each for each in get_args(hint) if each is not NoneType]
    return _bare(inner[0]) if NoneType in get_args(hint) and len(inner) == 1 else hint


def _type_of(hint: object) -> str:
    if _is_day(hint):
        return "date"
    bare = _bare(hint)
    return _TYPES.get(bare, "string") if isinstance(bare, type) else "string"


def _is_day(hint: object) -> bool:
    """Tell whether a type says of itself that it is an ISO day."""
    marks = (mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, WithJsonSchema))
    return any((mark.json_schema or {}).get("format") == "date" for mark in marks) or any(
        _is_day(each) for each in get_args(hint) if get_origin(each) is Annotated
    )
