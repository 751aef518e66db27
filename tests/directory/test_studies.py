"""No table of a study tells what few people answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.directory.studies import SMALLEST, shares, suppress


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((40, 30, 20), (40, 30, 20)),
        ((40, 30, 9), (40, None, None)),
        ((40, 9, 8), (40, None, None)),
        ((40, 0, 20), (40, 0, 20)),
        ((40, 9, 0), (None, None, 0)),
    ],
    ids=["all large", "one small", "two small", "nobody", "one small and nobody"],
)
def test_small_counts_are_hidden(counts: tuple[int, ...], expected: tuple[int | None, ...]) -> None:
    """A count below ten is hidden, and a second one where the total would tell it."""
    assert suppress(counts) == expected


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8))
def test_a_hidden_count_cannot_be_reckoned(counts: list[int]) -> None:
    """Where anything is hidden and two counts are not zero, at least two are hidden."""
    public = suppress(counts)
    hidden = [count for count, shown in zip(counts, public, strict=True) if shown is None]
    assert all(not 0 < count < SMALLEST or shown is None for count, shown in zip(counts, public, strict=True))
    assert len(hidden) != 1 or sum(1 for count in counts if count) == 1


def test_shares_are_whole_per_cent() -> None:
    """Of nobody, everybody is no part."""
    assert (shares((1, None, 3), 4), shares((0,), 0)) == ((25, None, 75), (0,))
