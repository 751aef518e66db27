"""Project a record on the few fields that pages of other records may show.

A brief is small, made of plain values, and kept between builds; `fingerprint` changes exactly
when one of those fields does, so a page knows from it whether a neighbour concerns it.
"""

import marshal
import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from typing import NamedTuple, cast, get_args, get_type_hints

from plugins.languages.text import Text
from plugins.records.model import TYPES, Action, Base, Cause, Event, Opportunity, Organisation, Study
from plugins.records.model.anatomy import hints_of, part_in
from plugins.records.model.base import Part
from plugins.records.model.types import Markdown, Refers, Term
from plugins.records.upkeep import NOTHING, Upkeep, upkeep_of

# version 2 writes equal values as equal bytes: no marks for shared or interned strings
MARSHAL_VERSION = 2


class Reference(NamedTuple):
    """A field of a record that names another record: where it stands, and what it names."""

    field: tuple[str | int, ...]
    type: str
    id: str


class Changed(NamedTuple):
    """A time of something repeated that is not as the rule says; moments are ISO, "" where they stay."""

    on: str
    state: str
    start: str = ""
    end: str = ""


class Brief(NamedTuple):
    """What lists, maps, feeds and neighbours may show of a record.

    `digest` is the hash of the whole source, `upkeep` is for those who keep the records; neither
    is part of the fingerprint.
    `kind` is the category of a cause or a need.
    `code` is that of a place, or the hash of a medium's bytes; `measures` and `colour` are a medium's.
    `start` and `end` are ISO days or moments, "" where the type has none; of a study, those of its
    fieldwork. `until` is the last day of what is open for a time: the deadline of an action.
    """

    type: str
    id: str
    digest: bytes
    name: Text
    summary: Text | None = None
    kind: str = ""
    status: str = "active"
    area: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    recurrence: str = ""
    changes: tuple[Changed, ...] = ()
    until: str = ""
    stage: str = ""
    # the states of the goals of a cause
    goals: tuple[str, ...] = ()
    state: str = ""
    direction: str = ""
    level: str = ""
    remote: bool = False
    minimum_age: int = 0
    skills: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    code: str = ""
    parent: str = ""
    venue: Text | None = None
    demo: bool = False
    checked: str = ""
    checked_by: str = ""
    review_every: str = ""
    aliases: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    # with what an organisation helps, and what makes it easy to come to it
    services: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    measures: tuple[int, ...] = ()
    colour: str = ""
    upkeep: Upkeep = NOTHING
    references: tuple[Reference, ...] = ()

    def fingerprint(self) -> bytes:
        """Hash everything that another page may show: 16 bytes."""
        return fingerprint(self._replace(digest=b"", upkeep=NOTHING).packed())

    def packed(self) -> tuple[object, ...]:
        """Give the brief as plain tuples that `marshal` can keep."""
        values: list[object] = [value.pairs if isinstance(value, Text) else value for value in self[:-2]]
        if self.changes:
            values[_CHANGES] = tuple([tuple(change) for change in self.changes])
        return (*values, self.upkeep.packed(), tuple([tuple(reference) for reference in self.references]))

    @classmethod
    def unpacked(cls, packed: tuple[object, ...]) -> "Brief":
        """Make the brief again from what `packed` gave."""
        values = list(packed)
        for at in _TEXTS:
            if values[at] is not None:
                values[at] = Text(cast("tuple[tuple[str, str], ...]", values[at]))
        values[-2] = Upkeep.unpacked(cast("tuple[object, ...]", values[-2]))
        if values[_CHANGES]:
            changes = cast("tuple[tuple[str, str, str, str], ...]", values[_CHANGES])
            values[_CHANGES] = tuple([Changed(*each) for each in changes])
        references = cast("tuple[tuple[tuple[str | int, ...], str, str], ...]", values[-1])
        values[-1] = tuple([Reference(*each) for each in references])
        return cls._make(values)


_CHANGES = Brief._fields.index("changes")
_TEXTS = tuple(Brief._fields.index(name) for name in ("name", "summary", "venue"))


def fingerprint(plain: object) -> bytes:
    """Hash plain values (strings, numbers, bytes, tuples of them): 16 bytes."""
    content = marshal.dumps(plain, MARSHAL_VERSION)  # type: ignore[arg-type]  # typeshed keeps the name of the type to itself
    return blake2b(content, digest_size=16).digest()


def brief_of(record: Base, digest: bytes) -> Brief:
    """Project a record; `digest` is the hash of the bytes that it was read from."""
    given = {name: getattr(record, name) for name in _shown(type(record))}
    given = {name: value for name, value in given.items() if value is not None}
    verified = getattr(record, "verified", None)
    if isinstance(record, Event | Opportunity):
        given["changes"] = tuple(Changed(c.on, c.state, c.start or "", c.end or "") for c in record.changes)
    if isinstance(record, Organisation):
        given["services"] = tuple(dict.fromkeys(each.category for each in record.services if each.category))
        given["access"] = tuple(dict.fromkeys(term for each in record.locations for term in each.access))
    if isinstance(record, Cause):
        given["goals"] = tuple(goal.state for goal in record.goals)
    if hasattr(record, "category"):
        given["kind"] = record.category
    if isinstance(record, Action) and record.deadline:
        given["until"] = record.deadline
    if isinstance(record, Study) and record.fieldwork:
        given |= {"start": record.fieldwork.start, "end": record.fieldwork.end}
    return Brief(
        type=record.type,
        digest=digest,
        checked=verified.date if verified else "",
        checked_by=verified.by if verified else "",
        upkeep=upkeep_of(record),
        references=tuple(references_of(record)),
        **given,
    )


@cache
def _shown(model: type[Base]) -> tuple[str, ...]:
    """Name the fields that a model shares with `Brief`; what has fields of its own is no plain value."""
    made = {"type", "digest", "checked", "checked_by", "upkeep", "references"}
    made |= {name for name, hint in hints_of(model).items() if part_in(hint)}
    return tuple(name for name in Brief._fields if name in model.model_fields and name not in made)


# the address of a link in Markdown that names a record
_LINK = re.compile(r"\]\(([a-z]+):([a-z0-9-]+)(?:#[a-z0-9-]*)?\)")
_IN_TEXT = "text"


def references_of(part: Part, at: tuple[str | int, ...] = ()) -> Iterator[Reference]:
    """Yield every reference that a record or a part of it makes, in the order of the fields."""
    for name, target in _plan(type(part)):
        value = getattr(part, name)
        if value is not None:
            yield from _references_in(value, target, (*at, name))


def _references_in(value: object, target: str, at: tuple[str | int, ...]) -> Iterator[Reference]:
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _references_in(each, target, (*at, index))
    elif isinstance(value, dict):
        for key in value:
            yield from _references_in(value[key], target, (*at, key))
    elif isinstance(value, Part):
        yield from references_of(value, at)
    elif isinstance(value, Text):
        for lang, words in value.pairs:
            links = (found for found in _LINK.findall(words) if found[0] in TYPES)
            yield from (Reference((*at, lang, f"{kind}:{id}"), kind, id) for kind, id in links)
    elif target:
        yield Reference(at, target, str(value))


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """List (field, target) for the fields that hold references, parts (target "") or Markdown."""
    found = ((name, _target(hint)) for name, hint in get_type_hints(model, include_extras=True).items())
    fields = model.model_fields
    return tuple((name, target) for name, target in found if target is not None and name in fields)


def _target(hint: object) -> str | None:
    if isinstance(hint, Refers):
        return hint.target
    if isinstance(hint, Markdown):
        return _IN_TEXT
    if isinstance(hint, Term):
        return f"vocabulary:{hint.vocabulary}"
    if isinstance(hint, type) and issubclass(hint, Part):
        return ""
    inner = (*get_args(hint), *getattr(hint, "__metadata__", ()))
    targets = [target for each in inner if (target := _target(each)) is not None]
    return max(targets, default=None)
