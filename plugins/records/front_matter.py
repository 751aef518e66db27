"""Read the block of fields at the top of a Markdown file, with its places counted in the whole file."""

import re
from typing import NamedTuple

from plugins.records.decoding import decode
from plugins.records.problem import Problem
from plugins.records.rules import make_problem
from plugins.records.source import Source, read_source

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


class FrontMatter(NamedTuple):
    """The fields of a Markdown file, the text below them, and the line (from 1) where it begins."""

    source: Source
    body: str
    body_line: int


def read_front_matter(path: str, content: bytes) -> FrontMatter:
    """Split a Markdown file and read its fields; never raises for any content."""
    text = decode(path, content)
    if isinstance(text, Problem):
        return FrontMatter(Source(path, "", {}, (text,)), "", 1)
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return FrontMatter(Source(path, text, {}, (make_problem("Y033", path),)), "", 1)
    # spaces in the place of the fence keep every line and column as it is in the file
    fields = " " * opening.end() + text[opening.end() : closing.start()]
    body_line = text.count("\n", 0, closing.end()) + 2
    return FrontMatter(read_source(path, fields), text[closing.end() :].removeprefix("\n"), body_line)
