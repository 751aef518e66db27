"""Plan actions: what is asked of those who decide, and what came of it."""

from collections.abc import Sequence

from plugins.directory.boards import Board, Groups
from plugins.directory.entries import named, places, referred
from plugins.records.brief import Brief
from plugins.site.page import Input
from plugins.site.view import SiteView

STATES = ("running", "planned", "answered", "won", "lost", "closed")
# in these states one can take part, up to the deadline
JOINED = STATES[:2]
# the heading of those whose deadline is over and that nobody has answered
WAITING = "waiting"


def by_state(view: SiteView, briefs: Sequence[Brief]) -> Groups:
    """Group actions by how far they are, those that one can still join first."""
    ranked = sorted(briefs, key=lambda b: (b.until or b.start, b.id))
    late = [brief for brief in ranked if is_late(brief, view.build.date)]
    groups = [(state, [b for b in ranked if b.state == state and b not in late]) for state in STATES]
    at = STATES.index("answered")
    return (*groups[:at], (WAITING, late), *groups[at:])


def is_late(brief: Brief, today: str) -> bool:
    """Tell whether one could take part only before the day `today` (ISO), and no answer has come."""
    return brief.state in JOINED and bool(brief.until) and brief.until < today


BOARD = Board(
    "action",
    "board.html",
    {"state": lambda brief: (brief.state,), "kind": lambda brief: (brief.kind,)},
    by_state,
    {"state": STATES},
    causes=True,
)


def action_inputs(view: SiteView, brief: Brief) -> dict[str, Input]:
    """Give what the page of an action shows beside the record."""
    coalition = referred(view, brief, "coalition", "coalition")
    return {
        "made": view.build.date,
        "late": is_late(brief, view.build.date),
        "organisers": referred(view, brief, "organisation", "organisers"),
        "coalition": coalition[0] if coalition else None,
        "places": places(view, brief),
        "causes": named(view, "cause", brief.causes),
    }
