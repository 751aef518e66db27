"""Plan the first page: what the region is about, today."""

from collections import Counter

from plugins.directory.actions import STATES, is_late
from plugins.directory.calendar import agenda
from plugins.directory.entries import by_start, dated_entries, entries, listed, local
from plugins.directory.places import maps
from plugins.directory.studies import newest_first
from plugins.directory.volunteering import by_time
from plugins.records.brief import Brief
from plugins.site.page import Input, Page, Whole
from plugins.site.view import SiteView

CAUSES, EVENTS, COALITIONS, TOPICS = 6, 4, 2, 6
OPPORTUNITIES, ACTIONS, STUDIES = 4, 2, 2
# the causes that need people now come first
_STAGES = ("acting", "coalition", "heard", "result")


def plan_home(view: SiteView) -> Page:
    """Plan the first page of a site."""
    causes = sorted(local(view, "cause"), key=lambda b: _STAGES.index(b.stage))
    events, past = soonest_events(view)
    exhibitions = by_start(local(view, "exhibition"), newest_first=True)
    inputs = {
        "causes": entries(view, causes[:CAUSES]),
        # counts are those of the lists that they lead to
        "cause_count": len(listed(view, "cause")),
        "events": dated_entries(view, events[:EVENTS]),
        "events_past": past,
        "coalitions": entries(view, local(view, "coalition")[:COALITIONS]),
        **_boards(view),
        "exhibition": Whole(exhibitions[0]) if exhibitions else None,
        "topics": topics(causes),
        "organisation_count": len(listed(view, "organisation")),
        "maps": maps(view),
        "made": view.build.date,
    }
    return Page("index.html", "home.html", inputs)


def _boards(view: SiteView) -> dict[str, Input]:
    """Give what the first page shows of the boards, and how much each of them holds."""
    opportunities = dict(by_time(view, local(view, "opportunity")))["open"]
    current = [each for each in local(view, "action") if not is_late(each, view.build.date)]
    actions = sorted(current, key=lambda b: (STATES.index(b.state), b.until or b.start, b.id))
    studies = newest_first(view, local(view, "study"))[0][1]
    return {
        "opportunities": dated_entries(view, opportunities[:OPPORTUNITIES]),
        "actions": entries(view, actions[:ACTIONS]),
        "studies": entries(view, studies[:STUDIES]),
        **{f"{kind}_count": len(listed(view, kind)) for kind in ("opportunity", "action", "need", "resource")},
    }


def soonest_events(view: SiteView) -> tuple[list[Brief], bool]:
    """Give the coming events; where there are none, the latest past ones, and say so."""
    coming, past = agenda(view)
    return (coming, False) if coming else (past, True)


def topics(causes: list[Brief]) -> tuple[dict[str, object], ...]:
    """Count the causes of each category, the most frequent first."""
    counts = Counter(cause.kind for cause in causes)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple({"category": category, "count": count} for category, count in ranked[:TOPICS])
