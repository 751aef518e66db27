"""Write problems for a person, a program, or a forge that shows them beside the changed lines.

Each format is a function of the report alone; `FORMATS` is the whole list.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from urllib.parse import quote

from plugins.records.problem import Problem
from plugins.records.report import GetLines, render, visible
from plugins.records.rules import Explanation, Rule, explain

Gettext = Callable[[str], str]
Ngettext = Callable[[str, str, int], str]


@dataclass(frozen=True)
class Report:
    """What a check found, and what is needed to say it in the reader's language."""

    records: int
    problems: tuple[Problem, ...]
    rules: Mapping[str, Rule]
    lines: GetLines
    gettext: Gettext
    ngettext: Ngettext
    version: str = "0"

    def explain(self, problem: Problem) -> Explanation:
        """Say one problem in the reader's language."""
        return explain(problem, self.gettext, self.rules)

    def counts(self) -> str:
        """Say how many records were read and how many problems there are."""
        errors = sum(problem.severity == "error" for problem in self.problems)
        warnings = len(self.problems) - errors
        said = (
            self.ngettext("{number} record read", "{number} records read", self.records).format(number=self.records),
            self.ngettext("{number} error", "{number} errors", errors).format(number=errors),
            self.ngettext("{number} warning", "{number} warnings", warnings).format(number=warnings),
        )
        return ", ".join(said)


def as_text(report: Report) -> str:
    """Write for a terminal: excerpts with carets, and the counts."""
    said = [render(problem, report.lines(problem.path), report.gettext, report.rules) for problem in report.problems]
    return "\n\n".join([*said, report.counts()])


def as_json(report: Report) -> str:
    """Write one JSON document with every problem, its words and its place."""
    return _dump({"records": report.records, "problems": [_plain(report, problem) for problem in report.problems]})


def _plain(report: Report, problem: Problem) -> dict[str, object]:
    said = report.explain(problem)
    plain: dict[str, object] = {
        "rule": problem.rule,
        "severity": problem.severity,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "end_column": problem.end_column,
        "message": said.message,
        "why": said.why,
    }
    optional = {"fix": said.fix, "guess": said.guess}
    if problem.second:
        plain["second"] = dict(zip(("line", "column", "end_column"), problem.second, strict=True))
    return plain | {name: value for name, value in optional.items() if value}


def as_github(report: Report) -> str:
    """Write workflow commands that GitHub and Forgejo show as annotations."""
    return "\n".join([*(_annotation(report, problem) for problem in report.problems), report.counts()])


def _annotation(report: Report, problem: Problem) -> str:
    said = report.explain(problem)
    title = f"{problem.rule}: {said.message}"
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "endColumn": problem.end_column}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in {**place, "title": title}.items())
    body = said.why + (f"\n→ {said.fix}" if said.fix else "")
    return f"::{problem.severity} {properties}::{_escape(visible_lines(body))}"


def visible_lines(text: str) -> str:
    """Make a text of several lines safe for a log."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(visible(text)).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(report: Report) -> str:
    """Write GitLab's code quality report (a subset of the Code Climate format)."""
    return _dump([_issue(report, problem) for problem in report.problems])


def _issue(report: Report, problem: Problem) -> dict[str, object]:
    said = report.explain(problem)
    return {
        "description": f"{said.message}. {said.why}",
        "check_name": problem.rule,
        "fingerprint": _fingerprint(problem),
        "severity": "major" if problem.severity == "error" else "minor",
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }


def _fingerprint(problem: Problem) -> str:
    """Name a problem by what it is about, not by its line, so that it keeps its name when lines move."""
    arguments = "\0".join(value for pair in problem.arguments for value in pair)
    whole = f"{problem.rule}\0{problem.path}\0{problem.column}\0{arguments}"
    return blake2b(whole.encode("utf-8", "replace"), digest_size=16).hexdigest()


def as_sarif(report: Report) -> str:
    """Write SARIF 2.1.0 (OASIS), columns counted in code points."""
    used = sorted({problem.rule for problem in report.problems})
    rules = [
        {
            "id": rule,
            "shortDescription": {"text": report.gettext(report.rules[rule].message)},
            "fullDescription": {"text": report.gettext(report.rules[rule].why)},
            "defaultConfiguration": {"level": report.rules[rule].severity},
        }
        for rule in used
    ]
    driver = {"name": "Sredishte", "version": report.version, "rules": rules}
    results = [_result(report, problem, used.index(problem.rule)) for problem in report.problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return _dump({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _result(report: Report, problem: Problem, index: int) -> dict[str, object]:
    said = report.explain(problem)
    result: dict[str, object] = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": f"{said.message}. {said.why}"},
        "locations": [_location(problem.path, problem.line, problem.column, problem.end_column)],
        "partialFingerprints": {"problem/v1": _fingerprint(problem)},
    }
    if problem.second:
        result["relatedLocations"] = [_location(problem.path, *problem.second)]
    return result


def _location(path: str, line: int, column: int, end: int) -> dict[str, object]:
    region = {"startLine": line, "startColumn": column, "endColumn": max(end, column)}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "replace"))


def as_summary(report: Report) -> str:
    """Write Markdown for the summary of a workflow: a list of problems by file."""
    parts = [f"**{report.counts()}**"]
    for path, problems in groupby(report.problems, key=lambda problem: problem.path):
        parts.append(f"#### `{visible(path).replace('`', '')}`\n" + "\n".join(_items(report, problems)))
    return "\n\n".join(parts)


def _items(report: Report, problems: Iterator[Problem]) -> Iterator[str]:
    for problem in problems:
        said = report.explain(problem)
        level = report.gettext(problem.severity)
        words = _no_markup(visible(f"{said.message}. {said.why}"))
        yield f"- **{level} {problem.rule}**, {problem.line}:{problem.column}: {words}" + _fenced(said.fix)


def _no_markup(text: str) -> str:
    """Keep the words of a file from becoming links, images or tags of the summary."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|!&@" else char for char in text)


def _fenced(fix: str) -> str:
    return f"\n\n  ```yaml\n  {visible(fix)}\n  ```" if fix and "```" not in fix else ""


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "summary": as_summary,
}
