import zipfile
from pathlib import Path

import pytest

from plugins.exhibitions.stick import find_sticks, pack
from tests.acceptance.udhr import ID, PANELS
from tests.exhibitions.built import build_declaration

MAKERS = ("tests.exhibitions.made:make_fonts", "tests.exhibitions.made:make_script")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pack the declaration, with a file that was printed before."""
    root = tmp_path_factory.mktemp("stick")
    build_declaration(root, MAKERS)
    (stick,) = find_sticks(root / "output")
    stick.file.parent.mkdir(parents=True)
    (stick.file.parent / f"{ID}-a3.pdf").write_bytes(b"%PDF")
    pack(stick)
    return stick.file


def test_a_stick_holds_the_whole_exhibition(archive: Path) -> None:
    """Pages for a screen in three languages, their plain text, what they load, and what was printed."""
    names = set(zipfile.ZipFile(archive).namelist())
    assert {f"{ID}/index.html", f"{ID}/pdf/{ID}-a3.pdf"} <= names
    for folder in ("", "tr/", "en/"):
        assert f"{ID}/{folder}exhibitions/{ID}/kiosk.html" in names
        assert f"{ID}/{folder}exhibitions/{ID}/panels.txt" in names
    assert all(any(name.endswith(kind) for name in names) for kind in (".css", ".js", ".svg", ".woff2"))


def test_nothing_on_a_stick_leads_off_it(archive: Path, tmp_path: Path) -> None:
    """Every page in it is one for a screen; a browser finds all that each of them names."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path)
    pages = sorted(path.relative_to(tmp_path / ID).as_posix() for path in tmp_path.rglob("*.html"))
    kiosk = f"exhibitions/{ID}/kiosk.html"
    assert pages == sorted(["index.html", kiosk, f"tr/{kiosk}", f"en/{kiosk}"])
    html = (tmp_path / ID / kiosk).read_text(encoding="utf-8")
    assert html.count('<section class="kiosk"') == PANELS + 1
    assert 'href="http' not in html.partition("<body>")[2]


def test_equal_files_give_equal_archives(archive: Path) -> None:
    """Packed again, it has the same bytes: no clock, no order of the disk."""
    before = archive.read_bytes()
    (stick,) = find_sticks(archive.parents[2])
    pack(stick)
    assert archive.read_bytes() == before
