"""Show how a missing field is written: a line to paste, or the file in which its value is found."""

from typing import Literal, get_args, get_origin

from plugins.languages.text import DEFAULT_LANGUAGE
from plugins.records.model import FILES_OF_TYPE
from plugins.records.model.anatomy import hint_at, is_text, part_in, target_of
from plugins.records.model.base import Part
from plugins.records.model.types import Day, Moment, Term

_BLANK = "…"
_DAY, _MOMENT = "2026-12-05", "2026-12-05T10:00"
Step = str | int


def sample_line(model: type[Part], path: tuple[Step, ...]) -> str:
    """Write the line of the field at a key path, as far as its value can be known."""
    name = str(path[-1])
    if name == DEFAULT_LANGUAGE:
        return f'{name}: "{_BLANK}"'
    value, where = _value(hint_at(model, path))
    return f"{name}: {value}" + (f"  # {where}" if where else "")


def _value(hint: object) -> tuple[str, str]:
    """Give a value for a type of field, and the files that list what may stand there, or ""."""
    many = get_origin(hint) is tuple
    where = _source(hint)
    if where:
        value = _BLANK
    elif hint in (Day, Moment):
        value = _DAY if hint == Day else _MOMENT
    elif get_origin(hint) is Literal:
        value = " | ".join(str(each) for each in get_args(hint))
    elif part_in(hint) is not None:
        value = "{" + _BLANK + "}"
    else:
        value = f'"{_BLANK}"' if is_text(hint) else _BLANK
    return (f"[{value}]" if many else value), where


def _source(hint: object) -> str:
    term = _term(hint)
    if term is not None:
        return f"data/vocabularies/{term.vocabulary}.yaml"
    return FILES_OF_TYPE.get(target_of(hint), "") if part_in(hint) is None else ""


def _term(hint: object) -> Term | None:
    marks = (mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Term))
    inner = (found for each in get_args(hint) if (found := _term(each)))
    return next(marks, None) or next(inner, None)
