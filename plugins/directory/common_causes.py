"""Plan the common causes and the coalitions: what people act for, and who acts together."""

from collections.abc import Sequence

from plugins.directory.boards import Board, Groups
from plugins.directory.entries import by_name
from plugins.records.brief import Brief
from plugins.site.view import SiteView

STAGES = ("heard", "coalition", "acting", "result")
# the heading of records of other regions that some record of this one names
ELSEWHERE = "elsewhere"


def by_field(view: SiteView, briefs: Sequence[Brief]) -> Groups:
    """Group causes by their field, those of other regions at the end."""
    own = [brief for brief in briefs if view.catalogue.is_local(brief)]
    fields = sorted({brief.kind for brief in own})
    groups = ((field, by_name(view, [brief for brief in own if brief.kind == field])) for field in fields)
    return (*groups, _elsewhere(view, briefs))


def own_first(view: SiteView, briefs: Sequence[Brief]) -> Groups:
    """Give the coalitions of the region, and then those of others."""
    return (("all", [brief for brief in briefs if view.catalogue.is_local(brief)]), _elsewhere(view, briefs))


def _elsewhere(view: SiteView, briefs: Sequence[Brief]) -> tuple[str, list[Brief]]:
    return ELSEWHERE, [brief for brief in briefs if not view.catalogue.is_local(brief)]


CAUSES = Board(
    "cause",
    "board.html",
    {"stage": lambda brief: (brief.stage,), "field": lambda brief: (brief.kind,)},
    by_field,
    {"stage": STAGES},
)
COALITIONS = Board("coalition", "board.html", {}, own_first, causes=True)
