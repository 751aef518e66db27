import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.exhibitions.sheets import SIZES, Size
from tests.acceptance.udhr import ID, PANELS
from tests.exhibitions.built import ADDRESS, build_declaration

LANGUAGES = ["", "tr", "en"]
# for each sheet, in pixels: how far its text reaches into the hills of its foot or under its code,
# its heading into its text, and how far it sticks out to the right
OVERFLOWS = """() => [...document.querySelectorAll('.sheet')].map(sheet => {
    const place = name => sheet.querySelector(name).getBoundingClientRect();
    const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const card = place('.sheet__card');
    const text = [...sheet.querySelectorAll('.sheet__body > *')].map(each => each.getBoundingClientRect());
    const under = Math.max(...text.map(each => Math.min(each.bottom - card.top, each.right - card.left)));
    const above = place('.sheet__heading').bottom - text[0].top;
    const hills = place('.sheet__foot').top + 1.6 * unit;
    return [text.at(-1).bottom - hills, under, above, sheet.scrollWidth - sheet.clientWidth].map(Math.round);
})"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the declaration with the fonts of the theme."""
    makers = ["plugins.site.fonts:make_fonts", "tests.exhibitions.made:make_script"]
    return build_declaration(tmp_path_factory.mktemp("sheets"), makers)


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """Open a page that thinks it is printed."""
    page = browser.new_page()
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.mark.parametrize("size", SIZES, ids=[size.id for size in SIZES])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_overflows_its_sheet(built: Path, paper: Page, lang: str, size: Size) -> None:
    """The text of every panel ends above the foot of its sheet, in each size and language."""
    paper.goto((built / lang / "exhibitions" / ID / f"{size.id}.html").as_uri())
    overflows = paper.evaluate(OVERFLOWS)
    assert len(overflows) == PANELS
    assert [(number, over) for number, over in enumerate(overflows, 1) if max(over) > 0] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_the_demonstration_overflows(sites: Path, paper: Page, lang: str) -> None:
    """Headings of wide letters, quotations, lists and pictures find room too, on every paper."""
    found = []
    for path in sorted((sites / "national" / lang / "exhibitions").glob("*/*.html")):
        if path.stem in {size.id for size in SIZES}:
            paper.goto(path.as_uri())
            overflows = paper.evaluate(OVERFLOWS)
            found += [(path.parent.name, path.stem, at, over) for at, over in enumerate(overflows, 1) if max(over) > 0]
    assert found == []


@pytest.mark.parametrize("size", SIZES, ids=[size.id for size in SIZES])
def test_a_browser_prints_one_page_a_panel(built: Path, paper: Page, size: Size) -> None:
    """The style sheet's page makes as many pages as there are panels, of the size of the paper."""
    paper.goto((built / "exhibitions" / ID / f"{size.id}.html").as_uri())
    printed = paper.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == PANELS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_text_says_what_the_page_says(built: Path, paper: Page, lang: str) -> None:
    """Each panel's heading and words stand in the plain text, in the order of the page."""
    plain = " ".join((built / lang / "exhibitions" / ID / "panels.txt").read_text(encoding="utf-8").split())
    paper.goto((built / lang / "exhibitions" / f"{ID}.html").as_uri())
    panels = paper.evaluate(
        "() => [...document.querySelectorAll('section.panel')].map(panel => "
        "[panel.id, panel.querySelector('h2').textContent + ' ' + panel.querySelector('.prose').textContent])"
    )
    at = 0
    for id, words in panels:
        said = f"[{id}] {' '.join(words.split())}"
        assert said in plain[at:]
        at = plain.index(said, at)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_short_addresses_lead_to_the_panels(built: Path, paper: Page, lang: str) -> None:
    """The address printed on each sheet is a page that leads to the panel, in its own language."""
    root = f"{lang}/" if lang else ""
    sheets = (built / lang / "exhibitions" / ID / "a3.html").read_text(encoding="utf-8")
    printed = re.findall(r'<a class="sheet__address" href="[^"]*">([^<]*)</a>', sheets.replace("<wbr>", ""))
    assert len(set(printed)) == PANELS
    host = ADDRESS.partition("://")[2]
    assert all(address.startswith(f"{host}{root}p/") for address in printed)
    short = built / printed[11].removeprefix(host)
    paper.goto(short.as_uri())
    paper.wait_for_url(f"**/{ID}.html#article-11")
    assert paper.evaluate("() => document.documentElement.lang") == (lang or "bg")
