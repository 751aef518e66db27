"""The description of a page in the page itself."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from plugins.exports.structured import Description, described
from plugins.records.brief import Brief
from plugins.site.page import Page, Whole
from plugins.site.urls import path_of
from plugins.site.view import SiteView
from tests.exports.conftest import MakeSite
from tests.exports.made import PUBLISHED, Made
from tests.exports.records import ALL, CAUSE

HOSTILE = CAUSE.replace("Чиста река", "</script><!-- <script>alert(1)")


def page_of(view: SiteView, brief: Brief) -> Page:
    """Plan the page of a record."""
    return described(view, Page(path_of(brief), "x.html", {"record": Whole(brief)}))


def scripts(site: Made, lang: str = "bg") -> Iterator[tuple[str, str]]:
    """Give the description of every record."""
    view = site.view(lang)
    for kind, id in view.catalogue.records:
        brief = view.catalogue.records[kind, id]
        structured = page_of(view, brief).inputs.get("structured")
        if isinstance(structured, Description):
            yield kind, str(structured.script(site.record(kind, id)))


def graph(site: Made, kind: str, lang: str = "bg") -> list[dict[str, Any]]:
    """Read the description of the one record of a type."""
    found: list[dict[str, Any]] = json.loads(dict(scripts(site, lang))[kind])["@graph"]
    return found


def test_every_type_is_described(make_site: MakeSite) -> None:
    """Each record that citizens find says what it is, and how one came to it."""
    found = {kind: json.loads(script)["@graph"] for kind, script in scripts(make_site(ALL))}
    types = {kind: [node["@type"] for node in nodes] for kind, nodes in found.items() if kind != "organisation"}
    assert types == {
        "action": ["Action", "BreadcrumbList"],
        "cause": ["DefinedTerm", "BreadcrumbList"],
        "coalition": ["Consortium", "BreadcrumbList"],
        "event": ["Event", "BreadcrumbList"],
        "need": ["Offer", "BreadcrumbList"],
        "opportunity": ["JobPosting", "BreadcrumbList"],
        "resource": ["LearningResource", "BreadcrumbList"],
        "study": ["Dataset", "BreadcrumbList"],
    }


def test_a_place_is_described(make_site: MakeSite) -> None:
    """A place says its name, its code and what it lies in."""
    view = make_site(ALL).view()
    brief = view.catalogue.place("KRZ02")
    assert brief is not None
    structured = described(view, Page(path_of(brief), "place.html", {"place": brief})).inputs["structured"]
    assert isinstance(structured, Description)
    assert json.loads(str(structured.script(brief)))["@graph"][0] == {
        "@type": "AdministrativeArea",
        "@id": "../places/ardino.html",
        "name": "Ардино",
        "identifier": "KRZ02",
        "containedInPlace": {"@type": "AdministrativeArea", "identifier": "BG425"},
    }


def test_no_text_ends_the_description(make_site: MakeSite) -> None:
    """A name cannot close the element that it stands in, and comes back whole."""
    script = dict(scripts(make_site({"causes/reka": HOSTILE})))["cause"]
    assert not set("<>&") & set(script)
    assert json.loads(script)["@graph"][0]["name"] == "</script><!-- <script>alert(1)"


def test_a_page_calls_others_by_name(make_site: MakeSite) -> None:
    """Organisers, causes and places are named in the language of the page, as far as they can be."""
    event = graph(make_site(ALL), "event", "tr")[0]
    assert event["organizer"][0]["name"] == "Örnek Derneği"
    assert event["about"][0]["name"] == {"@language": "bg", "@value": "Чиста река"}
    assert event["location"][0]["address"]["addressLocality"] == "Ardino"
    assert (event["startDate"], event["eventStatus"]) == (
        "2026-12-05T10:00:00+02:00",
        "https://schema.org/EventScheduled",
    )


@pytest.mark.parametrize(
    ("region", "lang", "own"),
    [
        (None, "bg", "../causes/reka.html#cause"),
        (None, "tr", "../../causes/reka.html#cause"),
        (PUBLISHED, "tr", "https://primer.example/site/causes/reka.html#cause"),
    ],
)
def test_a_record_is_one_thing_in_all_languages(make_site: MakeSite, region: str | None, lang: str, own: str) -> None:
    """Whatever the language of the page, the thing has the same address."""
    site = make_site(ALL, **({"region": region} if region else {}))
    assert graph(site, "cause", lang)[0]["@id"] == own


def test_the_page_changes_when_a_named_record_does(make_site: MakeSite) -> None:
    """Whom a description names is among the inputs of the page."""
    view = make_site(ALL).view()
    structured = page_of(view, view.catalogue.records["event", "sreshta"]).inputs["structured"]
    assert isinstance(structured, Description)
    assert {brief.id for brief in structured.named} == {"primer", "reka", "ardino"}
