"""A citizen finds her municipality on a map, by the name of her village or by a postcode."""

import gzip

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import visit

SHOWN = "lines => lines.filter((line) => line.checkVisibility()).map((line) => line.textContent)"
MAP_BUDGET = 4 * 1024
# the addresses of a map and of the list beside it, and the names of towns that a dot touches
MAP = """map => {
  const box = (element) => element.getBoundingClientRect();
  const apart = (one, two) => one.right <= two.left || one.bottom <= two.top;
  const meet = (one, two) => !apart(one, two) && !apart(two, one);
  const addresses = (place) => [...place.querySelectorAll("a")].map((link) => link.getAttribute("href")).sort();
  const [drawing, list] = [map.querySelector("svg"), map.querySelector("nav")];
  const dots = [...drawing.querySelectorAll("circle")];
  return {
    drawn: addresses(drawing),
    listed: addresses(list),
    dots: dots.filter((dot) => dot.closest("a").querySelectorAll("circle").length === 1).length,
    touched: [...drawing.querySelectorAll("text")]
      .filter((name) => dots.some((dot) => meet(box(dot), box(name))))
      .map((name) => name.textContent),
    text: drawing.outerHTML,
  };
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_map_shows_the_main_town_of_each_municipality(browser: Browser, served: str, width: int) -> None:
    """Each has one dot, no dot touches a name; the links are those of the list, and the map is light."""
    for path in ("kardzhali/index.html", "razgrad/tr/places/index.html", "vratsa/places/index.html"):
        with visit(browser, served, path, width=width) as visited:
            found = visited.page.locator(".region-map").evaluate(MAP)
        assert (found["drawn"], found["touched"]) == (found["listed"], []), path
        assert found["dots"] == len(found["drawn"]) >= 7
        assert len(gzip.compress(found["text"].encode())) < MAP_BUDGET


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
