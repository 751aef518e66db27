"""Browsers can be told how to search a site."""

from xml.etree import ElementTree as ET

from plugins.search.opensearch import describe

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_the_description_leads_to_the_search_page() -> None:
    """The name is short enough for the format, the address takes the query, and text stays text."""
    content = describe("Заедно за Кърджали", "Каузи & <места>", "bg", "https://example.org/a/")
    root = ET.fromstring(content)  # noqa: S314  # written just above
    found = {child.tag.removeprefix(SPACE): child.text or child.get("template") for child in root}
    assert found == {
        "ShortName": "Заедно за Кърджа",
        "Description": "Каузи & <места>",
        "Language": "bg",
        "InputEncoding": "UTF-8",
        "Url": "https://example.org/a/search.html?q={searchTerms}",
    }
