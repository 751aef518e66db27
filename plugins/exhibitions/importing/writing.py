"""Write objects as the files objects.yaml, objects-2.yaml …: strict YAML, each below the largest size of a file."""

import json
from collections.abc import Iterator, Mapping, Sequence

from plugins.records.decoding import LARGEST

HEAD = "# yaml-language-server: $schema=../../../data/schemas/objects.json\nobjects:\n"
# bytes that stay free in a file, for what is written by hand later
SPARE = 16 * 1024
Written = Mapping[str, object]


def write_objects(objects: Sequence[Written]) -> dict[str, str]:
    """Give name → content of the files."""
    parts: list[list[str]] = [[]]
    size = 0
    for thing in objects:
        text = "".join(f"{line}\n" for line in _item(thing, 1))
        length = len(text.encode())
        if parts[-1] and size + length > LARGEST - SPARE:
            parts.append([])
            size = 0
        parts[-1].append(text)
        size += length
    return {name_of(number): HEAD + "".join(part) for number, part in enumerate(parts, 1)}


def name_of(number: int) -> str:
    """Name a file of the objects, by its number from 1."""
    return "objects.yaml" if number == 1 else f"objects-{number}.yaml"


def _item(thing: Written, level: int) -> Iterator[str]:
    """Write an item of a list; its first line has the dash."""
    indent = "  " * level
    for number, line in enumerate(_fields(thing, level + 1)):
        yield f"{indent}- {line[len(indent) + 2 :]}" if number == 0 else line


def _fields(thing: Written, level: int) -> Iterator[str]:
    indent = "  " * level
    for name, value in thing.items():
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from _fields(value, level + 1)
        elif isinstance(value, list | tuple):
            yield f"{indent}{name}:"
            for each in value:
                if isinstance(each, Mapping):
                    yield from _item(each, level + 1)
                else:
                    yield f"{indent}  - {_scalar(each)}"
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    """Write a value so that every reader takes it for what it is: text always in quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)
