"""List all pages of a site for search engines, each with itself in the other languages.

A sitemap must hold whole addresses, so a site has one only where its region says where it is
published; robots.txt names it there, and allows everything in any case.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast
from xml.sax.saxutils import escape, quoteattr

from plugins.exports.selection import base_address
from plugins.site.page import Page, Whole
from plugins.site.urls import path_of
from plugins.site.view import SiteView

FILE_NAME = "sitemap.xml"
ROBOTS = "robots.txt"
# of one file, by the protocol
MOST = 50_000
_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
# pages that ask search engines to pass over them: for one reader alone, for the library, on the way to another page
PRIVATE = frozenset({"exhibition_short.html", "objects_audit.html", "removed.html", "saved.html", "suggestion.html"})
# a page's path, and the ISO day of its record's last check or ""
Entry = tuple[str, str]


def checked_day(page: Page) -> str:
    """Give the ISO day of the last check of the record that a page shows, or ""."""
    record = page.inputs.get("record")
    return record.brief.checked if isinstance(record, Whole) else ""


def is_listed(page: Page) -> bool:
    """Tell whether search engines are to know a page."""
    return page.path.endswith(".html") and page.path != path_of("missing") and page.template not in PRIVATE


def plan_sitemap(view: SiteView, entries: Sequence[Entry]) -> Iterator[Page]:
    """Plan robots.txt and, where the site has an address, the sitemap: an index and parts if it is long."""
    yield Page(ROBOTS, render_robots, {})
    if base_address(view):
        step = MOST // len(view.site.languages)
        parts = [tuple(entries[at : at + step]) for at in range(0, len(entries), step)]
        names = [FILE_NAME] if len(parts) == 1 else [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            yield Page(name, render, {"entries": part})
        if len(parts) > 1:
            yield Page(FILE_NAME, render_index, {"names": tuple(names)})


def render(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Write a sitemap, or a part of one."""
    entries = cast("tuple[Entry, ...]", inputs["entries"])
    urls = (_url(view, lang, *entry) for entry in entries for lang in view.site.languages)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset {_SPACES}>\n' + "\n".join(urls) + "\n</urlset>\n"


def _url(view: SiteView, lang: str, path: str, checked: str) -> str:
    day = f"<lastmod>{checked}</lastmod>" if checked else ""
    spoken = {each: each for each in view.site.languages} | {"x-default": view.site.languages[0]}
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{name}" href={quoteattr(_address(view, each, path))}/>'
        for name, each in spoken.items()
    )
    return f"<url><loc>{escape(_address(view, lang, path))}</loc>{day}{alternates}</url>"


def _address(view: SiteView, lang: str, path: str) -> str:
    return base_address(view) + view.root_of(lang) + path


def render_index(view: SiteView, inputs: Mapping[str, object]) -> str:
    """Write the index of the parts."""
    names = cast("tuple[str, ...]", inputs["names"])
    parts = "\n".join(f"<sitemap><loc>{escape(base_address(view) + name)}</loc></sitemap>" for name in names)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}\n{parts}\n</sitemapindex>\n"


def render_robots(view: SiteView, _inputs: Mapping[str, object]) -> str:
    """Write robots.txt."""
    base = base_address(view)
    sitemap = f"\nSitemap: {base}{FILE_NAME}\n" if base else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
