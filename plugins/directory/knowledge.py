"""Plan the knowledge of the library: guides, templates and courses, with a path for every role."""

from collections.abc import Sequence

from plugins.directory.boards import Board, Groups
from plugins.directory.entries import entries, listed, named
from plugins.records.brief import Brief
from plugins.site.page import Input
from plugins.site.view import SiteView

LEVELS = ("basic", "intermediate", "advanced")
RELATED = 4


def by_topic(view: SiteView, briefs: Sequence[Brief]) -> Groups:
    """Group resources by their first topic, what needs least knowledge first."""
    topics = view.site.terms("topics")
    ranked = sorted(briefs, key=lambda b: (LEVELS.index(b.level), b.id))
    return tuple((topic, [brief for brief in ranked if brief.topics[0] == topic]) for topic in topics)


def by_level(_view: SiteView, briefs: Sequence[Brief]) -> Groups:
    """Make a path of resources: where to start, what comes then, and what goes deeper."""
    return tuple((level, [brief for brief in briefs if brief.level == level]) for level in LEVELS)


BOARD = Board(
    "resource",
    "board.html",
    {
        "role": lambda brief: brief.audience,
        "topic": lambda brief: brief.topics,
        "kind": lambda brief: (brief.kind,),
        "level": lambda brief: (brief.level,),
    },
    by_topic,
    {"level": LEVELS},
    path=("role", by_level),
)


def resource_inputs(view: SiteView, brief: Brief) -> dict[str, Input]:
    """Give what the page of a resource shows beside the record."""
    others = [each for each in listed(view, "resource") if each.id != brief.id]
    related = [each for each in others if not set(brief.topics).isdisjoint(each.topics)]
    related.sort(key=lambda each: (set(brief.audience).isdisjoint(each.audience), LEVELS.index(each.level), each.id))
    return {"causes": named(view, "cause", brief.causes), "related": entries(view, related[:RELATED])}
