"""Propose what a wrong reference may have meant, from the names of all records."""

from collections.abc import Sequence

from plugins.records.brief import Brief
from plugins.records.problem import Problem
from plugins.records.report import GetLines

_WRONG = {"V106": "", "V107": "place"}


def propose(problems: Sequence[Problem], briefs: Sequence[Brief], lines: GetLines) -> list[Problem]:
    """Add a guess and the repaired line to problems about a name that one record has."""
    if not any(problem.rule in _WRONG for problem in problems):
        return list(problems)
    names = names_of(briefs)
    return [_proposed(problem, names, lines) for problem in problems]


def names_of(briefs: Sequence[Brief]) -> dict[tuple[str, str], str]:
    """Map (type, name without case, in any language) to the id, or the place's code, where only one has it."""
    found: dict[tuple[str, str], set[str]] = {}
    for brief in briefs:
        for _, name in brief.name.pairs:
            found.setdefault((brief.type, name.casefold()), set()).add(
                brief.code if brief.type == "place" else brief.id
            )
    return {name: min(known) for name, known in found.items() if len(known) == 1}


def _proposed(problem: Problem, names: dict[tuple[str, str], str], lines: GetLines) -> Problem:
    arguments = dict(problem.arguments)
    kind = _WRONG.get(problem.rule) or arguments.get("type", "")
    known = names.get((kind, arguments.get("value", "").casefold())) if problem.rule in _WRONG else None
    here = lines(problem.path)
    if known is None or problem.line > len(here):
        return problem
    written = f'"{known}"' if known.isdigit() else known
    line = here[problem.line - 1]
    fix = line[: problem.column - 1] + written + line[problem.end_column - 1 :]
    quoted = line[problem.column - 2 : problem.column - 1] in ("'", '"')
    given = arguments | {"guess": known} | ({} if quoted else {"fix": fix})
    return problem._replace(arguments=tuple(given.items()))
