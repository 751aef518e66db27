"""Every page can be reached, and whatever a page points at is there."""

import re
from collections import defaultdict
from pathlib import Path

from tests.browser.walk import LANGUAGES, RECORD_FOLDERS, HtmlPage

RECORDS = {f"{folder} record" for folder in RECORD_FOLDERS}
LISTED = re.compile("<loc>(.*?)</loc>")
FARTHEST = 3  # clicks from the home page to a record, without JavaScript


def test_every_address_leads_to_a_file(sites: Path, pages: dict[str, HtmlPage]) -> None:
    """No link, style, script or picture points at nothing or at a bare folder, which file:// would not open."""
    broken = [
        f"{page.path}: {link.address}"
        for page in pages.values()
        for link in page.links
        if not (sites / link.path).is_file() or link.address.partition("#")[0].endswith("/")
    ]
    assert broken == []


def test_every_fragment_leads_to_an_id(pages: dict[str, HtmlPage]) -> None:
    """The part of an address after # names an id on the page that it leads to."""
    broken = [
        f"{page.path}: {link.address}"
        for page in pages.values()
        for link in page.links
        if link.fragment and link.path in pages and link.fragment not in pages[link.path].ids
    ]
    assert broken == []


def test_addresses_are_relative(pages: dict[str, HtmlPage]) -> None:
    """A site works under any base path: no address on the site begins with a slash."""
    absolute = [f"{p.path}: {link.address}" for p in pages.values() for link in p.links if link.address[0] == "/"]
    assert absolute == []


def test_an_id_stands_once_on_a_page(pages: dict[str, HtmlPage]) -> None:
    """No page gives two elements one id."""
    assert [page.path for page in pages.values() if len(page.ids) != len(set(page.ids))] == []


def test_titles_differ_within_a_language_of_a_site(pages: dict[str, HtmlPage]) -> None:
    """No two pages of a site share a title, and none is without."""
    titles: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for page in pages.values():
        titles[page.site, page.language, page.title].append(page.path)
    assert [paths for (_, _, title), paths in titles.items() if len(paths) > 1 or not title] == []


def test_descriptions_differ_within_a_language_of_a_site(pages: dict[str, HtmlPage]) -> None:
    """No two pages of a site are described alike to search engines, and none is without a description."""
    described: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for page in pages.values():
        metas = [each.attributes for each in page.document.find_all("meta")]
        (words,) = [each["content"] for each in metas if each.get("name") == "description"]
        described[page.site, page.language, words].append(page.path)
    assert [paths for (_, _, words), paths in described.items() if len(paths) > 1 or not words] == []


def test_no_page_is_an_orphan(pages: dict[str, HtmlPage]) -> None:
    """Each page is a few clicks from the home page of its language; no click leads to 404 or to the keepers' page."""
    reached = {path for site in sites_of(pages) for path in clicks_from_home(pages, site)}
    apart = {path for path, page in pages.items() if page.inner_path in ("404.html", "attention.html")}
    assert (pages.keys() - reached, apart & reached) == (apart, set())


def test_every_record_is_three_clicks_away(pages: dict[str, HtmlPage]) -> None:
    """From the home page of a language, each record of the site takes three clicks at most."""
    far = [
        path
        for site in sites_of(pages)
        for path, clicks in clicks_from_home(pages, site).items()
        if clicks > FARTHEST and pages[path].type in RECORDS
    ]
    assert far == []


def test_every_record_can_be_reached_from_the_search_page(pages: dict[str, HtmlPage]) -> None:
    """Where the search itself does not run, its lists lead to each record of the site, over other lists alone."""
    searches = [page for page in pages.values() if page.inner_path == "search.html"]
    missing = {page.path: records_of(pages, page) - over_lists(pages, page) for page in searches}
    assert len(searches) == len(sites_of(pages))
    assert {path: records for path, records in missing.items() if records} == {}


def test_a_count_tells_the_length_of_the_list(pages: dict[str, HtmlPage]) -> None:
    """The number beside a facet is the number of records on the listing that it leads to; of organisations, if a place.

    The page of a place shows all that happens there, and the number beside a place counts its organisations.
    What only one object of an exhibition has leads to that object.
    """
    wrong = []
    listed = {path: listed_records(pages, page) for path, page in pages.items()}
    listed |= {path: {path} for path, page in pages.items() if page.type == "exhibitions object record"}
    for page in pages.values():
        targets = {id(link.element): link.path for link in page.links}
        for facet in page.document.find_all("a", kind="facet"):
            target = pages[targets[id(facet)]]
            length = str(sum(pages[path].type in counted(target) for path in listed[target.path]))
            if any(count.text != length for count in facet.find_all(kind="facet__count")):
                wrong.append(f"{page.path}: {facet.text!r}, but {target.path} lists {length}")
    assert wrong == []


def test_a_count_on_the_first_page_is_that_of_the_list(pages: dict[str, HtmlPage]) -> None:
    """“All 15 causes” leads to a list of fifteen."""
    counts = [
        (link, re.findall(r"\d+", link.element.text), records_in(pages, pages[link.path]))
        for home in sites_of(pages)
        for link in pages[home].links
        if link.element.attributes.get("class") == "heading__more" and not link.fragment
    ]
    compared = [(link.path, number, length) for link, numbers, length in counts for number in numbers if length]
    assert compared
    assert [each for each in compared if each[1] != str(each[2])] == []


def test_some_counts_are_shown(pages: dict[str, HtmlPage]) -> None:
    """Each site has facets with counts, so that the test above compares something."""
    with_counts = {page.site for page in pages.values() if page.document.find_all(kind="facet__count")}
    assert with_counts == {path.partition("/")[0] for path in pages}


def test_languages_point_at_each_other(pages: dict[str, HtmlPage]) -> None:
    """Each page names its whole address and those of its sisters, which name it; the Bulgarian one is the default."""
    wrong = []
    for page in pages.values():
        heads = page.document.find_all("link")
        canonical = next((each.attributes["href"] for each in heads if each.attributes.get("rel") == "canonical"), "")
        alternates = {
            each.attributes["hreflang"]: each.attributes["href"] for each in heads if is_alternate(each.attributes)
        }
        site = canonical.removesuffix(page.path.partition("/")[2])
        paths = {language: sister(page, language) for language in LANGUAGES} | {"x-default": sister(page, "bg")}
        expected = {language: site + path.partition("/")[2] for language, path in paths.items()}
        if page.inner_path != "404.html" and alternates != expected:
            wrong.append(page.path)
    assert wrong == []


def test_the_sitemap_lists_what_search_engines_may_keep(sites: Path, pages: dict[str, HtmlPage]) -> None:
    """Each page stands in it once, under the address that it names; one that wants to be passed over does not."""
    named: dict[str, list[str]] = defaultdict(list)
    for page in pages.values():
        heads = page.document.find_all("link")
        robots = [
            meta.attributes["content"]
            for meta in page.document.find_all("meta")
            if meta.attributes.get("name") == "robots"
        ]
        if page.inner_path != "404.html" and not any("noindex" in each for each in robots):
            named[page.site] += [each.attributes["href"] for each in heads if each.attributes.get("rel") == "canonical"]
    listed = {site: LISTED.findall((sites / site / "sitemap.xml").read_text(encoding="utf-8")) for site in named}
    assert {site: sorted(found) for site, found in listed.items()} == {
        site: sorted(found) for site, found in named.items()
    }


def is_alternate(attributes: dict[str, str]) -> bool:
    """Tell whether a link element names the same page in another language."""
    return attributes.get("rel") == "alternate" and "hreflang" in attributes and "type" not in attributes


def sister(page: HtmlPage, language: str) -> str:
    """Return the path of the same page in a language."""
    inside = page.inner_path if language == "bg" else f"{language}/{page.inner_path}"
    return f"{page.site}/{inside}"


def sites_of(pages: dict[str, HtmlPage]) -> list[str]:
    """Return the home pages: one for each language of each site."""
    return [path for path, page in pages.items() if page.inner_path == "index.html"]


def clicks_from_home(pages: dict[str, HtmlPage], home: str) -> dict[str, int]:
    """Return path → clicks for each page of the home page's site and language that links lead to."""
    clicks = {home: 0}
    queue = [home]
    for path in queue:
        for link in pages[path].links:
            target = pages.get(link.path)
            if link.element.tag != "a" or target is None or target.path in clicks:
                continue
            if (target.site, target.language) == (pages[home].site, pages[home].language):
                clicks[target.path] = clicks[path] + 1
                queue.append(target.path)
    return clicks


def records_of(pages: dict[str, HtmlPage], page: HtmlPage) -> set[str]:
    """Return the paths of the records that the search of the page's site and language can find, but for places."""
    where, kinds = (page.site, page.language), RECORDS - {"places record"}
    return {each.path for each in pages.values() if each.type in kinds and (each.site, each.language) == where}


def over_lists(pages: dict[str, HtmlPage], start: HtmlPage) -> set[str]:
    """Return the paths that the links of a page's main element lead to, and those of the lists that follow."""
    reached: set[str] = set()
    queue = [start]
    for page in queue:
        inside = {id(element) for element in page.main.find_all("a")}
        for link in page.links:
            target = pages.get(link.path)
            if id(link.element) in inside and target and target.path not in reached:
                reached.add(target.path)
                queue += [] if target.type in RECORDS else [target]
    return reached


def counted(listing: HtmlPage) -> set[str]:
    """Return the types of page that the number beside the link to a listing counts."""
    if listing.type == "places record":
        return {"organisations record"}
    return {"exhibitions object record"} if listing.type.startswith("exhibitions object") else RECORDS


def records_in(pages: dict[str, HtmlPage], listing: HtmlPage) -> int:
    """Count the records that a listing shows."""
    return sum(pages[path].type in counted(listing) for path in listed_records(pages, listing))


def listed_records(pages: dict[str, HtmlPage], listing: HtmlPage) -> set[str]:
    """Return the paths of the records in the cards and rows of a listing, over all of its numbered pages."""
    numbered = {link.path for link in listing.links if "pagination__link" in link.element.classes}
    records = set()
    for page in (listing, *(pages[path] for path in numbered)):
        entries = [each for kind in ("card", "row", "object-card") for each in page.main.find_all(kind=kind)]
        inside = {id(each) for entry in entries for each in entry.find_all("a")}
        records |= {link.path for link in page.links if id(link.element) in inside}
    return records
