"""The search on its page and in the box of every page: by keyboard, announced, accessible, and safe."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route

from plugins.search.document import Document
from tests.browser.test_axe import AXE, RUN
from tests.browser.visit import Scheme, visit
from tests.search.page import write_search_page

SITE = "kardzhali"
BOX = "header form[data-search] input[name=q]"
RECORD = re.compile(rf"/{SITE}/[a-z]+/[a-z0-9-]+\.html$")
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "село: Джебел",
    "title:",
    "+ - * ~ ^5",
    "\u2028\u202e",
    "%",
)
# the index, the engine and what else answers; the script of the box is on every page
SEARCH = re.compile(r"/search/|/search-(engine|suggestions|guesses|filters)\.|/lunr\.|/turkish\.")
# the addresses of a page's files in the order in which they were asked for
FETCHED = "performance.getEntriesByType('resource').map(({ name }) => name)"
STATES = ("река", "рекаа", "ыыыыыыы", "kyrdjali")


def wait_for_status(page: Page) -> str:
    """Wait until the search page has said how many results there are, and return what it says."""
    page.wait_for_function("() => document.getElementById('search-status').textContent !== ''")
    page.wait_for_load_state("networkidle")
    return page.inner_text("#search-status")


def suggest(page: Page, text: str) -> None:
    """Type into the box in the header and wait for suggestions."""
    page.locator(BOX).focus()
    page.keyboard.type(text)
    page.wait_for_selector("[role=listbox] [role=option]")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(("path", "box"), [("index.html", BOX), ("search.html", "#search-q")])
def test_nothing_is_fetched_before_the_first_key(browser: Browser, served: str, path: str, box: str) -> None:
    """The scripts load when somebody types, not when the page opens or the box has the focus."""
    with visit(browser, served, f"{SITE}/{path}") as visited:
        page = visited.page
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(request.url))
        page.reload()
        page.wait_for_load_state("networkidle")
        page.locator(box).focus()
        page.wait_for_timeout(300)
        assert [address for address in fetched if SEARCH.search(address)] == []
        page.keyboard.type("река")
        page.wait_for_selector("[role=listbox] [role=option], #search-results a")
        assert fetched != []
        assert visited.faults == []


def test_a_link_asks_for_terms_before_the_head_has_come(browser: Browser, served: str) -> None:
    """A round of its own would be a sixth of a second on a slow network."""
    with visit(browser, served, f"{SITE}/about.html") as visited:
        page = visited.page
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        page.route(re.compile(r"/search/head\.js$"), hold)
        with page.expect_request(re.compile(r"/search/t\d+-")):
            page.goto(f"{served}{SITE}/search.html?q={quote('чисти реки')}", wait_until="commit")
        page.wait_for_function("() => document.getElementById('search-status')?.textContent !== ''")
        assert results_are_shown(page) is False
        held[0].continue_()
        page.wait_for_selector("#search-results a")
        assert visited.faults == []


def test_a_page_that_is_older_than_its_index_finds_the_same(browser: Browser, served: str) -> None:
    """What a page from a cache expects of the index is forgotten when the head says otherwise."""
    with visit(browser, served, f"{SITE}/about.html") as visited:
        page = visited.page
        page.route(re.compile(r"/search\.html"), lambda route: route.fulfill(body=older(route.fetch().text())))
        page.route(
            re.compile(r"-zzzz\.js$"),
            lambda route: route.fulfill(body=f'sredishteShard("{shard(route)}","","")', content_type="text/javascript"),
        )
        page.goto(f"{served}{SITE}/search.html?q={quote('река')}")
        page.wait_for_selector("#search-results a")
        assert visited.faults == []


def older(page: str) -> str:
    """Give a search page that expects other files than there are."""
    return re.sub(r'(data-terms="\d+ )([0-9a-v]+)', lambda found: found[1] + "z" * len(found[2]), page)


def shard(route: Route) -> str:
    """Give the name by which the file of a request hands over its content."""
    return route.request.url.rpartition("/")[2].partition("-")[0]


def results_are_shown(page: Page) -> bool:
    """Tell whether there are results."""
    return page.locator("#search-results a").count() > 0


def test_fonts_come_after_the_results_of_a_link(browser: Browser, served: str) -> None:
    """They weigh as much as the search; without a query, and without scripts, they come at once."""
    with visit(browser, served, f"{SITE}/search.html?q={quote('река')}") as visited:
        visited.page.wait_for_load_state("networkidle")
        fetched: list[str] = visited.page.evaluate(FETCHED)
        fonts = [at for at, address in enumerate(fetched) if address.endswith(".woff2")]
        assert len(fonts) == 2
        assert min(fonts) > max(at for at, address in enumerate(fetched) if re.search(r"/search/c\d", address))
    for path, javascript in (("search.html", True), (f"search.html?q={quote('река')}", False)):
        with visit(browser, served, f"{SITE}/{path}", javascript=javascript) as visited:
            visited.page.wait_for_load_state("networkidle")
            assert sum(address.endswith(".woff2") for address in visited.page.evaluate(FETCHED)) == 2


def test_what_was_typed_while_the_search_loads_stays(browser: Browser, served: str) -> None:
    """Somebody types a word, leaves the field at once, and finds it and its results there."""
    with visit(browser, served, f"{SITE}/search.html") as visited:
        visited.page.fill("#search-q", "река")
        visited.page.evaluate("() => document.activeElement.blur()")
        visited.page.wait_for_selector("#search-results a")
        assert visited.page.input_value("#search-q") == "река"


def test_a_number_is_found(browser: Browser, served: str) -> None:
    """It needs none of the scripts that words in Latin letters need."""
    with visit(browser, served, f"{SITE}/search.html?q=2026") as visited:
        wait_for_status(visited.page)
        assert results(visited.page) > 0
        assert visited.faults == []


def test_suggestions_are_used_by_keyboard(browser: Browser, served: str) -> None:
    """Arrows choose, Escape closes and leaves the text, Enter opens the record that is chosen."""
    with visit(browser, served, f"{SITE}/index.html") as visited:
        page = visited.page
        suggest(page, "библио")
        assert page.locator(BOX).get_attribute("aria-expanded") == "true"
        page.keyboard.press("ArrowDown")
        chosen = page.locator(BOX).get_attribute("aria-activedescendant") or ""
        assert page.locator(f"[id='{chosen}']").get_attribute("aria-selected") == "true"
        page.keyboard.press("Escape")
        assert page.locator(BOX).get_attribute("aria-expanded") == "false"
        assert page.locator(BOX).input_value() == "библио"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(RECORD)
        assert visited.faults == []


def test_the_last_suggestion_leads_to_the_search_page(browser: Browser, served: str) -> None:
    """It is one press of the upward arrow away, and takes the query along."""
    with visit(browser, served, f"{SITE}/index.html") as visited:
        suggest(visited.page, "река")
        visited.page.keyboard.press("ArrowUp")
        visited.page.keyboard.press("Enter")
        visited.page.wait_for_url(re.compile(rf"/{SITE}/search\.html\?q="))
        wait_for_status(visited.page)
        assert visited.page.input_value("#search-q") == "река"
        assert visited.faults == []


def choose(page: Page, at: int) -> int:
    """Switch one of the filters by keyboard and give how many results there are then."""
    before = page.url
    page.locator("#search-facets input").nth(at).focus()
    page.keyboard.press("Space")
    page.wait_for_function("before => location.href !== before", arg=before)
    page.wait_for_load_state("networkidle")
    return results(page)


def results(page: Page) -> int:
    """Give the number that the status says."""
    return int(page.inner_text("#search-status").split()[0])


def test_results_are_announced_and_filtered(browser: Browser, served: str) -> None:
    """Values of one facet add up, their counts are right, and each step stands in the address and can be taken back."""
    with visit(browser, served, f"{SITE}/search.html?q={quote('река')}") as visited:
        page = visited.page
        wait_for_status(page)
        total = results(page)
        counts = [
            int(text)
            for text in page.locator("#search-facets fieldset:first-child .filters__count").all_text_contents()
        ]
        assert sum(counts) == total
        assert choose(page, 0) == counts[0]
        assert choose(page, 1) == counts[0] + counts[1]
        assert page.url.count("&type=") == 2
        assert page.evaluate("document.activeElement.checked")
        page.go_back()
        page.wait_for_function("() => document.querySelectorAll('.search-chosen li').length === 1")
        assert results(page) == counts[0]
        page.locator(".search-chosen button").click()
        page.wait_for_function("() => !document.querySelector('.search-chosen li')")
        assert results(page) == total
        assert visited.faults == []


def test_organisations_are_narrowed_by_help_and_access(browser: Browser, served: str) -> None:
    """By what they help with and by what makes it easy to come, beside kind, cause, municipality and language."""
    with visit(browser, served, f"{SITE}/search.html?access=step-free") as visited:
        wait_for_status(visited.page)
        count = visited.page.locator("label:has([data-filter='access/step-free']) .filters__count").text_content()
        assert count == str(results(visited.page))
        found = [link.get_attribute("href") or "" for link in visited.page.locator("#search-results a").all()]
        assert found
        assert [address for address in found if "/organisations/" not in address] == []
        assert visited.page.locator("[data-filter^='service/']").count() > 0
        assert visited.faults == []


def test_a_filter_that_is_gone_is_left_out(browser: Browser, served: str) -> None:
    """A link may be older than the site: what no record has any more narrows nothing."""
    with visit(browser, served, f"{SITE}/search.html?access=gone&access=step-free") as visited:
        wait_for_status(visited.page)
        assert visited.page.url.endswith("search.html?access=step-free")
        assert results(visited.page) > 0
    with visit(browser, served, f"{SITE}/search.html?access=gone") as visited:
        visited.page.wait_for_url(re.compile(r"/search\.html$"))
        assert visited.page.locator("#search-status").text_content() == ""
        assert visited.page.locator("#search-start").is_visible()
        assert visited.faults == []


def test_an_object_of_an_exhibition_is_found(browser: Browser, served: str) -> None:
    """By its title, with a page of its own."""
    with visit(browser, served, f"{SITE}/search.html?q={quote('каменният мост')}") as visited:
        wait_for_status(visited.page)
        link = visited.page.locator("#search-results a").first
        assert "/exhibitions/hora-kray-arda/object/" in (link.get_attribute("href") or "")


def test_records_come_before_objects(browser: Browser, served: str) -> None:
    """A word that many objects of exhibitions show still leads to who does something about it."""
    with visit(browser, served, f"national/search.html?q={quote('река')}") as visited:
        wait_for_status(visited.page)
        first = [link.get_attribute("href") or "" for link in visited.page.locator("#search-results a").all()[:5]]
        assert [address for address in first if "/object/" in address] == []


def test_on_a_phone_the_filters_are_folded(browser: Browser, served: str) -> None:
    """They stand before the results and open with one press."""
    with visit(browser, served, f"{SITE}/search.html?q={quote('река')}", width=360) as visited:
        wait_for_status(visited.page)
        first = visited.page.locator("#search-facets input").first
        assert not first.is_visible()
        visited.page.locator("#search-facets summary").first.click()
        assert first.is_visible()


@pytest.mark.parametrize("part", [r"/head\.js", r"/t\d+-", r"/search-engine\."])
def test_a_failure_is_told_and_can_be_tried_again(browser: Browser, served: str, part: str) -> None:
    """Whatever cannot be had, the page says so, keeps the query, and shows the results once it can."""
    with visit(browser, served, f"{SITE}/search.html") as visited:
        page = visited.page
        page.route(re.compile(part), lambda route: route.abort())
        page.goto(f"{served}{SITE}/search.html?q={quote('река')}")
        page.wait_for_selector("#search-retry:visible")
        assert page.inner_text("#search-status") == page.locator("#search-status").get_attribute("data-failed")
        page.unroute(re.compile(part))
        page.locator("#search-retry").click()
        page.wait_for_selector("#search-results a")
        assert not page.locator("#search-retry").is_visible()
        assert page.input_value("#search-q") == "река"


def test_a_page_survives_a_new_publication(browser: Browser, served: str) -> None:
    """The files that its head names are gone: it fetches the head again, and nobody notices."""
    with visit(browser, served, f"{SITE}/search.html") as visited:
        page = visited.page
        old = re.compile(r"/head\.js$")
        page.route(
            old, lambda route: route.fulfill(body=outdated(route.fetch().text()), content_type="text/javascript")
        )
        page.goto(f"{served}{SITE}/search.html?q={quote('река')}")
        page.wait_for_selector("#search-results a")
        assert not page.locator("#search-retry").is_visible()


def test_more_results_come_after_a_new_publication(browser: Browser, served: str) -> None:
    """The next file of results is gone: the head is fetched again, and all are shown that were asked for."""
    with visit(browser, served, f"{SITE}/search.html?type=organisation") as visited:
        page = visited.page
        wait_for_status(page)
        gone = re.compile(r"/search/c\d+-")
        page.route(gone, lambda route: route.abort())

        def publish(route: Route) -> None:
            page.unroute(gone)
            route.continue_()

        page.route(re.compile(r"/head\.js\?"), publish)
        page.locator(".search-more").click()
        page.wait_for_function("() => document.querySelectorAll('#search-results > li').length > 10")
        assert not page.locator("#search-retry").is_visible()


@pytest.mark.parametrize(
    ("part", "page"),
    [("/search-filters", f"search.html?q={quote('река')}"), ("/lunr", "en/search.html?type=event")],
    ids=["filters", "lunr, which a filter alone does not need"],
)
def test_results_come_without_what_they_do_not_need(browser: Browser, served: str, part: str, page: str) -> None:
    """A failure of what only narrows or scores them is none of theirs."""
    with visit(browser, served, f"{SITE}/about.html") as visited:
        visited.page.route(re.compile(re.escape(f"{part}.")), lambda route: route.abort())
        visited.page.goto(f"{served}{SITE}/{page}")
        visited.page.wait_for_selector("#search-results a")
        visited.page.wait_for_load_state("networkidle")
        assert results_are_shown(visited.page)
        assert not visited.page.locator("#search-retry").is_visible()


def test_going_back_leads_to_the_query_before(browser: Browser, served: str) -> None:
    """What was asked for stays a step; what was only typed on the way to it does not."""
    with visit(browser, served, f"{SITE}/about.html") as visited:
        page = visited.page
        page.goto(f"{served}{SITE}/search.html")
        queries = ("книги", "гора")
        for query in queries:
            page.locator("#search-q").fill("")
            page.locator("#search-q").press_sequentially(query, delay=60)
            page.wait_for_url(re.compile(f"q={quote(query)}$"))
            page.keyboard.press("Enter")
            page.wait_for_timeout(300)
        page.go_back()
        page.wait_for_url(re.compile(f"q={quote(queries[0])}$"))
        assert page.input_value("#search-q") == queries[0]
        page.wait_for_function("() => document.title.startsWith('книги')")
        page.go_back()
        page.wait_for_url(re.compile(r"/about\.html$"))


def test_nothing_is_said_of_a_word_that_is_only_begun(browser: Browser, served: str) -> None:
    """Two letters cannot be wrong; asked for, they are answered."""
    with visit(browser, served, f"{SITE}/search.html") as visited:
        page = visited.page
        page.locator("#search-q").press_sequentially("щъ", delay=200)
        page.wait_for_url(re.compile(r"q="))
        assert page.inner_text("#search-status") == ""
        assert page.locator("#search-start").is_visible()
        page.keyboard.press("Enter")
        assert "щъ" in wait_for_status(page)


def test_the_corrected_query_keeps_the_filters(browser: Browser, served: str) -> None:
    """Its link leads to what is shown; where no result shows the word, none is made up out of its stem."""
    with visit(browser, served, f"{SITE}/search.html?q={quote('рекаа')}&type=cause") as visited:
        wait_for_status(visited.page)
        link = visited.page.locator(".search-hint a").get_attribute("href") or ""
        assert link.endswith("&type=cause")
    with visit(browser, served, f"{SITE}/search.html?q={quote('рекаа')}&type=organisation") as visited:
        wait_for_status(visited.page)
        assert visited.page.locator(".search-hint").is_visible()
        assert visited.page.locator(".search-hint a").count() == 0


def outdated(head: str) -> str:
    """Give a head that names files which are no longer there."""
    return re.sub(r'("[tvrs]":\["(?:[^"])*",")[0-9a-v]{4}', r"\1zzzz", head)


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_the_search_page_is_accessible(browser: Browser, served: str, state: str) -> None:
    """With results, with repaired words and with none, light and dark, wide and narrow."""
    for scheme, width in (("light", 1280), ("dark", 360)):
        path = f"{SITE}/search.html?q={quote(state)}"
        with visit(browser, served, path, scheme=scheme, width=width, script=AXE.read_text("utf-8")) as visited:  # type: ignore[arg-type]  # one of the two
            wait_for_status(visited.page)
            assert visited.page.evaluate(RUN) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_filters_and_failures_are_accessible(browser: Browser, served: str, scheme: Scheme, width: int) -> None:
    """With filters chosen, all of them shown, and with the message that something failed."""
    path = f"{SITE}/search.html?q={quote('река')}"
    with visit(browser, served, path, scheme=scheme, width=width, script=AXE.read_text("utf-8")) as visited:
        page = visited.page
        wait_for_status(page)
        page.evaluate(
            "document.querySelectorAll('#search-facets details').forEach((details) => { details.open = true; })"
        )
        choose(page, 0)
        choose(page, 1)
        assert page.evaluate(RUN) == []
        page.evaluate("searchState.say('failed')")
        assert page.evaluate(RUN) == []


def test_a_box_without_suggestions_is_accessible(browser: Browser, served: str) -> None:
    """It says that there are none, to the eye and to assistive technology, until Escape."""
    with visit(browser, served, f"{SITE}/about.html", script=AXE.read_text("utf-8")) as visited:
        page = visited.page
        page.locator(BOX).focus()
        page.keyboard.type("ыыыыыыы")
        page.wait_for_selector("header [role=status]:not(.visually-hidden)")
        assert page.evaluate(RUN) == []
        page.keyboard.press("Escape")
        assert page.locator("header [role=status].visually-hidden").count() == 1


def test_open_suggestions_are_accessible(browser: Browser, served: str) -> None:
    """With the list open and an option chosen."""
    with visit(browser, served, f"{SITE}/about.html", script=AXE.read_text("utf-8")) as visited:
        suggest(visited.page, "река")
        visited.page.keyboard.press("ArrowDown")
        assert visited.page.evaluate(RUN) == []


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_stays_text(browser: Browser, served: str, query: str) -> None:
    """Whatever is asked, nothing runs, nothing breaks, and no markup appears."""
    with visit(browser, served, f"{SITE}/search.html?q={quote(query)}") as visited:
        visited.page.wait_for_load_state("networkidle")
        visited.page.wait_for_timeout(200)
        assert visited.page.locator("main script, main img[src=x], main svg[onload]").count() == 0
        assert visited.faults == []


def test_hostile_titles_stay_text(browser: Browser, tmp_path: Path) -> None:
    """Whatever a record or a label says, it is shown as it is written, in results, suggestions and filters."""
    documents = [
        Document(
            *(f"r{number}", "organisation", f"r{number}.html", (f"река {text}", "bg")),
            kind=text,
            where=text,
            summary=(text, "bg"),
            facets=(("kind", f"k{number}", text),),
        )
        for number, text in enumerate(HOSTILE)
    ]
    page = write_search_page(tmp_path, documents)
    with visit(browser, f"{tmp_path.as_uri()}/", f"{page.name}?q={quote('река')}") as visited:
        visited.page.wait_for_selector("#search-facets label", state="attached")
        titles = visited.page.locator("#search-results a").all_text_contents()
        assert sorted(titles) == sorted(f"река {text}" for text in HOSTILE)
        assert visited.page.locator("img, svg, body script:not([src])").count() == 0
        assert visited.faults == []


def test_search_works_from_disk_in_two_hops(browser: Browser, sites: Path) -> None:
    """From a page in a folder, opened from disk, the box leads to the right address."""
    root = f"{sites.as_uri()}/"
    with visit(browser, root, f"{SITE}/organisations/index.html") as visited:
        suggest(visited.page, "библио")
        visited.page.keyboard.press("ArrowDown")
        with visited.page.expect_navigation(url=lambda address: not address.endswith("/index.html")):
            visited.page.keyboard.press("Enter")
        assert visited.page.locator("h1").count() == 1
        assert visited.faults == []
