"""The check digits of the EIK."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.records.model.eik import expected_eik, is_eik_shaped


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("123456786", "123456786"),
        ("131071578", "131071575"),
        ("000000000", "000000000"),
        # the first sum leaves 10: the second row of weights decides
        ("100000040", expected_eik("100000040")),
        ("1234567860010", expected_eik("1234567860010")),
    ],
)
def test_the_digits_that_the_rule_asks_for(number: str, expected: str) -> None:
    """A right number is its own answer."""
    assert expected_eik(number) == expected
    assert expected_eik(expected) == expected


@settings(deadline=None)
@given(st.from_regex(r"[0-9]{9}([0-9]{4})?", fullmatch=True))
def test_only_check_digits_are_corrected(number: str) -> None:
    """The answer is a right number, and differs in a check digit at most."""
    right = expected_eik(number)
    assert [
        place for place, (a, b) in enumerate(zip(number, right, strict=True)) if a != b and place not in (8, 12)
    ] == []
    assert len(number) == 13 or expected_eik(right) == right


@pytest.mark.parametrize("number", ["12345678", "1234567890", "12345678a", "١٢٣٤٥٦٧٨٩", ""])
def test_other_shapes_are_no_eik(number: str) -> None:
    """Nine or thirteen digits, and those of our own numerals."""
    assert not is_eik_shaped(number)
