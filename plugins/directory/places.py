"""Plan the map and the pages of the municipalities."""

from collections.abc import Iterator
from typing import cast

from plugins.directory.calendar import by_time
from plugins.directory.dots import Degrees, Spots
from plugins.directory.entries import Entry, by_name, dated_entries, entries
from plugins.directory.mosaic import Mosaic, plan_mosaic, with_counts
from plugins.directory.outlines import as_mosaic
from plugins.directory.settlements import names_of, plan_settlements, regions_of, settlements_of
from plugins.records.brief import Brief
from plugins.records.model import Outlines, Place
from plugins.site.page import Page, Whole
from plugins.site.urls import path_of
from plugins.site.view import SiteView

# more of a municipality's records than these are a click away, in the listing
SHOWN = 24


def maps(view: SiteView) -> tuple[dict[str, object], ...]:
    """Give the map of the region; on the national site, those of all regions."""
    return tuple(_map(view, region) for region in regions_of(view))


def _map(view: SiteView, region: Brief) -> dict[str, object]:
    towns = by_name(view, view.catalogue.municipalities(region.code))
    counted = tuple({"place": town, "count": organisations_in(view, town)} for town in towns)
    drawn = _drawn(view, region, {town.code: _spots(view, town) for town in towns})
    shapes = with_counts(drawn, counted) if drawn else None
    listed = region.id if any(settlements_of(view, town) for town in towns) else None
    outlines = _outlines(view, region)
    return {
        "region": region.name,
        "mosaic": shapes,
        "outlined": outlines is not None,
        "attribution": outlines.attribution if outlines else None,
        "places": counted,
        "settlements": listed,
    }


def _outlines(view: SiteView, region: Brief) -> Outlines | None:
    brief = view.catalogue.whole.get(Outlines.TYPE, region.id)
    return cast("Outlines", view.load(brief)) if brief else None


def _drawn(view: SiteView, region: Brief, spots: Spots) -> Mosaic | None:
    """Draw the outlines that lie beside the region's record, else the letters that stand in it."""
    if outlines := _outlines(view, region):
        return as_mosaic(outlines, spots)
    mosaic = view.site.mosaics.get(region.id)
    return plan_mosaic(mosaic.grid, mosaic.letters, spots) if mosaic else None


def _spots(view: SiteView, town: Brief) -> tuple[Degrees, ...]:
    """Say where a municipality's main town lies, and those of its settlements that a record names and one describes."""
    named = (place for place in view.catalogue.named_places if place.kind == "settlement" and place.parent == town.code)
    points = (cast("Place", view.load(place)).coordinates for place in (town, *named))
    return tuple((point.longitude, point.latitude) for point in points if point)


def organisations_in(view: SiteView, place: Brief) -> int:
    """Count the organisations that work in a place."""
    return len(view.catalogue.in_place(place.code, "organisation"))


def plan_places(view: SiteView) -> Iterator[Page]:
    """Plan the map page, and a page for every municipality and every place that a record names."""
    yield Page("places/index.html", "places.html", {"maps": maps(view)}, "places")
    yield from plan_settlements(view)
    shown = shown_places(view)
    for place in shown:
        yield Page(path_of(place), "place.html", _place(view, place, shown), "places")


def shown_places(view: SiteView) -> tuple[Brief, ...]:
    """Give the places that have a page on the site, sorted by id."""
    places = {place.id: place for place in (*view.site.municipalities, *view.catalogue.named_places)}
    return tuple(places[id] for id in sorted(places))


def _place(view: SiteView, place: Brief, shown: tuple[Brief, ...]) -> dict[str, object]:
    region = view.catalogue.place(place.parent)
    coming, past = by_time(view, view.catalogue.in_place(place.code, "event"))
    beside = (each for each in shown if each.kind == "municipality" and each.parent == place.parent)
    towns = beside if place.kind == "municipality" else view.site.municipalities
    return {
        "place": place,
        "region": region.name if region else place.name,
        "organisations": _here(view, place, "organisation"),
        "helpers": tuple(Whole(b) for b in by_name(view, view.catalogue.in_place(place.code, "organisation"))[:SHOWN]),
        "near": tuple(sorted(view.catalogue.gazetteer.near(place.code))),
        "organisation_count": organisations_in(view, place),
        "causes": _here(view, place, "cause"),
        "coalitions": _here(view, place, "coalition"),
        "exhibitions": _here(view, place, "exhibition"),
        "events": dated_entries(view, (coming + past)[:SHOWN]),
        "made": view.build.date,
        "neighbours": tuple(
            {"place": town, "count": organisations_in(view, town)}
            for town in by_name(view, towns)
            if town.id != place.id
        ),
        "settlements": names_of(view, place),
    }


def _here(view: SiteView, place: Brief, kind: str) -> tuple[Entry, ...]:
    return entries(view, by_name(view, view.catalogue.in_place(place.code, kind))[:SHOWN])
