"""axe-core finds nothing to improve on any type of page."""

from playwright.sync_api import Browser

from plugins.setup.packages import NODE_MODULES
from tests.browser.visit import Scheme, visit
from tests.browser.walk import HtmlPage, page_types

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
RUN = """async () => {
  const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const { violations } = await axe.run({ runOnly: levels, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}"""
LOOKS: tuple[tuple[Scheme, int], ...] = (("light", 1280), ("light", 360), ("dark", 1280), ("dark", 360))


def test_every_page_type_is_accessible(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """No finding at levels A, AA and best practice: light and dark, on a wide window and on a phone."""
    found = [
        f"{page.path} {scheme} {width}: {fault}"
        for page in page_types(pages).values()
        for scheme, width in LOOKS
        for fault in findings(browser, served, page, scheme=scheme, width=width)
    ]
    assert found == []


def test_every_page_type_is_accessible_in_other_languages(
    browser: Browser, pages: dict[str, HtmlPage], served: str
) -> None:
    """The Turkish and the English pages have no finding either."""
    found = [
        f"{page.path}: {fault}"
        for language in ("tr", "en")
        for page in page_types(pages, language).values()
        for fault in findings(browser, served, page)
    ]
    assert found == []


def test_axe_sees_a_fault(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """On a page whose heading was taken away axe does find something."""
    with visit(browser, served, next(iter(page_types(pages).values())).path, script=AXE.read_text("utf-8")) as visited:
        visited.page.evaluate("() => document.querySelector('h1').remove()")
        assert visited.page.evaluate(RUN) != []


def findings(
    browser: Browser, served: str, page: HtmlPage, *, scheme: Scheme = "light", width: int = 1280
) -> list[str]:
    """Return what axe-core finds on a page: the rule and the element."""
    script = AXE.read_text(encoding="utf-8")
    with visit(browser, served, page.path, scheme=scheme, width=width, script=script) as visited:
        return list(visited.page.evaluate(RUN))
