"""A finding in a file of the publisher, from any stage of the build.

What is shown to a person is made from `rule` and `arguments` by `plugins.records.rules`,
in the reader's language; here are only plain values that can travel between processes.
"""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Problem(NamedTuple):
    """One finding. Lines and columns count from 1; columns count characters.

    `end_column` is the column after the last marked character on the same line.
    `arguments` are the pairs (name, value) that the rule's message is filled with; three names
    have a meaning of their own: `guess` (did you mean …?), `fix` (the line as it should be)
    and `other` (another file, as path:line:column).
    `second` is another place (line, column, end column) that belongs to the finding, or empty.
    """

    severity: Severity
    path: str
    line: int
    column: int
    rule: str
    arguments: tuple[tuple[str, str], ...] = ()
    end_column: int = 0
    second: tuple[int, ...] = ()


class Position(NamedTuple):
    """A stretch of one line of a file; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 2

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """Tell whether any of the problems stops the build."""
    return any(problem.severity == "error" for problem in problems)
