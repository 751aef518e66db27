"""Plan boards: all records of a type in groups, and narrowed to each value of its facets.

A board is a listing whose facets are given by functions; the number beside a value is the
length of the listing that it leads to.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from plugins.directory.entries import DATED, by_name, dated_entries, listed, named, places
from plugins.records.brief import Brief
from plugins.site.page import Input, Page
from plugins.site.urls import FOLDER_OF_TYPE, path_of
from plugins.site.view import SiteView

Values = Callable[[Brief], Sequence[str]]
# (heading, records) in the order in which they are shown
Groups = Sequence[tuple[str, Sequence[Brief]]]
PLACE = "place"
CAUSE = "cause"
# the groups to which reader.js moves what is over
LATER = ("over", "past", "waiting")
# the boards that say until when
TIMED = DATED | {"action", "need"}


class Board(NamedTuple):
    """What a board shows: `facets` maps a name to the values that a record has of it."""

    kind: str
    template: str
    facets: Mapping[str, Values]
    group: Callable[[SiteView, Sequence[Brief]], Groups]
    # facet → its values in the order in which they are shown; others follow the alphabet
    orders: Mapping[str, Sequence[str]] = {}
    # the facet whose listings are paths, and how their steps are grouped
    path: tuple[str, Callable[[SiteView, Sequence[Brief]], Groups]] | None = None
    # whether the records are narrowed by the causes that they name, too
    causes: bool = False

    @property
    def section(self) -> str:
        """The folder of the board's pages, which is also the door."""
        return FOLDER_OF_TYPE[self.kind]


class Narrowing(NamedTuple):
    """One value of a facet, and the records that have it; the whole board has no facet."""

    facet: str
    value: str | Brief
    path: str
    briefs: Sequence[Brief]


def plan_board(view: SiteView, board: Board, extra: Mapping[str, Input] | None = None) -> Iterator[Page]:
    """Plan the board and a page for every value of its facets; `extra` is given to all of them."""
    whole = Narrowing("", "", path_of(board.section), listed(view, board.kind))
    narrowings = tuple(_narrowings(view, board, whole.briefs))
    for shown in (whole, *narrowings):
        page = _page(view, board, shown, narrowings, len(whole.briefs))
        yield replace(page, inputs={**page.inputs, **(extra or {})})


def _narrowings(view: SiteView, board: Board, briefs: Sequence[Brief]) -> Iterator[Narrowing]:
    for facet, values_of in board.facets.items():
        found: dict[str, list[Brief]] = {}
        for brief in briefs:
            for value in values_of(brief):
                found.setdefault(value, []).append(brief)
        order = board.orders.get(facet, ())
        for value in sorted(found, key=lambda v: (order.index(v) if v in order else len(order), v)):
            yield Narrowing(facet, value, _path(board, facet, value), found[value])
    yield from _by_record(view, board, PLACE, briefs, places)
    if board.causes:
        yield from _by_record(view, board, CAUSE, briefs, lambda view, brief: named(view, CAUSE, brief.causes))


def _by_record(
    view: SiteView,
    board: Board,
    facet: str,
    briefs: Sequence[Brief],
    records_of: Callable[[SiteView, Brief], Sequence[Brief]],
) -> Iterator[Narrowing]:
    """Narrow to each of the records that `records_of` gives: places, causes."""
    found: dict[Brief, list[Brief]] = {}
    for brief in briefs:
        for record in records_of(view, brief):
            found.setdefault(record, []).append(brief)
    for record in by_name(view, found):
        yield Narrowing(facet, record, _path(board, facet, record.id), found[record])


def _path(board: Board, facet: str, value: str) -> str:
    return path_of("narrowed", section=board.section, facet=facet, value=value)


def _page(view: SiteView, board: Board, shown: Narrowing, narrowings: Sequence[Narrowing], section_total: int) -> Page:
    # what is over on a later day moves to these groups, so they stand ready, hidden while they are empty
    later = LATER if shown.briefs else ()
    group_of = board.path[1] if board.path and board.path[0] == shown.facet else board.group
    groups = ((heading, group) for heading, group in group_of(view, shown.briefs) if group or heading in later)
    inputs = {
        "section": board.section,
        "subject": {"facet": shown.facet, "value": shown.value} if shown.facet else None,
        "total": len(shown.briefs),
        "section_total": section_total,
        "groups": tuple({"heading": heading, "entries": dated_entries(view, group)} for heading, group in groups),
        "facets": tuple(
            {"facet": facet, "entries": tuple(_entry(each, shown) for each in narrowings if each.facet == facet)}
            for facet in dict.fromkeys(each.facet for each in narrowings)
        ),
        "made": view.build.date if board.kind in TIMED else "",
    }
    return Page(shown.path, board.template, inputs, board.section)


def _entry(each: Narrowing, shown: Narrowing) -> dict[str, object]:
    return {"value": each.value, "path": each.path, "count": len(each.briefs), "current": each is shown}
