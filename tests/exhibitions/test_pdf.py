from pathlib import Path

from plugins.exhibitions.pdf import Sheets, find_sheets, press_rules
from plugins.exhibitions.sheets import SIZES


def test_sheets_of_all_languages_are_found(tmp_path: Path) -> None:
    """Each size of each exhibition gives one file; other pages and hidden folders beside them give none."""
    pages = ("vratsa/exhibitions/a/a4.html", "vratsa/tr/exhibitions/a/a4.html", "vratsa/exhibitions/a/borrow.html")
    others = ("razgrad/exhibitions/b/roll-up.html", "razgrad/exhibitions/b.html", ".next/exhibitions/a/a4.html")
    for page in (*pages, *others):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text("", encoding="utf-8")
    found = {sheets.page.relative_to(tmp_path).as_posix(): sheets for sheets in find_sheets(tmp_path)}
    assert sorted(found) == ["razgrad/exhibitions/b/roll-up.html", *sorted(pages[:2])]
    turkish = tmp_path / pages[1]
    assert list(find_sheets(tmp_path, "vratsa"))[1:] == [
        Sheets(turkish, SIZES[0], tmp_path / "print" / "vratsa" / "a-tr-a4.pdf", "tr")
    ]


def test_only_a_press_gets_bleed() -> None:
    """A4 comes out of an office printer, which can cut nothing off."""
    assert [size.id for size in SIZES if not list(press_rules(size))] == ["a4"]
