"""The declaration of human rights in print: what a reading program, a press and a telephone find in the files."""

import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageStat
from playwright.sync_api import Browser

from plugins.exhibitions.pdf import Sheets, find_sheets, print_sheets
from plugins.exhibitions.sheets import SIZES
from tests.acceptance.udhr import PANELS
from tests.exhibitions.built import ADDRESS, build_declaration

LANGUAGES = ("bg", "tr", "en")
NAMES = [(lang, size.id) for lang in LANGUAGES for size in SIZES]
# at the lowest resolution in each language, at the others in one: the codes are drawn alike
PICTURES = [(*name, 40) for name in NAMES] + [("tr", size.id, dpi) for size in SIZES for dpi in (72, 100)]
# where the code stands, in units from the right and the bottom edge of the sheet: left, bottom, right, top
CODE = {"a4": (20, 0, 4, 22), "a3": (20, 0, 4, 22), "a1": (20, 0, 4, 22), "roll-up": (20, 42, 4, 64)}
SAME = 0.3
Box = tuple[float, float, float, float]
LOOKED_AT = 8
# the places of the heading and of the text in a sheet, in pixels: left, top, right, bottom
BOXES = """sheet => ['.sheet__heading', '.sheet__body'].map(name => {
    const outer = sheet.getBoundingClientRect(), inner = sheet.querySelector(name).getBoundingClientRect();
    return [inner.left - outer.left, inner.top - outer.top, inner.right - outer.left, inner.bottom - outer.top];
})"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, str], Sheets]]:
    """Build the declaration with the fonts of the theme, and print it in each language and size."""
    root = tmp_path_factory.mktemp("print")
    build_declaration(root, ["plugins.site.fonts:make_fonts", "tests.exhibitions.made:make_script"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "0")
        found = [sheets for sheets in find_sheets(root / "output") if sheets.size]
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
            list(workers.map(print_sheets, found))
        yield {(_language(sheets), sheets.page.stem): sheets for sheets in found}


def _language(sheets: Sheets) -> str:
    folder = sheets.page.parts[-4]
    return folder if folder in LANGUAGES else "bg"


@pytest.mark.parametrize(("lang", "size"), NAMES)
def test_a_file_is_for_everybody(printed: dict[tuple[str, str], Sheets], lang: str, size: str) -> None:
    """It says that it is accessible, in which language, has tags, a first heading, and words for each picture."""
    with pikepdf.open(printed[lang, size].file) as document:
        root = document.Root
        assert (str(root.Lang), bool(root.MarkInfo.Marked), "/StructTreeRoot" in root) == (lang, True, True)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as metadata:
            assert (metadata["pdfuaid:part"], bool(metadata["dc:title"])) == ("1", True)
        tags = [each for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
        figures = [str(tag.get("/Alt", "")) for tag in tags if tag.S == "/Figure"]
        kinds = Counter(str(tag.S) for tag in tags)
        assert (len(figures), "" in figures) == (2 * PANELS, False)
        assert (kinds["/H1"], kinds["/H2"], kinds["/Art"]) == (1, PANELS, PANELS)


@pytest.mark.parametrize(("lang", "size"), NAMES)
def test_a_file_brings_its_fonts(printed: dict[tuple[str, str], Sheets], lang: str, size: str) -> None:
    """Every font is inside the file, none is made of drawings, and none is of the machine that printed."""
    with pikepdf.open(printed[lang, size].file) as document:
        objects = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        kinds = {str(each.get("/Subtype")) for each in objects if each.get("/Type") == "/Font"}
        descriptors = [each for each in objects if each.get("/Type") == "/FontDescriptor"]
        assert kinds == {"/Type0", "/CIDFontType2"}
        names = {str(each.FontName).partition("+")[2].rstrip(",") for each in descriptors}
        assert names == {"Lora-Bold", "Source-Sans-3", "Source-Sans-3-Semi-Bold"}
        assert descriptors
        assert all(any(f"/FontFile{kind}" in each for kind in ("", "2", "3")) for each in descriptors)


@pytest.mark.parametrize(("lang", "size"), NAMES)
def test_a_panel_is_a_page_that_says_what_the_web_says(
    printed: dict[tuple[str, str], Sheets], lang: str, size: str
) -> None:
    """Page by page the text layer holds the heading and each paragraph of the plain text, in their order."""
    sheets = printed[lang, size]
    panels = read_plain(sheets.page.with_name("panels.txt"))
    document = pypdfium2.PdfDocument(sheets.file)
    assert len(document) == len(panels) == PANELS
    for page, (_, lines) in zip(document, panels, strict=True):
        found = squeeze(page.get_textpage().get_text_bounded())
        assert [line for line in lines if squeeze(line) not in found] == []
        places = [found.index(squeeze(line)) for line in lines]
        assert places == sorted(places)


def read_plain(path: Path) -> list[tuple[str, list[str]]]:
    """Read the panels of a plain text: their ids and lines."""
    text = path.read_text(encoding="utf-8")
    blocks = re.split(r"^\d+/\d+ \[([\w-]+)\]\n", text, flags=re.MULTILINE)[1:]
    return [
        (id, [line for line in body.split("\n") if line]) for id, body in zip(blocks[::2], blocks[1::2], strict=True)
    ]


def squeeze(text: str) -> str:
    """Leave out what a line break may add."""
    return re.sub(r"[\s\u00ad\u0002\ufffe]+", "", text)


def test_equal_pages_give_equal_bytes(printed: dict[tuple[str, str], Sheets]) -> None:
    """A second run writes the same file."""
    sheets = printed["tr", "a3"]
    before = sheets.file.read_bytes()
    print_sheets(sheets)
    assert sheets.file.read_bytes() == before


@pytest.mark.parametrize(("lang", "size", "dpi"), PICTURES)
def test_every_code_is_read_from_the_picture_of_its_page(
    printed: dict[tuple[str, str], Sheets], lang: str, size: str, dpi: int
) -> None:
    """Each leads to the short address that is printed beside it, in the language of the panel."""
    sheets = printed[lang, size]
    addresses = re.findall(
        r'sheet__address" href="[^"]*">([^<]*)<', sheets.page.read_text(encoding="utf-8").replace("<wbr>", "")
    )
    unit = next(each.unit for each in SIZES if each.id == size) * 72 / 25.4
    left, bottom, right, top = (each * unit for each in CODE[size])
    read = []
    for page in pypdfium2.PdfDocument(sheets.file):
        width, height = page.get_size()
        crop = (width - left, bottom, right, height - top)
        picture = page.render(scale=dpi / 72, grayscale=True, crop=crop).to_pil()
        read.append([code.text for code in zxingcpp.read_barcodes(picture)])
    assert read == [[f"https://{address}"] for address in addresses]
    folder = "" if lang == "bg" else f"{lang}/"
    assert all(address.startswith(f"{ADDRESS.partition('://')[2]}{folder}p/") for address in addresses)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_letters_are_painted_as_a_browser_paints_them(
    printed: dict[tuple[str, str], Sheets], browser: Browser, lang: str
) -> None:
    """The words of the first pages look as those of the same sheet in Chromium do, and as those of no other sheet.

    A font split by ranges of characters paints wrong letters while the text layer says the right ones.
    """
    sheets = printed[lang, "a4"]
    document = pypdfium2.PdfDocument(sheets.file)
    ours = [page.render(scale=96 / 72).to_pil() for page in document]
    same, other = [], []
    for number, (theirs, boxes) in enumerate(_looks(browser, sheets.page)):
        same.append(max(_difference(ours[number], theirs, box) for box in boxes))
        other.append(max(_difference(ours[number - 1], theirs, box) for box in boxes))

    assert [number for number, found in enumerate(same, 1) if found > SAME] == []
    assert [number for number, pair in enumerate(zip(same, other, strict=True), 1) if pair[1] < 2 * pair[0]] == []


def _looks(browser: Browser, sheets: Path) -> Iterator[tuple[Image.Image, list[Box]]]:
    """Yield a picture of each sheet as it is printed, at 96 dots an inch, and where its heading and text stand."""
    page = browser.new_page(viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    page.goto(sheets.as_uri())
    for sheet in islice(page.query_selector_all(".sheet"), LOOKED_AT):
        boxes = sheet.evaluate(BOXES)
        with Image.open(BytesIO(sheet.screenshot())) as picture:
            yield picture.convert("RGB"), [(box[0], box[1], box[2], box[3]) for box in boxes]
    page.close()


def _difference(ours: Image.Image, theirs: Image.Image, box: Box) -> float:
    """Tell how little of the ink in a box of two pictures is in the same place: 0 all of it, 1 none."""
    one, two = (
        ImageChops.invert(each.crop(box).convert("L")).filter(ImageFilter.BoxBlur(2)) for each in (ours, theirs)
    )
    apart = ImageStat.Stat(ImageChops.difference(one, two)).sum[0]
    ink = sum(ImageStat.Stat(each).sum[0] for each in (one, two))
    return apart / ink
