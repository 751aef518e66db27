"""axe-core finds nothing to improve on any type of page."""

from collections.abc import Iterable

from playwright.sync_api import Browser

from plugins.setup.packages import NODE_MODULES
from tests.browser.visit import HEIGHT, Scheme, tour, visit
from tests.browser.walk import HtmlPage, page_types

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
RUN = """async () => {
  const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const { violations } = await axe.run({ runOnly: levels, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}"""
Look = tuple[Scheme, int]
LOOKS: tuple[Look, ...] = (("light", 1280), ("light", 360), ("dark", 1280), ("dark", 360))


def test_every_page_type_is_accessible(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """No finding at levels A, AA and best practice: light and dark, on a wide window and on a phone."""
    assert findings(browser, served, page_types(pages).values(), LOOKS) == []


def test_every_page_type_is_accessible_in_other_languages(
    browser: Browser, pages: dict[str, HtmlPage], served: str
) -> None:
    """The Turkish and the English pages have no finding either."""
    for language in ("tr", "en"):
        assert findings(browser, served, page_types(pages, language).values(), LOOKS[:1]) == []


def test_axe_sees_a_fault(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """On a page whose heading was taken away axe does find something."""
    with visit(browser, served, next(iter(page_types(pages).values())).path, script=AXE.read_text("utf-8")) as visited:
        visited.page.evaluate("() => document.querySelector('h1').remove()")
        assert visited.page.evaluate(RUN) != []


def findings(browser: Browser, served: str, pages: Iterable[HtmlPage], looks: Iterable[Look]) -> list[str]:
    """Return what axe-core finds on pages in each of their looks: where, the rule and the element."""
    found: list[str] = []
    paths = [page.path for page in pages]
    for page, _ in tour(browser, served, paths, script=AXE.read_text(encoding="utf-8")):
        for scheme, width in looks:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{page.url} {scheme} {width}: {fault}" for fault in page.evaluate(RUN)]
    return found
