"""51,370 research organisations become a site: scale, and names in every script."""

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.acceptance.conftest import BuildProject
from tests.acceptance.organisations import write_organisations
from tests.browser.visit import visit
from tests.browser.walk import HtmlPage

NUMBER = 51_370
SAMPLE = 60


@pytest.fixture(scope="module")
def site(data: Path, build_project: BuildProject) -> Path:
    """Build the registry."""
    return build_project(lambda root: write_organisations(data / "ror", root))


def test_every_organisation_has_a_page(site: Path) -> None:
    """No organisation is lost."""
    names = [path.stem for path in (site / "national" / "organisations").glob("*.html")]
    own = [name for name in names if name.startswith("0") and "-" not in name]
    assert len(own) == NUMBER


def test_no_link_of_a_sample_is_broken(site: Path) -> None:
    """Every address on pages picked by chance, and on the largest ones, leads to a file."""
    files = sorted((site / "national").rglob("*.html"))
    chosen = random.Random(7).sample(files, SAMPLE) + sorted(files, key=lambda path: path.stat().st_size)[-10:]
    pages = [HtmlPage(site, path.relative_to(site).as_posix()) for path in chosen]
    broken = {link.path for page in pages for link in page.links if not (site / link.path).is_file()}
    assert broken == set()


def test_they_can_be_browsed_and_searched(browser: Browser, site: Path) -> None:
    """The home page, the list and a search open from disk without a fault."""
    root = f"{site.as_uri()}/"
    for path in ("national/index.html", "national/organisations/index.html", "national/organisations/a-z.html"):
        with visit(browser, root, path) as visited:
            assert visited.page.locator("main a").count() > 0
            assert visited.faults == []
    with visit(browser, root, "national/search.html?q=Cambridge") as visited:
        visited.page.wait_for_selector("#search-results a[href]", timeout=30_000)
        assert visited.faults == []
