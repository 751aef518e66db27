"""Write numbers and sorted words as printable text that compresses well; codec.js reads it.

The alphabet has no quote, no backslash and no `<`, so that the text can stand in a script.
"""

from collections.abc import Iterable, Sequence
from functools import cache

ALPHABET = "".join(char for char in map(chr, range(33, 127)) if char not in "\"'\\<")
# digits below it end a number, the others go on
LAST = 64
_GO_ON = len(ALPHABET) - LAST
_TABLE_SIZE = 1 << 14


def encode_number(value: int) -> str:
    """Write a number ≥ 0: one character below 64, two below 1,728, three below 44,992."""
    digits = []
    while value >= LAST:
        value -= LAST
        digits.append(ALPHABET[LAST + value % _GO_ON])
        value //= _GO_ON
    digits.append(ALPHABET[value])
    return "".join(digits)


@cache
def number_table() -> tuple[str, ...]:
    """Give the encoded small numbers, for loops that write millions of them."""
    return tuple(encode_number(value) for value in range(_TABLE_SIZE))


def encode_numbers(values: Iterable[int]) -> str:
    """Write numbers one after the other."""
    table = number_table()
    return "".join(table[value] if value < _TABLE_SIZE else encode_number(value) for value in values)


def encode_words(words: Sequence[str]) -> str:
    """Write sorted words, each as the number of letters shared with the one before and the rest."""
    parts, before = [], ""
    for word in words:
        shared = 0
        for letter, same in zip(word, before[: LAST - 1], strict=False):
            if letter != same:
                break
            shared += 1
        parts.append(ALPHABET[shared] + word[shared:])
        before = word
    return " ".join(parts)
