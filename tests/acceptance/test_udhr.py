"""The Universal Declaration of Human Rights becomes an exhibition of 31 panels in three languages."""

from pathlib import Path

import pytest

from tests.acceptance.conftest import BuildProject
from tests.acceptance.udhr import ID, PANELS, write_demo_with_udhr
from tests.browser.walk import LANGUAGES, HtmlPage


@pytest.fixture(scope="module")
def site(build_project: BuildProject) -> Path:
    """Build the demo content with the declaration added."""
    return build_project(write_demo_with_udhr)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_31_panels_with_the_same_anchors(site: Path, language: str) -> None:
    """Each panel is a section with an id, equal in all languages."""
    assert panels(site, language) == panels(site, "bg")
    assert len(panels(site, language)) == PANELS


def panels(site: Path, language: str) -> list[str]:
    """Give the ids of the panels on the exhibition's page."""
    root = "" if language == "bg" else f"{language}/"
    page = HtmlPage(site, f"national/{root}exhibitions/{ID}.html")
    return [each.attributes["id"] for each in page.main.find_all("section") if "id" in each.attributes]
