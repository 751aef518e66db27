"""Without JavaScript nothing of the sites is lost."""

from playwright.sync_api import Browser

from tests.browser.visit import visit
from tests.browser.walk import HtmlPage, page_types

KEPT = 0.97  # the share of the text that must be there without JavaScript
ADDRESSES = "links => links.map((link) => link.getAttribute('href'))"


def test_text_and_links_are_there_without_javascript(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """Every link and at least 97 % of the text of each type of page stand in its HTML."""
    lost = []
    for page in page_types(pages).values():
        text, links = seen(browser, served, page, javascript=True)
        plain_text, plain_links = seen(browser, served, page, javascript=False)
        if len(plain_text) < KEPT * len(text) or links - plain_links:
            lost.append(f"{page.path}: {len(plain_text)} of {len(text)} characters; {links - plain_links}")
    assert lost == []


def seen(browser: Browser, served: str, page: HtmlPage, *, javascript: bool) -> tuple[str, set[str]]:
    """Return the visible text and the addresses of the links of a page."""
    with visit(browser, served, page.path, javascript=javascript) as visited:
        text = visited.page.locator("body").inner_text()
        return text, set(visited.page.locator("a").evaluate_all(ADDRESSES))
