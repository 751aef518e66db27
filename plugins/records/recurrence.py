"""Unfold what is repeated: one brief → a brief for each time that it takes place.

RFC 5545, by python-dateutil; the model has let through only the part that calendars agree on.
A rule speaks of the clock on the wall: of its moments, and of its last one.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import islice

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # the package has no types

from plugins.records.brief import Brief, Changed
from plugins.records.moments import is_day, local_moment, on_the_wall

# a rule without an end is unfolded so far: after the day of the build, and in number
AHEAD = timedelta(days=365)
MOST = 200
# where a change is looked for among the times of a rule without an end
LATEST = 2_000
_UNTIL = re.compile(r"UNTIL=(\d{8})(T\d{6})?Z?")


def moments(rule: str, start: str) -> Iterable[datetime]:
    """Give the moments of a rule from `start` (ISO) on, by the clock on the wall.

    A last day that has no time belongs to the rule to its end, as calendars take it.
    """
    found: Iterable[datetime] = rrulestr(_UNTIL.sub(_local_end, rule), dtstart=datetime.fromisoformat(start))
    return found


def _local_end(found: re.Match[str]) -> str:
    return f"UNTIL={_last_moment(found):%Y%m%dT%H%M%S}"


def _last_moment(found: re.Match[str]) -> datetime:
    day, time = found.groups()
    moment = datetime.fromisoformat(day + (time or "T235959"))
    return on_the_wall(moment.replace(tzinfo=UTC)) if time else moment


def calendar_rule(rule: str, start: str) -> str:
    """Give the rule as a calendar wants it: its last moment is a day if the start is one, else a time in UTC."""

    def end(found: re.Match[str]) -> str:
        last = _last_moment(found)
        if is_day(start):
            return f"UNTIL={last:%Y%m%d}"
        return f"UNTIL={local_moment(last.isoformat()).astimezone(UTC):%Y%m%dT%H%M%SZ}"

    return _UNTIL.sub(end, rule)


def first_occurrence(brief: Brief) -> Brief | None:
    """Move what is repeated to the first moment that its rule names; None where it names none.

    Calendars take the start as one of the times, we only those of the rule.
    """
    first = next(iter(moments(brief.recurrence, brief.start)), None)
    return None if first is None else _at(brief, first)


def occurrences(brief: Brief, today: str) -> tuple[Brief, ...]:
    """Give a brief for every time, with its own start, end and state, up to a year after `today` (ISO).

    There is always one, however far away; what a rule names no time of takes place at its start.
    A time that was changed stands where it was moved to; one that was cancelled stands, and says so.
    """
    if not (brief.recurrence and brief.start):
        return (brief,)
    last = max(datetime.fromisoformat(today), datetime.fromisoformat(brief.start)) + AHEAD
    changed = {change.on: change for change in brief.changes}
    found: list[Brief] = []
    for moment in islice(moments(brief.recurrence, brief.start), MOST):
        if found and moment > last:
            break
        found.append(_changed(_at(brief, moment), changed))
    found.sort(key=lambda each: each.start)
    return tuple(found) or (brief,)


def next_occurrence(brief: Brief, today: str) -> Brief:
    """Give the first time that is not over on `today` (ISO) and takes place, or the last of all."""
    times = occurrences(brief, today)
    coming = [each for each in times if (each.end or each.start)[:10] >= today]
    return next((each for each in coming if each.state != "cancelled"), (coming or times)[-1])


def changed_occurrences(brief: Brief) -> tuple[tuple[str, Brief], ...]:
    """Give each changed time: the moment that the rule names, and what became of it."""
    changed = {change.on: change for change in brief.changes}
    return tuple((on, _changed(_at(brief, datetime.fromisoformat(on)), changed)) for on in sorted(changed))


def unknown_moments(rule: str, start: str, given: Iterable[str]) -> tuple[str, ...]:
    """Give those of the `given` moments (ISO) that a rule does not name."""
    sought = set(given)
    for moment in islice(moments(rule, start), LATEST):
        written = _written(moment, start)
        sought.discard(written)
        if not sought or written > max(sought):
            break
    return tuple(sorted(sought))


def _at(brief: Brief, moment: datetime) -> Brief:
    start = datetime.fromisoformat(brief.start)
    end = datetime.fromisoformat(brief.end) - start if brief.end else None
    return brief._replace(
        start=_written(moment, brief.start), end="" if end is None else _written(moment + end, brief.end)
    )


def _changed(time: Brief, changed: Mapping[str, Changed]) -> Brief:
    change = changed.get(time.start)
    if change is None:
        return time
    if change.state == "cancelled":
        return time._replace(state="cancelled")
    moved = _at(time, datetime.fromisoformat(change.start))
    off = moved.state in ("cancelled", "postponed")
    return moved._replace(end=change.end or moved.end, state=moved.state if off else "moved")


def _written(moment: datetime, like: str) -> str:
    """Write a moment as precisely as `like`: a day, or a day and a time."""
    return moment.isoformat(timespec="minutes")[: len(like)]
