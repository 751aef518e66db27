"""Every broken file of the corpus gives exactly the problem that it must give."""

from pathlib import Path

import pytest

from plugins.records.model import FOLDERS
from plugins.records.reading import validate
from plugins.records.rules import RULES
from plugins.records.source import read_source
from tests.corpus.cases import BYTES, CORPUS, FILES, WRITTEN, Case, put_bytes, put_written
from tests.corpus.project import copy_good, problems_of
from tests.corpus.write import golden_texts
from tests.records.pure import PureParser


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project that has nothing wrong."""
    return copy_good(tmp_path)


def test_the_good_project_has_no_problem(project: Path) -> None:
    """What the broken files are put into is good."""
    assert problems_of(project) == ()


@pytest.mark.parametrize("name", WRITTEN)
def test_a_broken_file_gives_its_problem(name: str, project: Path) -> None:
    """One file, one problem: rule, path, line and columns."""
    put_written(name, project)
    assert _places(project) == [_expected(name, WRITTEN[name])]


@pytest.mark.parametrize("name", BYTES)
def test_broken_bytes_give_their_problem(name: str, project: Path) -> None:
    """Other encodings and hostile sizes are named too; the last problem is the one that stopped the reading."""
    put_bytes(name, project)
    assert _places(project)[-1] == _expected(name, BYTES[name][0])


@pytest.mark.parametrize("name", FILES)
def test_a_strange_file_is_refused_by_name(name: str, project: Path) -> None:
    """Links, pipes and names that no host can serve are never opened."""
    path, rule, put = FILES[name]
    put(project)
    assert (path, rule) in {(problem.path, problem.rule) for problem in problems_of(project)}


def _places(root: Path) -> list[tuple[str, str, int, int, int]]:
    return [(p.path, p.rule, p.line, p.column, p.end_column) for p in problems_of(root)]


def _expected(name: str, case: Case) -> tuple[str, str, int, int, int]:
    path = case.at or f"data/{case.folder}/{case.id or name}.yaml"
    return (path, case.rule, case.line, case.column, case.end_column)


def test_the_corpus_is_whole() -> None:
    """Every file has its case, and every rule about files and fields its file."""
    assert {path.stem for path in (CORPUS / "broken").glob("*.yaml")} == set(WRITTEN)
    broken = {case.rule for case in WRITTEN.values()}
    broken |= {case.rule for case, _ in BYTES.values()} | {rule for _, rule, _ in FILES.values()}
    assert set(RULES) - broken == ELSEWHERE


# rules with a test of their own: what is no record, what nobody who may read everything can make, what is copied
# and what is asked of exhibitions
ELSEWHERE = {"D005", "Y033", "F003", "V160", "F012", "F013", "F014"}


@pytest.mark.parametrize("name", [name for name, case in WRITTEN.items() if case.rule[0] in "YV"])
def test_the_pure_parser_gives_the_same_problems(name: str) -> None:
    """What is said of a file does not depend on which of PyYAML's parsers read it."""
    content = (CORPUS / "broken" / f"{name}.yaml").read_text(encoding="utf-8")
    model = FOLDERS[WRITTEN[name].folder]
    ours = validate(model, read_source("a.yaml", content), "a")
    pure = validate(model, read_source("a.yaml", content, PureParser), "a")
    assert pure == ours


def test_the_diagnoses_read_as_agreed() -> None:
    """The whole corpus in three languages; rewrite with `python -m tests.corpus.write`, and read it."""
    golden = {path.stem: path.read_text(encoding="utf-8") for path in (CORPUS / "golden").glob("*.txt")}
    assert golden_texts() == golden
