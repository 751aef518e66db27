"""Write a group of fields as plain values, to be hashed or kept from build to build, and back.

What comes back was checked when it was first read, and is not checked again.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import TypeVar, cast, get_args, get_origin

from plugins.languages.text import Text
from plugins.records.model.base import Part

Kind = TypeVar("Kind", bound=Part)
Plain = tuple[object, ...]
Unpack = Callable[[object], object]


def pack(part: Part) -> Plain:
    """Give the fields in the order of the model, as strings, numbers and tuples of them."""
    return tuple([_pack(getattr(part, name)) for name in type(part).model_fields])


def _pack(value: object) -> object:
    if isinstance(value, Text):
        return value.pairs
    if isinstance(value, Part):
        return pack(value)
    if isinstance(value, tuple):
        return tuple([_pack(each) for each in value])
    return value


def unpack(model: type[Kind], packed: Plain) -> Kind:
    """Make the group again from what `pack` gave."""
    fields = {name: value if make is None else make(value) for (name, make), value in zip(_plan(model), packed)}  # noqa: B905 - both are in the order of the model
    return cast("Kind", model.model_construct(None, **fields))


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, Unpack | None], ...]:
    """List the fields, each with what makes its value again; None for one that is kept as it is."""
    return tuple((name, _maker(field.annotation)) for name, field in model.model_fields.items())


def _maker(hint: object) -> Unpack | None:
    inner = [each for each in get_args(hint) if each is not type(None)]
    if hint is Text:
        return _text
    if isinstance(hint, type) and issubclass(hint, Part):
        return partial(_part, hint)
    makers = [make for each in inner if (make := _maker(each))]
    if not makers:
        return None
    return partial(_many, makers[0]) if get_origin(hint) is tuple else partial(_maybe, makers[0])


def _text(value: object) -> object:
    return Text(cast("tuple[tuple[str, str], ...]", value))


def _part(model: type[Part], value: object) -> object:
    return unpack(model, cast("Plain", value))


def _many(make: Unpack, value: object) -> object:
    return tuple([make(each) for each in cast("Plain", value)])


def _maybe(make: Unpack, value: object) -> object:
    return None if value is None else make(value)
