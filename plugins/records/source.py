"""Read YAML strictly: bytes → plain values, every trap a problem at its line and column.

The first step of reading a record. Only the part of YAML that PyYAML, JavaScript and editors
read alike is accepted. Values are dicts, tuples, strings, `true` and `false`, and integers;
everything else is text, and the field decides what it means. A key without a value counts as
not written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from yaml.error import YAMLError
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from plugins.records import syntax
from plugins.records.decoding import decode
from plugins.records.marks import Event, GetEvent, KeyPath, Marks, Span, mark_all, skip, span_of
from plugins.records.problem import Position, Problem
from plugins.records.rules import LONGEST_FIX, make_problem

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget that it comes from there
except ImportError as missing:  # a wheel without its C part: 30 times slower, and other limits
    raise SystemExit(
        "PyYAML е инсталиран без частта си на C. PyYAML was installed without its C part.\nmake clean && make site"
    ) from missing

Value = str | int | bool | tuple["Value", ...] | dict[str, "Value"] | None
MakeParser = Callable[[str], "Parser"]

# more digits than this and JavaScript changes the number
LONGEST_NUMBER = 15
LONGEST_DOUBTFUL = 80
# a file with more problems than this is not read further
MOST_PROBLEMS = 20

_NUMBER = re.compile(r"0|[1-9][0-9]*")
_LEADING_ZERO = re.compile(r"0[0-9_]+")
# read as a number or a time of day by some programs, as text by others
_DOUBTFUL = re.compile(
    r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|\+[0-9_]+|-0[0-9_]+|[0-9][0-9_]*_[0-9_]*"
    r"|[-+]?0[xXoObB][0-9a-fA-F_]+|[-+]?(\.[0-9]+|[0-9]+\.)([eE][-+]?[0-9]+)?"
    r"|[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+"
)
_WORDS = frozenset(
    {
        "y",
        "Y",
        "yes",
        "Yes",
        "YES",
        "n",
        "N",
        "no",
        "No",
        "NO",
        "on",
        "On",
        "ON",
        "off",
        "Off",
        "OFF",
        "True",
        "TRUE",
        "False",
        "FALSE",
        "~",
        "null",
        "Null",
        "NULL",
        "=",
        "<<",
        ".nan",
        ".NaN",
        ".NAN",
        ".inf",
        ".Inf",
        ".INF",
        "-.inf",
        "-.Inf",
        "-.INF",
        "+.inf",
        "+.Inf",
        "+.INF",
    }
)
_NUMERIC = frozenset("+-.0123456789")
_NO_SPACE = re.compile(r"([a-z][a-z_]*):(?![\s/])(.+)")


class Parser(Protocol):
    """What we need of PyYAML's parsers, the C one and the pure one."""

    def get_event(self) -> Event:
        """Give the next event of the text."""


@dataclass(frozen=True)
class Source:
    """A YAML text that was read: its values, its problems and, on demand, its marks.

    `data` is empty when an error kept the text from being read to its end.
    """

    path: str
    text: str
    data: dict[str, Value]
    problems: tuple[Problem, ...] = ()
    # values that programs read differently: the model may know better what was meant
    doubtful: tuple[Event, ...] = ()
    # keys without a value, which `data` leaves out
    empty: tuple[Event, ...] = ()
    make_parser: MakeParser = CParser

    @cached_property
    def marks(self) -> Marks:
        """Where each key and value stands, as far as the text could be read."""
        if not (self.data or self.empty):
            return Marks()
        get_event = self.make_parser(self.text).get_event
        get_event()
        get_event()
        return mark_all(get_event, self.text)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return syntax.split_lines(self.text)

    def line_with(self, span: Span, new: str) -> str:
        """Give the line of a span with the span, and its quotes, replaced."""
        line = self.lines[span.line - 1]
        quote = 1 if span.style in ("'", '"') else 0
        return line[: span.column - 1 - quote] + new + line[span.end_column - 1 + quote :]

    def position(self, path: KeyPath) -> Position:
        """Give the position of the value at `path`, or of the nearest one around it.

        A path may go on into a text in Markdown: its last part is then a link as `cause:chista-reka`, and what it
        names is marked.
        """
        span = self.marks.at(path)
        kind, _, name = str(path[-1]).rpartition(":") if path else ("", "", "")
        link = re.compile(rf"(?<=\]\({re.escape(kind)}:){re.escape(name)}(?=[)#])")
        found = link.search(self.text, span.start, span.end) if kind else None
        if found is None:
            return Position(self.path, span.line, span.column, span.end_column)
        column = found.start() - self.text.rfind("\n", 0, found.start())
        return Position(self.path, self.text.count("\n", 0, found.start()) + 1, column, column + len(name))


def read_source(path: str, content: bytes | str, make_parser: MakeParser = CParser) -> Source:
    """Read one YAML document whose top is a mapping; never raises for any content."""
    text = content if isinstance(content, str) else decode(path, content)
    if isinstance(text, Problem):
        return Source(path, "", {}, (text,))
    early = syntax.early_problems(path, text)
    if early:
        return Source(path, text, {}, early)
    builder = _Builder(path, text)
    try:
        data = builder.document(make_parser(text).get_event)
    except YAMLError as error:
        return Source(path, text, {}, (syntax.explain_error(path, text, error),))
    except _UnreadableError as refused:
        return Source(path, text, {}, (*builder.problems, refused.problem))
    return Source(path, text, data, tuple(builder.problems), tuple(builder.doubtful), tuple(builder.empty), make_parser)


class _UnreadableError(Exception):
    """The text is refused as a whole; thrown and caught within this module."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


class _Builder:
    """Build values from the events of one text."""

    def __init__(self, path: str, text: str) -> None:
        self.problems: list[Problem] = []
        self.doubtful: list[Event] = []
        self.empty: list[Event] = []
        self._path = path
        self._text = text
        self._depth = 0

    def document(self, get_event: GetEvent) -> dict[str, Value]:
        """Build the only document of the text; raises `_UnreadableError` where there is none."""
        self._get_event = get_event
        self._get_event()
        start = self._get_event()
        if isinstance(start, StreamEndEvent):
            raise _UnreadableError(make_problem("Y019", self._path))
        if isinstance(start, DocumentStartEvent) and (start.version or start.tags):
            raise _UnreadableError(make_problem("Y018", self._path))
        first = self._get_event()
        if isinstance(first, ScalarEvent) and not first.value and not first.style:
            raise _UnreadableError(make_problem("Y019", self._path))
        if not isinstance(first, MappingStartEvent):
            raise _UnreadableError(self._problem("Y020", first))
        data = self._mapping(first)
        self._get_event()
        after = self._get_event()
        if not isinstance(after, StreamEndEvent):
            raise _UnreadableError(self._problem("Y018", after))
        return data

    def _problem(self, rule: str, event: Event, **arguments: str) -> Problem:
        span = span_of(event, self._text)
        return make_problem(rule, self._path, (span.line, span.column, span.end_column), **arguments)

    def _report(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _UnreadableError(make_problem("Y031", self._path, (problem.line, problem.column, problem.end_column)))

    def _value(self, event: Event) -> Value:
        kind = event.__class__
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._decorated(event)
            return event.value if event.style else self._plain(event)
        if kind is MappingStartEvent:
            return self._mapping(event)
        if kind is SequenceStartEvent:
            return self._sequence(event)
        raise _UnreadableError(self._problem("Y015", event, value=f"*{event.anchor}"))

    def _decorated(self, event: Event) -> None:
        if event.anchor is not None:
            raise _UnreadableError(self._problem("Y015", event, value=f"&{event.anchor}"))
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._report(self._problem("Y016", event, value=tag))

    def _deeper(self, event: Event) -> None:
        self._depth += 1
        if self._depth > syntax.DEEPEST:
            raise _UnreadableError(self._problem("Y014", event, deepest=str(syntax.DEEPEST)))
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)

    def _sequence(self, event: Event) -> tuple[Value, ...]:
        self._deeper(event)
        values = []
        while (item := self._get_event()).__class__ is not SequenceEndEvent:
            value = self._value(item)
            if value is None:
                dash = self._problem("Y022", item)
                self._report(dash._replace(column=max(dash.column - 1, 1), end_column=dash.column))
            values.append(value)
        self._depth -= 1
        return tuple(values)

    def _mapping(self, event: Event) -> dict[str, Value]:
        self._deeper(event)
        values: dict[str, Value] = {}
        keys: dict[str, Event] = {}
        before: Event | None = None
        while (key := self._get_event()).__class__ is not MappingEndEvent:
            name = self._key(key, keys)
            if name is None:
                continue
            content = self._get_event()
            value = self._value(content)
            if value is not None:
                values[name] = value
            elif not self._missing_space(key) and not self._split_by_comma(key, before):
                self.empty.append(key)
            before = content
        self._depth -= 1
        return values

    def _key(self, event: Event, seen: dict[str, Event]) -> str | None:
        if event.__class__ is not ScalarEvent:
            self._report(self._problem("Y023", event))
            skip(self._get_event, event)
            skip(self._get_event, self._get_event())
            return None
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        name: str = event.value
        if name == "<<" and not event.style:
            self._report(self._problem("Y017", event))
            skip(self._get_event, self._get_event())
            return None
        if name in seen:
            first = span_of(seen[name], self._text)
            again = self._problem("Y007", event, key=name)
            self._report(again._replace(second=(first.line, first.column, first.end_column)))
        seen[name] = event
        return name

    def _plain(self, event: Event) -> Value:
        value: str = event.value
        if not value:
            return None
        if event.end_mark.line > event.start_mark.line and " - " in value:
            self._swallowed_item(event)
        if value[0] in _NUMERIC:
            return self._numeric(event)
        if value == "true":
            return True
        if value == "false":
            return False
        if value in _WORDS:
            self.doubtful.append(event)
        elif ":" in value:
            self._missing_space(event)
        return value

    def _split_by_comma(self, key: Event, before: Event | None) -> bool:
        """Report `{bg: хляб, мляко}`: YAML ends the value at the comma and takes the rest for a key without a value."""
        after = self._text[key.end_mark.index : key.end_mark.index + 1]
        # only a scalar has a style, and plain text an empty one
        if key.style or after in {"", ":"} or before is None or getattr(before, "style", "none"):
            return False
        between = self._text[before.end_mark.index : key.start_mark.index]
        if between.strip() != ",":
            return False
        self._report(self._problem("Y037", key, value=f"{before.value}, {key.value}"))
        return True

    def _swallowed_item(self, event: Event) -> None:
        """Report an item of a list that stands too far in, and so became part of the text above it."""
        lines = syntax.split_lines(self._text)
        for index in range(event.start_mark.line + 1, min(event.end_mark.line + 1, len(lines))):
            line = lines[index]
            indent = len(line) - len(line.lstrip(" "))
            above = syntax.dash_above(lines, index, indent) if line[indent : indent + 2] == "- " else None
            if above is not None and above[0] < indent:
                self._report(syntax.misplaced_line(self._path, line, index, above))
                return

    def _numeric(self, event: Event) -> Value:
        value: str = event.value
        if not _NUMBER.fullmatch(value):
            if value in _WORDS or _is_doubtful(value):
                self.doubtful.append(event)
            return value
        if len(value) <= LONGEST_NUMBER:
            return int(value)
        self.doubtful.append(event)
        return value

    def _missing_space(self, event: Event) -> bool:
        """Report `bg:Родопи`: one text for YAML; where a key is due it was meant as key and value."""
        found = _NO_SPACE.fullmatch(event.value)
        if found is None or event.start_mark.column > LONGEST_DOUBTFUL:
            return False
        before = self._text[event.start_mark.index - event.start_mark.column : event.start_mark.index]
        if before.strip(" -") and before.rstrip()[-1] not in "{,":
            return False
        column = event.start_mark.column + 1
        span = (event.start_mark.line + 1, column, column + len(found[1]) + 1)
        after = syntax.split_lines(self._text[event.end_mark.index : event.end_mark.index + LONGEST_FIX])[0]
        fix = f"{before}{found[1]}: {found[2]}{after}"
        self._report(make_problem("Y005", self._path, span, key=found[1], value=found[2], fix=fix))
        return True


def _is_doubtful(value: str) -> bool:
    short = len(value) < LONGEST_DOUBTFUL
    return short and bool(_LEADING_ZERO.fullmatch(value) or _DOUBTFUL.fullmatch(value))
