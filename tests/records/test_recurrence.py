"""What is repeated is unfolded into each time that it takes place."""

import pytest

from plugins.languages.text import Text
from plugins.records.brief import Brief, Changed
from plugins.records.recurrence import next_occurrence, occurrences

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
        ("FREQ=WEEKLY;UNTIL=20261114", ["2026-11-07T10:00", "2026-11-14T10:00"]),
        ("FREQ=WEEKLY;UNTIL=20261114T080000Z", ["2026-11-07T10:00", "2026-11-14T10:00"]),
        ("FREQ=WEEKLY;UNTIL=20261114T075959Z", ["2026-11-07T10:00"]),
    ],
    ids=["once", "counted", "first Saturdays", "to the end of a day", "to a moment", "a second less"],
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


def test_a_changed_time_stands_where_it_is_now() -> None:
    """A cancelled time stays in its place and says so; a moved one stands in its new place, as long as before."""
    brief = make_brief("2026-11-07T10:00", "2026-11-07T11:00", "FREQ=WEEKLY;COUNT=3")
    changes = (Changed("2026-11-07T10:00", "moved", "2026-11-15T09:00"), Changed("2026-11-21T10:00", "cancelled"))
    times = occurrences(brief._replace(changes=changes), TODAY)
    assert [(each.start, each.end[11:], each.state) for each in times] == [
        ("2026-11-14T10:00", "11:00", ""),
        ("2026-11-15T09:00", "10:00", "moved"),
        ("2026-11-21T10:00", "11:00", "cancelled"),
    ]


def test_the_next_time_takes_place() -> None:
    """A cancelled time is not announced as the next one, unless nothing else is coming."""
    brief = make_brief("2026-11-21", recurrence="FREQ=WEEKLY;COUNT=2")
    first, second = Changed("2026-11-21", "cancelled"), Changed("2026-11-28", "cancelled")
    assert next_occurrence(brief._replace(changes=(first,)), TODAY).start == "2026-11-28"
    assert next_occurrence(brief._replace(changes=(first, second)), TODAY).start == "2026-11-28"


def test_changes_are_kept_between_builds() -> None:
    """A brief comes back from the kept state as it was."""
    brief = make_brief("2026-11-21")._replace(changes=(Changed("2026-11-21", "moved", "2026-11-22"),))
    assert Brief.unpacked(brief.packed()) == brief
