"""Plan the directory: a page for every record, the listings, the places and the texts."""

from collections.abc import Callable, Iterator

from plugins.directory.entries import by_name, by_start, entries, is_past, named, places, referred
from plugins.directory.home import plan_home
from plugins.directory.listings import plan_listings
from plugins.directory.places import plan_places
from plugins.records.brief import Brief
from plugins.site.page import Input, Page, Whole
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

Inputs = dict[str, Input]


def plan_pages(view: SiteView) -> Iterator[Page]:
    """Plan every page of the directory."""
    yield plan_home(view)
    yield from plan_records(view)
    yield from plan_listings(view)
    yield from plan_places(view)
    yield from plan_texts(view)
    yield Page("404.html", "404.html", {})


def plan_records(view: SiteView) -> Iterator[Page]:
    """Plan the page of every organisation, cause, coalition and event."""
    for kind, inputs_of in _INPUTS.items():
        for brief in view.catalogue.of(kind):
            if brief.status == "removed":
                yield Page(path_of(brief), "removed.html", {"record": Whole(brief)}, FOLDER_OF_TYPE[kind])
            else:
                inputs = {"record": Whole(brief)} | inputs_of(view, brief)
                yield Page(path_of(brief), f"{kind}.html", inputs, FOLDER_OF_TYPE[kind])


def plan_texts(view: SiteView) -> Iterator[Page]:
    """Plan the standing pages: about, accessibility and the others of content/pages."""
    for brief in view.catalogue.of("page"):
        yield Page(path_of(brief), "page.html", {"record": Whole(brief)}, "about")


def _organisation(view: SiteView, brief: Brief) -> Inputs:
    located = {r.id for r in brief.references if r.field[0] == "locations" and r.type == "place"}
    found = {code: view.catalogue.place(code) for code in sorted(located)}
    return {
        "causes": named(view, "cause", brief.causes),
        "coalitions": view.catalogue.referring(brief, "coalition"),
        "events": _events(view, brief),
        "exhibitions": view.catalogue.referring(brief, "exhibition"),
        "places": places(view, brief),
        "location_places": {code: place for code, place in found.items() if place is not None},
    }


def _cause(view: SiteView, brief: Brief) -> Inputs:
    return {
        "organisations": entries(view, by_name(view, view.catalogue.referring(brief, "organisation"))),
        "coalitions": entries(view, by_name(view, view.catalogue.referring(brief, "coalition"))),
        "events": _events(view, brief),
        "exhibitions": entries(view, view.catalogue.referring(brief, "exhibition")),
        "places": places(view, brief),
        "qr": None,
    }


def _coalition(view: SiteView, brief: Brief) -> Inputs:
    convenor = referred(view, brief, "organisation", "convenor")
    return {
        "members": referred(view, brief, "organisation", "members"),
        "convenor": convenor[0] if convenor else None,
        "causes": entries(view, named(view, "cause", brief.causes)),
        "events": _events(view, brief),
        "places": places(view, brief),
    }


def _event(view: SiteView, brief: Brief) -> Inputs:
    at = [view.catalogue.place(r.id) for r in brief.references if r.field == ("place",)]
    return {
        "organisers": referred(view, brief, "organisation", "organisers"),
        "place": at[0] if at else None,
        "causes": named(view, "cause", brief.causes),
    }


def _events(view: SiteView, brief: Brief) -> tuple[dict[str, object], ...]:
    """Give the coming events of a record, soonest first, and then the past ones."""
    events = by_start(view.catalogue.referring(brief, "event"))
    today = view.build.date
    coming = [event for event in events if not is_past(event, today)]
    past = [event for event in reversed(events) if is_past(event, today)]
    return entries(view, coming + past)


_INPUTS: dict[str, Callable[[SiteView, Brief], Inputs]] = {
    "organisation": _organisation,
    "cause": _cause,
    "coalition": _coalition,
    "event": _event,
}
