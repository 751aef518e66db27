"""Plan what an exhibition shows of its objects: a page for each, the lists, the audit, and the files themselves."""

from collections.abc import Iterable, Iterator, Sequence

from plugins.exhibitions.objects.audit import plan_audit
from plugins.exhibitions.objects.entries import path_of_object, where_of
from plugins.exhibitions.objects.facets import Facets, facets_of, rights_label
from plugins.exhibitions.objects.listings import DOOR, plan_listings
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.collections import media_of, medium_of, named_medium, objects_of, poster_of
from plugins.site.media import is_picture, path_of_file, plan_media, shown
from plugins.site.page import Input, Page
from plugins.site.rendering import LANGUAGE_NAMES
from plugins.site.urls import path_of
from plugins.site.view import SiteView


def plan_objects(view: SiteView, exhibition: Brief) -> Iterator[Page]:
    """Plan the pages of an exhibition's objects; nothing for one without objects."""
    objects = objects_of(view, exhibition)
    if not objects:
        return
    facets = facets_of(view, exhibition, objects)
    yield from _plan_each(view, exhibition, objects, facets)
    yield from plan_listings(view, exhibition, objects, facets)
    yield plan_audit(view, exhibition, objects)


def plan_files(view: SiteView, exhibitions: Iterable[Brief]) -> Iterator[Page]:
    """Plan the files that the exhibitions of a site show: once, for the language at its root."""
    if view.root == "":
        yield from plan_media(medium for exhibition in exhibitions for medium in media_of(view, exhibition))


def about_objects(view: SiteView, exhibition: Brief) -> dict[str, Input] | None:
    """Give what the page of the exhibition says of its objects: {path, count}; None for none."""
    objects = objects_of(view, exhibition)
    return {"path": path_of("objects", exhibition=exhibition), "count": len(objects)} if objects else None


def panel_pictures(view: SiteView, exhibition: Brief) -> dict[str, Input]:
    """Give the photographs that panels show, by what the build calls them."""
    named = (r.id for r in exhibition.references if r.type == "medium")
    media = (view.catalogue.whole.get("medium", id) for id in dict.fromkeys(named))
    return {medium.id: shown(medium) for medium in media if medium}


def _plan_each(view: SiteView, exhibition: Brief, objects: Sequence[Object], facets: Facets) -> Iterator[Page]:
    values = _values_by_object(facets)
    for number, thing in enumerate(objects):
        medium = medium_of(view, exhibition, thing)
        before = objects[number - 1] if number else None
        after = objects[number + 1] if number + 1 < len(objects) else None
        inputs: dict[str, Input] = {
            "object": thing,
            "exhibition": exhibition,
            "number": number + 1,
            "count": len(objects),
            "where": where_of(view, thing),
            "picture": shown(medium) if medium and is_picture(medium) else None,
            "file": _file(medium),
            "film": _film(view, exhibition, thing, medium),
            "rights_label": rights_label(view, thing),
            "values": values.get(number, ()),
            "before": before and _neighbour(exhibition, before),
            "after": after and _neighbour(exhibition, after),
        }
        yield Page(path_of_object(exhibition, thing), "object.html", inputs, DOOR)


def _values_by_object(facets: Facets) -> dict[int, tuple[dict[str, Input], ...]]:
    """Give each object its values: {facet, label, path of what they lead to; None where that is the object itself}."""
    found: dict[int, list[dict[str, Input]]] = {}
    for values in facets.values():
        for value in values:
            path = value.path if len(value.objects) > 1 else None
            described: dict[str, Input] = {"facet": value.facet, "label": value.label, "path": path}
            for number in value.objects:
                found.setdefault(number, []).append(described)
    return {number: tuple(each) for number, each in found.items()}


def _file(medium: Brief | None) -> dict[str, Input] | None:
    """Describe a recording or document: {path, kind, bytes, ending}; None for a picture, or no file."""
    if medium is None or is_picture(medium):
        return None
    ending = medium.id.rpartition(".")[2].upper()
    return {"path": path_of_file(medium), "kind": medium.kind, "bytes": medium.measures[0], "ending": ending}


def _film(view: SiteView, exhibition: Brief, thing: Object, medium: Brief | None) -> dict[str, Input] | None:
    """Describe how a film is shown: None for no film.

    {poster: path | None, width, height, milliseconds, tracks: tuple of {lang, name, path}}; 0 is what is not known.
    """
    if medium is None or medium.kind != "video":
        return None
    poster = poster_of(view, exhibition, thing)
    written = ((lang, named_medium(view, exhibition, name)) for lang, name in sorted(thing.captions.items()))
    _, width, height, length = medium.measures
    return {
        "poster": str(shown(poster)["src"]) if poster and is_picture(poster) else None,
        "width": width,
        "height": height,
        "milliseconds": length,
        "tracks": tuple(
            {"lang": lang, "name": LANGUAGE_NAMES[lang], "path": path_of_file(each)} for lang, each in written if each
        ),
    }


def _neighbour(exhibition: Brief, thing: Object) -> dict[str, Input]:
    return {"path": path_of_object(exhibition, thing), "title": thing.title}
