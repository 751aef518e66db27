"""What a check says, to people and to forges."""

import json

import jsonschema

from plugins.editing.formats import Report, as_github, as_gitlab, as_json, as_sarif, as_summary, as_text
from plugins.records.problem import Problem
from plugins.records.rules import RULES, make_problem
from tests.conftest import ROOT

# the schema of the standard, as Microsoft's package for tests brings it
SARIF = ROOT / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
DUPLICATE = make_problem("Y007", "data/causes/a.yaml", (3, 1, 6), key="email")._replace(second=(1, 1, 6))
HOSTILE = make_problem(
    "V104", "data/causes/б, в.yaml", (1, 2, 9), value="%\n::error::<b>`x`", allowed="a", fix="  a: b"
)


def report(*problems: Problem) -> Report:
    """Make a report in English about two records."""
    return Report(2, problems, RULES, lambda _path: [], str, lambda one, many, n: one if n == 1 else many, "1.2")


def test_text_ends_with_the_counts() -> None:
    """The last line is what one looks at first."""
    assert as_text(report(DUPLICATE)).splitlines()[-1] == "2 records read, 1 error, 0 warnings"
    assert as_text(report()) == "2 records read, 0 errors, 0 warnings"


def test_json_holds_everything() -> None:
    """Words, place, the second place, and the repair."""
    written = json.loads(as_json(report(DUPLICATE, HOSTILE)))
    assert written["records"] == 2
    assert written["problems"][0] == {
        "rule": "Y007",
        "severity": "error",
        "path": "data/causes/a.yaml",
        "line": 3,
        "column": 1,
        "end_column": 6,
        "message": 'field "email" is written twice',
        "why": "Without this check the first value would silently disappear. Delete one.",
        "second": {"line": 1, "column": 1, "end_column": 6},
    }
    assert written["problems"][1]["fix"] == "  a: b"


def test_github_reads_one_command_a_problem() -> None:
    """What a file says can neither end a command nor begin one."""
    first, second = as_github(report(HOSTILE)).splitlines()
    place = "file=data/causes/б%2C в.yaml,line=1,col=2,endColumn=9"
    title = 'title=V104%3A unknown field "%25�%3A%3Aerror%3A%3A<b>`x`"'
    assert first == f"::error {place},{title}::Fields allowed here: a.%0A→   a: b"
    assert second == "2 records read, 1 error, 0 warnings"


def test_gitlab_keeps_the_name_of_a_problem_when_lines_move() -> None:
    """The fingerprint does not depend on the line."""
    (before,), (after,) = (json.loads(as_gitlab(report(each))) for each in (DUPLICATE, DUPLICATE._replace(line=9)))
    assert before["fingerprint"] == after["fingerprint"]
    assert (after["check_name"], after["severity"], after["location"]) == (
        "Y007",
        "major",
        {"path": "data/causes/a.yaml", "lines": {"begin": 9}},
    )


def test_sarif_has_its_rules_and_places() -> None:
    """Version 2.1.0, each result with its rule, region and related place."""
    run = json.loads(as_sarif(report(DUPLICATE, HOSTILE)))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["V104", "Y007"]
    first, second = run["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("Y007", 1, "error")
    assert first["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert second["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/causes/%D0%B1%2C%20%D0%B2.yaml"},
        "region": {"startLine": 1, "startColumn": 2, "endColumn": 9},
    }


def test_sarif_fits_the_schema_of_its_standard() -> None:
    """Problems with a place, without one and with two, and a report of none."""
    validator = jsonschema.Draft4Validator(json.loads(SARIF.read_text(encoding="utf-8")))
    whole = make_problem("Y019", "data/causes/a.yaml")
    for problems in ((DUPLICATE, HOSTILE, whole), ()):
        written = json.loads(as_sarif(report(*problems)))
        assert [error.message for error in validator.iter_errors(written)] == []
    assert list(validator.iter_errors({**written, "version": "2.0.0"})) != []


def test_a_summary_is_safe_markdown() -> None:
    """Problems by file; what a file says is no markup."""
    written = as_summary(report(DUPLICATE, HOSTILE))
    assert written.startswith(
        "**2 records read, 2 errors, 0 warnings**\n\n#### `data/causes/a.yaml`\n- **error Y007**, 3:1: "
    )
    assert "\\<b\\>\\`x\\`" in written
