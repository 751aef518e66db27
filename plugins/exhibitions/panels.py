"""Split the Markdown of an exhibition into panels, with the place of everything in the file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

Span = tuple[int, int, int]

_HEADING = re.compile(r"##(?!#)")
_TITLE = re.compile(r"#(?!#)(?=\s|$)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_PICTURE = re.compile(
    r'!\[(?P<alt>(?:[^\]\\]|\\.)*)\]\((?P<file>[^\s()"]+)(?:[ \t]+"(?P<caption>(?:[^"\\]|\\.)*)")?\)'
    r"(?:\{(?P<fields>[^{}]*)\})?[ \t]*"
)
_FIELD = re.compile(r'(?P<name>[^\s="]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')
LONGEST_FIELDS = 1_000
_ESCAPE = re.compile(r"\\(.)")


class Line(NamedTuple):
    """A line of the file: its number, from 1, and its text."""

    number: int
    text: str

    def span(self, start: int = 0, end: int = 0) -> Span:
        """Give the place of the characters from `start` to `end` (0: to the end of the line)."""
        return self.number, start + 1, max(end or len(self.text), start + 1) + 1


class WrittenPicture(NamedTuple):
    """A picture as it is written; `fields` is None where it is not written as it should be."""

    line: Line
    alt: str = ""
    file: str = ""
    caption: str = ""
    fields: dict[str, str] | None = None


class WrittenPanel(NamedTuple):
    """A panel as it is written; the first of a text has no line: what stands before the panels."""

    line: Line | None
    id: str | None
    heading: str
    lines: tuple[Line, ...]
    pictures: tuple[WrittenPicture, ...]
    titles: tuple[Line, ...]

    @property
    def body(self) -> str:
        """The text of the panel, without its pictures."""
        return "\n".join(line.text for line in self.lines).strip("\n")


def split_panels(body: str, first_line: int) -> list[WrittenPanel]:
    """Split the text below the front matter; the first result is the introduction."""
    lines = [Line(first_line + index, text.rstrip("\r")) for index, text in enumerate(body.split("\n"))]
    groups: list[list[tuple[Line, bool]]] = [[]]
    for line, is_code in _with_code(lines):
        if not is_code and _HEADING.match(line.text):
            groups.append([])
        groups[-1].append((line, is_code))
    return [_panel(None, groups[0]), *(_panel(group[0][0], group[1:]) for group in groups[1:])]


def _with_code(lines: list[Line]) -> Iterator[tuple[Line, bool]]:
    """Yield each line, and whether it stands in a block of code, where marks mean nothing."""
    fence = ""
    for line in lines:
        found = _FENCE.match(line.text)
        yield line, bool(fence) or found is not None
        if found and not fence:
            fence = found.group(1)
        elif found and found.group(1) == fence:
            fence = ""


def _panel(line: Line | None, inside: list[tuple[Line, bool]]) -> WrittenPanel:
    heading, id = _heading(line.text) if line else ("", None)
    text = [each for each, is_code in inside if not is_code]
    pictured = [each for each in text if "![" in each.text]
    return WrittenPanel(
        line,
        id,
        heading,
        tuple(each for each, _ in inside if each not in pictured),
        tuple(_picture(each) for each in pictured),
        tuple(each for each in text if _TITLE.match(each.text)),
    )


def _heading(text: str) -> tuple[str, str | None]:
    """Give the heading and the id in braces after it, or None where there is none."""
    text = text.removeprefix("##").strip()
    heading, mark, id = text.rpartition("{#")
    if mark and id.endswith("}"):
        return heading.strip(), id.removesuffix("}")
    return text, None


def _picture(line: Line) -> WrittenPicture:
    found = _PICTURE.fullmatch(line.text)
    fields = _fields(found["fields"] or "") if found else None
    if found is None or fields is None:
        return WrittenPicture(line)
    return WrittenPicture(line, _unescape(found["alt"]), found["file"], _unescape(found["caption"] or ""), fields)


def _fields(text: str) -> dict[str, str] | None:
    if len(text) > LONGEST_FIELDS or _FIELD.sub("", text).strip():
        return None
    return {found["name"]: found["quoted"] or found["bare"] or "" for found in _FIELD.finditer(text)}


def _unescape(text: str) -> str:
    return _ESCAPE.sub(r"\1", text).strip()
