"""Every page leads to its other forms, in its head and where people look for them."""

import re
from pathlib import Path

import pytest

from plugins import exports
from plugins.exports.alternates import Alternates
from plugins.exports.data_package import DataFile
from plugins.site.page import Page
from tests.exports.conftest import MakeSite
from tests.exports.records import ALL

ALTERNATE = re.compile(r'<link rel="alternate" type="([^"]+)" href="([^"]+)">')
NAMED = re.compile(r'<(link rel="alternate" type="[^"]+"|a) href="([^"]+)">')
SITES = ("kardzhali", "national", "razgrad", "vratsa")


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("organisations/primer.html", ["ics", "vcf", "xml"]),
        ("organisations/vtora.html", ["xml"]),
        ("causes/reka.html", ["ics", "xml"]),
        ("events/sreshta.html", ["ics"]),
        ("opportunities/shofyor.html", ["ics"]),
        ("events/index.html", ["ics", "xml", "csv"]),
        ("causes/index.html", ["xml"]),
        ("index.html", ["ics", "datapackage"]),
        ("about.html", []),
    ],
)
def test_a_page_is_told_what_there_is(make_site: MakeSite, path: str, kinds: list[str]) -> None:
    """A calendar, a card and a feed only where there are any; the data of a door on its list."""
    view = make_site(ALL).view("tr")
    files = (DataFile("events.csv", "text/csv", 1, 1, ""),)
    page = Alternates(view, files, exports.plan_pages(view)).named(Page(path, "x.html", {}))
    assert [kind for kind, _, _ in page.inputs.get("alternates", ())] == kinds  # type: ignore[attr-defined]


@pytest.mark.parametrize("site", SITES)
def test_every_alternate_is_a_file_and_a_link_that_is_seen(sites: Path, site: str) -> None:
    """What the head of a page names is there, and stands in the page too, but for what only programs read."""
    faults = []
    for page in (sites / site).rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for media_type, href in ALTERNATE.findall(text):
            if not (page.parent / href).is_file():
                faults.append(f"{page}: no {href}")
            if media_type in ("text/calendar", "text/vcard", "text/csv") and text.count(f'href="{href}"') < 2:
                faults.append(f"{page}: {href} is not seen")
    assert faults == []


@pytest.mark.parametrize("site", SITES)
def test_every_calendar_card_and_feed_is_named_by_a_page(sites: Path, site: str) -> None:
    """A file for people is named in the head of a page, or is a link in it."""
    root = sites / site
    named = {
        (page.parent / href).resolve()
        for page in root.rglob("*.html")
        for _, href in NAMED.findall(page.read_text(encoding="utf-8"))
    }
    made = {path.resolve() for end in ("ics", "vcf") for path in root.rglob(f"*.{end}")}
    feeds = {
        path.resolve() for path in root.rglob("*.xml") if 'xmlns="http://www.w3.org/2005/Atom"' in path.read_text()
    }
    assert sorted((made | feeds) - named) == []
    assert len(made | feeds) > 100
