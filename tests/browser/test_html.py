"""The HTML of every page is valid and says what language each passage is in."""

import re
from pathlib import Path

from plugins.setup.packages import NODE_MODULES
from tests.browser.walk import HtmlPage
from tests.node import run_node

CHECKER = NODE_MODULES / "html-validate" / "bin" / "html-validate.mjs"
RULES = Path(__file__).with_name("html-validate.json")
CYRILLIC = re.compile(r"[\u0400-\u04ff]{2,}")
NOT_SHOWN = {"script", "style"}


def test_html_is_valid(sites: Path) -> None:
    """html-validate has no error and no warning for any page."""
    run_node(CHECKER, "--config", RULES, "--max-warnings", "0", "--formatter", "stylish", sites / "**" / "*.html")


def test_a_passage_is_marked_with_its_language(pages: dict[str, HtmlPage]) -> None:
    """Bulgarian words on a Turkish or English page stand inside an element that says `lang="bg"`."""
    unmarked = [
        f"{page.path}: {text.strip()[:80]}"
        for page in pages.values()
        for element, text in page.document.texts()
        if element.tag not in NOT_SHOWN and CYRILLIC.search(text) and element.language != "bg"
    ]
    assert unmarked == []


def test_a_page_says_its_language(pages: dict[str, HtmlPage]) -> None:
    """The html element of every page has the language of its address."""
    assert [p.path for p in pages.values() if p.document.find_all("html")[0].attributes.get("lang") != p.language] == []
