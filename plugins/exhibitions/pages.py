"""Plan the pages of the exhibitions: one for each, with all its panels, and the lists: of all, and by place.

Whether an exhibition is on the wall now is told from the date of the build.
"""

from collections.abc import Iterable, Iterator, Sequence

from plugins.exhibitions.facts import facts_of
from plugins.exhibitions.objects.pages import about_objects, panel_pictures, plan_files, plan_objects
from plugins.exhibitions.outputs import TAKE, path_of_output, plan_outputs, plan_papers
from plugins.exhibitions.plain import path_of_plain, render_plain
from plugins.exhibitions.printing import funder_of, plan_sheets, plan_styles
from plugins.exhibitions.travelling import path_of_borrowing, path_of_calendar, places_of_stops, plan_tour
from plugins.languages.collation import sort_key
from plugins.records.brief import Brief
from plugins.site.page import Input, Page, Whole
from plugins.site.urls import path_of
from plugins.site.view import SiteView

DOOR = "exhibitions"
# the headings of the list, in its order
STATES = ("now", "coming", "past")


def plan_pages(view: SiteView) -> Iterator[Page]:
    """Plan the page of every exhibition, and the list of them."""
    exhibitions = view.catalogue.of("exhibition")
    facts = facts_of(view, (brief for brief in exhibitions if brief.status != "removed"))
    for brief in exhibitions:
        if brief.status == "removed":
            yield Page(path_of(brief), "removed.html", {"record": Whole(brief)}, DOOR)
        else:
            yield Page(path_of(brief), "exhibition.html", _inputs(view, brief), DOOR)
            yield from plan_sheets(view, brief, facts[brief.id])
            yield from plan_tour(view, brief, facts[brief.id])
            yield Page(path_of_plain(brief), render_plain, {"record": Whole(brief)})
            yield from plan_objects(view, brief)
            yield from plan_outputs(view, brief, facts[brief.id])
    yield from plan_files(view, [brief for brief in exhibitions if brief.status != "removed"])
    if exhibitions:
        yield from plan_styles()
        yield from plan_papers()
    yield from _listings(view, [brief for brief in exhibitions if brief.status != "removed"])


def state_of(brief: Brief, today: str) -> str:
    """Tell whether an exhibition is on the wall: "now", "coming" or "past"; without dates, now."""
    if brief.end and brief.end < today:
        return "past"
    return "coming" if brief.start > today else "now"


def _inputs(view: SiteView, brief: Brief) -> dict[str, Input]:
    return {
        "record": Whole(brief),
        "organisations": _named(view, brief, "organisations", "organisation"),
        "causes": _named(view, brief, "causes", "cause"),
        "places": _places(view, brief),
        "state": state_of(brief, view.build.date),
        "taking": path_of_output(brief, TAKE),
        "stop_places": places_of_stops(view, brief),
        "borrowing": path_of_borrowing(brief),
        "calendar": path_of_calendar(brief),
        # the stops are over by a date
        "made": view.build.date if any(r.field[0] == "tour" for r in brief.references) else "",
        "own_funder": funder_of(view, brief),
        "pictures": panel_pictures(view, brief),
        "objects": about_objects(view, brief),
    }


def _named(view: SiteView, brief: Brief, field: str, kind: str) -> tuple[Brief, ...]:
    """Give the records that a field names and this site shows, in the order of the field."""
    ids = (r.id for r in brief.references if r.field[0] == field and r.type == kind)
    found = (view.catalogue.get(kind, id) for id in dict.fromkeys(ids))
    return tuple(each for each in found if each is not None)


def _places(view: SiteView, brief: Brief) -> tuple[Brief, ...]:
    """Give the place where it stands, else the places that it is about."""
    stands = tuple(r.id for r in brief.references if r.field == ("place",))
    found = (view.catalogue.place(code) for code in stands or brief.area)
    return tuple(place for place in found if place is not None)


def _listings(view: SiteView, briefs: Sequence[Brief]) -> Iterator[Page]:
    """Plan the list of all, and that of every place of the region where one stands, stops, or that it is about."""
    found: dict[Brief, list[Brief]] = {}
    for brief in briefs:
        for place in dict.fromkeys((*_places(view, brief), *places_of_stops(view, brief).values())):
            if view.site.brief.code in view.catalogue.within(place.code):
                found.setdefault(place, []).append(brief)
    ranked = sorted(found, key=lambda place: (sort_key(place.name.best(view.lang).text, view.lang), place.id))
    for subject in (None, *ranked):
        entries = tuple({"value": place, "count": len(found[place]), "current": place is subject} for place in ranked)
        facets = ({"facet": "place", "entries": entries},) if entries else ()
        yield _listing(view, subject, found[subject] if subject else briefs, facets, len(briefs))


def _listing(
    view: SiteView, subject: Brief | None, briefs: Iterable[Brief], facets: tuple[Input, ...], total: int
) -> Page:
    """Plan a list: what can be seen now, what is coming soonest first, what is past latest first."""
    groups: dict[str, list[Brief]] = {state: [] for state in STATES}
    for brief in sorted(briefs, key=lambda b: (b.start, b.id)):
        groups[state_of(brief, view.build.date)].append(brief)
    groups["past"].reverse()
    inputs: dict[str, Input] = {
        "section": DOOR,
        "by": "place" if subject else "all",
        "subject": subject,
        "total": sum(map(len, groups.values())),
        "section_total": total,
        "groups": tuple(_group(view, state, found) for state, found in groups.items() if any(groups.values())),
        "made": view.build.date,
        "letters": (),
        "facets": facets,
        "pages": None,
    }
    path = path_of("narrowed", section=DOOR, facet="place", value=subject.id) if subject else path_of(DOOR)
    return Page(path, "listing.html", inputs, DOOR)


def _group(view: SiteView, state: str, briefs: Iterable[Brief]) -> dict[str, Input]:
    entries = tuple(
        {"record": b, "count": None, "places": ", ".join(p.name.best(view.lang).text for p in _places(view, b))}
        for b in briefs
    )
    return {"heading": state, "fragment": state, "entries": entries}
