"""Without JavaScript nothing of the sites is lost."""

from playwright.sync_api import Browser

from tests.browser.visit import tour
from tests.browser.walk import HtmlPage, page_types

KEPT = 0.97  # the share of the text that must be there without JavaScript
ADDRESSES = "links => links.map((link) => link.getAttribute('href'))"


def test_text_and_links_are_there_without_javascript(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """Every link and at least 97 % of the text of each type of page stand in its HTML."""
    paths = [page.path for page in page_types(pages).values()]
    with_it, without = seen(browser, served, paths, javascript=True), seen(browser, served, paths, javascript=False)
    lost = []
    for path, (text, links), (plain_text, plain_links) in zip(paths, with_it, without, strict=True):
        if len(plain_text) < KEPT * len(text) or links - plain_links:
            lost.append(f"{path}: {len(plain_text)} of {len(text)} characters; {links - plain_links}")
    assert lost == []


def seen(browser: Browser, served: str, paths: list[str], *, javascript: bool) -> list[tuple[str, set[str]]]:
    """Return the visible text and the addresses of the links of each page."""
    return [
        (page.locator("body").inner_text(), set(page.locator("a").evaluate_all(ADDRESSES)))
        for page, _ in tour(browser, served, paths, javascript=javascript)
    ]
