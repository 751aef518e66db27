"""Describe the search of the site, so that a browser can offer it (OpenSearch 1.1)."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from plugins.exports.selection import base_address, words
from plugins.site.page import Page
from plugins.site.urls import path_of
from plugins.site.view import SiteView

FILE_NAME = "opensearch.xml"
MEDIA_TYPE = "application/opensearchdescription+xml"
# by the specification
LONGEST_SHORT_NAME, LONGEST_LONG_NAME = 16, 48


def plan_description(view: SiteView) -> Iterator[Page]:
    """Plan the description; it needs whole addresses, so only a site that has one gets it."""
    if base_address(view):
        yield Page(FILE_NAME, render, {})


def render(view: SiteView, _inputs: Mapping[str, object]) -> str:
    """Write the description."""
    name, title = words(view.site.name, view.lang), words(view.site.title, view.lang)
    template = f"{base_address(view)}{view.root}{path_of('search')}?q={{searchTerms}}"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(name[:LONGEST_SHORT_NAME])}</ShortName>\n"
        f"<LongName>{escape(title[:LONGEST_LONG_NAME])}</LongName>\n"
        f"<Description>{escape(words(view.site.region.tagline, view.lang))}</Description>\n"
        f'<Url type="text/html" template={quoteattr(template)}/>\n'
        f"<Language>{view.lang}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
