"""What an entry says of its times, for the days after the build."""

import pytest

from plugins.directory.actions import is_late
from plugins.directory.entries import last_day, spaced
from plugins.languages.text import Text
from plugins.records.brief import Brief

NAME = Text.of({"bg": "Пример"})


@pytest.mark.parametrize(
    ("days", "written"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["2026-12-05"], "2026-12-05", id="one"),
        pytest.param(["2026-12-26", "2027-01-02", "2027-02-06"], "2026-12-26 7 35", id="over a new year"),
    ],
)
def test_days_are_written_by_their_distances(days: list[str], written: str) -> None:
    """The first day stands whole; of the others, how many days they lie apart."""
    assert spaced(days) == written


@pytest.mark.parametrize(
    ("given", "last"),
    [
        pytest.param({"start": "2026-12-05T10:00"}, "2026-12-05", id="one day"),
        pytest.param({"start": "2026-12-05", "end": "2026-12-07"}, "2026-12-07", id="some days"),
        pytest.param({"start": "2026-12-05", "until": "2027-01-31"}, "2027-01-31", id="said"),
        pytest.param({"start": "2026-12-05", "recurrence": "FREQ=WEEKLY;UNTIL=20270327"}, "2027-03-27", id="by rule"),
        pytest.param({"start": "2026-12-05", "recurrence": "FREQ=WEEKLY"}, "", id="without end"),
    ],
)
def test_the_last_day_is_known(given: dict[str, str], last: str) -> None:
    """What is repeated ends when its rule does, all else on its last day."""
    assert last_day(Brief("event", "primer", b"", NAME, **given)) == last  # type: ignore[arg-type]  # strings only


@pytest.mark.parametrize(
    ("state", "deadline", "late"),
    [
        pytest.param("running", "2026-12-31", True, id="over"),
        pytest.param("running", "2027-01-01", False, id="its last day"),
        pytest.param("running", "", False, id="without one"),
        pytest.param("answered", "2026-12-31", False, id="answered"),
    ],
)
def test_an_action_waits_after_its_deadline(state: str, deadline: str, *, late: bool) -> None:
    """One cannot take part after the deadline, and the answer is still to come."""
    assert is_late(Brief("action", "primer", b"", NAME, state=state, until=deadline), "2027-01-01") is late
