"""Plan actions: what is asked of those who decide, and what came of it."""

from collections.abc import Sequence

from plugins.directory.boards import Board, Groups
from plugins.directory.entries import named, places, referred
from plugins.records.brief import Brief
from plugins.site.page import Input
from plugins.site.view import SiteView

STATES = ("running", "planned", "answered", "won", "lost", "closed")


def by_state(_view: SiteView, briefs: Sequence[Brief]) -> Groups:
    """Group actions by how far they are, those that one can still join first."""
    ranked = sorted(briefs, key=lambda b: (b.until or b.start, b.id))
    return tuple((state, [brief for brief in ranked if brief.state == state]) for state in STATES)


BOARD = Board(
    "action",
    "board.html",
    {"state": lambda brief: (brief.state,), "kind": lambda brief: (brief.kind,)},
    by_state,
    {"state": STATES},
)


def action_inputs(view: SiteView, brief: Brief) -> dict[str, Input]:
    """Give what the page of an action shows beside the record."""
    coalition = referred(view, brief, "coalition", "coalition")
    return {
        "organisers": referred(view, brief, "organisation", "organisers"),
        "coalition": coalition[0] if coalition else None,
        "places": places(view, brief),
        "causes": named(view, "cause", brief.causes),
    }
