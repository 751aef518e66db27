"""What people read of a term stands in every language."""

from pathlib import Path

import pytest

from plugins.languages.text import LANGUAGES
from plugins.records.model import Vocabulary
from plugins.records.reading import validate
from plugins.records.source import read_source
from tests.conftest import ROOT

FILES = sorted((ROOT / "data" / "vocabularies").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_term_has_a_label_in_every_language(path: Path) -> None:
    """No term is missing one, none stands twice, and no two read alike."""
    record = validate(Vocabulary, read_source(path.name, path.read_bytes()), path.stem).record
    assert isinstance(record, Vocabulary)
    assert [term.id for term in record.terms if not all(term.label.has(lang) for lang in LANGUAGES)] == []
    assert len({term.id for term in record.terms}) == len(record.terms)
    for lang in LANGUAGES:
        labels = [term.label.best(lang).text for term in record.terms]
        assert len(set(labels)) == len(labels), sorted(labels)
