"""The sitemap and robots.txt."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from plugins import exports
from plugins.exports import sitemap
from plugins.site.page import Page
from plugins.site.view import SiteView
from tests.exports.conftest import MakeSite
from tests.exports.made import PUBLISHED
from tests.exports.records import CAUSE

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ROOT = "https://primer.example/site/"


def plan_some(_view: SiteView) -> Iterator[Page]:
    """Plan two pages, a page that is an answer to a mistake, and a file."""
    for path in ("index.html", "causes/reka.html", "404.html", "feed.xml"):
        yield Page(path, lambda _view, _inputs: "", {})


def test_a_site_without_an_address_has_no_sitemap(make_site: MakeSite) -> None:
    """A sitemap must hold whole addresses; robots.txt is there and names none."""
    files = make_site({"causes/reka": CAUSE}).files(exports.completed(plan_some))
    assert (files.get("sitemap.xml"), files["robots.txt"]) == (None, b"User-agent: *\nAllow: /\n")


def test_every_page_is_listed_in_every_language(make_site: MakeSite) -> None:
    """Each address names itself and its sisters, and they name it."""
    files = make_site({"causes/reka": CAUSE}, region=PUBLISHED).files(exports.completed(plan_some))
    urls = ET.fromstring(files["sitemap.xml"]).findall(f"{MAP}url")  # noqa: S314 - our own
    sisters = {
        url.findtext(f"{MAP}loc"): {link.get("hreflang"): link.get("href") for link in url.iterfind(LINK)}
        for url in urls
    }
    for path in ("index.html", "causes/reka.html", "open-data.html"):
        known = {"bg": f"{ROOT}{path}", "tr": f"{ROOT}tr/{path}", "en": f"{ROOT}en/{path}"}
        for address in known.values():
            assert sisters.pop(address) == known | {"x-default": known["bg"]}
    assert sisters == {}
    assert files["robots.txt"].endswith(f"Sitemap: {ROOT}sitemap.xml\n".encode())


def test_the_languages_share_one_sitemap(make_site: MakeSite) -> None:
    """Only the root of the site has one."""
    files = make_site({"causes/reka": CAUSE}, region=PUBLISHED).files(exports.completed(plan_some), "tr")
    assert {"sitemap.xml", "robots.txt"} & set(files) == set()


def test_a_long_list_is_cut(make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """More addresses than one file may hold are told in parts, which an index names."""
    monkeypatch.setattr(sitemap, "MOST", 3)
    files = make_site({"causes/reka": CAUSE}, region=PUBLISHED).files(exports.completed(plan_some))
    index = ET.fromstring(files["sitemap.xml"])  # noqa: S314
    assert [each.text for each in index.iter(f"{MAP}loc")] == [f"{ROOT}sitemap-{part}.xml" for part in (1, 2, 3)]
    assert [files[f"sitemap-{part}.xml"].count(b"<loc>") for part in (1, 2, 3)] == [3, 3, 3]
