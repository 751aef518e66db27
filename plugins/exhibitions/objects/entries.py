"""Project an object on what cards, lists and neighbours show of it; worked out once for all pages of a language."""

from collections.abc import Mapping

from plugins.languages.edtf import say_edtf
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.collections import poster_of
from plugins.site.media import is_picture, shown
from plugins.site.urls import path_of
from plugins.site.view import SiteView

Entry = Mapping[str, object]


def path_of_object(exhibition: Brief, thing: Object) -> str:
    """Give the path of an object's page, inside the root of a language."""
    return path_of("object", exhibition=exhibition, id=thing.id)


def entry_of(view: SiteView, exhibition: Brief, thing: Object) -> Entry:
    """Give what lists show: {path, title, kind, when (in words), where (Text or None), picture}."""
    key = ("object", f"{exhibition.id}/{thing.id}")
    if key not in view.entries:
        medium = poster_of(view, exhibition, thing)
        view.entries[key] = {
            "path": path_of_object(exhibition, thing),
            "title": thing.title,
            "kind": thing.kind,
            "when": say_edtf(thing.date, view.lang) if thing.date else "",
            "where": where_of(view, thing),
            "picture": shown(medium) if medium and is_picture(medium) else None,
        }
    return view.entries[key]


def where_of(view: SiteView, thing: Object) -> object:
    """Say where an object is from: its own words, else the name of its place; None where nobody knows."""
    place = view.catalogue.place(thing.place) if thing.place and thing.location is None else None
    return place.name if place else thing.location
