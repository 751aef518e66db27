"""Numbers and words survive the way through the printable encoding, as the browser reads it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.search.encoding import ALPHABET, LAST, encode_number, encode_numbers, encode_words
from tests.node import run_script

CODEC = Path("plugins/search/browser/codec.js").read_text(encoding="utf-8")
VALUES = [*range(3000), 44_991, 44_992, 1_000_000, 2**31]
WORDS = sorted({"ардино", "ард", "ардин", "a", "библиотек", "библиот", "x" * 80, "x" * 90, "2026"})


def decode_number(text: str) -> int:
    """Read a number back, for comparison."""
    value, place = 0, 1
    for char in text:
        digit = ALPHABET.index(char)
        value += digit * place
        place *= len(ALPHABET) - LAST
    return value


@given(st.integers(min_value=0, max_value=2**40))
def test_a_number_is_read_back(value: int) -> None:
    """Whatever the number, its digits give it again, and only the last one is below the limit."""
    text = encode_number(value)
    assert decode_number(text) == value
    assert [ALPHABET.index(char) < LAST for char in text] == [False] * (len(text) - 1) + [True]


def test_the_browser_reads_what_python_writes() -> None:
    """Numbers and front-coded words come out of the script as they went in."""
    source = f"{CODEC};console.log(JSON.stringify([searchCodec.numbers(value[0]), searchCodec.words(value[1])]))"
    assert run_script(source, [encode_numbers(VALUES), encode_words(WORDS)]) == [VALUES, WORDS]


def test_the_alphabet_is_safe_in_a_script() -> None:
    """No character of the alphabet ends a string, starts an escape or a tag, or separates rows."""
    assert not set(ALPHABET) & set("\"'\\< \t\n")
