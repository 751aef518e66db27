"""Plan the first page: what the region is about, today."""

from collections import Counter

from plugins.directory.entries import by_start, entries, is_past, local
from plugins.directory.places import maps
from plugins.records.brief import Brief
from plugins.site.page import Page, Whole
from plugins.site.view import SiteView

CAUSES, EVENTS, COALITIONS, TOPICS = 6, 5, 3, 6
# the causes that need people now come first
_STAGES = ("acting", "coalition", "heard", "result")


def plan_home(view: SiteView) -> Page:
    """Plan the first page of a site."""
    causes = sorted(local(view, "cause"), key=lambda b: _STAGES.index(b.stage))
    events, past = soonest_events(view)
    exhibitions = by_start(local(view, "exhibition"), newest_first=True)
    inputs = {
        "causes": entries(view, causes[:CAUSES]),
        "cause_count": len(causes),
        "events": entries(view, events[:EVENTS]),
        "events_past": past,
        "coalitions": entries(view, local(view, "coalition")[:COALITIONS]),
        "exhibition": Whole(exhibitions[0]) if exhibitions else None,
        "exhibition_count": len(exhibitions),
        "topics": topics(causes),
        "organisation_count": len(local(view, "organisation")),
        "maps": maps(view),
    }
    return Page("index.html", "home.html", inputs)


def soonest_events(view: SiteView) -> tuple[list[Brief], bool]:
    """Give the coming events; where there are none, the latest past ones, and say so."""
    events = by_start(local(view, "event"))
    coming = [event for event in events if not is_past(event, view.build.date)]
    return (coming, False) if coming else (events[::-1], True)


def topics(causes: list[Brief]) -> tuple[dict[str, object], ...]:
    """Count the causes of each category, the most frequent first."""
    counts = Counter(cause.kind for cause in causes)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple({"category": category, "count": count} for category, count in ranked[:TOPICS])
