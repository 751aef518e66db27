"""Write into a record the mark of the original that its translations agree with: one line, at its place.

Run after a translation was made or compared with its original; nothing else in the file changes.
"""

from collections.abc import Mapping, Sequence

from plugins.records.marks import Span
from plugins.records.model import TYPES, Record
from plugins.records.originals import languages_of, mark_of
from plugins.records.reading import validate
from plugins.records.source import Source, read_source
from plugins.records.unit import Unit

FIELD = "translated_from"
_BEFORE = "translations"


def mark_translations(unit: Unit, content: bytes, *, again: bool, langs: Sequence[str] = ()) -> bytes:
    """Mark the translations of a record as agreeing with its original; give the file's bytes.

    With `again` marks that stand there are renewed, else only missing ones are written; `langs`
    narrows it to some languages. A record with an error, or without translations, stays as it is.
    """
    path = unit.files[0].path
    source = read_source(path, content)
    record = validate(TYPES[unit.type], source, unit.id).record
    if not isinstance(record, Record):
        return content
    known: dict[str, str] = {lang: mark for lang, mark in record.translated_from.items()}
    chosen = [lang for lang in languages_of(record) if lang in (langs or languages_of(record))]
    marks = known | {lang: mark_of(record) for lang in chosen if again or lang not in known}
    if marks == known:
        return content
    return _spliced(source, marks).encode("utf-8")


def _spliced(source: Source, marks: Mapping[str, str]) -> str:
    """Put the field into the text: over the old one, below the field `translations`, or at the end."""
    written = f"{FIELD}: {{{', '.join(f'{lang}: {marks[lang]}' for lang in sorted(marks, reverse=True))}}}"
    lines = source.text.split("\n")
    own = _lines_of(source, FIELD)
    if own:
        comment = lines[own[1] - 1][_end(source) :] if own[0] == own[1] else ""
        lines[own[0] - 1 : own[1]] = [written + comment]
        return "\n".join(lines)
    above = _lines_of(source, _BEFORE)
    if above:
        return "\n".join([*lines[: above[1]], written, *lines[above[1] :]])
    return source.text.rstrip("\n") + f"\n{written}\n"


def _lines_of(source: Source, name: str) -> tuple[int, int] | None:
    """Give the first and the last line of a field, counted from 1, or None where it does not stand."""
    key = source.marks.keys.get((name,))
    if key is None:
        return None
    inside = [span for path, span in _spans(source) if path[0] == name]
    return key.line, max(span.line for span in inside)


def _end(source: Source) -> int:
    """Give the column, from 0, after the closing bracket of the field's values on their line."""
    last = max((span for path, span in _spans(source) if path[0] == FIELD), key=lambda span: span.start)
    line = source.lines[last.line - 1]
    bracket = line.find("}", last.end_column - 1)
    return bracket + 1 if bracket >= 0 else last.end_column - 1


def _spans(source: Source) -> list[tuple[tuple[str | int, ...], Span]]:
    return [(path, span) for path, span in source.marks.values.items() if path]
