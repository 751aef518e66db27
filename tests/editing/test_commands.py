"""The command ends as a workflow needs it."""

from pathlib import Path

import pytest

from plugins.editing.commands import main
from tests.corpus.cases import put_written
from tests.corpus.project import copy_good


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
