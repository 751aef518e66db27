"""A mistake in any file stops the build before a byte of the site is written."""

from pathlib import Path

import pytest

from plugins.records.rules import RULES
from tests.corpus.cases import BYTES, FILES, WRITTEN, put_bytes, put_written
from tests.site.project import build, make_project, tree

# the other broken files of the corpus give warnings, with which a site is built
RULE_OF = {name: case.rule for name, case in WRITTEN.items()} | {name: rule for name, (_, rule, _) in FILES.items()}
STOPPING = [name for name, rule in RULE_OF.items() if RULES[rule].severity == "error"]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the output of a build that went well."""
    folder = tmp_path_factory.mktemp("good")
    assert build(make_project(folder), folder / "output") == 0
    return folder / "output"


@pytest.mark.parametrize("name", [*STOPPING, *BYTES])
def test_a_broken_file_leaves_the_site_as_it_was(
    name: str, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command fails, says that nothing was written, and has written nothing."""
    root = make_project(tmp_path)
    before = tree(good)
    put(name, root)
    assert build(root, good) == 1
    assert "Нищо не е записано" in capsys.readouterr().err
    assert tree(good) == before


def put(name: str, root: Path) -> None:
    """Put a broken file into the project."""
    if name in WRITTEN:
        put_written(name, root)
    elif name in BYTES:
        put_bytes(name, root)
    else:
        FILES[name][2](root)
