"""Read the file that says which column of a CSV fills which field of an object."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

from plugins.records.source import read_source

COLLECTIONBUILDER = Path(__file__).with_name("collectionbuilder.yaml")


class Mapped(NamedTuple):
    """Names of columns, in lower case, and what they fill; what kinds and displays mean here."""

    language: str
    separator: str
    columns: Mapping[str, str]
    kinds: Mapping[str, str]
    displays: Mapping[str, str]


def read_mapping(path: Path) -> Mapped:
    """Read a mapping; raises ValueError where the file is no YAML of ours."""
    source = read_source(str(path), path.read_bytes())
    if source.problems:
        raise ValueError(f"{path}: {source.problems[0].rule}")
    data = source.data
    return Mapped(
        str(data.get("language", "bg")),
        str(data.get("separator", ";")),
        _lowered(data.get("columns")),
        _lowered(data.get("kinds")),
        _lowered(data.get("displays")),
    )


def _lowered(given: object) -> dict[str, str]:
    return {name.casefold(): str(value) for name, value in cast("dict[str, object]", given or {}).items()}
