"""The built sites, read once, and served on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.server import serve
from tests.browser.walk import HtmlPage, read_pages


@pytest.fixture(scope="session")
def pages(sites: Path) -> dict[str, HtmlPage]:
    """Give every page of the sites, parsed: path → page."""
    return read_pages(sites)


@pytest.fixture(scope="session")
def served(sites: Path) -> Iterator[str]:
    """Serve the sites and give the address of the folder that holds them."""
    with serve(sites) as address:
        yield address
