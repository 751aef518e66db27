"""Our list of sectors, against the United Nations' classification of non-profit organisations."""

import csv
from pathlib import Path

from plugins.records.model import Vocabulary
from plugins.records.reading import validate
from plugins.records.source import read_source
from tests.conftest import ROOT

CODES = 127


def test_every_code_has_a_label_of_ours(data: Path) -> None:
    """Sections, groups and sub-groups, in the order of the classification; nothing that it does not know."""
    with (data / "icnptso" / "icnptso.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["Sub-group"] or row["Group"] or row["Section"]).strip() for row in csv.DictReader(file)]
    content = (ROOT / "data" / "vocabularies" / "sectors.yaml").read_bytes()
    vocabulary = validate(Vocabulary, read_source("sectors.yaml", content), "sectors").record
    assert isinstance(vocabulary, Vocabulary)
    assert [term.id for term in vocabulary.terms] == [code for code in rows if code]
    assert len(vocabulary.terms) == CODES
