"""The search on its page and in the box of every page: by keyboard, announced, accessible, and safe."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_axe import AXE, RUN
from tests.browser.visit import visit

SITE = "kardzhali"
BOX = "header form[data-search] input[name=q]"
RECORD = re.compile(rf"/{SITE}/[a-z]+/[a-z0-9-]+\.html$")
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "село: Джебел",
    "title:",
    "+ - * ~ ^5",
    "\u2028\u202e",
    "%",
)
STATES = ("река", "рекаа", "ыыыыыыы", "kyrdjali")


def wait_for_status(page: Page) -> str:
    """Wait until the search page has said how many results there are, and return what it says."""
    page.wait_for_function("() => document.getElementById('search-status').textContent !== ''")
    page.wait_for_load_state("networkidle")
    return page.inner_text("#search-status")


def suggest(page: Page, text: str) -> None:
    """Type into the box in the header and wait for suggestions."""
    page.locator(BOX).focus()
    page.keyboard.type(text)
    page.wait_for_selector("[role=listbox] [role=option]")
    page.wait_for_load_state("networkidle")


def test_nothing_is_fetched_before_the_first_key(browser: Browser, served: str) -> None:
    """The box loads its scripts when somebody types, not when the page opens or the box has the focus."""
    with visit(browser, served, f"{SITE}/index.html") as visited:
        visited.page.wait_for_load_state("networkidle")
        fetched: list[str] = []
        visited.page.on("request", lambda request: fetched.append(request.url))
        visited.page.locator(BOX).focus()
        visited.page.wait_for_timeout(300)
        assert fetched == []
        suggest(visited.page, "река")
        assert fetched != []
        assert visited.faults == []


def test_suggestions_are_used_by_keyboard(browser: Browser, served: str) -> None:
    """Arrows choose, Escape closes and leaves the text, Enter opens the record that is chosen."""
    with visit(browser, served, f"{SITE}/index.html") as visited:
        page = visited.page
        suggest(page, "библио")
        assert page.locator(BOX).get_attribute("aria-expanded") == "true"
        page.keyboard.press("ArrowDown")
        chosen = page.locator(BOX).get_attribute("aria-activedescendant") or ""
        assert page.locator(f"[id='{chosen}']").get_attribute("aria-selected") == "true"
        page.keyboard.press("Escape")
        assert page.locator(BOX).get_attribute("aria-expanded") == "false"
        assert page.locator(BOX).input_value() == "библио"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(RECORD)
        assert visited.faults == []


def test_results_are_announced_and_filtered(browser: Browser, served: str) -> None:
    """The status tells the count; a filter narrows the list and stands in the address."""
    with visit(browser, served, f"{SITE}/search.html?q={quote('библиотека')}") as visited:
        page = visited.page
        before = wait_for_status(page)
        box = page.locator("#search-facets input").first
        box.focus()
        page.keyboard.press("Space")
        page.wait_for_function("before => document.getElementById('search-status').textContent !== before", arg=before)
        assert "&" in page.url
        assert visited.faults == []


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_the_search_page_is_accessible(browser: Browser, served: str, state: str) -> None:
    """With results, with repaired words and with none, light and dark, wide and narrow."""
    for scheme, width in (("light", 1280), ("dark", 360)):
        path = f"{SITE}/search.html?q={quote(state)}"
        with visit(browser, served, path, scheme=scheme, width=width, script=AXE.read_text("utf-8")) as visited:  # type: ignore[arg-type]  # one of the two
            wait_for_status(visited.page)
            assert visited.page.evaluate(RUN) == []


def test_open_suggestions_are_accessible(browser: Browser, served: str) -> None:
    """With the list open and an option chosen."""
    with visit(browser, served, f"{SITE}/about.html", script=AXE.read_text("utf-8")) as visited:
        suggest(visited.page, "река")
        visited.page.keyboard.press("ArrowDown")
        assert visited.page.evaluate(RUN) == []


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_stays_text(browser: Browser, served: str, query: str) -> None:
    """Whatever is asked, nothing runs, nothing breaks, and no markup appears."""
    with visit(browser, served, f"{SITE}/search.html?q={quote(query)}") as visited:
        visited.page.wait_for_load_state("networkidle")
        visited.page.wait_for_timeout(200)
        assert visited.page.locator("main script, main img[src=x], main svg[onload]").count() == 0
        assert visited.faults == []


def test_search_works_from_disk_in_two_hops(browser: Browser, sites: Path) -> None:
    """From a page in a folder, opened from disk, the box leads to the right address."""
    root = f"{sites.as_uri()}/"
    with visit(browser, root, f"{SITE}/organisations/index.html") as visited:
        suggest(visited.page, "библио")
        visited.page.keyboard.press("ArrowDown")
        with visited.page.expect_navigation(url=lambda address: not address.endswith("/index.html")):
            visited.page.keyboard.press("Enter")
        assert visited.page.locator("h1").count() == 1
        assert visited.faults == []
