"""Plan where a citizen finds her village: the settlements of a region, each with its municipality.

No service is asked where anybody is; one looks for a name or a postcode in a list.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import cast

from plugins.catalogue.catalogue import COUNTRY
from plugins.directory.entries import by_name
from plugins.languages.collation import initial, sort_key
from plugins.languages.text import DEFAULT_LANGUAGE
from plugins.languages.transliteration import latin
from plugins.records.brief import Brief
from plugins.records.model import Place
from plugins.records.model.place import Settlement
from plugins.site.page import Page
from plugins.site.urls import path_of
from plugins.site.view import SiteView


def regions_of(view: SiteView) -> tuple[Brief, ...]:
    """Give the regions that the site shows: its own, or all of them on the national one."""
    if view.site.brief.code != COUNTRY:
        return (view.site.brief,)
    return tuple(region for region in view.catalogue.whole.of("region") if region.code != COUNTRY)


def settlements_of(view: SiteView, town: Brief) -> tuple[Settlement, ...]:
    """Give the towns and villages of a municipality, as its record lists them."""
    return cast("Place", view.load(town)).settlements


def written(view: SiteView, settlement: Settlement) -> str:
    """Write a settlement's name in the letters of the reader's language."""
    return settlement.name if view.lang == DEFAULT_LANGUAGE else latin(settlement.name)


def names_of(view: SiteView, town: Brief) -> tuple[str, ...]:
    """Give the names of a municipality's settlements in the reader's order."""
    names = (written(view, each) for each in settlements_of(view, town))
    return tuple(sorted(names, key=lambda name: sort_key(name, view.lang)))


def plan_settlements(view: SiteView) -> Iterator[Page]:
    """Plan the list of settlements of every region that the site shows and that has such a list."""
    for region in regions_of(view):
        path = path_of("settlements", region=region.id)
        found = [
            (written(view, each), each.postcode or "", town)
            for town in by_name(view, view.catalogue.municipalities(region.code))
            for each in settlements_of(view, town)
        ]
        found.sort(key=lambda each: (sort_key(each[0], view.lang), each[2].id))
        letters = groupby(found, lambda each: initial(each[0], view.lang))
        inputs = {
            "region": region.name,
            "total": len(found),
            "letters": tuple(
                {
                    "letter": letter,
                    "path": path,
                    "current": False,
                    "fragment": f"l{number}",
                    "entries": tuple({"name": name, "postcode": code, "place": town} for name, code, town in group),
                }
                for number, (letter, group) in enumerate(letters, 1)
            ),
        }
        if found:
            yield Page(path, "settlements.html", inputs, "places")
