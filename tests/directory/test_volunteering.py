"""A volunteer finds by time and age where help is needed."""

import pytest

from plugins.directory.entries import last_day
from plugins.directory.volunteering import WEEK, age, is_over, when
from plugins.languages.text import Text
from plugins.records.brief import Brief

HELP = Brief("opportunity", "help", b"", Text.of({"bg": "Помощ"}))


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("", "", ("any-time",)),
        ("2026-12-05T10:00", "", ("once", "saturday")),
        ("2026-12-07", "", ("monday", "once", "weekday")),
        ("2026-12-07T18:00", "FREQ=WEEKLY;BYDAY=SU", ("evening", "sunday")),
        ("2026-12-07", "FREQ=WEEKLY", ("monday", "weekday")),
        ("2026-12-04", "FREQ=WEEKLY;BYDAY=FR,SA", ("friday", "saturday", "weekday")),
        ("2026-12-07", "FREQ=DAILY;COUNT=9", tuple(sorted((*WEEK, "weekday")))),
        ("2026-12-05", "FREQ=MONTHLY;BYDAY=1SA", ("saturday",)),
    ],
    ids=[
        "no start",
        "a Saturday",
        "a Monday",
        "Sunday evenings",
        "every Monday",
        "Fridays and Saturdays",
        "every day",
        "first Saturdays",
    ],
)
def test_when_one_can_help(start: str, rule: str, expected: tuple[str, ...]) -> None:
    """The days of the rule decide, or the day of the start."""
    assert when(HELP._replace(start=start, recurrence=rule)) == expected


@pytest.mark.parametrize(
    ("least", "step"), [(0, "any-age"), (12, "from-14"), (16, "from-16"), (18, "from-18"), (21, "from-18")]
)
def test_from_what_age(least: int, step: str) -> None:
    """Ages fall into the steps that people look for."""
    assert age(HELP._replace(minimum_age=least)) == (step,)


@pytest.mark.parametrize(
    ("brief", "last"),
    [
        (HELP._replace(start="2026-12-05T10:00", end="2026-12-06T12:00"), "2026-12-06"),
        (HELP._replace(start="2026-12-05", recurrence="FREQ=WEEKLY"), ""),
        (HELP._replace(start="2026-12-05", recurrence="FREQ=WEEKLY", until="2027-03-01"), "2027-03-01"),
    ],
    ids=["once", "repeated for ever", "repeated until a day"],
)
def test_the_last_day(brief: Brief, last: str) -> None:
    """What is repeated is over only on the day that the record names."""
    assert (last_day(brief), is_over(brief, "2027-06-01")) == (last, bool(last))
