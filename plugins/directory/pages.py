"""Plan the directory: a page for every record, the listings, the places and the texts."""

from collections.abc import Callable, Iterator
from typing import cast

from plugins.directory import actions, calendar, common_causes, knowledge, needs, studies, volunteering
from plugins.directory.actions import action_inputs
from plugins.directory.boards import plan_board
from plugins.directory.calendar import plan_calendar, repeated_inputs
from plugins.directory.comparison import plan_comparison
from plugins.directory.entries import by_name, by_start, dated_entries, entries, is_past, named, places, referred
from plugins.directory.home import plan_home
from plugins.directory.knowledge import resource_inputs
from plugins.directory.listings import plan_listings
from plugins.directory.logos import plan_logos
from plugins.directory.needs import is_open, need_inputs
from plugins.directory.places import plan_places
from plugins.directory.relations import plan_relations
from plugins.directory.studies import plan_studies, study_inputs
from plugins.directory.study_package import plan_packages
from plugins.directory.volunteering import by_time, opportunity_inputs, plan_volunteers_day
from plugins.records.brief import Brief
from plugins.records.freshness import review
from plugins.records.model import Coalition
from plugins.records.recurrence import next_occurrence
from plugins.site.page import Input, Page, Whole
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

Inputs = dict[str, Input]
BOARDS = (
    common_causes.CAUSES,
    common_causes.COALITIONS,
    actions.BOARD,
    knowledge.BOARD,
    needs.BOARD,
    studies.BOARD,
    volunteering.BOARD,
)


def plan_pages(view: SiteView) -> Iterator[Page]:
    """Plan every page of the directory."""
    yield plan_home(view)
    yield from plan_records(view)
    yield from plan_listings(view)
    yield from plan_places(view)
    for board in BOARDS:
        yield from plan_board(view, board)
    yield from plan_calendar(view)
    yield from plan_volunteers_day(view)
    yield from plan_studies(view)
    yield from plan_packages(view)
    yield from plan_comparison(view)
    yield from plan_texts(view)
    yield from plan_logos(view)
    yield Page(path_of("saved"), "saved.html", {})
    yield Page(path_of("missing"), "404.html", {})


def plan_records(view: SiteView) -> Iterator[Page]:
    """Plan the page of every record that has one of its own, exhibitions and places apart."""
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
    dated = {
        "events": _events(view, brief),
        "opportunities": dated_entries(view, _open_opportunities(view, brief)),
        "needs": entries(view, _open_needs(view, brief)),
    }
    return {
        **dated,
        "made": view.build.date if any(dated.values()) else "",
        "causes": named(view, "cause", brief.causes),
        "coalitions": view.catalogue.referring(brief, "coalition"),
        "exhibitions": view.catalogue.referring(brief, "exhibition"),
        "checked_by": view.catalogue.get("organisation", brief.checked_by),
        "review": _review(view, brief),
        "places": places(view, brief),
        "location_places": {code: place for code, place in found.items() if place is not None},
    }


def _cause(view: SiteView, brief: Brief) -> Inputs:
    return {
        "made": view.build.date,
        "organisations": entries(view, by_name(view, view.catalogue.referring(brief, "organisation"))),
        "coalitions": entries(view, by_name(view, view.catalogue.referring(brief, "coalition"))),
        "events": _events(view, brief),
        "exhibitions": entries(view, view.catalogue.referring(brief, "exhibition")),
        "opportunities": dated_entries(view, _open_opportunities(view, brief)),
        "actions": entries(view, by_start(view.catalogue.referring(brief, "action"), newest_first=True)),
        "studies": entries(view, by_start(view.catalogue.referring(brief, "study"), newest_first=True)),
        "places": places(view, brief),
    }


def _coalition(view: SiteView, brief: Brief) -> Inputs:
    convenor = referred(view, brief, "organisation", "convenor")
    return {
        "made": view.build.date,
        "relations": plan_relations(view, cast("Coalition", view.load(brief))),
        "actions": entries(view, by_start(view.catalogue.referring(brief, "action"), newest_first=True)),
        "convenor": convenor[0] if convenor else None,
        "causes": entries(view, named(view, "cause", brief.causes)),
        "events": _events(view, brief),
        "places": places(view, brief),
    }


def _event(view: SiteView, brief: Brief) -> Inputs:
    at = [view.catalogue.place(r.id) for r in brief.references if r.field == ("place",)]
    return {
        **repeated_inputs(view, brief),
        "over": is_past(next_occurrence(brief, view.build.date), view.build.date),
        "organisers": referred(view, brief, "organisation", "organisers"),
        "place": at[0] if at else None,
        "causes": named(view, "cause", brief.causes),
    }


def _open_opportunities(view: SiteView, brief: Brief) -> list[Brief]:
    """Give where volunteers are needed for a record, soonest first."""
    referring = view.catalogue.referring(brief, "opportunity")
    return list(dict(by_time(view, referring))["open"]) if referring else []


def _open_needs(view: SiteView, brief: Brief) -> list[Brief]:
    """Give the needs and offers of an organisation that still stand."""
    return [need for need in view.catalogue.referring(brief, "need") if is_open(need, view.build.date)]


def _review(view: SiteView, brief: Brief) -> dict[str, Input] | None:
    """Tell how fresh a record is, and from what day on it must be checked again."""
    if not brief.checked:
        return None
    planned = review(brief.checked, brief.review_every)
    return {"state": planned.state(view.build.date), "due": planned.due}


def _events(view: SiteView, brief: Brief) -> tuple[dict[str, object], ...]:
    """Give the coming events of a record, soonest first, and then the past ones."""
    events = view.catalogue.referring(brief, "event")
    if not events:
        return ()
    coming, past = calendar.by_time(view, events)
    return dated_entries(view, coming + past)


_INPUTS: dict[str, Callable[[SiteView, Brief], Inputs]] = {
    "organisation": _organisation,
    "cause": _cause,
    "coalition": _coalition,
    "event": _event,
    "action": action_inputs,
    "need": need_inputs,
    "opportunity": opportunity_inputs,
    "resource": resource_inputs,
    "study": study_inputs,
}
