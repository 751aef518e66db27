"""Explain what is wrong with a text that is no YAML, by looking at its lines.

A parser says where it gave up; the mistake is mostly a line earlier, or of a kind that it has
no word for. The first explanation that fits is taken.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yaml.error import MarkedYAMLError, YAMLError

from plugins.records.problem import Problem
from plugins.records.rules import make_problem

_LINE_END = re.compile(r"\r\n|\r|\n")
_CONFLICT = re.compile(r"^(<{7}|>{7})( .*)?$", re.MULTILINE)
# spaces that look like the plain one and are none
ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_ODD_INDENT = re.compile(rf"^[ {ODD_SPACES}]*[{ODD_SPACES}][ {ODD_SPACES}]*(?=- |[\w-]+:|#)", re.MULTILINE)
_ODD_GAP = re.compile(rf"^( *(?:- +)*[\w-]+:)([{ODD_SPACES}])", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *(\t+)")
_FIELD = re.compile(r"^( *(?:- +)*)([\w-]+): +(.*)$")
_ITEM = re.compile(r"^ *(?:- +)+(.*)$")
_NO_COLON = re.compile(r"^( *(?:- +)*)([A-Za-z]\w*) +([\[{].*)$")
_DASH = re.compile(r"^( *)- ")
_KEY = re.compile(r"^( *(?:- +)*)([\w-]+):(?: |$)")
_NO_SPACE = re.compile(r"^( *(?:- +)*)([A-Za-z][\w-]*):(?![\s/])(.+)$")
_COMMENT = re.compile(r"\s+#.*$")
_OPEN_QUOTE = re.compile(r"""^( *(?:- +)*(?:[\w-]+: +)?)(["'])((?:(?!\2).)*)$""")
# fields inside fields, the outermost counted
DEEPEST = 20
# how far above the place where the parser gave up a forgotten quote is looked for
_LINES_BACK = 20


def split_lines(text: str) -> list[str]:
    """Split at the line ends that every reader of YAML knows."""
    return _LINE_END.split(text)


def early_problems(path: str, text: str) -> tuple[Problem, ...]:
    """Find what YAML would read in silence as something else: conflict marks, odd spaces."""
    found: list[Problem] = []
    if "<<<<<<<" in text or ">>>>>>>" in text:
        match = _CONFLICT.search(text)
        if match:
            found.append(_at(path, text, match.start(), match.end(), "Y008"))
    if not text.isascii() and any(char in text for char in ODD_SPACES):
        found.extend(_odd_spaces(path, text))
    return tuple(found)


def _odd_spaces(path: str, text: str) -> list[Problem]:
    found = []
    for match in _ODD_INDENT.finditer(text):
        first = next(i for i in range(match.start(), match.end()) if text[i] != " ")
        found.append(_odd_space(path, text, first, match.end()))
    found.extend(_odd_space(path, text, match.start(2), match.end(2)) for match in _ODD_GAP.finditer(text))
    return found[:20]


def _odd_space(path: str, text: str, first: int, last: int) -> Problem:
    start = text.rfind("\n", 0, first) + 1
    line = split_lines(text[start : start + 2000])[0]
    fix = re.sub(rf"^[ {ODD_SPACES}]+", lambda m: " " * len(m[0]), line)
    fix = _ODD_GAP.sub(r"\1 ", fix)
    return _at(path, text, first, last, "Y006", code=f"U+{ord(text[first]):04X}", fix=fix)


def _at(path: str, text: str, first: int, last: int, rule: str, **arguments: str) -> Problem:
    line = len(_LINE_END.findall(text, 0, first)) + 1
    column = first - max(text.rfind("\n", 0, first), text.rfind("\r", 0, first))
    return make_problem(rule, path, (line, column, column + last - first), **arguments)


@dataclass(frozen=True)
class _Case:
    """The place where a parser gave up, and what it said."""

    path: str
    lines: list[str]
    said: str
    context: str
    mark: Any
    began: Any

    def line(self, index: int) -> str:
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    @property
    def here(self) -> str:
        return self.line(self.mark.line)

    def problem(self, rule: str, line: int, column: int, width: int = 1, **arguments: str) -> Problem:
        """Make a problem; `line` and `column` count from 0."""
        span = (line + 1, column + 1, column + 1 + max(width, 1))
        return make_problem(rule, self.path, span, **arguments)

    def key_above(self) -> tuple[int, str] | None:
        """Give (column, name) of the key on the line above, comments and empty lines apart."""
        for index in range(self.mark.line - 1, -1, -1):
            if found := _KEY.match(self.line(index)):
                return len(found[1]), found[2]
            if self.line(index).strip() and not self.line(index).lstrip().startswith("#"):
                return None
        return None


def explain_error(path: str, text: str, error: YAMLError) -> Problem:
    """Name the mistake behind an error of the parser."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return make_problem("Y021", path)
    lines = split_lines(text)
    mark = error.problem_mark
    case = _Case(path, lines, error.problem or "", error.context or "", mark, error.context_mark or mark)
    for explain in _EXPLANATIONS:
        problem = explain(case)
        if problem is not None:
            return problem
    line, column = mark.line, mark.column
    while line and not case.line(line).strip():
        line, column = line - 1, 0
    return case.problem("Y021", line, column, len(case.line(line)) - column)


def _too_deep(case: _Case) -> Problem | None:
    if "nesting depth" not in case.said:
        return None
    # the C parser looks ahead and gives up before it says where the first brackets too many stand
    opened = [column for column, char in enumerate(case.here) if char in "[{"]
    column = opened[DEEPEST - 1] if len(opened) >= DEEPEST else case.mark.column
    return case.problem("Y014", case.mark.line, column, deepest=str(DEEPEST))


def _tab(case: _Case) -> Problem | None:
    for index in range(case.began.line, case.mark.line + 1):
        found = _TAB_INDENT.match(case.line(index))
        if found and case.line(index).strip():
            fix = case.line(index).replace("\t", "  ")
            return case.problem("Y001", index, found.start(1), len(found[1]), fix=fix)
    return None


def _open_quote(case: _Case) -> Problem | None:
    if "quoted scalar" in case.context and ("end of stream" in case.said or "document" in case.said):
        mark = case.began
        return case.problem("Y003", mark.line, mark.column, quote=case.line(mark.line)[mark.column])
    if "escape" in case.said:
        return None
    for index in range(case.mark.line - 1, max(case.mark.line - _LINES_BACK, -1), -1):
        found = _OPEN_QUOTE.match(case.line(index))
        if found and _KEY.match(case.line(index + 1)):
            return case.problem("Y003", index, len(found[1]), quote=found[2])
    return None


def _after_quote(case: _Case) -> Problem | None:
    found = _FIELD.match(case.here)
    if not found or found[3][:1] not in ("'", '"') or case.mark.column <= found.start(3):
        return None
    fix = case.here[: found.start(3)] + _quote_all(found[3])
    width = len(_split_comment(case.here)[0]) - case.mark.column
    return case.problem("Y027", case.mark.line, case.mark.column, width, fix=fix)


def _after_bracket(case: _Case) -> Problem | None:
    found = _FIELD.match(case.here)
    if found is None or found[3][:1] not in ("[", "{") or case.mark.column <= found.start(3):
        return None
    before = case.here[: case.mark.column].rstrip()
    if before[-1:] not in ("]", "}"):
        return None
    width = len(_split_comment(case.here)[0]) - case.mark.column
    return case.problem("Y034", case.mark.line, case.mark.column, width, bracket=before[-1])


def _stray_bracket(case: _Case) -> Problem | None:
    char = case.here[case.mark.column : case.mark.column + 1]
    if char not in ("]", "}") or not _closes_nothing(case.here[: case.mark.column], char):
        return None
    return case.problem("Y035", case.mark.line, case.mark.column, 1, bracket=char)


def _closes_nothing(before: str, char: str) -> bool:
    return before.count("[" if char == "]" else "{") <= before.count(char)


def quoted(value: str) -> str:
    """Quote a value so that nothing in it has a meaning."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _quote_all(rest: str) -> str:
    """Quote the rest of a line, but not the comment behind it."""
    value, comment = _split_comment(rest)
    return quoted(value) + comment


def _split_comment(rest: str) -> tuple[str, str]:
    found = _COMMENT.search(rest)
    return (rest[: found.start()], rest[found.start() :]) if found else (rest.rstrip(), "")


def _no_space(case: _Case) -> Problem | None:
    for index in (case.mark.line, case.mark.line - 1, case.began.line):
        found = _NO_SPACE.match(case.line(index))
        if found:
            fix = f"{found[1]}{found[2]}: {found[3]}"
            width = len(found[2]) + 1
            return case.problem("Y005", index, len(found[1]), width, key=found[2], value=found[3], fix=fix)
    return None


def _colon(case: _Case) -> Problem | None:
    if "mapping values" not in case.said:
        return None
    found = _FIELD.match(case.here)
    if found is None or case.mark.column < found.start(3):
        return None
    if found[3][:1] not in ("'", '"', "{", "["):
        value = _split_comment(found[3])[0]
        colon = value.find(": ") if ": " in value else len(value) - 1
        if value[colon : colon + 1] == ":":
            fix = case.here[: found.start(3)] + _quote_all(found[3])
            return case.problem("Y002", case.mark.line, found.start(3) + colon, fix=fix)
    if found[3][:1] in ("{", "["):
        return case.problem("Y002", case.mark.line, case.mark.column)
    return None


_MISPLACED = ("mapping values", "expected key", "block end", "document start", "expected '-'")


def _indent(case: _Case) -> Problem | None:
    own = case.here.lstrip(" ")
    misplaced = any(words in case.said for words in _MISPLACED)
    if not misplaced or not own or case.context.startswith("while parsing a flow"):
        return None
    indent = len(case.here) - len(own)
    above = dash_above(case.lines, case.mark.line, indent) if own.startswith("- ") else case.key_above()
    if above is None or above[0] == indent:
        return None
    return misplaced_line(case.path, case.here, case.mark.line, above)


def dash_above(lines: list[str], index: int, indent: int) -> tuple[int, str] | None:
    """Give (column, "-") of the list above a line that its item was probably meant for."""
    columns = []
    for line in reversed(lines[:index]):
        if found := _DASH.match(line):
            columns.append(len(found[1]))
        elif line[:1] not in ("", " ", "#"):
            break
    return (min(columns, key=lambda column: abs(column - indent)), "-") if columns else None


def misplaced_line(path: str, line: str, index: int, above: tuple[int, str]) -> Problem:
    """Make the problem of a line, counted from 0, that stands beside where the one `above` (column, key) does."""
    column, key = above
    own = line.lstrip(" ")
    span = (index + 1, 1, 1 + max(len(line) - len(own), 1))
    return make_problem("Y004", path, span, key=key, expected=str(column + 1), fix=" " * column + own)


def _no_colon(case: _Case) -> Problem | None:
    for index in (case.mark.line, case.mark.line - 1):
        found = _NO_COLON.match(case.line(index))
        if found:
            fix = f"{found[1]}{found[2]}: {found[3]}"
            return case.problem("Y036", index, len(found[1]), len(found[2]), key=found[2], fix=fix)
    return None


def _bracket(case: _Case) -> Problem | None:
    if not case.context.startswith("while parsing a flow"):
        return None
    if case.mark.line == case.began.line and case.here[case.mark.column : case.mark.column + 2] == ": ":
        return case.problem("Y002", case.mark.line, case.mark.column)
    mark = case.began
    return case.problem("Y026", mark.line, mark.column, bracket=case.line(mark.line)[mark.column : mark.column + 1])


def _special(case: _Case) -> Problem | None:
    scanning = any(f"scanning {what}" in case.context for what in ("an anchor", "an alias", "a tag", "a directive"))
    undefined = "tag handle" in case.said
    if not (scanning or undefined or "cannot start any token" in case.said):
        return None
    mark = case.began if scanning or undefined else case.mark
    line = case.line(mark.line)
    char = line[mark.column : mark.column + 1]
    value = _split_comment(line[mark.column :])[0]
    arguments = {"char": char}
    field = _FIELD.match(line) or _ITEM.match(line)
    if field and field.end() - len(field[field.lastindex or 0]) == mark.column:
        arguments["fix"] = line[: mark.column] + _quote_all(line[mark.column :])
    return case.problem("Y025", mark.line, mark.column, len(value), **arguments)


def _escape(case: _Case) -> Problem | None:
    if "escape" not in case.said and "hexdecimal" not in case.said and "hexadecimal" not in case.said:
        return None
    column = case.here.rfind("\\", 0, case.mark.column + 1)
    fix = re.sub(r'(?<=: )"(.*)"$', lambda m: "'" + m[1].replace("'", "''") + "'", case.here)
    return case.problem("Y029", case.mark.line, max(column, 0), 2, fix=fix)


def _block_text(case: _Case) -> Problem | None:
    if "scanning a block scalar" not in case.context:
        return None
    return case.problem("Y028", case.mark.line, case.mark.column, len(case.here) - case.mark.column)


def _list_on_line(case: _Case) -> Problem | None:
    if "sequence entries" not in case.said:
        return None
    return case.problem("Y032", case.mark.line, case.mark.column, len(case.here) - case.mark.column)


def _no_field(case: _Case) -> Problem | None:
    if "':'" in case.said:
        line = case.began.line
    elif any(words in case.said for words in ("expected key", "block end")) and not _KEY.match(case.here):
        line = case.mark.line
    else:
        return None
    text = case.line(line)
    column = len(text) - len(text.lstrip())
    return case.problem("Y024", line, column, len(text.rstrip()) - column, value=text.strip()[:40])


_EXPLANATIONS: tuple[Callable[[_Case], Problem | None], ...] = (
    _too_deep,
    _tab,
    _open_quote,
    _escape,
    _special,
    _block_text,
    _list_on_line,
    _after_quote,
    _after_bracket,
    _stray_bracket,
    _no_space,
    _colon,
    _no_colon,
    _bracket,
    _indent,
    _no_field,
)
