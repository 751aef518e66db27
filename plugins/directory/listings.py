"""Plan the listings of organisations: all of them, and by help, access, kind, cause, place, language and letter.

A long listing is cut into pages; every facet's number is the length of the listing it leads to.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from plugins.directory.common_causes import ELSEWHERE
from plugins.directory.entries import by_name, entries, listed, local
from plugins.directory.places import shown_places
from plugins.languages.collation import initial
from plugins.records.brief import Brief
from plugins.site.page import Page
from plugins.site.urls import numbered, path_of
from plugins.site.view import SiteView

PER_PAGE = 48
# facet → the vocabulary of its values, and which of them an organisation has
TERMS: Mapping[str, tuple[str, Callable[[Brief], Sequence[str]]]] = {
    "service": ("service-categories", lambda brief: brief.services),
    "access": ("access", lambda brief: brief.access),
    "kind": ("organisation-kinds", lambda brief: (brief.kind,)),
    "language": ("languages", lambda brief: brief.languages),
}


class Group(NamedTuple):
    """Records under one heading of a listing; without a heading they stand alone."""

    heading: str | None
    briefs: Sequence[Brief]


class Listing(NamedTuple):
    """A listing before it is cut into pages."""

    path: str
    section: str
    by: str
    subject: str | Brief | None
    groups: Sequence[Group]


def plan_listings(view: SiteView) -> Iterator[Page]:
    """Plan every listing of the site."""
    organisations = listed(view, "organisation")
    facets = _facets(view, organisations)
    narrow = [facet for facet in facets if facet.facet != "place" or _is_near(view, facet.value)]
    for listing in _of_organisations(view, organisations, facets):
        yield from _cut(view, listing, narrow, len(organisations))


def _is_near(view: SiteView, place: str | Brief) -> bool:
    """Tell whether a place is a municipality of the site, or lies in one."""
    towns = {town.code for town in view.site.municipalities}
    return isinstance(place, Brief) and not towns.isdisjoint(view.catalogue.within(place.code))


def _elsewhere(view: SiteView, kind: str) -> list[Group]:
    """Give the records of other regions that some record of this one names, as the last group."""
    others = [brief for brief in listed(view, kind) if not view.catalogue.is_local(brief)]
    return [Group(ELSEWHERE, others)] if others else []


class Facet(NamedTuple):
    """One value by which organisations can be narrowed, and those that have it."""

    facet: str
    value: str | Brief
    briefs: Sequence[Brief]

    @property
    def path(self) -> str:
        """The path of its listing."""
        value = self.value.id if isinstance(self.value, Brief) else self.value
        return path_of("narrowed", section="organisations", facet=self.facet, value=value)


def _facets(view: SiteView, organisations: Sequence[Brief]) -> tuple[Facet, ...]:
    def having(facet: str) -> Iterator[Facet]:
        vocabulary, values_of = TERMS[facet]
        for term in view.site.terms(vocabulary):
            yield Facet(facet, term, [brief for brief in organisations if term in values_of(brief)])

    causes = [(cause, view.catalogue.referring(cause, "organisation")) for cause in listed(view, "cause")]
    towns = by_name(view, shown_places(view))
    found = (
        *having("service"),
        *having("access"),
        *having("kind"),
        *(Facet("cause", cause, by_name(view, briefs)) for cause, briefs in causes),
        *(Facet("place", t, by_name(view, view.catalogue.in_place(t.code, "organisation"))) for t in towns),
        *having("language"),
    )
    return tuple(facet for facet in found if facet.briefs)


def _of_organisations(view: SiteView, organisations: Sequence[Brief], facets: Sequence[Facet]) -> Iterator[Listing]:
    section = "organisations"
    every = [Group(None, local(view, "organisation")), *_elsewhere(view, "organisation")]
    yield Listing(path_of(section), section, "all", None, every)
    for facet in facets:
        yield Listing(facet.path, section, facet.facet, facet.value, [Group(None, facet.briefs)])
    letters = groupby(organisations, lambda b: initial(b.name.best(view.lang).text, view.lang))
    groups = [Group(letter, tuple(briefs)) for letter, briefs in letters]
    yield Listing(path_of("organisations-a-z"), section, "a-z", None, groups)


def _cut(view: SiteView, listing: Listing, facets: Sequence[Facet], organisations: int) -> Iterator[Page]:
    """Cut a listing into pages of `PER_PAGE` records; a group may go on over several pages."""
    rows = [(group.heading, brief) for group in listing.groups for brief in group.briefs]
    number = max(1, -(-len(rows) // PER_PAGE))
    paths = tuple(numbered(listing.path, at + 1) for at in range(number))
    letters = _letters(rows, paths) if listing.by == "a-z" else ()
    shared = {
        "section": listing.section,
        "by": listing.by,
        "subject": listing.subject,
        "total": len(rows),
        "section_total": organisations,
        "facets": _facet_inputs(listing, facets),
        "made": "",
    }
    for at, path in enumerate(paths):
        part = rows[at * PER_PAGE : (at + 1) * PER_PAGE]
        inputs = {
            **shared,
            "groups": tuple(_group(view, heading, part) for heading in dict.fromkeys(h for h, _ in part)),
            "letters": tuple({**letter, "current": letter["path"] == path} for letter in letters),
            "pages": None if number == 1 else {"number": at + 1, "paths": paths},
        }
        yield Page(path, "listing.html", inputs, listing.section)


def _group(view: SiteView, heading: str | None, rows: Sequence[tuple[str | None, Brief]]) -> dict[str, object]:
    briefs = [brief for its_heading, brief in rows if its_heading == heading]
    fragment = None if heading is None else fragment_of(heading)
    return {"heading": heading, "fragment": fragment, "entries": entries(view, briefs)}


def fragment_of(heading: str) -> str:
    """Give the anchor of a heading; of a letter, by its number, for it may be of any alphabet."""
    return heading if heading.isascii() and heading.isalnum() else f"u{ord(heading[0]):04x}"


def _letters(rows: Sequence[tuple[str | None, Brief]], paths: Sequence[str]) -> tuple[dict[str, object], ...]:
    letters: dict[str, list[int]] = {}
    for index, (heading, _) in enumerate(rows):
        letters.setdefault(heading or "", []).append(index)
    return tuple(
        {
            "letter": letter,
            "count": len(at),
            "path": paths[at[0] // PER_PAGE],
            "fragment": fragment_of(letter),
        }
        for letter, at in letters.items()
    )


def _facet_inputs(listing: Listing, facets: Sequence[Facet]) -> tuple[dict[str, object], ...]:
    groups = groupby(facets, lambda facet: facet.facet)
    return tuple(
        {
            "facet": name,
            "entries": tuple(
                {"value": f.value, "count": len(f.briefs), "current": f.path == listing.path} for f in group
            ),
        }
        for name, group in groups
    )
