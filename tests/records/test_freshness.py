"""A clock set day by day moves a record from checked to due to dormant."""

from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.editing.findings import find_problems
from plugins.languages.text import Text
from plugins.records.brief import brief_of
from plugins.records.dues import dues
from plugins.records.freshness import freshness, freshness_of, review
from plugins.records.model import Organisation
from plugins.records.model.base import Verified
from tests.corpus.project import READERS, copy_good


@pytest.mark.parametrize(
    ("checked", "period", "due", "dormant"),
    [
        ("2026-11-20", "P6M", "2027-05-21", "2027-11-21"),
        ("2026-01-31", "P1M", "2026-03-01", "2026-04-01"),
        ("2024-02-29", "P1Y", "2025-03-01", "2026-03-01"),
        ("2026-12-31", "P1D", "2027-01-02", "2027-01-03"),
        ("2026-01-01", "P2W", "2026-01-16", "2026-01-30"),
        ("9999-01-01", "P900Y", "9999-12-31", "9999-12-31"),
    ],
)
def test_the_days_of_a_review(checked: str, period: str, due: str, dormant: str) -> None:
    """The last day of a period is still in it; months are those of the calendar."""
    assert review(checked, period) == (due, dormant)


def test_day_by_day() -> None:
    """Each state once, in order, without a gap."""
    start = date(2026, 1, 31)
    days = [(start + timedelta(days=n)).isoformat() for n in range(800)]
    states = [(state, len(list(group))) for state, group in groupby(freshness("2026-01-31", "P1Y", d) for d in days)]
    assert states == [("checked", 366), ("due", 365), ("dormant", 69)]


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2200, 1, 1)), st.integers(1, 999), st.sampled_from("DWMY"))
def test_a_record_is_due_before_it_is_dormant(checked: date, number: int, unit: str) -> None:
    """Whatever the period."""
    plan = review(checked.isoformat(), f"P{number}{unit}")
    assert checked.isoformat() < plan.due < plan.dormant


def test_what_was_never_checked_is_said_to_be_so() -> None:
    """No date, no state."""
    record = Organisation(name=Text.of({"bg": "а"}).pairs[0][1], kind="association")  # type: ignore[arg-type]  # a bare string is a text
    assert freshness_of(record, "2026-01-01") == "unchecked"


def test_what_is_due_is_found_on_the_day() -> None:
    """The day before, nothing is said."""
    verified = Verified(date="2026-01-10", by="rb", method="phone")
    record = Organisation.model_validate({"name": "а", "kind": "association", "verified": verified})
    brief = brief_of(record, b"")
    found = {day: [rule for rule, _, _ in dues(brief, day)] for day in ("2027-01-10", "2027-01-11", "2028-01-11")}
    assert found == {"2027-01-10": [], "2027-01-11": ["D001"], "2028-01-11": ["D002"]}


def test_make_check_names_it_on_the_day(tmp_path: Path) -> None:
    """As the pages do: nothing on the last day of the period, the next day due, then dormant."""
    root = copy_good(tmp_path)
    verified = "verified: {date: 2026-01-10, by: rb, method: phone}\nreview_every: P1M\n"
    text = f"name: Клуб „Мост“\nkind: association\narea: [KRZ16]\n{verified}"
    (root / "data" / "organisations" / "klub-most.yaml").write_text(text, encoding="utf-8")
    days = ("2026-02-10", "2026-02-11", "2026-03-10", "2026-03-11")
    found = [[problem.rule for problem in find_problems(root, READERS, day).problems] for day in days]
    assert found == [[], ["D001"], ["D001"], ["D002"]]
