"""Charts and maps are light, need no style of their own, and say all in text and links."""

import gzip

from playwright.sync_api import Browser

from tests.browser.visit import visit
from tests.browser.walk import HtmlPage

KB = 1024
CHART_BUDGET = 1.2 * KB  # a table of four statements by five steps
MAP_BUDGET = 4 * KB
STATEMENTS = 4
WRITTEN = "all => all.map((each) => each.outerHTML)"
SMALL = "tables => tables.filter((each) => each.tBodies.length <= COUNT).map((each) => each.outerHTML)"


def test_a_chart_is_a_light_table(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """A chart of at most 4 x 5 weighs up to 1.2 KB in gzip and has no style attribute."""
    studies = [p for p in pages.values() if p.document.find_all("table", kind="likert") and p.site == "kardzhali"]
    charts = [html for page in studies for html in written(browser, served, page, ".likert", SMALL)]
    heavy = [html for html in charts if len(gzip.compress(html.encode())) > CHART_BUDGET or " style=" in html]
    assert (bool(charts), heavy) == (True, [])


def test_a_map_is_light_and_leads_where_its_list_leads(
    browser: Browser, pages: dict[str, HtmlPage], served: str
) -> None:
    """A map weighs up to 4 KB in gzip; its links are those of the list beside it."""
    for path in sorted({page.site for page in pages.values()}):
        page = pages[f"{path}/places/index.html"]
        maps = written(browser, served, page, ".mosaic", WRITTEN)
        assert maps
        assert [html for html in maps if len(gzip.compress(html.encode())) > MAP_BUDGET] == []
        for region in page.document.find_all(kind="region-map"):
            drawn = {link.attributes["href"] for svg in region.find_all("svg") for link in svg.find_all("a")}
            listed = {link.attributes["href"] for nav in region.find_all("nav") for link in nav.find_all("a")}
            assert drawn == listed


def written(browser: Browser, served: str, page: HtmlPage, selector: str, script: str) -> list[str]:
    """Return the HTML of some elements of a page."""
    with visit(browser, served, page.path) as visited:
        found = visited.page.locator(selector).evaluate_all(script.replace("COUNT", str(STATEMENTS)))
        return list(found)
