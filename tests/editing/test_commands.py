"""The command ends as a workflow needs it."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.editing.commands import main
from plugins.editing.findings import find_problems
from plugins.records.problem import Problem
from plugins.records.unit import Unit
from plugins.records.walk import find_records
from tests.corpus.cases import put_written
from tests.corpus.project import READERS, copy_good


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project that has nothing wrong, with the folders of content."""
    root = copy_good(tmp_path)
    for folder in ("pages", "exhibitions"):
        (root / "content" / folder).mkdir(parents=True)
    return root


def test_a_good_project_passes(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 0 and the counts."""
    monkeypatch.setenv("SREDISHTE_LANG", "en")
    assert main(["--root", str(project), "check"]) == 0
    assert capsys.readouterr().out == "12 records read, 0 errors, 0 warnings\n"


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "summary"])
def test_an_error_fails_in_every_format(form: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, and the rule is named."""
    put_written("yes-no", project)
    assert main(["--root", str(project), "check", "--format", form]) == 1
    assert "V101" in capsys.readouterr().out


def test_a_warning_does_not_fail(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said, and the site can be built."""
    put_written("short-phone", project)
    assert main(["--root", str(project), "check"]) == 0
    assert "V111" in capsys.readouterr().out


def test_the_day_decides_what_is_due(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clock is an argument of the command."""
    path = project / "data" / "organisations" / "klub-bryag.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}verified: {{date: 2026-01-10, by: rb, method: phone}}\n", encoding="utf-8")
    main(["--root", str(project), "check", "--today", "2027-01-10"])
    assert "D001" not in capsys.readouterr().out
    main(["--root", str(project), "check", "--today", "2027-01-11"])
    assert "data/organisations/klub-bryag.yaml:5:18" in capsys.readouterr().out


def test_a_file_that_goes_away_is_named(project: Path) -> None:
    """Between finding and reading a file can be deleted or become a link: that is a problem, not an exception."""
    victim = project / "data" / "causes" / "chista-reka.yaml"

    def find_and_lose(root: Path) -> tuple[list[Unit], list[Problem]]:
        found = find_records(root)
        victim.unlink()
        victim.symlink_to("/dev/null")
        return found

    findings = find_problems(project, replace(READERS, finders=[find_and_lose]))
    assert [(problem.path, problem.rule) for problem in findings.problems] == [("data/causes/chista-reka.yaml", "F003")]


def test_one_broken_record_gives_one_problem(project: Path) -> None:
    """Records that name it are not blamed."""
    (project / "data" / "causes" / "chista-reka.yaml").write_text("name: [", encoding="utf-8")
    (project / "data" / "vocabularies" / "organisation-kinds.yaml").write_text("name: Видове\n", encoding="utf-8")
    assert [problem.path.rpartition("/")[2] for problem in find_problems(project, READERS).problems] == [
        "chista-reka.yaml",
        "organisation-kinds.yaml",
    ]


def test_a_forge_gets_a_summary_too(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Annotations for the lines go to the log, the list by file to where the runner says."""
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    put_written("yes-no", project)
    assert main(["--root", str(project), "check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=data/organisations/yes-no.yaml,line=4,col=7")
    assert summary.read_text(encoding="utf-8").startswith("# before\n**")
    assert "data/organisations/yes-no.yaml" in summary.read_text(encoding="utf-8")
