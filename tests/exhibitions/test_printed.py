"""What was printed is offered on the site, as long as it is what the exhibition says."""

from pathlib import Path

import pytest

from plugins.exhibitions.pdf import find_sheets
from plugins.exhibitions.printed import STICK
from plugins.site.printed import describe, folder_of, keep_list, read_list
from tests.acceptance.project import write_frame
from tests.exhibitions.built import build
from tests.exhibitions.project import FOLDER, write_project

MAKERS = ("tests.exhibitions.made:make_fonts", "tests.exhibitions.made:make_script")
TEXT = "---\nname: Арда\narea: [BG]\n---\n## Реката {#river}\n\nТече.\n"
TURKISH = "---\nname: Arda\n---\n## Nehir {#river}\n\nAkar.\n"
TAKE = "exhibitions/arda/take.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Build an exhibition, print its A3 in Turkish and a ZIP (their bytes are nobody's business here), build again."""
    write_frame(tmp_path, "Изложби", ("bg", "tr"), {"other": "Друго"})
    write_project(tmp_path, {"index.bg.md": TEXT, "index.tr.md": TURKISH})
    build(tmp_path, MAKERS)
    output = tmp_path / "output"
    (sheets,) = (each for each in find_sheets(output) if each.lang == "tr" and each.page.stem == "a3")
    folder = folder_of(output, "national")
    folder.mkdir(parents=True)
    (stick := folder / "arda.zip").write_bytes(b"PK")
    sheets.file.write_bytes(b"%PDF-1.7")
    made = [
        describe(sheets.file, sheets.exhibition, sheets.lang, sheets.page.stem, sheets.revision),
        describe(stick, "arda", "", STICK, sheets.revision),
    ]
    keep_list(folder, made)
    assert list(read_list(folder)) == made
    return build(tmp_path, MAKERS)


def offered(site: Path) -> list[list[str]]:
    """List which of the two files the pages in Bulgarian and in Turkish lead to, then those that are there."""
    names = ("arda/print/a3.pdf", "arda/print/arda.zip")
    pages = [(site / folder / TAKE).read_text(encoding="utf-8") for folder in ("", "tr")]
    there = sorted(path.relative_to(site).as_posix() for path in site.rglob("print/*"))
    return [*([name for name in names if name in page] for page in pages), there]


def test_printed_files_are_offered_in_their_language(site: Path) -> None:
    """The file for a stick, which holds all languages, on every page; once on the site."""
    assert offered(site) == [
        ["arda/print/arda.zip"],
        ["arda/print/a3.pdf", "arda/print/arda.zip"],
        ["exhibitions/arda/print/arda.zip", "tr/exhibitions/arda/print/a3.pdf"],
    ]


def test_what_is_no_longer_said_is_not_offered(site: Path) -> None:
    """After a word was changed, the files go from the site until somebody prints again."""
    root = site.parents[1]
    (root / FOLDER / "index.bg.md").write_text(TEXT.replace("Тече", "Извира"), encoding="utf-8")
    assert offered(build(root, MAKERS)) == [[], [], []]


def test_what_is_gone_or_broken_is_not_offered(site: Path) -> None:
    """A file that was deleted or cut short, and a list that nobody can read."""
    folder = folder_of(site.parent, "national")
    (folder / "arda.zip").unlink()
    (folder / "arda-tr-a3.pdf").write_bytes(b"%PDF")
    assert read_list(folder) == ()
    (folder / "list.json").write_text('[{"file": 1}]', encoding="utf-8")
    assert offered(build(site.parents[1], MAKERS)) == [[], [], []]
