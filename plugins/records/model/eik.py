"""The check digits of the EIK, the number of the Bulgarian Commercial Register and of BULSTAT.

Rule: Ordinance for the BULSTAT register. Nine digits: s = Σ d_i·i (i = 1…8) mod 11; if 10,
s = Σ d_i·(i+2) mod 11; if 10 again, 0. Thirteen digits (a branch): the first nine hold, then
t = 2·d9 + 7·d10 + 3·d11 + 5·d12 mod 11; if 10, 4·d9 + 9·d10 + 5·d11 + 7·d12 mod 11; if 10, 0.
"""

from collections.abc import Sequence

NINE, THIRTEEN = 9, 13
_FIRST = (range(1, 9), range(3, 11))
_BRANCH = ((2, 7, 3, 5), (4, 9, 5, 7))


def is_eik_shaped(number: str) -> bool:
    """Tell whether the number has nine or thirteen digits."""
    return len(number) in (NINE, THIRTEEN) and number.isascii() and number.isdigit()


def expected_eik(number: str) -> str:
    """Give the number with the check digits that its other digits ask for."""
    first = number[: NINE - 1]
    nine = first + _check_digit(first, _FIRST)
    if len(number) == NINE or nine != number[:NINE]:
        return nine + number[NINE:]
    branch = number[NINE - 1 : THIRTEEN - 1]
    return number[: THIRTEEN - 1] + _check_digit(branch, _BRANCH)


def _check_digit(digits: str, weights: Sequence[Sequence[int]]) -> str:
    for row in weights:
        rest = sum(int(digit) * weight for digit, weight in zip(digits, row, strict=True)) % 11
        if rest != 10:
            return str(rest)
    return "0"
