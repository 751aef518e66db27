"""Gather what the records already know: ids, names and terms, for questions and repairs."""

from pathlib import Path

from plugins.editing.interview import Known
from plugins.records.model import Place, Vocabulary
from plugins.records.reading import read_record
from plugins.records.walk import find_records
from plugins.site.sources import read_bytes


def known_records(root: Path, lang: str) -> Known:
    """Read every record under `root`; names and terms come in a language, in the order of ids."""
    units, _ = find_records(root)
    choices: dict[str, list[tuple[str, str]]] = {}
    for unit in units:
        path = unit.files[0].path
        record, _ = read_record(unit, {path: read_bytes(str(root / path))})
        if isinstance(record, Vocabulary):
            terms = [(term.id, term.label.best(lang).text) for term in record.terms]
            choices[f"vocabulary:{unit.id}"] = terms
        elif record is not None:
            known = record.code if isinstance(record, Place) else unit.id
            choices.setdefault(unit.type, []).append((known, record.name.best(lang).text))
    return Known(choices, frozenset(unit.id for unit in units))
