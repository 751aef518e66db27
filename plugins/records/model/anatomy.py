"""Take a model apart: what fields a group has, and what stands at a key path."""

from functools import cache
from typing import get_args, get_origin, get_type_hints

from plugins.languages.text import Text
from plugins.records.model.base import Part
from plugins.records.model.types import Refers

Step = str | int


@cache
def hints_of(model: type[Part]) -> dict[str, object]:
    """Give the type of every field that can stand in a file, in the order of the model."""
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields if name != "id" or not _is_record(model)}


def _is_record(model: type[Part]) -> bool:
    """Tell whether the id is the file's name: that of a record, not that of a part."""
    return hasattr(model, "TYPE")


def part_in(hint: object) -> type[Part] | None:
    """Find the group of fields inside a type like `tuple[Location, ...] | None`."""
    if isinstance(hint, type) and issubclass(hint, Part):
        return hint
    return next((part for each in get_args(hint) if (part := part_in(each))), None)


def is_text(hint: object) -> bool:
    """Tell whether a type is a text in several languages."""
    return hint is Text or any(is_text(each) for each in get_args(hint))


def is_list(hint: object) -> bool:
    """Tell whether a type is a list, of whatever."""
    return get_origin(hint) is tuple or any(is_list(each) for each in get_args(hint) if get_origin(hint) is not dict)


def group_at(model: type[Part], path: tuple[Step, ...]) -> type[Part] | None:
    """Give the group of fields at a key path, or None where there is none."""
    found: type[Part] | None = model
    for step in path:
        if isinstance(step, str):
            found = part_in(hints_of(found).get(step)) if found else None
    return found


def hint_at(model: type[Part], path: tuple[Step, ...]) -> object:
    """Give the type of the field at a key path, or None where there is none."""
    names = [index for index, step in enumerate(path) if isinstance(step, str)]
    if not names:
        return None
    group = group_at(model, path[: names[-1]])
    return hints_of(group).get(str(path[names[-1]])) if group else None


def target_of(hint: object) -> str:
    """Give the type of record that a type refers to, or ""."""
    if isinstance(hint, Refers):
        return hint.target
    inner = (*get_args(hint), *getattr(hint, "__metadata__", ()))
    return next((target for each in inner if (target := target_of(each))), "")
