"""Unfold what is repeated: one brief → a brief for each time that it takes place.

RFC 5545, by python-dateutil; the model has let through only the part that calendars agree on.
"""

import re
from datetime import datetime, timedelta

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # the package has no types

from plugins.records.brief import Brief

# a rule without an end is unfolded so far: after the day of the build, and in number
AHEAD = timedelta(days=365)
MOST = 200
# our moments are those of the wall clock; a time in UNTIL would need a zone
_TIME_OF_UNTIL = re.compile(r"(UNTIL=\d{8})T\d{6}Z")


def occurrences(brief: Brief, today: str) -> tuple[Brief, ...]:
    """Give a brief for every time, with its own start and end, up to a year after `today` (ISO)."""
    if not (brief.recurrence and brief.start):
        return (brief,)
    start = datetime.fromisoformat(brief.start)
    long = datetime.fromisoformat(brief.end) - start if brief.end else None
    last = max(datetime.fromisoformat(today), start) + AHEAD
    rule = _TIME_OF_UNTIL.sub(r"\1T235959", brief.recurrence)
    found: list[Brief] = []
    for moment in rrulestr(rule, dtstart=start).xafter(start, count=MOST, inc=True):
        if moment > last:
            break
        end = _written(moment + long, brief.end) if long is not None else ""
        found.append(brief._replace(start=_written(moment, brief.start), end=end))
    return tuple(found) or (brief,)


def next_occurrence(brief: Brief, today: str) -> Brief:
    """Give the first time that is not over on `today` (ISO), or the last of all."""
    times = occurrences(brief, today)
    return next((each for each in times if (each.end or each.start)[:10] >= today), times[-1])


def _written(moment: datetime, like: str) -> str:
    """Write a moment as precisely as `like`: a day, or a day and a time."""
    return moment.isoformat(timespec="minutes")[: len(like)]
