"""Plan needs and offers: what organisations look for beside what others can give."""

from collections.abc import Sequence

from plugins.directory.boards import Board, Groups
from plugins.directory.entries import entries, listed, places, referred
from plugins.records.brief import Brief
from plugins.site.page import Input
from plugins.site.view import SiteView

DIRECTIONS = ("need", "offer")


def is_open(brief: Brief, today: str) -> bool:
    """Tell whether a need or an offer still stands on the day `today` (ISO)."""
    return brief.state == "open" and brief.until >= today


def by_category(view: SiteView, briefs: Sequence[Brief]) -> Groups:
    """Group by the kind of help what stands, the soonest to end first; the rest at the end."""
    ranked = sorted(briefs, key=lambda b: (DIRECTIONS.index(b.direction), b.until, b.id))
    standing = [brief for brief in ranked if is_open(brief, view.build.date)]
    kinds = view.site.terms("need-categories")
    groups = [(kind, [brief for brief in standing if brief.kind == kind]) for kind in kinds]
    return *groups, ("over", [brief for brief in ranked if brief not in standing])


BOARD = Board(
    "need",
    "needs.html",
    {"direction": lambda brief: (brief.direction,), "category": lambda brief: (brief.kind,)},
    by_category,
    {"direction": DIRECTIONS},
)


def need_inputs(view: SiteView, brief: Brief) -> dict[str, Input]:
    """Give what the page of a need or an offer shows beside the record."""
    organisation = referred(view, brief, "organisation", "organisation")
    matches = [
        other
        for other in listed(view, "need")
        if (other.kind, other.direction != brief.direction) == (brief.kind, True) and is_open(other, view.build.date)
    ]
    near = set(brief.area)
    matches.sort(key=lambda other: (near.isdisjoint(other.area), other.until, other.id))
    return {
        "made": view.build.date,
        "organisation": organisation[0] if organisation else None,
        "places": places(view, brief),
        "matches": entries(view, matches),
        "over": not is_open(brief, view.build.date),
    }
