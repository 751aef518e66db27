"""What vanishes in silence is a problem."""

from pathlib import Path

from plugins.records.walk import find_records


def test_records_that_are_gone_are_missed(tmp_path: Path) -> None:
    """Fewer than agreed is an error at the number; enough of them is none."""
    folder = tmp_path / "data" / "causes"
    folder.mkdir(parents=True)
    (folder / "a.yaml").touch()
    (tmp_path / "data" / "assertions.yaml").write_text(
        "causes: 1\nevents: 2\norganisation: 3\nplaces: много\n", encoding="utf-8"
    )
    _, problems = find_records(tmp_path)
    assert [(p.rule, p.line, p.column, p.end_column) for p in problems] == [
        ("C009", 2, 9, 10),
        ("V104", 3, 1, 13),
        ("V115", 4, 9, 14),
    ]
