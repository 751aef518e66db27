"""What an exhibition is taken along as: a screen, a window of another site, large print, the pack of a stop."""

import ctypes
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser

from plugins.exhibitions.pdf import Sheets, print_sheets
from tests.browser.test_print import read_plain, squeeze
from tests.browser.visit import visit
from tests.browser.walk import HtmlPage

FOLDER = "kardzhali/exhibitions/hora-kray-arda"
TURKISH = "kardzhali/tr/exhibitions/hora-kray-arda"
# the clock of the page stands still, and what it would call is kept
STILL = "globalThis.setTimeout = (call, after) => { globalThis.called = call; globalThis.after = after; return 1; }"
LARGE_POINTS = 18


def test_the_keys_turn_the_pages_of_a_screen(browser: Browser, served: str) -> None:
    """The arrows go on and back, no further than the ends; Home begins again."""
    with visit(browser, served, f"{FOLDER}/kiosk.html") as visited:
        page = visited.page
        ids: list[str] = page.eval_on_selector_all(".kiosk", "pages => pages.map(page => page.id)")
        seen = []
        for key in ("ArrowLeft", "ArrowRight", "PageDown", "PageUp", "Home", *["ArrowRight"] * (len(ids) + 1)):
            page.keyboard.press(key)
            seen.append(page.evaluate("location.hash.slice(1)"))
        assert seen[:5] == [ids[0], ids[1], ids[2], ids[1], ids[0]]
        assert seen[5:] == [*ids[1:], ids[-1], ids[-1]]
        assert visited.faults == []


@pytest.mark.parametrize("folder", [FOLDER, TURKISH], ids=["bg", "tr"])
def test_a_screen_that_nobody_touches_goes_back_to_the_start(browser: Browser, served: str, folder: str) -> None:
    """After a minute and a half, from any panel and language: to the first page, in the first language."""
    with visit(browser, served, f"{folder}/kiosk.html", script=STILL) as visited:
        page = visited.page
        page.keyboard.press("End")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("after") == 90_000
        page.evaluate("called()")
        page.wait_for_url(f"**/{FOLDER}/kiosk.html#start")
        assert visited.faults == []


def test_nothing_leads_away_from_a_screen(pages: dict[str, HtmlPage]) -> None:
    """Its links turn pages, or change the language of the same exhibition."""
    names = [name for name in pages if name.endswith("/kiosk.html")]
    for name in names:
        links = {link.path for link in pages[name].links if link.element.tag == "a"}
        assert links - {name} <= {other for other in names if other.split("/")[-2] == name.split("/")[-2]}
    assert len(names) >= 9


def test_a_window_leads_to_the_panels_in_the_whole_window(browser: Browser, served: str) -> None:
    """Each link opens beside the other site's frame; it needs no script, and fits into 320 pixels."""
    with visit(browser, served, f"{FOLDER}/embed.html", width=320, javascript=False) as visited:
        page = visited.page
        links = page.locator("a")
        assert links.count() == 9
        assert {link.get_attribute("target") for link in links.all()} == {"_top"}
        assert page.locator("header, nav, script").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        links.nth(2).click()
        assert page.url.endswith("hora-kray-arda.html#rekata")
        assert visited.faults == []


def test_large_print_says_all_in_large_letters(sites: Path, tmp_path: Path) -> None:
    """Every word of the panels, in letters of 18 points and more."""
    page = sites / FOLDER / "large-print.html"
    print_sheets(Sheets(page, None, tmp_path / "large.pdf"))
    document = pypdfium2.PdfDocument(tmp_path / "large.pdf")
    texts = [each.get_textpage() for each in document]
    said = squeeze("".join(text.get_text_bounded() for text in texts))
    lines = [line for _, lines in read_plain(page.with_name("panels.txt")) for line in lines]
    # what is said of a picture stands in brackets there
    written = [part.rstrip(".") for line in lines for part in line.strip("[]").split(" / ")]
    assert [line for line in written if squeeze(line) not in said] == []
    sizes = Counter(round(_points(text, at), 1) for text in texts for at in range(text.count_chars()))
    assert min(size for size in sizes if size > 1) >= LARGE_POINTS


def _points(text: pypdfium2.PdfTextPage, at: int) -> float:
    """Give the size of a letter as it is painted."""
    matrix = pypdfium2.raw.FS_MATRIX()
    pypdfium2.raw.FPDFText_GetMatrix(text.raw, at, ctypes.byref(matrix))
    return float(pypdfium2.raw.FPDFText_GetFontSize(text.raw, at) * abs(matrix.d))


@pytest.mark.parametrize("folder", ["kardzhali", "kardzhali/tr"])
def test_every_code_of_a_pack_is_read_from_its_picture(sites: Path, tmp_path: Path, folder: str) -> None:
    """At 100 dpi: those of the poster, of both flyers and of the sheet for opinions open the exhibition."""
    page = next((sites / folder / "exhibitions" / "chas-za-drugiya").glob("pack-*.html"))
    print_sheets(Sheets(page, None, tmp_path / "pack.pdf"))
    address = f"https://{folder.replace('kardzhali', 'kardzhali.example.org')}/exhibitions/chas-za-drugiya.html"
    read = []
    for each in pypdfium2.PdfDocument(tmp_path / "pack.pdf"):
        found = zxingcpp.read_barcodes(each.render(scale=100 / 72).to_pil())
        read.append([code.text for code in found])
    assert read == [[address], [address, address], [], [], [], [address]]
