"""628 communities that somebody else wrote down become a site that one can browse and search."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.acceptance.communities import read_communities, write_communities
from tests.acceptance.conftest import BuildProject
from tests.browser.visit import visit
from tests.browser.walk import HtmlPage, read_pages

NUMBER = 628
FARTHEST = 3


@pytest.fixture(scope="module")
def site(data: Path, build_project: BuildProject) -> Path:
    """Build the communities."""
    return build_project(lambda root: write_communities(data / "combuilders", root))


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, HtmlPage]:
    """Give every page, parsed."""
    return read_pages(site)


def test_every_community_has_a_page_in_both_languages(pages: dict[str, HtmlPage]) -> None:
    """No community is lost."""
    counts = {lang: sum(is_community(page, lang) for page in pages.values()) for lang in ("bg", "en")}
    assert counts == {"bg": NUMBER, "en": NUMBER}


def test_every_name_is_shown(pages: dict[str, HtmlPage], data: Path) -> None:
    """The heading of a page is the name that the directory gives."""
    shown = {page.document.find_all("h1")[0].text for page in pages.values() if is_community(page, "bg")}
    names = {" ".join(str(each["name"]).split()) for each in read_communities(data / "combuilders")}
    assert names <= shown


def test_no_link_is_broken(site: Path, pages: dict[str, HtmlPage]) -> None:
    """Every address leads to a file."""
    broken = {link.path for page in pages.values() for link in page.links if not (site / link.path).is_file()}
    assert broken == set()


def test_every_community_is_near_the_home_page(pages: dict[str, HtmlPage]) -> None:
    """Three clicks, and without JavaScript."""
    clicks = {"national/index.html": 0}
    todo = ["national/index.html"]
    for path in todo:
        for link in pages[path].links:
            if link.element.tag == "a" and link.path in pages and link.path not in clicks:
                clicks[link.path] = clicks[path] + 1
                todo.append(link.path)
    far = [path for path, page in pages.items() if is_community(page, "bg") and clicks.get(path, 99) > FARTHEST]
    assert far == []


@pytest.mark.parametrize("word", ["python", "Granada", "wordpres", "тестинг"])
def test_search_finds_them(browser: Browser, site: Path, word: str) -> None:
    """A topic, a town, a misspelt name and a word in Cyrillic letters lead to communities."""
    with visit(browser, f"{site.as_uri()}/", f"national/search.html?q={word}") as visited:
        visited.page.wait_for_selector("#search-results a[href]", timeout=15_000)
        assert visited.faults == []


def is_community(page: HtmlPage, lang: str) -> bool:
    """Tell whether the page is a community's own, in the language."""
    return page.type == "organisations record" and page.language == lang
