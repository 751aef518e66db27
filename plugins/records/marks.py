"""Where every key and value of a YAML text stands.

Reading a record needs no marks; they are made from the text again when a problem, or a
repair, must point at a place.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

# one of PyYAML's events, whose stubs leave out half of their attributes
Event = Any
KeyPath = tuple[str | int, ...]
GetEvent = Callable[[], Event]


class Span(NamedTuple):
    """A stretch of text, without its quotes. Lines and columns count from 1, `start` and `end` from 0.

    `style` is the mark that the scalar is written with: `"`, `'`, `|`, `>`, "" for plain text,
    and "{" or "[" for a mapping or sequence.
    """

    line: int
    column: int
    end_column: int
    start: int
    end: int
    style: str = ""


@dataclass(frozen=True)
class Marks:
    """Spans of the values and of the keys, by key path."""

    values: dict[KeyPath, Span] = field(default_factory=dict)
    keys: dict[KeyPath, Span] = field(default_factory=dict)

    def at(self, path: KeyPath) -> Span:
        """Give the span of the value at `path`; a mapping or list is shown by its key.

        Where there is no such value, the nearest one around it is taken.
        """
        while path not in self.values and path:
            path = path[:-1]
        span = self.values.get(path)
        if span is None:
            return Span(1, 1, 2, 0, 1)
        return span if span.style not in ("{", "[") else self.key(path)

    def key(self, path: KeyPath) -> Span:
        """Give the span of the key at `path`; an item of a list is shown by its first key."""
        while path not in self.keys and path:
            inside = self._first_key(path)
            if inside is not None:
                return inside
            path = path[:-1]
        return self.keys.get(path) or self._first_key(()) or Span(1, 1, 2, 0, 1)

    def _first_key(self, path: KeyPath) -> Span | None:
        depth = len(path) + 1
        found = (span for key, span in self.keys.items() if len(key) == depth and key[:-1] == path)
        return min(found, key=lambda span: span.start, default=None)


def mark_all(get_event: GetEvent, text: str) -> Marks:
    """Mark every key and value of the document whose events `get_event` gives, from its first node on.

    Of a key that is written twice the last one counts.
    """
    marks = Marks()
    _mark(get_event, get_event(), (), marks, text)
    return marks


def _mark(get_event: GetEvent, event: Event, path: KeyPath, marks: Marks, text: str) -> None:
    empty = isinstance(event, ScalarEvent) and not event.value and not event.style
    marks.values[path] = marks.keys[path] if empty and path in marks.keys else span_of(event, text)
    if isinstance(event, MappingStartEvent):
        for key in _until(get_event, MappingEndEvent):
            inner = (*path, key.value if isinstance(key, ScalarEvent) else "")
            marks.keys[inner] = span_of(key, text)
            if not isinstance(key, ScalarEvent):
                skip(get_event, key)
            _mark(get_event, get_event(), inner, marks, text)
    elif isinstance(event, SequenceStartEvent):
        for index, item in enumerate(_until(get_event, SequenceEndEvent)):
            _mark(get_event, item, (*path, index), marks, text)


def _until(get_event: GetEvent, end: type) -> Iterator[Event]:
    while not isinstance(event := get_event(), end):
        yield event


def skip(get_event: GetEvent, event: Event) -> None:
    """Pass over the rest of the node that `event` begins."""
    depth = 0
    while True:
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            depth += 1
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            depth -= 1
        if depth == 0:
            return
        event = get_event()


def span_of(event: Event, text: str) -> Span:
    """Give the span of a scalar without its quotes, or of the first character of a collection."""
    start = event.start_mark
    if isinstance(event, MappingStartEvent):
        return Span(start.line + 1, start.column + 1, start.column + 2, start.index, start.index + 1, "{")
    if isinstance(event, SequenceStartEvent):
        return Span(start.line + 1, start.column + 1, start.column + 2, start.index, start.index + 1, "[")
    style = getattr(event, "style", None) or ""
    first, last = start.index, event.end_mark.index
    last = first + len(text[first:last].rstrip()) if style not in ("|", ">") else last
    quote = 1 if style in ("'", '"') and last - first > 1 else 0
    first, last = first + quote, last - quote
    shown = text[first:last]
    width = len(shown) if quote and "\n" not in shown else len(shown.split("\n", 1)[0].rstrip())
    column = start.column + 1 + quote
    return Span(start.line + 1, column, column + max(width, 1), first, last, style)
