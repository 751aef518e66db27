"""The HTML of every page is valid and says what language each passage is in."""

import re
from pathlib import Path

import pytest

from plugins.setup.packages import NODE_MODULES
from tests.browser.walk import HtmlPage
from tests.node import run_node

CHECKER = NODE_MODULES / "html-validate" / "bin" / "html-validate.mjs"
# Off are: long-title, since a name is as long as it is; empty-heading and h30, which do not see that a <template>
# is filled in by a script (axe looks at the filled page). A group of links may have an aria-label.
RULES = Path(__file__).with_name("html-validate.json")
CHECK = (CHECKER, "--config", RULES, "--max-warnings", "0", "--formatter", "stylish")
CYRILLIC = re.compile(r"[\u0400-\u04ff]{2,}")
NOT_SHOWN = {"script", "style"}
# a text field holds no elements, so a letter that quotes a record can mark nothing in it
UNMARKABLE = {"textarea"}
# "und" is a number of an archive or a text for programs: of no language
MARKED = {"bg", "und"}


def test_html_is_valid(sites: Path, pages: dict[str, HtmlPage]) -> None:
    """html-validate has no error and no warning for any page; of pages with the same elements it reads one."""
    shapes = {page.shape: page.path for page in pages.values()}
    run_node(*CHECK, *(sites / path for path in shapes.values()))


def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    """A page with two equal ids does not pass."""
    (tmp_path / "page.html").write_text('<p id="a"></p><p id="a"></p>', encoding="utf-8")
    with pytest.raises(AssertionError, match="Duplicate ID"):
        run_node(*CHECK, tmp_path)


def test_a_passage_is_marked_with_its_language(pages: dict[str, HtmlPage]) -> None:
    """Bulgarian words on a Turkish or English page stand inside an element that says `lang="bg"`."""
    unmarked = [
        f"{page.path}: {text.strip()[:80]}"
        for page in pages.values()
        for element, text in page.document.texts()
        if element.tag not in NOT_SHOWN | UNMARKABLE and CYRILLIC.search(text) and element.language not in MARKED
    ]
    assert unmarked == []


def test_a_page_says_its_language(pages: dict[str, HtmlPage]) -> None:
    """The html element of every page has the language of its address."""
    assert [p.path for p in pages.values() if p.document.find_all("html")[0].attributes.get("lang") != p.language] == []
