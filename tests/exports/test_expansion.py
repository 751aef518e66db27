"""Every calendar program finds the times that our lists show: cancelled, moved, and when the clocks change."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.exports import calendars
from plugins.exports.calendars import STATES
from plugins.exports.identity import identify
from plugins.languages.text import Text
from plugins.records.brief import Brief, Changed
from plugins.records.moments import day_of, is_day, local_moment
from plugins.records.recurrence import AHEAD, MOST, moments, occurrences
from tests.exports.made import Made
from tests.node import run_node

TODAY = "2026-11-20"
EXPAND = Path(__file__).with_name("expand.cjs")
# the hours that the clocks of a change skip or show twice: programs differ, and no event should begin then
TURN = ("03:00", "04:00")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# days around both changes of the clocks come up more often than others
_FIRST = st.one_of(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - the clock on the wall
    st.datetimes(datetime(2026, 3, 22), datetime(2026, 4, 4)),  # noqa: DTZ001
    st.datetimes(datetime(2026, 10, 18), datetime(2026, 10, 31)),  # noqa: DTZ001
)


@st.composite
def rules(draw: st.DrawFn, first: datetime) -> str:
    """Draw a rule of the kinds that the model lets through and RFC 5545 tells the meaning of."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 3))}")
    days = draw(st.lists(st.sampled_from(_DAYS), min_size=1, max_size=3, unique=True))
    if frequency == "WEEKLY" and draw(st.booleans()):
        parts.append("BYDAY=" + ",".join(days))
    if frequency == "MONTHLY":
        parts += draw(
            st.sampled_from(
                [[], [f"BYDAY={draw(st.sampled_from([1, 2, -1]))}{days[0]}"], ["BYMONTHDAY=15"], ["BYMONTHDAY=-1"]]
            )
        )
    if frequency == "YEARLY" and draw(st.booleans()):
        parts += [f"BYMONTH={first.month}", f"BYDAY=1{days[0]}"]
    until = first + timedelta(days=draw(st.integers(0, 120)))
    end = draw(st.sampled_from(["", "COUNT", "UNTIL", "UNTIL-UTC"]))
    parts += {"": [], "COUNT": [f"COUNT={draw(st.integers(1, 9))}"]}.get(end, [f"UNTIL={until:%Y%m%d}"])
    return ";".join(parts) + (f"T{until:%H%M}00Z" if end == "UNTIL-UTC" else "")


@st.composite
def events(draw: st.DrawFn, number: int) -> Brief:
    """Draw an event: once or repeated, a day or a moment, with times that were cancelled or moved."""
    first = draw(_FIRST)
    whole = draw(st.booleans())
    size = len("2026-12-05") if whole else len("2026-12-05T10:00")
    long = draw(st.one_of(st.none(), st.integers(1, 3)))
    start = first.isoformat()[:size]
    end = (
        ""
        if long is None
        else (first + (timedelta(days=long) if whole else timedelta(minutes=25 * long))).isoformat()[:size]
    )
    recurrence = draw(st.one_of(st.just(""), rules(first)))
    state = draw(st.sampled_from(["scheduled", "scheduled", "scheduled", "cancelled", "postponed", "moved"]))
    brief = Brief(
        "event",
        f"event-{number}",
        b"",
        Text.of({"bg": "Среща"}),
        start=start,
        end=end,
        state=state,
        recurrence=recurrence,
        checked=TODAY,
        kind="meeting",
    )
    if not recurrence or state != "scheduled":
        return brief
    named = [moment.isoformat()[:size] for moment, _ in zip(moments(recurrence, start), range(8), strict=False)]
    on = draw(st.lists(st.sampled_from(named), max_size=3, unique=True)) if named else []
    return brief._replace(changes=tuple(_draw_change(draw, each, size) for each in sorted(on)))


def _draw_change(draw: st.DrawFn, on: str, size: int) -> Changed:
    if draw(st.booleans()):
        return Changed(on, "cancelled")
    moved = datetime.fromisoformat(on) + timedelta(hours=draw(st.integers(1, 72)))
    return Changed(on, "moved", moved.isoformat()[:size])


def _listed(brief: Brief) -> list[tuple[object, ...]]:
    """Give what the lists show of an event, as calendar programs would say it."""
    return [
        (*_span(each), STATES[each.state][0], None if is_day(each.start) else local_moment(each.start).timestamp())
        for each in occurrences(brief, TODAY)
    ]


def _span(time: Brief) -> tuple[str, str]:
    if is_day(time.start):
        return time.start, (day_of(time.end or time.start) + timedelta(days=1)).isoformat()
    return f"{time.start}:00", f"{time.end or time.start}:00"


def _turns(brief: Brief) -> bool:
    times = {
        moment[11:16] for each in occurrences(brief, TODAY) for moment in (each.start, each.end) if len(moment) > 10
    }
    return any(TURN[0] <= time < TURN[1] for time in times)


@settings(max_examples=4, deadline=None)
@given(st.data())
def test_a_calendar_unfolds_to_the_listing(data: st.DataObject) -> None:
    """ical.js, which did not write it, finds every time, end and state of random events, and nothing more."""
    briefs = [data.draw(events(number)) for number in range(40)]
    briefs = [brief for brief in briefs if not _turns(brief)]
    entries = tuple({"event": brief, "place": None, "organisers": ()} for brief in briefs)
    with TemporaryDirectory() as folder:
        inputs = {"title": Text.of({"bg": "Календар"}), "entries": entries, "newest": ""}
        text = calendars.render(Made({}, Path(folder)).view(), inputs).decode()
    today = datetime.fromisoformat(TODAY)
    limits = {
        identify("event", b.id): (max(today, datetime.fromisoformat(b.start)) + AHEAD).isoformat()[
            : 10 if is_day(b.start) else 19
        ]
        for b in briefs
    }
    found = json.loads(run_node(EXPAND, text=json.dumps({"text": text, "limits": limits, "most": MOST})))
    for brief in briefs:
        times = [tuple(each) for each in found[identify("event", brief.id)]]
        listed = _listed(brief)
        only = sorted({*times} ^ {*listed}, key=str)
        assert (brief.start, brief.recurrence, brief.changes, only) == (
            brief.start,
            brief.recurrence,
            brief.changes,
            [],
        )
        assert len(times) == len(listed)
