"""On any day after the build, nothing that is past is shown as coming."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visit import visit
from tests.browser.walk import HtmlPage, page_types

# a clock that stands on a day at noon
CLOCK = """(() => {
  const Real = Date;
  const now = +new Real('DAYT12:00');
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length ? given : [now])); }
    static now() { return now; }
  };
})();"""
# what is over, and neither says so nor stands among what is past; a leaf of the calendar with a day that is gone
STALE = """day => [...document.querySelectorAll(
    'main [data-until], main [data-past] .date-leaf, .opening .date-leaf[data-times]')]
  .filter((each) => each.checkVisibility() && !each.closest('#over, #past, #waiting'))
  .filter((each) => (each.dataset.until ?? each.dateTime.slice(0, 10)) < day)
  .filter((each) => each.closest('[data-past]') || !each.querySelector('.over') || each.querySelector('.call__action'))
  .map((each) => each.textContent.trim().replace(/\\s+/g, ' '))"""
DAYS = ("2026-11-25", "2026-12-06", "2027-04-30", "2031-01-01")
LISTS = ("index.html", "events/index.html", "opportunities/index.html", "needs/index.html", "actions/index.html")


@pytest.fixture(scope="module")
def dated(pages: dict[str, HtmlPage]) -> list[HtmlPage]:
    """Give the largest page of every type that says when, and every record that has a time of its own."""
    largest = page_types(pages).values()
    return [page for page in largest if any("data-until" in each.attributes for each in page.main.walk())]


@pytest.mark.parametrize("day", DAYS)
def test_nothing_past_is_shown_as_coming(browser: Browser, served: str, dated: list[HtmlPage], day: str) -> None:
    """Whatever is over by the reader's date says so, moves to what is past, or is taken away."""
    assert len(dated) > 12
    stale = {}
    with visit(browser, served, dated[0].path, script=CLOCK.replace("DAY", day)) as visited:
        # two far days on every type of page, the others on the lists that all look at
        for page in dated:
            if day == DAYS[-1] or page.inner_path in LISTS:
                visited.page.goto(served + page.path)
                stale[page.path] = visited.page.evaluate(STALE, day)
    # the next page may be asked for before the icon of the last has come
    faults = [fault for fault in visited.faults if "/icon." not in fault]
    assert ({path: found for path, found in stale.items() if found}, faults) == ({}, [])


def test_what_is_over_moves_to_what_is_past(browser: Browser, served: str) -> None:
    """A past event leaves the coming ones and stands among those that took place, as it would after a new build."""
    with visit(browser, served, "kardzhali/events/index.html", script=CLOCK.replace("DAY", "2026-12-06")) as visited:
        where = visited.page.locator("a[href='../events/peti-dekemvri-bregat-na-arda.html']").locator(
            "xpath=ancestor::section"
        )
        assert where.get_attribute("id") == "past"


def test_what_is_repeated_shows_its_next_time(browser: Browser, served: str) -> None:
    """The leaf of a weekly turn shows the next Saturday by the reader's date, and the rows follow their days."""
    days = "leaves => leaves.map((leaf) => leaf.dateTime.slice(0, 10))"
    with visit(
        browser, served, "kardzhali/opportunities/index.html", script=CLOCK.replace("DAY", "2027-01-05")
    ) as visited:
        shown = visited.page.locator("#open .date-leaf").evaluate_all(days)
        lunch = visited.page.locator(".row", has=visited.page.locator("a[href$='topal-obyad-ardino.html']"))
        assert (lunch.locator("time").text_content(), shown) == ("9 яну", sorted(shown))


def test_an_exhibition_goes_up_and_comes_down(browser: Browser, served: str) -> None:
    """An exhibition that is coming stands on the wall from its first day on, and among the past ones after its last."""
    path = "kardzhali/exhibitions/index.html"
    states = []
    for day in ("2026-11-20", "2026-11-29", "2031-01-01"):
        with visit(browser, served, path, script=CLOCK.replace("DAY", day)) as visited:
            card = visited.page.locator(".card", has=visited.page.locator("a[href$='hora-kray-arda.html']"))
            states.append(card.locator("xpath=ancestor::section").get_attribute("id"))
    assert states == ["coming", "now", "past"]


def test_a_page_that_says_when_says_when_it_was_made(browser: Browser, served: str, dated: list[HtmlPage]) -> None:
    """Without JavaScript dates stand plain, and the page says the day on which it was made."""
    silent = [
        page.path for page in dated if "Направено на 20 ноември 2026" not in page.main.text.replace("\u00a0", " ")
    ]
    assert silent == []
    with visit(browser, served, "kardzhali/events/index.html", javascript=False) as visited:
        assert visited.page.locator("#coming .date-leaf").first.is_visible()
