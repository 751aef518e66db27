"""Try the search in Chromium and in Firefox: over loopback and from a disk, under a policy without eval or wasm."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from plugins.setup.browser import find_browser, find_firefox
from tests.bench.search_latency import serve
from tests.browser.marionette import start_firefox
from tests.browser.visit import FLAGS, watch

QUERIES = ("чисти реки", "kyrdjali", "sıcak yemek", "рекаа")
TITLES = "document.querySelectorAll('#search-results a').length > 0"

# address of a page → whether titles come, and without any fault
Try = Callable[[str], bool]


@contextmanager
def chromium(root: str) -> Iterator[Try]:
    """Start Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)

        def attempt(address: str) -> bool:
            page = browser.new_page()
            faults = watch(page, root)
            page.goto(address)
            page.wait_for_function(f"() => {TITLES}")
            page.close()
            return not faults

        yield attempt
        browser.close()


@contextmanager
def firefox(_root: str) -> Iterator[Try]:
    """Start Firefox."""
    path = find_firefox()
    if not path:
        raise FileNotFoundError("firefox")
    with start_firefox(path) as window:

        def attempt(address: str) -> bool:
            window.open(address)
            return window.wait_for(TITLES) and not window.faults()

        yield attempt


def browser_rows(folder: Path) -> list[list[str]]:
    """Ask some queries in each browser; `folder` holds the search page, its scripts and its index."""
    rows = [["", "over loopback", "from a disk"]]
    with serve(folder) as served:
        for name, start in (("Chromium", chromium), ("Firefox", firefox)):
            cells = [_passes(start, root) for root in (served, f"{folder.as_uri()}/")]
            rows.append([name, *cells])
    return rows


def _passes(start: Callable[[str], AbstractContextManager[Try]], root: str) -> str:
    try:
        with start(root) as attempt:
            passed = sum(attempt(f"{root}search.html?q={quote(query)}") for query in QUERIES)
    except FileNotFoundError:
        return "FAILED: not installed"
    return "pass" if passed == len(QUERIES) else f"FAILED: {passed} of {len(QUERIES)} queries"
