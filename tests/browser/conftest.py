"""The built sites, read once, served on loopback, and one Chromium for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from plugins.setup.browser import find_browser
from tests.browser.server import serve
from tests.browser.walk import HtmlPage, read_pages

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium that the set-up found or installed."""
    path = find_browser()
    assert path, "no Chromium: `make test` installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(sites: Path) -> dict[str, HtmlPage]:
    """Give every page of the sites, parsed: path → page."""
    return read_pages(sites)


@pytest.fixture(scope="session")
def served(sites: Path) -> Iterator[str]:
    """Serve the sites and give the address of the folder that holds them."""
    with serve(sites) as address:
        yield address
