"""Plan the lists of an exhibition's objects: all of them and those of every value, cut into pages.

A page never grows with the collection: it has at most so many objects and values, and its row of
further pages is cut too.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from plugins.exhibitions.objects.entries import entry_of
from plugins.exhibitions.objects.facets import LISTED, MOST, Facets, Value, decade_of
from plugins.languages.collation import sort_key
from plugins.languages.edtf import say_decade, sort_value
from plugins.records.brief import Brief
from plugins.records.model import Object
from plugins.site.page import Page
from plugins.site.urls import numbered, path_of
from plugins.site.view import SiteView

DOOR = "exhibitions"
PER_PAGE = 48
# lines of a list without pictures
LINES = 120


def plan_listings(view: SiteView, exhibition: Brief, objects: Sequence[Object], facets: Facets) -> Iterator[Page]:
    """Plan every list of the objects."""
    shown = _facet_inputs(facets)
    # examples leave a site as data only where all of it is an example
    data = view.site.region.demo or not exhibition.demo
    counts = {
        "data": data,
        "total": len(objects),
        "rights_unknown": sum(thing.rights == "unknown" for thing in objects),
    }
    every = range(len(objects))
    beside = {value.path for values in facets.values() if len(values) > 1 for value in _chief(values)}
    listed = [value for values in facets.values() for value in values if value.listed]
    for value, numbers in ((None, every), *((value, value.objects) for value in listed)):
        path = value.path if value else path_of("objects", exhibition=exhibition)
        subject = _subject(value, beside) if value else None
        for number, paths, part in _cut(path, numbers, PER_PAGE):
            inputs = {
                "exhibition": exhibition,
                "subject": subject,
                "count": len(numbers),
                "entries": tuple(entry_of(view, exhibition, objects[at]) for at in part),
                "facets": shown,
                "pages": {"number": number, "paths": paths} if len(paths) > 1 else None,
                **counts,
            }
            yield Page(paths[number - 1], "objects.html", inputs, DOOR)
    yield from _plan_timeline(view, exhibition, objects)
    for facet in LISTED:
        yield from _plan_values(view, exhibition, facet, facets[facet])


def _subject(value: Value, beside: Collection[str]) -> dict[str, object]:
    """Describe the value that a list is of; lists that do not stand beside all others look the same there."""
    return {"facet": value.facet, "label": value.label, "path": value.path, "beside": value.path in beside}


def _facet_inputs(facets: Facets) -> tuple[dict[str, object], ...]:
    """Give of each facet the values that stand beside every list, and how many there are."""
    return tuple(
        {
            "facet": facet,
            "total": len(values),
            "entries": tuple({"label": v.label, "path": v.path, "count": len(v.objects)} for v in _chief(values)),
        }
        for facet, values in facets.items()
        if len(values) > 1
    )


def _chief(values: Sequence[Value]) -> list[Value]:
    """Give the most frequent values, in the order of the facet."""
    chief = sorted(values, key=lambda value: -len(value.objects))[:MOST]
    return [value for value in values if value in chief]


def _cut(path: str, items: Sequence[int], size: int) -> Iterator[tuple[int, tuple[str, ...], Sequence[int]]]:
    """Cut a list into pages: (number from 1, paths of all pages, what stands on this one)."""
    count = max(1, -(-len(items) // size))
    paths = tuple(numbered(path, at + 1) for at in range(count))
    for at in range(count):
        yield at + 1, paths, items[at * size : (at + 1) * size]


def _plan_timeline(view: SiteView, exhibition: Brief, objects: Sequence[Object]) -> Iterator[Page]:
    """Plan the objects in the order of time, under headings of ten years."""
    dated = sorted((sort_value(thing.date), at) for at, thing in enumerate(objects) if thing.date)
    path = path_of("objects-part", exhibition=exhibition, part="timeline")
    for number, paths, part in _cut(path, [at for _, at in dated], LINES):
        groups = groupby(part, lambda at: decade_of(objects[at].date or ""))
        inputs = {
            "exhibition": exhibition,
            "groups": tuple(
                {
                    "heading": "" if decade is None else say_decade(decade, view.lang),
                    "entries": tuple(entry_of(view, exhibition, objects[at]) for at in group),
                }
                for decade, group in groups
            ),
            "count": len(dated),
            "undated": len(objects) - len(dated),
            "pages": {"number": number, "paths": paths} if len(paths) > 1 else None,
        }
        yield Page(paths[number - 1], "objects_timeline.html", inputs, DOOR)


def _plan_values(view: SiteView, exhibition: Brief, facet: str, values: Sequence[Value]) -> Iterator[Page]:
    """Plan the page of all values of a facet, by the alphabet."""
    ordered = sorted(values, key=lambda value: sort_key(value.words(view.lang), view.lang))
    path = path_of("objects-part", exhibition=exhibition, part=f"{facet}s")
    for number, paths, part in _cut(path, range(len(ordered)), LINES):
        inputs = {
            "exhibition": exhibition,
            "facet": facet,
            "entries": tuple(
                {"label": ordered[at].label, "path": ordered[at].path, "count": len(ordered[at].objects)} for at in part
            ),
            "count": len(ordered),
            "pages": {"number": number, "paths": paths} if len(paths) > 1 else None,
        }
        yield Page(paths[number - 1], "objects_values.html", inputs, DOOR)
