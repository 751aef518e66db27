"""Place the local times of records in time: Bulgaria's clocks follow one rule, so no tables are asked.

Rule: Directive 2000/84/EC; summer time from the last Sunday of March to that of October, 01:00 UTC.
"""

from datetime import UTC, date, datetime, time, timedelta, timezone

ZONE = "Europe/Sofia"
WINTER, SUMMER = timedelta(hours=2), timedelta(hours=3)
# of feeds and calendars whose records nobody has dated
UNKNOWN_DAY = "1970-01-01"
_LENGTH_OF_DAY = len("2026-12-05")


def is_day(moment: str) -> bool:
    """Tell whether an ISO day has no time."""
    return len(moment) == _LENGTH_OF_DAY


def day_of(moment: str) -> date:
    """Give the day of an ISO day or moment."""
    return date.fromisoformat(moment[:_LENGTH_OF_DAY])


def local_moment(moment: str) -> datetime:
    """Give an ISO moment of Bulgaria with its offset; a day begins at midnight."""
    naive = datetime.fromisoformat(moment)
    return naive.replace(tzinfo=timezone(_offset(naive)))


def on_the_wall(moment: datetime) -> datetime:
    """Give what the clocks of Bulgaria show at a moment, without its offset."""
    passed = moment.astimezone(UTC).replace(tzinfo=None)
    change = time(1)
    starts = datetime.combine(_last_sunday(passed.year, 3), change)
    ends = datetime.combine(_last_sunday(passed.year, 10), change)
    return passed + (SUMMER if starts <= passed < ends else WINTER)


def with_offset(moment: str) -> str:
    """Write a moment with its offset: 2026-12-05T10:00 → 2026-12-05T10:00:00+02:00; a day stays a day."""
    return moment if is_day(moment) else local_moment(moment).isoformat()


def _offset(local: datetime) -> timedelta:
    """Give what the clocks are ahead of UTC; in the hour that comes twice, as before the change."""
    starts = datetime.combine(_last_sunday(local.year, 3), time(3))
    ends = datetime.combine(_last_sunday(local.year, 10), time(4))
    return SUMMER if starts <= local < ends else WINTER


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
