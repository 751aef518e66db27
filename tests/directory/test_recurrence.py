"""What is repeated is unfolded into each time that it takes place."""

import pytest

from plugins.directory.recurrence import next_occurrence, occurrences
from plugins.languages.text import Text
from plugins.records.brief import Brief

TODAY = "2026-11-20"


def make_brief(start: str, end: str = "", recurrence: str = "") -> Brief:
    """Make an event that starts then."""
    return Brief("event", "reading", b"", Text.of({"bg": "Четене"}), start=start, end=end, recurrence=recurrence)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("", ["2026-11-07T10:00"]),
        ("FREQ=WEEKLY;COUNT=3", ["2026-11-07T10:00", "2026-11-14T10:00", "2026-11-21T10:00"]),
        ("FREQ=MONTHLY;BYDAY=1SA;UNTIL=20270101", ["2026-11-07T10:00", "2026-12-05T10:00"]),
        ("FREQ=WEEKLY;UNTIL=20261114T100000Z", ["2026-11-07T10:00", "2026-11-14T10:00"]),
    ],
    ids=["once", "counted", "first Saturdays", "until a moment"],
)
def test_each_time_has_its_own_start(rule: str, expected: list[str]) -> None:
    """A rule of RFC 5545 gives the moments that calendars give."""
    assert [each.start for each in occurrences(make_brief("2026-11-07T10:00", recurrence=rule), TODAY)] == expected


def test_each_time_lasts_as_long_as_the_first() -> None:
    """The end moves with the start."""
    found = occurrences(make_brief("2026-11-07T22:00", "2026-11-08T01:00", "FREQ=WEEKLY;COUNT=2"), TODAY)
    assert [each.end for each in found] == ["2026-11-08T01:00", "2026-11-15T01:00"]


def test_a_rule_without_an_end_is_unfolded_for_a_year() -> None:
    """Nothing is listed that lies more than a year ahead."""
    assert occurrences(make_brief("2026-11-07", recurrence="FREQ=MONTHLY"), TODAY)[-1].start == "2027-11-07"


@pytest.mark.parametrize(("today", "start"), [("2026-11-14", "2026-11-14"), ("2027-01-01", "2026-11-21")])
def test_the_next_time_is_the_first_that_is_not_over(today: str, start: str) -> None:
    """Today counts as coming; when all is over, the last time stands."""
    brief = make_brief("2026-11-07", recurrence="FREQ=WEEKLY;COUNT=3")
    assert next_occurrence(brief, today).start == start
