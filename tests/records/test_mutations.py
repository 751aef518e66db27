"""A damaged record gives a record or problems, and never an exception or a hang."""

from pathlib import Path

import pytest

from plugins.records.model import FOLDERS
from tests.corpus.cases import CORPUS
from tests.records.mutations import mutants, read_mutant

# of about 30 kinds of damage to each byte every so many-th is tried here, all of them by hand
STEP = 97


@pytest.mark.parametrize("path", sorted((CORPUS / "full").glob("*.yaml")), ids=lambda path: path.stem)
def test_damage_is_always_explained(path: Path) -> None:
    """Any byte of any field may be replaced, removed or doubled."""
    for content in mutants(path.read_bytes(), STEP):
        read_mutant(FOLDERS[path.stem], content)
