"""Describe the search of a site, so that browsers can offer it in their address bar.

OpenSearch wants full addresses: a site whose address is not known has no description.
"""

from xml.sax.saxutils import escape, quoteattr

FILE_NAME = "opensearch.xml"
MEDIA_TYPE = "application/opensearchdescription+xml"
# what the format allows
LONGEST_NAME = 16
LONGEST_DESCRIPTION = 1024


def describe(name: str, description: str, lang: str, root: str) -> bytes:
    """Write the description; `root` is the full address of the root of the language, with a slash at its end."""
    template = quoteattr(f"{root}search.html?q={{searchTerms}}")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(name[:LONGEST_NAME].rstrip())}</ShortName>\n"
        f"<Description>{escape(description[:LONGEST_DESCRIPTION])}</Description>\n"
        f"<Language>{escape(lang)}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" method="get" template={template}/>\n'
        "</OpenSearchDescription>\n"
    ).encode()
