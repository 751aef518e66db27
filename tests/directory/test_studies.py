"""No table of a study tells what few people answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.directory.studies import SMALLEST, shares, starts, suppress


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


@pytest.mark.parametrize(
    ("public", "expected"),
    [
        ((20, 30, 10, 25, 15), [0, 20, 50, 60, 85]),
        ((None, None, 27, 36, 23), [0, 7, 14, 41, 77]),
        ((None, 40, 40, 10, None), [0, 5, 45, 85, 95]),
        ((33, 33, 33, 0, 0), [0, 33, 66, 99, 99]),
        ((0, 0, 0, 0, 0), [0, 0, 0, 0, 0]),
    ],
    ids=["all shown", "two at the end", "one at each end", "rounded", "nobody"],
)
def test_hidden_shares_leave_a_gap_where_they_stand(public: tuple[int | None, ...], expected: list[int]) -> None:
    """What is shown keeps its place in the bar; how two hidden ones share their gap is not told."""
    assert list(starts(public)) == expected


def test_shares_are_whole_per_cent() -> None:
    """Of nobody, everybody is no part."""
    assert (shares((1, None, 3), 4), shares((0,), 0)) == ((25, None, 75), (0,))
