"""Write a new record as a file that explains itself: what was answered, and below it what may be added."""

from collections.abc import Callable, Iterator, Mapping

from plugins.editing.fields import FieldView, fields_of, summary_of
from plugins.editing.schemas import modeline
from plugins.records.model.base import Base, Part
from plugins.records.source import Value, read_source
from plugins.records.syntax import quoted

Gettext = Callable[[str], str]
_INDENT = "  "


def write_draft(model: type[Base], values: Mapping[str, Value], gettext: Gettext) -> str:
    """Write the file of a new record: `values` by field, then the other fields as comments."""
    lines = [modeline(model.TYPE), f"# {gettext(summary_of(model))}"]
    for name, value in values.items():
        lines += _field(name, value, "")
    rest = [field for field in fields_of(model) if field.name not in values]
    if rest:
        lines += ["", f"# {gettext('These fields may be added: remove the # in front.')}"]
        lines += [line for field in rest for line in _comment(field, gettext)]
    return "\n".join(lines) + "\n"


def _field(name: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{indent}{name}:"
        for key, each in value.items():
            yield from _field(key, each, indent + _INDENT)
    elif isinstance(value, tuple) and any(isinstance(each, dict) for each in value):
        yield f"{indent}{name}:"
        for each in value:
            yield from _item(each, indent + _INDENT)
    elif isinstance(value, tuple):
        yield f"{indent}{name}: [{', '.join(scalar(each, inside=True) for each in value)}]"
    elif isinstance(value, str) and "\n" in value.rstrip("\n"):
        yield f"{indent}{name}: |{'' if value.endswith(chr(10)) else '-'}"
        yield from (f"{indent}{_INDENT}{line}".rstrip() for line in value.rstrip("\n").split("\n"))
    else:
        yield f"{indent}{name}: {scalar(value)}"


def _item(value: Value, indent: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{indent}- {scalar(value)}"
        return
    lines = [line for key, each in value.items() for line in _field(key, each, indent + _INDENT)]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def scalar(value: Value, *, inside: bool = False) -> str:
    """Write one value so that every program reads it alike; `inside` a list in brackets."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    plain = read_source("", f"x: [{text}]" if inside else f"x: {text}")
    same = plain.data == {"x": (text,) if inside else text}
    return text if same and not (plain.problems or plain.doubtful) else quoted(text)


def _comment(field: FieldView, gettext: Gettext) -> Iterator[str]:
    what = gettext(field.description)
    if field.part is None:
        yield f"# {field.name}: {_hint(field)}  # {what}".replace(":   #", ":  #")
        return
    yield f"# {field.name}:  # {what}"
    dash = "- " if field.many else _INDENT
    for index, inner in enumerate(_short(field.part)):
        start = f"{_INDENT}{dash}" if field.many and index == 0 else _INDENT * (2 if field.many else 1)
        yield f"# {start}{inner.name}: {_hint(inner)}  # {gettext(inner.description)}".replace(":   #", ":  #")


def _short(part: type[Part]) -> Iterator[FieldView]:
    return (field for field in fields_of(part) if field.part is None)


def _hint(field: FieldView) -> str:
    if field.allowed:
        return "|".join(field.allowed)
    return "[]" if field.many else ""
