"""Give a record the style that most records have: spaces and empty lines alone, and nothing that anybody wrote.

Optional, by `make fmt`. Indents stay, and so do the spaces before a comment. A file keeps its bytes
where its values or comments would not come out the same.
"""

import re

from plugins.editing.rewriting import rewritten
from plugins.records.source import read_source

# a line's part before its comment: # begins one at the start of a word only
_CODE = re.compile(r"(?:[^#\n]|(?<=\S)#)+")
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_LOOSE = re.compile(r"[ ]+(?=\n)")
_EMPTY = re.compile(r"\n{3,}")
_END = re.compile(r"(?:\n[ ]*)*\Z")
# in this order: (what, what is written for it)
_SPACES = (
    (re.compile(r"([\[{])[ ]+"), r"\1"),
    (re.compile(r"[ ]*,[ ]*"), ", "),
    (re.compile(r"(?<!\s)[ ]+([\]}])"), r"\1"),
    (re.compile(r":[ ]{2,}"), ": "),
)


def styled(path: str, text: str) -> str:
    """Give the text in the common style; a text with a problem, or with anything unforeseen, comes back as it is."""
    before = read_source(path, text)
    if before.problems or "\r" in text or "\t" in text:
        return text
    whole = _END.sub("\n", rewritten(path, text, between=_between), count=1)
    after = read_source(path, whole)
    same = after.data == before.data and not after.problems and _comments(path, whole) == _comments(path, text)
    return whole if same else text


def _between(gap: str) -> str:
    """Set the spaces in what stands between two values, comments apart."""
    gap = _EMPTY.sub("\n\n", _LOOSE.sub("", gap))

    def spaced(found: re.Match[str]) -> str:
        code = found.group()
        # an indent, and the spaces that set a comment apart, are the writer's
        indent = re.match(r" *", code)[0] if found.start() and gap[found.start() - 1] == "\n" else ""  # type: ignore[index]  # matches always
        apart = re.search(r" *$", code)[0] if gap[found.end() : found.end() + 1] == "#" else ""  # type: ignore[index]  # as above
        if len(indent) + len(apart) >= len(code):
            return code
        return indent + _spaced(code[len(indent) : len(code) - len(apart)]) + apart

    return _LOOSE.sub("", _CODE.sub(spaced, gap))


def _spaced(code: str) -> str:
    for what, written in _SPACES:
        code = what.sub(written, code)
    return code


def _comments(path: str, text: str) -> list[str]:
    """Give the comments of a text in their order."""
    found: list[str] = []

    def look(gap: str) -> str:
        found.extend(each.rstrip() for each in _COMMENT.findall(gap))
        return gap

    rewritten(path, text, between=look)
    return found
