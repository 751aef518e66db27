"""A funder's statement stands wherever and whenever it applies, and nowhere else."""

from pathlib import Path

from tests.site.project import build, make_project, tree

FUNDER = """name: Фонд „Мостове“
notice: Създадено с подкрепата на фонда.
disclaimer: Фондът не отговаря за текста.
applies_to: {sites: [izvor], since: 2026-02-01, until: 2026-02-10}
"""
WORDS = ("Създадено с подкрепата на фонда.", "Фондът не отговаря за текста.")


def test_a_statement_stands_on_every_page_in_its_time(tmp_path: Path) -> None:
    """On its last day each page has notice and disclaimer, on the next none has, as a clean build shows it."""
    root = make_project(tmp_path)
    (root / "data" / "funders").mkdir()
    (root / "data" / "funders" / "most.yaml").write_text(FUNDER, encoding="utf-8")
    output = root / "output"
    shown = {}
    for today in ("2026-02-10", "2026-02-11"):
        assert build(root, output, "--today", today) == 0
        pages = [path.read_text(encoding="utf-8") for path in sorted((output / "izvor").rglob("*.html"))]
        shown[today] = {all(words in page for words in WORDS) for page in pages if "<main" in page}
    assert shown == {"2026-02-10": {True}, "2026-02-11": {False}}
    assert build(root, tmp_path / "clean", "--today", today) == 0
    assert tree(output) == tree(tmp_path / "clean")
