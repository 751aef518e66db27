"""Pages keep their shape: on a narrow screen, in large type, on paper, and for the keyboard."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visit import Visit, tour, visit
from tests.browser.walk import HtmlPage, page_types

NARROW = 320
OVERFLOW = """() => {
  const wide = document.scrollingElement.clientWidth + 1;
  const flow = (element) => getComputedStyle(element).overflowX;
  const scrolls = (element) => element && (/auto|scroll/.test(flow(element)) || scrolls(element.parentElement));
  if (document.scrollingElement.scrollWidth <= wide) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > wide && !scrolls(element))
    .map((element) => element.outerHTML.slice(0, 120));
}"""
RESTYLE = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}"""
LARGE_TYPE = "html { font-size: 200% !important }"
WIDE_SPACING = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-block-end: 2em !important }"""
CONTROLS = "header nav, footer nav, nav.breadcrumb, button, input, select, summary, [role=search]"
SHOWN = "elements => elements.filter((each) => each.offsetHeight).map((each) => each.outerHTML.slice(0, 120))"
FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  // on the buttons inside a player the browser shows the focus itself
  if (element.matches("audio, video") && !element.matches(":focus")) return { seen: true };
  const box = element.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
  const family = [element, ...element.querySelectorAll("*")];
  for (let each = element.parentElement; each; each = each.parentElement) family.push(each);
  const looks = () => family.map((each) => {
    const { outline, boxShadow, stroke, strokeWidth, backgroundColor } = getComputedStyle(each);
    return [outline, boxShadow, stroke, strokeWidth, backgroundColor].join();
  }).join();
  const focused = looks();
  element.blur();
  return { seen: inside && focused !== looks(), html: element.outerHTML.slice(0, 120) };
}"""
# of an element: what cuts its box, and what lies over its middle
HIDDEN_BY = """(element) => {
  const box = element.getBoundingClientRect();
  const hiding = [];
  for (let each = element.parentElement; each !== document.body; each = each.parentElement) {
    const { left, right, top, bottom } = each.getBoundingClientRect();
    const cut = box.left < left || box.right > right || box.top < top || box.bottom > bottom;
    if (cut && getComputedStyle(each).overflow !== "visible") hiding.push(each.className);
  }
  // no sooner, for it scrolls what cuts the element, too
  element.scrollIntoView();
  const { x, y, width, height } = element.getBoundingClientRect();
  const over = document.elementFromPoint(x + width / 2, y + height / 2);
  return element.contains(over) ? hiding : [...hiding, over?.outerHTML.slice(0, 120)];
}"""


def test_nothing_sticks_out_at_320_pixels(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """No type of page scrolls sideways on the narrowest screen."""
    assert overflows(browser, pages, served, "") == []


def test_nothing_sticks_out_in_large_type(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """The same with letters of twice the size, on a screen of twice the width."""
    assert overflows(browser, pages, served, LARGE_TYPE, width=2 * NARROW) == []


def test_nothing_sticks_out_with_wide_spacing(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """The same with the spacing of text that WCAG asks a page to bear."""
    assert overflows(browser, pages, served, WIDE_SPACING) == []


def test_paper_shows_no_navigation(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """On paper no type of page has menus, fields or buttons; a list of links in the content may stay."""
    shown = []
    for page, _ in tour(browser, served, paths_of(pages)):
        page.emulate_media(media="print")
        shown += [f"{page.url}: {each}" for each in page.locator(CONTROLS).evaluate_all(SHOWN)]
    assert shown == []


def test_the_keyboard_reaches_everything(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """Tab walks from the skip link through a page of each type, and the focus is always seen."""
    unseen = []
    for page, _ in tour(browser, served, paths_of(pages)):
        unseen += [f"{page.url}: {html}" for html in walk_with_tab(page)]
    assert unseen == []


def test_the_skip_link_leads_to_the_content(browser: Browser, pages: dict[str, HtmlPage], served: str) -> None:
    """The first Tab and Enter move to the main element, on every page that has something to skip."""
    paths = [page.path for page in page_types(pages).values() if page.document.find_all("nav")]
    for page, _ in tour(browser, served, paths):
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.querySelector(':target')?.tagName") == "MAIN", page.url


@pytest.mark.parametrize("width", [360, 1280])
def test_suggestions_reach_beyond_the_hero(browser: Browser, served: str, width: int) -> None:
    """Nothing cuts or covers the last suggestion of the large search box, and the page scrolls no further sideways."""
    with visit(browser, served, "kardzhali/index.html", width=width) as visited:
        page = visited.page
        page.locator(".hero input[name=q]").focus()
        page.keyboard.type("река")
        last = page.locator(".hero [role=option]").last
        last.wait_for()
        page.wait_for_load_state("networkidle")
        assert last.evaluate(HIDDEN_BY) == []
        assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("width", [NARROW, 1280, 2560])
def test_the_landscape_stays_in_the_hero(browser: Browser, served: str, width: int) -> None:
    """It covers no menu above it, however wide the screen."""
    with visit(browser, served, "kardzhali/index.html", width=width) as visited:
        assert top_of(visited, ".hero__scene") >= top_of(visited, ".hero")


def top_of(visited: Visit, selector: str) -> float:
    """Return how far below the top of the screen an element begins, px."""
    top: float = visited.page.locator(selector).evaluate("(element) => element.getBoundingClientRect().top")
    return top


def overflows(browser: Browser, pages: dict[str, HtmlPage], served: str, rules: str, width: int = NARROW) -> list[str]:
    """Return the elements that reach beyond the screen, for each type of page."""
    found = []
    for page, _ in tour(browser, served, paths_of(pages), width=width):
        page.evaluate(RESTYLE, rules)
        found += [f"{page.url}: {html}" for html in page.evaluate(OVERFLOW)]
    return found


def paths_of(pages: dict[str, HtmlPage]) -> list[str]:
    """Return the path of a page of each type."""
    return [page.path for page in page_types(pages).values()]


def walk_with_tab(page: Page) -> list[str]:
    """Press Tab to the end of a page; return the elements that looked the same with the focus as without it."""
    unseen = []
    stops = page.locator("a[href], button, input, select, textarea, summary, [tabindex='0']").count()
    for _ in range(stops + 1):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        if not focus["seen"]:
            unseen.append(focus["html"])
    return unseen
