from pathlib import Path

from plugins.exhibitions.reading import read_exhibition
from plugins.exhibitions.walk import find_exhibitions
from plugins.records.model import Exhibition
from tests.acceptance.udhr import ID, PANELS, write_udhr


def test_declaration_is_an_exhibition_of_31_panels(tmp_path: Path) -> None:
    """The declaration reads without errors, and every panel is there in three languages."""
    write_udhr(tmp_path)
    (unit,), problems = find_exhibitions(tmp_path)
    contents = {file.path: (tmp_path / file.path).read_bytes() for file in unit.files}
    record, found = read_exhibition(unit, contents)
    assert problems == []
    assert {(problem.severity, problem.rule) for problem in found} == {("warning", f"E24{kind}") for kind in (1, 2, 4)}
    assert isinstance(record, Exhibition)
    assert record.id == ID
    assert [panel.id for panel in record.panels] == ["preamble", *(f"article-{n}" for n in range(1, PANELS))]
    for panel in record.panels:
        assert panel.body is not None
        assert panel.heading.languages == panel.body.languages == ("bg", "tr", "en")
