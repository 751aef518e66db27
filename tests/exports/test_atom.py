"""Atom feeds, held to the rules of RFC 4287."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from plugins import exports
from tests.exports.conftest import MakeSite
from tests.exports.made import PUBLISHED, REGION, TODAY
from tests.exports.records import ALL

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# element → how often it may stand in a feed and in an entry: (least, most), None for without end
FEED = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, None), "rights": (0, 1), "link": (1, None)}
ENTRY = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "summary": (0, 1), "link": (1, None)}
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})")


def faults(feed: ET.Element) -> Iterator[str]:
    """Tell what in a feed breaks the rules."""
    if feed.tag != f"{ATOM}feed":
        yield feed.tag
    entries = feed.findall(f"{ATOM}entry")
    for element, rules in ((feed, FEED), *((entry, ENTRY) for entry in entries)):
        yield from _counts(element, rules)
        for name, form in (("id", IRI), ("updated", MOMENT)):
            yield from (
                f"{name}: {each.text}"
                for each in element.iterfind(f"{ATOM}{name}")
                if not form.fullmatch(each.text or "")
            )
        yield from ("a link without href" for link in element.iterfind(f"{ATOM}link") if not link.get("href"))
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(ids) != len(set(ids)):
        yield "equal ids"
    newest = max((entry.findtext(f"{ATOM}updated") or "" for entry in entries), default=None)
    if newest is not None and newest != feed.findtext(f"{ATOM}updated"):
        yield "the feed is not as new as its newest entry"


def _counts(element: ET.Element, rules: dict[str, tuple[int, int | None]]) -> Iterator[str]:
    names = [child.tag.removeprefix(ATOM) for child in element]
    yield from (f"unknown {name}" for name in set(names) - set(rules) - {"entry"})
    for name, (least, most) in rules.items():
        if not least <= names.count(name) <= (len(names) if most is None else most):
            yield f"{names.count(name)} × {name}"


@pytest.mark.parametrize("region", [REGION, PUBLISHED], ids=["without an address", "published"])
@pytest.mark.parametrize("lang", ["bg", "tr", "en"])
def test_every_feed_is_valid(make_site: MakeSite, region: str, lang: str) -> None:
    """Those of the site, its doors, a cause and organisations follow the rules; one without records is empty."""
    feeds = {
        name: content
        for name, content in make_site(ALL, region=region).files(exports.plan_pages, lang).items()
        if b"http://www.w3.org/2005/Atom" in content
    }
    found = {name: list(faults(ET.fromstring(content))) for name, content in feeds.items()}  # noqa: S314 - our own
    assert found == {name: [] for name in feeds}
    assert len(feeds) == 14


def test_every_feed_of_the_sites_is_valid(sites: Path) -> None:
    """All feeds of all sites, in every language, follow the same rules."""
    feeds = [path for path in sites.rglob("*.xml") if b"http://www.w3.org/2005/Atom" in path.read_bytes()[:200]]
    wrong = {path: found for path in feeds if (found := list(faults(ET.parse(path).getroot())))}  # noqa: S314 - our own
    assert wrong == {}
    assert len(feeds) > 100


def test_the_check_finds_faults() -> None:
    """A feed without what it must have does not pass."""
    bad = ET.fromstring(f'<feed xmlns="{ATOM[1:-1]}"><id>x</id><updated>2026-01-01</updated></feed>')  # noqa: S314
    assert len(list(faults(bad))) == 5


def test_entries_are_dated_by_the_last_check(make_site: MakeSite) -> None:
    """An entry is as new as the check of its record; what nobody checked is as new as the site. Newest come first."""
    feed = ET.fromstring(make_site(ALL).files(exports.plan_pages)["feed.xml"])  # noqa: S314
    dates = {
        entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}updated") or ""
        for entry in feed.iterfind(f"{ATOM}entry")
    }
    assert (dates["Чиста река"], dates["Петиция"]) == ("2026-10-01T00:00:00Z", f"{TODAY}T00:00:00Z")
    assert list(dates.values()) == sorted(dates.values(), reverse=True)


def test_a_text_that_fell_back_says_in_which_language_it_is(make_site: MakeSite) -> None:
    """On a Turkish feed, a Bulgarian title is marked; a Turkish one is not."""
    feed = ET.fromstring(make_site(ALL).files(exports.plan_pages, "tr")["feed.xml"])  # noqa: S314
    titles = {each.text: each.get(LANG) for each in feed.iterfind(f"{ATOM}entry/{ATOM}title")}
    assert (feed.get(LANG), titles["Чиста река"], titles["Örnek Derneği"]) == ("tr", "bg", None)


def test_links_are_whole_where_the_site_has_an_address(make_site: MakeSite) -> None:
    """A published feed names itself and its pages by whole addresses."""
    feed = ET.fromstring(make_site(ALL, region=PUBLISHED).files(exports.plan_pages, "en")["causes/feed.xml"])  # noqa: S314
    links = {link.get("rel"): link.get("href") for link in feed.iterfind(f"{ATOM}link")}
    assert links == {
        "alternate": "https://primer.example/site/en/causes/index.html",
        "self": "https://primer.example/site/en/causes/feed.xml",
    }
