"""Turn what pydantic complains of into problems: its error types joined with our marks.

Only reached when a record is not valid, so nothing here needs to be fast.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from plugins.languages.text import DEFAULT_LANGUAGE
from plugins.languages.transliteration import slug
from plugins.records.lookalikes import first_lookalike, fold_lookalikes, nearest
from plugins.records.marks import Event, KeyPath, Span
from plugins.records.model import FILES_OF_TYPE
from plugins.records.model.anatomy import group_at, hint_at, hints_of, is_text, target_of
from plugins.records.model.base import Part
from plugins.records.model.types import ID_PATTERN, MARK_LETTERS
from plugins.records.problem import Problem
from plugins.records.rules import NEEDED, READ_AS, RULES, SHAPES, make_problem
from plugins.records.samples import sample_line
from plugins.records.source import MOST_PROBLEMS, Source

_YES = frozenset({"y", "yes", "on", "true"})
_NO = frozenset({"n", "no", "off", "false"})
_QUOTED = re.compile(r"'([^']*)'")
_KEY = "[key]"
_NEEDED = {
    "string_type": "text",
    "tuple_type": "list",
    "dict_type": "fields",
    "model_type": "fields",
    "int_type": "number",
    "int_parsing": "number",
    "float_type": "decimal",
    "float_parsing": "decimal",
    "finite_number": "decimal",
    "bool_type": "yes-no",
}
# where a rule about a whole group points
_INSIDE = {"V121": ("end",), "V135": ("members",), "V103": ("id",), "V132": ("id",)}
_LIMITS = {
    "greater_than_equal": ("≥", "ge"),
    "less_than_equal": ("≤", "le"),
    "greater_than": (">", "gt"),
    "less_than": ("<", "lt"),
}


def complain(model: type[Part], source: Source, error: ValidationError, *, most: int = MOST_PROBLEMS) -> list[Problem]:
    """Make a problem of each error, one for each place, in the order of the file, `most` of them."""
    found: dict[tuple[int, int, str], Problem] = {}
    meant: set[KeyPath] = set()
    errors = error.errors(include_url=False)[: most * 4]
    for each in sorted(errors, key=lambda e: e["type"] == "missing"):
        problem = _problem(model, source, each, meant)
        if problem is not None:
            missing = problem.arguments[0][1] if problem.rule == "V108" else ""
            found.setdefault((problem.line, problem.column, missing), problem)
    return list(found.values())[:most]


def _problem(model: type[Part], source: Source, error: ErrorDetails, meant: set[KeyPath]) -> Problem | None:
    kind, path = error["type"], error["loc"]
    if kind == "extra_forbidden" or path[-1:] == (_KEY,):
        return _unknown_field(model, source, error, meant)
    if kind == "missing":
        # a field that cannot be read, or is misspelt, is not missing
        return None if path in meant or source.problems else _missing(model, source, path)
    if error["input"] is None:
        return None  # an empty item of a list, which the source has reported
    if kind in RULES:
        return _custom(model, source, error)
    if kind in _NEEDED:
        return _wrong_type(source, error)
    return _wrong_value(model, source, error)


def _place(source: Source, span: Span, rule: str, **arguments: str) -> Problem:
    return make_problem(rule, source.path, (span.line, span.column, span.end_column), **arguments)


def _unknown_field(model: type[Part], source: Source, error: ErrorDetails, meant: set[KeyPath]) -> Problem:
    path = error["loc"][:-1] if error["loc"][-1] == _KEY else error["loc"]
    key, span = str(path[-1]), source.marks.key(path)
    allowed = _allowed_fields(model, path, error)
    arguments = {"value": key}
    if guess := nearest(key, allowed):
        meant.add((*path[:-1], guess))
        arguments |= {"guess": guess, "fix": source.line_with(span, guess)}
    char = first_lookalike(key)
    # only the same word in other letters is repaired unasked; anything further is a guess
    if char and fold_lookalikes(key) in allowed:
        return _place(source, span, "V105", char=char, **arguments)
    return _place(source, span, "V104", allowed=", ".join(allowed), **arguments)


def empty_fields(model: type[Part], source: Source) -> Iterator[Problem]:
    """Yield a problem for each key without a value that no field has: it would be lost in silence."""
    starts = {event.start_mark.index for event in source.empty[:MOST_PROBLEMS]}
    for path, span in source.marks.keys.items():
        group = group_at(model, path[:-1])
        if span.start in starts and group and path[-1] not in hints_of(group):
            error = ErrorDetails(type="extra_forbidden", loc=path, msg="", input=None)
            yield _unknown_field(model, source, error, set())


def _allowed_fields(model: type[Part], path: KeyPath, error: ErrorDetails) -> list[str]:
    if error["type"] == "literal_error":
        return _QUOTED.findall(error["ctx"]["expected"])
    group = group_at(model, path[:-1])
    return list(hints_of(group)) if group else []


def _missing(model: type[Part], source: Source, path: KeyPath) -> Problem:
    names = [step for step in path if isinstance(step, str)]
    if is_text(hint_at(model, path)):
        names.append(DEFAULT_LANGUAGE)
    own = path in source.marks.keys
    span = source.marks.key(path if own else path[:-1])
    return _place(source, span, "V108", field=".".join(names), sample=sample_line(model, path))


def _custom(model: type[Part], source: Source, error: ErrorDetails) -> Problem | None:
    kind, path, context = error["type"], error["loc"], error.get("ctx", {})
    if kind == "V108" and source.problems:
        return None
    if kind == "V108":
        return _missing_in_text(model, source, (*path, context["field"]))
    if kind == "V120":
        return _hidden(source, source.marks.at(path), context["code"])
    if kind == "V109":
        return _no_day(source, source.marks.at(path), str(context["value"]))
    if kind in _CURES:
        return _curable(source, source.marks.at(path), kind, context["value"])
    path = (*path, *_INSIDE.get(kind, ()))
    return _place(source, source.marks.at(path), kind, **{name: str(value) for name, value in context.items()})


def _cured_address(value: str) -> str:
    """Give the address that a host without https:// means, or ""."""
    return f"https://{value}" if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/[^\s\\]*)?", value) else ""


def _cured_email(value: str) -> str:
    """Give the address inside mailto: or between spaces, or ""."""
    bare = value.removeprefix("mailto:").strip(" .,;<>")
    return bare if bare != value and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", bare) else ""


_CURES = {"V112": _cured_address, "V113": _cured_email}


def _curable(source: Source, span: Span, rule: str, value: str) -> Problem:
    cured = _CURES[rule](value)
    arguments = {"fix": _spliced(source, span, cured)} if cured and span.style not in ("|", ">") else {}
    return _place(source, span, rule, value=value, **arguments)


def _spliced(source: Source, span: Span, new: str) -> str:
    """Give the line with a new value between the quotes that are there, if any."""
    quote = span.style if span.style in ("'", '"') else ""
    return source.line_with(span, f"{quote}{new}{quote}")


def _hidden(source: Source, span: Span, code: str) -> Problem:
    index = source.text.find(chr(int(code.removeprefix("U+"), base=16)), span.start, span.end)
    before = source.text[:index] if index >= 0 else ""
    if "\\" in source.lines[span.line - 1] or not before:
        return _place(source, span, "V120", code=code)
    line, column = before.count("\n") + 1, index - before.rfind("\n")
    here = source.lines[line - 1]
    fix = here[: column - 1] + here[column:]
    return make_problem("V120", source.path, (line, column, column + 1), code=code, fix=fix)


def _no_day(source: Source, span: Span, value: str) -> Problem:
    found = re.match(r"([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})", value)
    days = monthrange(int(found[1]), int(found[2]))[1] if found and found[1] != "0000" else 0
    if found is None or int(found[3]) <= days:
        return _place(source, span, "V134", value=value)
    return _place(source, span, "V109", value=value, days=str(days))


def _missing_in_text(model: type[Part], source: Source, path: KeyPath) -> Problem:
    names = [step for step in path if isinstance(step, str)]
    sample = sample_line(model, path)
    return _place(source, source.marks.key(path[:-1]), "V108", field=".".join(names), sample=sample)


def _wrong_type(source: Source, error: ErrorDetails) -> Problem:
    kind, given = error["type"], error["input"]
    span = source.marks.at(error["loc"])
    if kind == "bool_type" and isinstance(given, str):
        arguments = {"value": given}
        if given.casefold() in _YES | _NO:
            arguments["fix"] = source.line_with(span, "true" if given.casefold() in _YES else "false")
        return _place(source, span, "V101", **arguments)
    if kind == "string_type" and isinstance(given, bool | int):
        read_as = READ_AS["yes-no" if isinstance(given, bool) else "number"]
        return _unquoted(source, span, "V123", value=_written(source, span), read_as=read_as)
    if kind == "tuple_type" and isinstance(given, str | int):
        fix = source.line_with(span, f"[{_written(source, span).removesuffix(']')}]")
        return _place(source, span, "V115", needed=NEEDED["list"], fix=fix)
    if kind.startswith("int") and isinstance(given, str) and given.isdigit():
        return _unquoted(source, span, "V130", length=str(len(given)))
    return _place(source, span, "V115", needed=NEEDED[_NEEDED[kind]])


def _written(source: Source, span: Span) -> str:
    return source.lines[span.line - 1][span.column - 1 : span.end_column - 1]


def _unquoted(source: Source, span: Span, rule: str, **arguments: str) -> Problem:
    fix = source.line_with(span, f'"{_written(source, span)}"')
    return _place(source, span, rule, **arguments, fix=fix)


def _wrong_value(model: type[Part], source: Source, error: ErrorDetails) -> Problem:
    span = source.marks.at(error["loc"])
    if error["type"] in _LIMITS:
        return _out_of_range(source, span, error)
    if error["type"] == "string_pattern_mismatch" and (problem := _no_reference(model, source, error)):
        return problem
    return _VALUES.get(error["type"], _misshapen)(source, span, error)


def _out_of_range(source: Source, span: Span, error: ErrorDetails) -> Problem:
    sign, name = _LIMITS[error["type"]]
    allowed = f"{sign} {error['ctx'][name]}"
    return _place(source, span, "V118", value=str(error["input"]), allowed=allowed)


def _too_long(source: Source, span: Span, error: ErrorDetails) -> Problem:
    length = str(len(error["input"]))
    if str(error["input"]).isdigit() and not span.style:
        return _unquoted(source, span, "V130", length=length)
    return _place(source, span, "V116", length=length, longest=str(error["ctx"]["max_length"]))


def _too_few(source: Source, span: Span, error: ErrorDetails) -> Problem:
    context = error["ctx"]
    return _place(source, span, "V122", length=str(context["actual_length"]), shortest=str(context["min_length"]))


def _empty_text(source: Source, span: Span, _error: ErrorDetails) -> Problem:
    return _place(source, span, "V127")


def _misshapen(source: Source, span: Span, error: ErrorDetails) -> Problem:
    pattern = error.get("ctx", {}).get("pattern", "")
    return _place(source, span, "V117", value=str(error["input"]), shape=_shape(pattern))


def _no_reference(model: type[Part], source: Source, error: ErrorDetails) -> Problem | None:
    """Explain a name in the place of an id: no record has such an id, but the name may become one."""
    given, target = str(error["input"]), target_of(hint_at(model, error["loc"]))
    if target == "place":
        return _place(source, source.marks.at(error["loc"]), "V107", value=given)
    if target not in FILES_OF_TYPE:
        return None
    arguments = {"value": given, "type": target, "files": FILES_OF_TYPE[target]}
    span, folded = source.marks.at(error["loc"]), fold_lookalikes(given)
    if guess := slug(folded if folded.isascii() else given):
        arguments |= {"guess": guess, "fix": source.line_with(span, guess)}
    return _place(source, span, "V106", **arguments)


def _not_allowed(source: Source, span: Span, error: ErrorDetails) -> Problem:
    given, allowed = str(error["input"]), _QUOTED.findall(error["ctx"]["expected"])
    arguments = {"value": given, "allowed": ", ".join(allowed)}
    if guess := nearest(given, allowed):
        arguments |= {"guess": guess, "fix": source.line_with(span, guess)}
    return _place(source, span, "V114", **arguments)


_VALUES: dict[str, Callable[[Source, Span, ErrorDetails], Problem]] = {
    "literal_error": _not_allowed,
    "too_long": _too_long,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "string_too_short": _empty_text,
}


def _shape(pattern: str) -> str:
    if pattern == ID_PATTERN:
        return SHAPES["id"]
    if pattern == r"^\d{4}$":
        return SHAPES["postcode"]
    if MARK_LETTERS in pattern:
        return SHAPES["mark"]
    return SHAPES["number"] if pattern.startswith("^-?[0-9]") else SHAPES["other"]


def doubts(source: Source, known: list[Problem]) -> Iterator[Problem]:
    """Yield a problem for each unquoted value that programs read differently, and nothing complained of yet."""
    reported = {(problem.line, problem.column) for problem in known}
    paths = {span.start: path for path, span in source.marks.values.items() if not span.style}
    for event in source.doubtful[:MOST_PROBLEMS]:
        path = paths.get(event.start_mark.index)
        span = source.marks.at(path or ())
        if path is not None and (span.line, span.column) not in reported:
            yield _doubt(source, event, span, path)


def _doubt(source: Source, event: Event, span: Span, path: KeyPath) -> Problem:
    value: str = event.value
    if value.isdigit() and not value.startswith("0"):
        return _unquoted(source, span, "V130", length=str(len(value)))
    if value.isdigit():
        octal = all(digit in "01234567" for digit in value)
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        return _unquoted(source, span, "V102", field=field, value=value, read=str(int(value, 8 if octal else 10)))
    if value[0] in "+-.0123456789":
        read_as = "number"
    else:
        read_as = "nothing" if value in ("~", "null", "Null", "NULL") else "yes-no"
    return _unquoted(source, span, "V123", value=value, read_as=READ_AS[read_as])
