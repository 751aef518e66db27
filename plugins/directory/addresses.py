"""Check that no record's page would have the address of another page: of a list, a month, a proposal.

The addresses are made as the planners make them, from `site/urls.py` and the facets of the boards. A value of a
facet that no record has today is taken too, where a vocabulary or a board knows it: an id never changes.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from plugins.catalogue import Catalogue
from plugins.directory import calendar
from plugins.directory.boards import CAUSE, PLACE, Board
from plugins.directory.listings import TERMS
from plugins.directory.pages import BOARDS
from plugins.records.brief import Brief
from plugins.records.marks import KeyPath
from plugins.records.problem import Position, Problem
from plugins.site.urls import PAGE, no_address, path_of

ORGANISATIONS = "organisations"
LISTED = "organisation"
# further pages of a long list: kind-club-2.html
_FURTHER = re.compile(r"-\d+(?=\.html$)")
_MONTH = re.compile(r"month-\d{4}-\d{2}")
# the types of records that have a page of their own
ADDRESSED = {LISTED, "exhibition", "event", PLACE, PAGE, *(board.kind for board in BOARDS)}
_NAMED = ("home", "search", "saved", "volunteers-day", "attention", "open-data", "missing")


def check_addresses(catalogue: Catalogue, locate: Callable[[Brief, KeyPath], Position]) -> list[Problem]:
    """Find the records whose page would stand where another one stands, sorted by place."""
    taken = set(_addresses(catalogue))
    found = (brief for brief in catalogue.records.values() if brief.type in ADDRESSED and _first(brief) in taken)
    return sorted(no_address(brief, locate(brief, ())) for brief in found)


def _first(brief: Brief) -> str:
    """Give the address of a record's page; of organisations, whose lists may be long, without a number at its end."""
    path = path_of(brief)
    return _FURTHER.sub("", path) if brief.type == LISTED else path


def _addresses(catalogue: Catalogue) -> Iterator[str]:
    """Yield the addresses of all pages that are no record's own."""
    terms = {entry.id for brief in catalogue.of("vocabulary") for entry in brief.references if entry.type == "entry"}
    for board in (*BOARDS, calendar.BOARD):
        yield from _of_board(catalogue, board, terms)
    yield from (path_of(ORGANISATIONS), path_of("organisations-a-z"))
    yield from _narrowed(ORGANISATIONS, TERMS, terms)
    for section in (ORGANISATIONS, "exhibitions"):
        yield from _narrowed(section, (PLACE,), {place.id for place in catalogue.of(PLACE)})
    yield from _narrowed(ORGANISATIONS, (CAUSE,), {cause.id for cause in catalogue.of(CAUSE)})
    yield from (path_of(event) for event in catalogue.of("event") if _MONTH.fullmatch(event.id))
    yield from (path_of("study-method", study=study) for study in catalogue.of("study"))
    yield from (path_of("settlements", region=region.id) for region in catalogue.of("region"))
    yield from map(path_of, _NAMED)
    for kind in sorted(ADDRESSED - {PAGE, PLACE, "exhibition"}):
        yield path_of("proposal", kind=kind)
        yield from (path_of("suggestion", record=brief) for brief in catalogue.of(kind))


def _of_board(catalogue: Catalogue, board: Board, terms: set[str]) -> Iterator[str]:
    briefs = catalogue.of(board.kind)
    for facet, values_of in board.facets.items():
        found = {value for brief in briefs for value in values_of(brief)}
        yield from _narrowed(board.section, (facet,), terms | found | set(board.orders.get(facet, ())))
    yield from _narrowed(board.section, (PLACE,), {place.id for place in catalogue.of(PLACE)})
    if board.causes:
        yield from _narrowed(board.section, (CAUSE,), {cause.id for cause in catalogue.of(CAUSE)})


def _narrowed(section: str, facets: Iterable[str], values: set[str]) -> Iterator[str]:
    return (path_of("narrowed", section=section, facet=facet, value=value) for facet in facets for value in values)
