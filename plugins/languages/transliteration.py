"""Write Bulgarian in Latin letters by the law of 2009, for addresses and for search.

The tables also hold how people really type Bulgarian in Latin letters, and keyboard layouts;
the browser reads those (plugins/search/browser/latin.js).
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from plugins.languages.folding import fold, lower

TABLE = Path(__file__).parent / "tables" / "transliteration.json"
_WORD = re.compile(r"[^\W\d_]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class Law(NamedTuple):
    """The Transliteration Act: letters, endings of words, names with a spelling of their own."""

    letters: dict[str, str]
    endings: dict[str, str]
    names: dict[str, str]


@cache
def transliteration_tables() -> dict[str, dict[str, dict[str, str]]]:
    """Read the tables: "law", "typed", "keyboards", "skeleton"."""
    tables: dict[str, dict[str, dict[str, str]]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return tables


@cache
def _law() -> Law:
    return Law(**transliteration_tables()["law"])


def latin(text: str) -> str:
    """Write a text in Latin letters by the Transliteration Act (State Gazette 19/2009), capitals kept."""
    return _WORD.sub(lambda match: _latin_word(match[0]), text)


def _latin_word(word: str) -> str:
    small = word.lower()
    capital = len(word) > 1 and word.isupper()
    if small in _law().names:
        return _with_case(_law().names[small], first=word[0].isupper(), every=capital)
    letters = _law().letters
    for ending, written in _law().endings.items():
        if small.endswith(ending):
            stem = word[: -len(ending)]
            tail = _with_case(written, first=capital or (not stem and word[0].isupper()), every=capital)
            return "".join(_latin_letter(letter, letters, every=capital) for letter in stem) + tail
    return "".join(_latin_letter(letter, letters, every=capital) for letter in word)


def _latin_letter(letter: str, letters: dict[str, str], *, every: bool) -> str:
    small = letter.lower()
    if small not in letters:
        return letter
    return _with_case(letters[small], first=letter.isupper(), every=every)


def _with_case(written: str, *, first: bool, every: bool) -> str:
    if every:
        return written.upper()
    return written.capitalize() if first else written


def slug(text: str) -> str:
    """Make a part of an address from a name: ASCII in lower case, words joined by hyphens."""
    return _NOT_SLUG.sub("-", " ".join(fold(word) for word in lower(latin(text), "bg").split())).strip("-")


@cache
def _skeleton() -> tuple[dict[str, str], dict[int, str]]:
    table = transliteration_tables()["skeleton"]
    return table["merged"], str.maketrans(table["letters"])


def skeleton(term: str) -> str:
    """Give the consonants of a Cyrillic term: what is left of it however it is typed in Latin letters."""
    merged, letters = _skeleton()
    for pair, letter in merged.items():
        term = term.replace(pair, letter)
    return term.translate(letters)


def count_equal(names: list[tuple[str, str]]) -> int:
    """Count the (Bulgarian, official Latin) pairs that the law gives letter by letter."""
    return sum(latin(name) == official for name, official in names)
