"""Say problems as text for a terminal: place, excerpt with carets, reason and repair."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from plugins.languages.translations import load_translations
from plugins.records.problem import Problem
from plugins.records.rules import RULES, Rule, Translate, explain
from plugins.records.syntax import ODD_SPACES, split_lines

# path → the lines of the file, () where it has none that can be shown
GetLines = Callable[[str], list[str]]

TAB = "→   "
# of a longer line only the part around the marked characters is shown
WIDEST = 100
_BEFORE = 30


def render(problem: Problem, lines: list[str], gettext: Translate, rules: Mapping[str, Rule] = RULES) -> str:
    """Say one problem; `lines` are those of its file, or none."""
    said = explain(problem, gettext, rules)
    level = gettext("error") if problem.severity == "error" else gettext("warning")
    out = [
        f"{level}[{problem.rule}]: {visible(said.message)}",
        f"  --> {visible(problem.path)}:{problem.line}:{problem.column}",
    ]
    margin = " " * len(str(max(problem.line, *problem.second[:1], 0)))
    if problem.end_column > problem.column and 0 < problem.line <= len(lines):
        out.extend(_excerpts(problem, lines, said.guess, gettext))
    if said.why:
        out.append(f"{margin} = {visible(said.why)}")
    if said.fix:
        out += [f"{margin} = {gettext('fix:')}", f"{margin}     {visible(said.fix)}"]
    if rules[problem.rule].automatic and said.fix:
        can_be_done = gettext('"make fix" can do this for you')
        out.append(f"{margin}     ({can_be_done})")
    return "\n".join(out)


def _excerpts(problem: Problem, lines: list[str], guess: str, gettext: Translate) -> list[str]:
    number = len(str(max(problem.line, *problem.second[:1], 0)))
    out = [f"{' ' * number} |"]
    if problem.second:
        line, column, end = problem.second
        out += _excerpt(lines[line - 1], f"{line:>{number}}", (column, end), gettext("first written here"))
    label = gettext('did you mean "{guess}"?').format(guess=guess) if guess else ""
    marked = (problem.column, problem.end_column)
    return out + _excerpt(lines[problem.line - 1], f"{problem.line:>{number}}", marked, label)


def _excerpt(line: str, number: str, marked: tuple[int, int], label: str) -> list[str]:
    column, end = marked
    text, first, last = _window(line, column - 1, max(end, column + 1) - 1)
    before, under = visible(text[:first]), visible(text[first:last])
    carets = "^" * max(width(under), 1)
    return [
        f"{number} | {visible(text)}".rstrip(),
        f"{' ' * len(number)} | {' ' * width(before)}{carets} {visible(label)}".rstrip(),
    ]


def _window(line: str, first: int, last: int) -> tuple[str, int, int]:
    """Cut a long line around the marked characters."""
    if len(line) <= WIDEST:
        return line, first, last
    start = max(first - _BEFORE, 0)
    last = min(last, start + WIDEST)
    cut = ("…" if start else "") + line[start : start + WIDEST]
    cut += "…" if start + WIDEST < len(line) else ""
    shift = start - (1 if start else 0)
    return cut, first - shift, last - shift


def visible(text: str) -> str:
    """Draw tabs and odd spaces, and replace what a terminal could obey."""
    return "".join(_drawn(char) for char in text)


def _drawn(char: str) -> str:
    if char == "\t":
        return TAB
    if char in ODD_SPACES:
        return "·"
    return char if char.isprintable() else "�"


def width(text: str) -> int:
    """Count the columns that a text takes in a terminal."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


# the endings of files that people write; of others, a picture say, no line is shown
_WRITTEN = (".yaml", ".md", ".csv", ".geojson")


def lines_under(root: Path) -> GetLines:
    """Make a function that reads the lines of the project's files, each file once."""
    known: dict[str, list[str]] = {}

    def lines(path: str) -> list[str]:
        if path not in known:
            known[path] = _lines(root / path)
        return known[path]

    return lines


def _lines(path: Path) -> list[str]:
    try:
        if path.is_symlink() or not path.is_file() or path.suffix not in _WRITTEN:
            return []
        return split_lines(path.read_bytes()[:1_000_000].decode("utf-8", "replace"))
    except OSError:
        return []


def render_problems(problems: Iterable[Problem], root: Path, lang: str, rules: Mapping[str, Rule] = RULES) -> str:
    """Say all problems about the project at `root` in a language, an empty line between them."""
    gettext, lines = load_translations(lang).gettext, lines_under(root)
    return "\n\n".join(render(problem, lines(problem.path), gettext, rules) for problem in problems)
