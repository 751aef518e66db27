"""A citizen finds her municipality by the name of her village or by a postcode."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import visit

SHOWN = "lines => lines.filter((line) => line.checkVisibility()).map((line) => line.textContent)"


@pytest.mark.parametrize(
    ("path", "typed", "found"),
    [
        pytest.param("kardzhali/places", "жълту", ["Жълтуша – Ардино"], id="Cyrillic"),
        pytest.param("kardzhali/places", "Zhaltusha", ["Жълтуша – Ардино"], id="by the law"),
        pytest.param("kardzhali/tr/places", "jaltuşa", ["Zhaltusha – Ardino"], id="Turkish letters"),
        pytest.param("kardzhali/en/places", "ЖЪЛТУША", ["Zhaltusha – Ardino"], id="Cyrillic on an English page"),
        pytest.param("kardzhali/places", "6750", ["Ардино – Ардино (6750)"], id="a postcode"),
        pytest.param("kardzhali/places", "6751", ["Ардино – Ардино (6750)"], id="the postcode of a village"),
        pytest.param("kardzhali/places", "няматакова", [], id="nothing"),
    ],
)
def test_a_settlement_is_found(browser: Browser, served: str, path: str, typed: str, found: list[str]) -> None:
    """What is typed beside the map narrows the list of settlements, and the count says so."""
    with visit(browser, served, f"{path}/index.html", width=360) as visited:
        visited.page.locator(".find-place input").fill(typed)
        visited.page.locator(".find-place button").click()
        visited.page.wait_for_url("**/settlements-kardzhali.html?q=*")
        seen = visited.page.locator(".settlements li").evaluate_all(SHOWN)
        assert (seen, visited.page.locator("#found").text_content(), visited.faults) == (
            found,
            f"{visited.page.locator('#found').get_attribute('data-words')} {len(found)}",
            [],
        )


def test_every_settlement_stands_in_the_list_without_javascript(browser: Browser, served: str) -> None:
    """The list serves without a script: every settlement of the region is a link to its municipality."""
    with visit(browser, served, "kardzhali/places/settlements-kardzhali.html", javascript=False) as visited:
        links = visited.page.locator(".settlements a")
        assert (links.count(), links.filter(has_text="Жълтуша").get_attribute("href")) == (468, "../places/ardino.html")
