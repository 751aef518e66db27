"""Describe the fields of every type from the model alone, for schemas, the dictionary and new records."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from plugins.records.model.anatomy import hints_of, is_list, is_text, part_in, target_of
from plugins.records.model.base import Part
from plugins.records.model.types import Markdown, Term

Shape = Literal["text", "markdown", "yes-no", "number", "fields", "line"]


@dataclass(frozen=True)
class FieldView:
    """One field as a librarian meets it. `description` is an English message id.

    `allowed` are the values of a closed list; `vocabulary` and `refers` name where open ones
    are listed.
    """

    name: str
    description: str
    required: bool
    many: bool
    shape: Shape
    allowed: tuple[str, ...] = ()
    vocabulary: str = ""
    refers: str = ""
    part: type[Part] | None = None


def fields_of(model: type[Part]) -> Iterator[FieldView]:
    """Describe the fields of a type or group, in the order of the model."""
    for name, hint in hints_of(model).items():
        info = model.model_fields[name]
        part = part_in(hint)
        yield FieldView(
            name=name,
            description=info.description or "",
            required=info.is_required(),
            many=is_list(hint),
            shape=_shape(hint, part),
            allowed=_allowed(hint),
            vocabulary=_vocabulary(hint),
            refers=target_of(hint),
            part=part,
        )


def _shape(hint: object, part: type[Part] | None) -> Shape:
    if part is not None or get_origin(hint) is dict:
        return "fields"
    if is_text(hint):
        return "markdown" if _marked(hint, Markdown) else "text"
    inner = _leaves(hint)
    if bool in inner:
        return "yes-no"
    return "number" if int in inner or float in inner else "line"


def _leaves(hint: object) -> set[object]:
    found = {hint} if isinstance(hint, type) else set()
    return found.union(*(_leaves(each) for each in get_args(hint)))


def _marked(hint: object, kind: type) -> object:
    marks = (mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, kind))
    inner = (found for each in get_args(hint) if (found := _marked(each, kind)))
    return next(marks, None) or next(inner, None)


def _allowed(hint: object) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return tuple(str(value) for value in get_args(hint))
    inner = get_args(hint)[-1:] if get_origin(hint) is dict else get_args(hint)
    return next((allowed for each in inner if (allowed := _allowed(each))), ())


def _vocabulary(hint: object) -> str:
    term = _marked(hint, Term)
    return term.vocabulary if isinstance(term, Term) else ""


def summary_of(model: type[Part]) -> str:
    """Say in one English sentence, a message id, what a type or group is."""
    return (model.__doc__ or "").strip().partition("\n")[0]
