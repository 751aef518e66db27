"""Calendars, read by another library than the one that writes them."""

import re
from datetime import date, datetime
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]  # the package has no types
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from plugins import exports
from tests.exports.conftest import MakeSite
from tests.exports.made import PUBLISHED
from tests.exports.records import ALL, EVENT, ORGANISATION, SECOND_ORGANISATION


def events(content: bytes) -> list[Any]:
    """Read the events of a calendar."""
    found: list[Any] = vobject.readOne(content.decode()).contents.get("vevent", [])
    return found


def event(make_site: MakeSite, text: str) -> Any:
    """Read the one event of a site that has it."""
    records = {"events/sreshta": text, "organisations/primer": SECOND_ORGANISATION}
    (found,) = events(make_site(records).files(exports.plan_pages)["calendar.ics"])
    return found


def test_an_event_is_told_whole(make_site: MakeSite) -> None:
    """Name, summary, place and organiser come back as they stand in the record, whatever marks are in them."""
    found = event(make_site, EVENT.replace("[reka]", "[]"))
    assert found.summary.value == "Среща, на реката; с чай"
    assert found.description.value == "Елате!\\nНе е нов ред."
    assert found.location.value == "Мостът, Ардино"
    assert found.contact.value == "Втора"


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ("start: 2026-12-05", date(2026, 12, 5), date(2026, 12, 6)),
        ("start: 2026-12-05\nend: 2026-12-07", date(2026, 12, 5), date(2026, 12, 8)),
        ("start: 2026-12-05T10:00", datetime(2026, 12, 5, 10), None),  # noqa: DTZ001 - local
        ("start: 2026-07-05T10:00\nend: 2026-07-05T12:30", datetime(2026, 7, 5, 10), datetime(2026, 7, 5, 12, 30)),  # noqa: DTZ001
        ("start: 2026-12-05T10:00\nend: 2026-12-06", datetime(2026, 12, 5, 10), datetime(2026, 12, 7)),  # noqa: DTZ001
        ("start: 2026-12-05T10:00\nend: 2026-12-05T10:00", datetime(2026, 12, 5, 10), None),  # noqa: DTZ001
    ],
    ids=["a day", "days", "a moment", "in summer", "to the end of a day", "no time at all"],
)
def test_days_are_whole_and_times_are_those_of_bulgaria(
    make_site: MakeSite, times: str, start: date, end: date | None
) -> None:
    """A last day belongs to the event; a time is that of the clocks in Bulgaria, summer or winter."""
    found = event(make_site, f"name: Среща\nkind: meeting\norganisers: [primer]\narea: [KRZ02]\n{times}\n")
    given = found.contents.get("dtend")
    assert (_local(found.dtstart.value), given and _local(given[0].value)) == (start, end)
    if isinstance(start, datetime):
        hours = found.dtstart.value.utcoffset().total_seconds() / 3600
        assert hours == (3 if start.month == 7 else 2)


def _local(moment: date) -> date:
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment


@pytest.mark.parametrize(
    ("state", "status", "sequence"),
    [
        ("scheduled", "CONFIRMED", "0"),
        ("moved", "CONFIRMED", "1"),
        ("postponed", "TENTATIVE", "2"),
        ("cancelled", "CANCELLED", "3"),
    ],
)
def test_a_change_reaches_subscribers(make_site: MakeSite, state: str, status: str, sequence: str) -> None:
    """A changed event keeps its UID and raises its SEQUENCE."""
    found = event(make_site, EVENT.replace("[reka]", "[]") + f"state: {state}\n")
    before = event(make_site, EVENT.replace("[reka]", "[]"))
    assert (found.status.value, found.sequence.value, found.uid.value) == (status, sequence, before.uid.value)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=WEEKLY;BYDAY=SA;COUNT=20", "FREQ=MONTHLY;BYDAY=-1SA;UNTIL=20270630", "FREQ=DAILY;INTERVAL=3;UNTIL=20261231"],
)
def test_a_repeated_event_is_unfolded_by_the_clock_on_the_wall(make_site: MakeSite, rule: str) -> None:
    """Every time is at the same hour, over the change of the clocks too, and the last day counts."""
    found = event(make_site, EVENT.replace("[reka]", "[]") + f"recurrence: {rule}\n")
    start = datetime(2026, 12, 5, 10)  # noqa: DTZ001 - local
    until = re.sub(r"UNTIL=(\d{8})", r"UNTIL=\1T235959", rule)
    expected = list(rrulestr(until, dtstart=start))
    assert [moment.replace(tzinfo=None) for moment in found.getrruleset(addRDate=True)] == expected


def test_a_changed_time_reaches_subscribers(make_site: MakeSite) -> None:
    """One time of a repeated event is moved or cancelled under the event's UID, named by when it would have been."""
    moved = "{on: 2026-12-12T10:00, state: moved, start: 2026-12-13T11:00}"
    changes = f"changes: [{moved}, {{on: 2026-12-19T10:00, state: cancelled}}]\n"
    text = EVENT.replace("[reka]", "[]") + f"recurrence: FREQ=WEEKLY;COUNT=4\n{changes}"
    records = {"events/sreshta": text, "organisations/primer": SECOND_ORGANISATION}
    found = events(make_site(records).files(exports.plan_pages)["calendar.ics"])
    local = [(_local(each.recurrence_id.value), _local(each.dtstart.value)) for each in found[1:]]
    assert local == [
        (datetime(2026, 12, 12, 10), datetime(2026, 12, 13, 11)),  # noqa: DTZ001 - local
        (datetime(2026, 12, 19, 10), datetime(2026, 12, 19, 10)),  # noqa: DTZ001
    ]
    assert [(each.status.value, each.sequence.value) for each in found] == [
        ("CONFIRMED", "0"),
        ("CONFIRMED", "1"),
        ("CANCELLED", "3"),
    ]
    assert len({each.uid.value for each in found}) == 1


def test_each_subject_has_the_events_that_are_its_own(make_site: MakeSite) -> None:
    """The site, a cause, an organisation and the event itself; one without events has no calendar."""
    other = EVENT.replace("[primer]", "[vtora]").replace("causes: [reka]", "")
    files = make_site({**ALL, "events/druga": other}).files(exports.plan_pages)
    counts = {name: len(events(content)) for name, content in files.items() if name.endswith(".ics")}
    assert counts == {
        "calendar.ics": 2,
        "causes/reka.ics": 1,
        "organisations/primer.ics": 1,
        "organisations/vtora.ics": 1,
        **{f"events/{id}.ics": 1 for id in ("druga", "sreshta")},
        "opportunities/shofyor.ics": 1,
    }


def test_an_event_has_one_uid_everywhere(make_site: MakeSite) -> None:
    """In every language and every calendar."""
    uids = {
        each.uid.value
        for lang in ("bg", "tr", "en")
        for name, content in make_site(ALL).files(exports.plan_pages, lang).items()
        if name.endswith(".ics") and not name.startswith("opportunities/")
        for each in events(content)
    }
    assert len(uids) == 1


def test_lines_are_short_and_end_as_the_rules_want(make_site: MakeSite) -> None:
    """No line is longer than 75 bytes, and none is cut inside a letter."""
    long = ORGANISATION.replace("Сдружение „Пример“", "Сдружение „" + "Много дълго име " * 12 + "“")
    files = make_site({**ALL, "organisations/primer": long}).files(exports.plan_pages)
    for name in ("calendar.ics", "organisations/primer.vcf"):
        lines = files[name].split(b"\r\n")
        assert (max(map(len, lines)) <= 75, b"\n" in b"".join(lines), [line.decode() for line in lines][-1]) == (
            True,
            False,
            "",
        )


def test_a_page_is_named_where_the_site_has_an_address(make_site: MakeSite) -> None:
    """A published calendar leads to the page of the event, in its language."""
    files = make_site(ALL, region=PUBLISHED).files(exports.plan_pages, "tr")
    (found,) = events(files["calendar.ics"])
    assert found.url.value == "https://primer.example/site/tr/events/sreshta.html"
