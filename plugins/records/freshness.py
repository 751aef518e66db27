"""Tell how fresh a record is on a day: checked, due for a check, or so long unchecked that it is dormant.

The clock is an argument; nothing here asks for the time.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from plugins.records.model import Base, Record

Freshness = Literal["unchecked", "checked", "due", "dormant"]
_PERIOD = re.compile(r"P([0-9]{1,3})([DWMY])")
_MONTHS = {"M": 1, "Y": 12}
_DAYS = {"D": 1, "W": 7}


class Review(NamedTuple):
    """The first days (ISO) on which a record is due for a check, and dormant."""

    due: str
    dormant: str

    def state(self, today: str) -> Freshness:
        """Tell how fresh the record is on the ISO day `today`."""
        if today >= self.dormant:
            return "dormant"
        return "due" if today >= self.due else "checked"


@lru_cache(maxsize=20_000)
def review(checked: str, period: str) -> Review:
    """Plan the review of what was checked on an ISO day and is checked every `period`.

    The period's last day still counts as checked, its second repetition's last day as due.
    """
    return Review(_after(checked, period, 1), _after(checked, period, 2))


def freshness(checked: str, period: str, today: str) -> Freshness:
    """Tell how fresh a record is; `checked` is "" where it was never checked."""
    return review(checked, period).state(today) if checked else "unchecked"


def freshness_of(record: Base, today: str) -> Freshness:
    """Tell how fresh a record is on the ISO day `today`."""
    if not isinstance(record, Record) or record.verified is None:
        return "unchecked"
    return freshness(record.verified.date, record.review_every, today)


def _after(checked: str, period: str, times: int) -> str:
    """Give the day after the last of so many periods; a month is a month of the calendar."""
    found = _PERIOD.fullmatch(period)
    if found is None:
        raise ValueError(f"no period: {period}")
    start, number, unit = date.fromisoformat(checked), int(found[1]) * times, found[2]
    try:
        if unit in _DAYS:
            end = start + timedelta(days=number * _DAYS[unit])
        else:
            end = _add_months(start, number * _MONTHS[unit])
        return (end + timedelta(days=1)).isoformat()
    except (OverflowError, ValueError):
        return date.max.isoformat()


def _add_months(day: date, months: int) -> date:
    """Give the same day of a later month, or its last day: 31 January + 1 month = 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
