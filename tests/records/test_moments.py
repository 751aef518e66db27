"""Local times are placed in time by the rule that Bulgaria's clocks follow."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.moments import ZONE, local_moment, with_offset


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2026-12-05", "2026-12-05"),
        ("2026-12-05T10:00", "2026-12-05T10:00:00+02:00"),
        ("2026-07-05T10:00", "2026-07-05T10:00:00+03:00"),
        ("2026-03-29T02:59", "2026-03-29T02:59:00+02:00"),
        ("2026-03-29T04:00", "2026-03-29T04:00:00+03:00"),
        ("2026-10-25T02:59", "2026-10-25T02:59:00+03:00"),
        ("2026-10-25T04:00", "2026-10-25T04:00:00+02:00"),
    ],
)
def test_a_moment_has_its_offset(moment: str, written: str) -> None:
    """Winter is two hours ahead, summer three; a day has no offset."""
    assert with_offset(moment) == written


@given(st.datetimes(datetime(1997, 1, 1), datetime(2037, 12, 31)))  # noqa: DTZ001 - local
def test_the_rule_is_that_of_the_time_zone_tables(moment: datetime) -> None:
    """But for the hour that does not exist, our rule and the tables agree."""
    known = moment.replace(microsecond=0, tzinfo=ZoneInfo(ZONE))
    exists = known.astimezone(UTC).astimezone(ZoneInfo(ZONE)).replace(fold=0) == known
    if exists:
        assert local_moment(known.replace(tzinfo=None).isoformat()).utcoffset() == (known.utcoffset() or timedelta())
