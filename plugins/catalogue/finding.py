"""What a check across files finds: a broken rule, and the records that it is about."""

from typing import NamedTuple

from plugins.records.brief import Brief

FieldPath = tuple[str | int, ...]


class Finding(NamedTuple):
    """A broken rule: about which field of which record, and where else to look."""

    rule: str
    brief: Brief
    field: FieldPath = ()
    arguments: tuple[tuple[str, str], ...] = ()
    other: tuple[Brief, FieldPath] | None = None
