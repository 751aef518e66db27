"""Anybody can propose a change: at the forge, by e-mail, on paper, or with a file that passes our checks."""

from pathlib import Path

import pytest

from plugins.editing.drafts import write_draft
from plugins.editing.suggestions import PROPOSED, TYPES, forge_address, values_of
from plugins.records.model import FOLDERS
from plugins.records.model.region import Forge
from plugins.records.reading import validate
from plugins.records.source import read_source
from plugins.site.urls import FOLDER_OF_TYPE
from tests.corpus.cases import CORPUS

REPOSITORY = "https://git.example.org/biblioteka/sredishte"


@pytest.mark.parametrize("folder", [FOLDER_OF_TYPE[kind] for kind in TYPES])
def test_a_record_survives_its_own_file(folder: str) -> None:
    """The file of a record, read again, is the record; of persons it says nothing."""
    model = FOLDERS[folder]
    content = (CORPUS / "full" / f"{folder}.yaml").read_bytes()
    record, _ = validate(model, read_source(f"{folder}.yaml", content), "primer")
    assert record is not None
    written = write_draft(model, values_of(record), lambda words: words)
    again, problems = validate(model, read_source(f"{folder}.yaml", written.encode()), "primer")
    kept = record.model_copy(update={"people": (), "translated_from": {}})
    assert ([problem[:5] for problem in problems], again) == ([], kept)


@pytest.mark.parametrize(
    ("kind", "new", "address"),
    [
        pytest.param("github", False, "edit/main/data/needs/zala.yaml", id="GitHub, a file"),
        pytest.param("github", True, "new/main/data/needs", id="GitHub, a new file"),
        pytest.param("gitlab", False, "-/edit/main/data/needs/zala.yaml", id="GitLab, a file"),
        pytest.param("gitlab", True, "-/new/main/data/needs", id="GitLab, a new file"),
        pytest.param("forgejo", False, "_edit/main/data/needs/zala.yaml", id="Forgejo, a file"),
        pytest.param("forgejo", True, "_new/main/data/needs", id="Forgejo, a new file"),
    ],
)
def test_the_forge_opens_the_file(kind: str, address: str, *, new: bool) -> None:
    """Every forge has an address of its own that opens a file for editing, or a new one."""
    forge = Forge.model_validate({"kind": kind, "repository": f"{REPOSITORY}/"})
    assert forge_address(forge, "needs/zala.yaml", new=new) == f"{REPOSITORY}/{address}"


def test_every_file_that_can_be_downloaded_passes_the_checks(sites: Path) -> None:
    """The files of records and the drafts of new ones are read without a problem."""
    drafts = {f"propose-{kind}": FOLDERS[FOLDER_OF_TYPE[kind]] for kind in PROPOSED}
    checked, wrong = 0, []
    for path in sorted(sites.glob("kardzhali/**/*.yaml")):
        model = drafts.get(path.stem) or FOLDERS[path.parent.name]
        _, problems = validate(model, read_source(path.name, path.read_bytes()), path.stem)
        wrong += [(path.name, problem[:5]) for problem in problems]
        checked += 1
    assert (wrong, checked > len(PROPOSED)) == ([], True)
