"""Pick and order the records that lists show: the entries that every card and row is made of."""

from collections.abc import Iterable

from plugins.catalogue import Catalogue
from plugins.languages.collation import sort_key
from plugins.records.brief import Brief
from plugins.site.view import SiteView

Entry = dict[str, object]
# what a card of the type counts: the records of this type that refer to it
COUNTED = {"cause": "organisation"}
# the types whose entries say when
DATED = frozenset({"event", "opportunity"})


def listed(view: SiteView, kind: str) -> list[Brief]:
    """Give the records of a type that lists show, sorted by name in the reader's language."""
    if kind not in view.sorted:
        view.sorted[kind] = by_name(view, (b for b in view.catalogue.of(kind) if b.status != "removed"))
    return view.sorted[kind]


def local(view: SiteView, kind: str) -> list[Brief]:
    """Give those of the listed records that work in the region of the site."""
    return [brief for brief in listed(view, kind) if view.catalogue.is_local(brief)]


def by_name(view: SiteView, briefs: Iterable[Brief]) -> list[Brief]:
    """Sort records by their name in the reader's language."""
    briefs, ranks, lang = list(briefs), view.catalogue.ranks(view.lang), view.lang
    try:
        return sorted(briefs, key=lambda b: ranks[b.type, b.id])
    except KeyError:  # a place of the gazetteer is no record
        return sorted(briefs, key=lambda b: (sort_key(b.name.best(lang).text, lang), b.id))


def by_start(briefs: Iterable[Brief], *, newest_first: bool = False) -> list[Brief]:
    """Sort records by the day on which they start."""
    return sorted(briefs, key=lambda b: (b.start, b.id), reverse=newest_first)


def is_past(brief: Brief, today: str) -> bool:
    """Tell whether something with dates was over before the day `today` (ISO)."""
    last = (brief.end or brief.start)[:10]
    return bool(last) and last < today


def entries(view: SiteView, briefs: Iterable[Brief]) -> tuple[Entry, ...]:
    """Make the entries of a list: the record, what it counts, and where it works."""
    return tuple([view.entries.get((b.type, b.id)) or _entry(view, b) for b in briefs])


def _entry(view: SiteView, brief: Brief) -> Entry:
    """Make an entry, once for all lists of the site."""
    made: Entry = {"record": brief, "count": count(view.catalogue, brief), "places": place_names(view, brief)}
    return view.entries.setdefault((brief.type, brief.id), made | _times(brief))


def dated_entries(view: SiteView, briefs: Iterable[Brief]) -> tuple[Entry, ...]:
    """Make entries that may have times of their own: of briefs that `recurrence.occurrences` gave.

    The record of an entry stays the one that the catalogue knows, for its hash is kept by its id.
    """
    known = ((view.catalogue.records[b.type, b.id], b) for b in briefs)
    return tuple(entries(view, [record])[0] | _times(brief) for record, brief in known)


def _times(brief: Brief) -> Entry:
    if brief.type not in DATED:
        return {}
    return {"start": brief.start, "end": brief.end, "until": last_day(brief), "state": brief.state}


def last_day(brief: Brief) -> str:
    """Give the last day (ISO) of something that happens or stands for a time; "" where it has no end."""
    if brief.until or brief.recurrence:
        return brief.until
    return (brief.end or brief.start)[:10]


def count(catalogue: Catalogue, brief: Brief) -> int | None:
    """Count what the card of a record counts: a cause's organisations, a coalition's members."""
    if brief.type == "coalition":
        return sum(1 for r in brief.references if r.field[0] == "members")
    counted = COUNTED.get(brief.type)
    return None if counted is None else len(catalogue.referring(brief, counted))


def places(view: SiteView, brief: Brief) -> tuple[Brief, ...]:
    """Give the places that a record works in, in the order in which it names them."""
    found = (view.catalogue.place(code) for code in brief.area)
    return tuple(place for place in found if place is not None)


def place_names(view: SiteView, brief: Brief) -> str:
    """Name the places that a record works in, in the reader's language."""
    return ", ".join(place.name.best(view.lang).text for place in places(view, brief))


def named(view: SiteView, kind: str, ids: Iterable[str]) -> tuple[Brief, ...]:
    """Give the records with those ids that this site shows, in the given order."""
    found = (view.catalogue.get(kind, id) for id in ids)
    return tuple(brief for brief in found if brief is not None)


def referred(view: SiteView, brief: Brief, kind: str, field: str) -> tuple[Brief, ...]:
    """Give the records of a type that a field of the record names."""
    return named(view, kind, (r.id for r in brief.references if r.field[0] == field and r.type == kind))
