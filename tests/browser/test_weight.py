"""The pages are light: their sizes in gzip, printed and held to the budget."""

import gzip
from pathlib import Path

import pytest

from tests.browser.walk import HtmlPage

KB = 1024
RECORD_BUDGET = 14 * KB  # a page about one thing: HTML + CSS + JavaScript
LISTING_BUDGET = 25 * KB  # a page of many: listings, maps, the search
FONTS_BUDGET = 35 * KB
FONT_FILES = 2
REQUESTS = 8  # without the pictures of the content


def test_text_styles_and_scripts_stay_in_the_budget(
    sites: Path, pages: dict[str, HtmlPage], capsys: pytest.CaptureFixture[str]
) -> None:
    """A page about one thing weighs at most 14 KB, any other 25 KB."""
    weights = {path: weight(sites, page) for path, page in pages.items()}
    with capsys.disabled():
        print_heaviest(pages, weights)
    assert [f"{path}: {size} bytes" for path, size in weights.items() if size > budget(pages[path])] == []


def test_fonts_stay_in_the_budget(sites: Path) -> None:
    """A screen is given at most two fonts, of 35 KB together; paper has others."""
    for style in sites.glob("[!.]*/assets/style.*.css"):
        site, styles = style.parents[1], style.read_text(encoding="utf-8")
        fonts = [font for font in site.rglob("*.woff2") if font.name in styles]
        assert fonts
        assert (len(fonts) <= FONT_FILES, sum(font.stat().st_size for font in fonts) <= FONTS_BUDGET) == (True, True)


def test_a_page_needs_few_files(pages: dict[str, HtmlPage]) -> None:
    """A page, its styles, scripts and fonts take at most eight requests."""
    assert [path for path, page in pages.items() if 1 + FONT_FILES + len(needed(page)) > REQUESTS] == []


def needed(page: HtmlPage) -> set[str]:
    """Return the paths of the styles and the scripts that a page loads."""
    return {
        link.path
        for link in page.links
        if link.element.tag == "script" or link.element.attributes.get("rel") == "stylesheet"
    }


def weight(sites: Path, page: HtmlPage) -> int:
    """Return the bytes of a page with its styles and scripts, each in gzip."""
    return sum(len(gzip.compress((sites / path).read_bytes())) for path in {page.path, *needed(page)})


def budget(page: HtmlPage) -> int:
    """Return the most bytes that a page of this type may weigh."""
    return RECORD_BUDGET if page.type.endswith(" record") and not page.type.startswith("places") else LISTING_BUDGET


def print_heaviest(pages: dict[str, HtmlPage], weights: dict[str, int]) -> None:
    """Print the heaviest page of each type."""
    heaviest: dict[str, str] = {}
    for path in sorted(weights, key=lambda each: weights[each]):
        heaviest[pages[path].type] = path
    print("\nHTML + CSS + JavaScript in gzip, the heaviest page of each type:")
    for kind, path in sorted(heaviest.items()):
        print(f"  {weights[path]:6} bytes of {budget(pages[path]):6}  {kind}: {path}")
