"""Pick and order the records that lists show: the entries that every card and row is made of."""

import itertools
import re
from collections.abc import Iterable
from datetime import date

from plugins.catalogue import Catalogue
from plugins.languages.collation import sort_key
from plugins.records.brief import Brief
from plugins.records.recurrence import occurrences
from plugins.site.view import SiteView

Entry = dict[str, object]
# the last day in a rule of recurrence
_LAST = re.compile(r"UNTIL=(\d{4})(\d\d)(\d\d)")
# what a card of the type counts: the records of this type that refer to it
COUNTED = {"cause": "organisation"}
# the types whose entries say when
DATED = frozenset({"event", "opportunity"})
# how many times of what is repeated an entry tells the reader's browser, for the days after the build
TOLD = 26


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
    return tuple(entries(view, [record])[0] | _times(brief) | _repeated(view, record, brief) for record, brief in known)


def _times(brief: Brief) -> Entry:
    if brief.type not in DATED:
        return {}
    return {"start": brief.start, "end": brief.end, "until": last_day(brief), "times": "", "state": brief.state}


def _repeated(view: SiteView, record: Brief, brief: Brief) -> Entry:
    """Give the next times of what is repeated, for an entry that stands for all of them."""
    if not (brief.recurrence and brief.start):
        return {}
    every = [each.start[:10] for each in occurrences(record, view.build.date) if each.state != "cancelled"]
    times: Entry = {"times": spaced([day for day in every if day >= brief.start[:10]][:TOLD])}
    return times | {"until": every[-1]} if every and "COUNT=" in brief.recurrence and not brief.until else times


def spaced(days: list[str]) -> str:
    """Write days (ISO) as the first of them and the distances between them: `2026-12-05 7 7 14`."""
    dates = [date.fromisoformat(day) for day in days]
    gaps = [str((after - before).days) for before, after in itertools.pairwise(dates)]
    return " ".join([*days[:1], *gaps])


def last_day(brief: Brief) -> str:
    """Give the last day (ISO) of something that happens or stands for a time; "" where it has no end."""
    if brief.until:
        return brief.until
    if brief.recurrence:
        ends = _LAST.search(brief.recurrence)
        return "-".join(ends.groups()) if ends else ""
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
