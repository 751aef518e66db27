"""A site works wherever it is put: opened from disk, and under any path of any host."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import serve
from tests.browser.visit import tour, visit
from tests.browser.walk import LANGUAGES, HtmlPage, page_types

SEARCH = "search.html"
LONG_WORD = re.compile(r"[^\W\d_]{6,}")


@pytest.fixture(params=["from disk", "under a path"])
def place(request: pytest.FixtureRequest, sites: Path) -> Iterator[str]:
    """Give the address of the folder of sites: once file://, once on a host under /a/b/."""
    if request.param == "from disk":
        yield f"{sites.as_uri()}/"
    else:
        with serve(sites, "/a/b/") as address:
            yield address


def test_every_page_type_opens_without_a_fault(browser: Browser, pages: dict[str, HtmlPage], place: str) -> None:
    """No error on the console, no broken policy, no request off the site or without an answer.

    On a host the languages differ in nothing that the place of the files could break.
    """
    faults = []
    for language in LANGUAGES if place.startswith("file:") else LANGUAGES[:1]:
        paths = [page.path for page in page_types(pages, language).values()]
        for page, found in tour(browser, place, paths):
            faults += [f"{page.url}: {fault}" for fault in found]
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_a_word(browser: Browser, pages: dict[str, HtmlPage], place: str, language: str) -> None:
    """On every site a word of an organisation's name leads to its page, without a fault."""
    searches = [page for page in pages.values() if page.inner_path == SEARCH and page.language == language]
    for search in searches:
        wanted = max(
            (page for page in pages.values() if is_organisation(page, search)), key=lambda page: len(word_of(page))
        )
        with visit(browser, place, search.path) as visited:
            visited.page.fill("main input[type=search]", word_of(wanted))
            wait_for_link(visited.page, place + wanted.path)
            visited.page.wait_for_load_state("networkidle")
            assert visited.faults == []
    assert searches


def is_organisation(page: HtmlPage, search: HtmlPage) -> bool:
    """Tell whether the page is about an organisation of the site and the language of the search."""
    return (page.type, page.site, page.language) == ("organisations record", search.site, search.language)


def word_of(page: HtmlPage) -> str:
    """Return the longest word of a page's heading, or nothing where all are short."""
    words: list[str] = LONG_WORD.findall(page.document.find_all("h1")[0].text)
    return max(words, key=len, default="")


def wait_for_link(page: Page, address: str) -> None:
    """Wait until the page shows a link to the address; fail after some seconds."""
    page.wait_for_function(
        "address => [...document.querySelectorAll('main a')].some((link) => link.href === address)",
        arg=address,
        timeout=10_000,
    )
